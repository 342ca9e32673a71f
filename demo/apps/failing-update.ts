/*
 * The app with a longer default TTL, which it does not wait for, and with settings of a second distribution, whose name is
 * misspelt. CloudFormation reaches the second one while the first deployment to the edge is in progress, and has to roll back.
 */
import { App, Duration } from 'aws-cdk-lib';
import { SiteStack } from './site-stack';
import { Distribution, DistributionSettings } from 'cdk-lightsail-distribution';

const site = new SiteStack(new App(), 'Site', {
  env: { region: 'eu-west-1' },
  distributionName: 'site',
  defaultTtl: Duration.hours(2),
  waitForDeployment: false,
});
const shop = new DistributionSettings(site, 'Shop', {
  distribution: Distribution.fromDistributionName(site, 'ShopDistribution', 'shpo'),
  enabled: true,
});
shop.node.addDependency(site.settings);
