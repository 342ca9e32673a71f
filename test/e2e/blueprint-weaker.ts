/* An app that the policy of the blueprint refuses. */
import { App, Stack } from 'aws-cdk-lib';
import { enforceCompanyPolicy } from '../../examples/blueprint/company-policy';
import { CompanyWebsite } from '../../examples/blueprint/company-website';
import { Distribution, DistributionSettings, Waf } from '../../src';

const app = new App();
enforceCompanyPolicy(app);

const stack = new Stack(app, 'Weaker');
new CompanyWebsite(stack, 'Website', { owner: { team: 'shop', costCenter: '4711' }, origin: { name: 'shop-server' } });
new DistributionSettings(stack, 'Settings', {
  distribution: Distribution.fromDistributionName(stack, 'Distribution', 'by-hand'),
  waf: Waf.disabled(),
});
