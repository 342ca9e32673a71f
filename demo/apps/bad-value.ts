/* The app, after a developer typed seconds where minutes were meant. */
import { App, Duration } from 'aws-cdk-lib';
import { SiteStack } from './site-stack';

new SiteStack(new App(), 'Site', {
  env: { region: 'eu-west-1' },
  distributionName: 'site',
  defaultTtl: Duration.seconds(10),
});
