/* Settings of a distribution that exists already and that the stack does not own. */
import { App, Duration } from 'aws-cdk-lib';
import { SiteStack } from './site-stack';

new SiteStack(new App(), 'Site', {
  env: { region: 'eu-west-1' },
  distributionName: 'site',
  defaultTtl: Duration.hours(1),
});
