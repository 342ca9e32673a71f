/*
 * Settings of a distribution that exists already and that the stack does not own, from a stack in any Region.
 *
 * With your own distribution's name below, in this folder:
 *   npx cdk deploy --app 'tsx settings.ts'
 */
import { App, Duration } from 'aws-cdk-lib';
import { SiteStack } from './site-stack';

const app = new App();
new SiteStack(app, 'Site', {
  env: { region: 'eu-west-1' },
  distributionName: 'site',
  defaultTtl: Duration.hours(1),
});
