import { App, PropertyInjectors } from 'aws-cdk-lib';
import { CompanyDefaults } from './company-defaults';
import { enforceCompanyPolicy } from './company-policy';
import { acknowledgeProvider } from './provider-acknowledgements';
import { ShopStack } from './shop-stack';

const owner = { team: 'shop', costCenter: '4711' };

export const app = new App();
PropertyInjectors.of(app).add(new CompanyDefaults(owner));
enforceCompanyPolicy(app);

const shop = new ShopStack(app, 'Shop', { owner, env: { region: 'eu-west-1' } });
acknowledgeProvider(shop);
