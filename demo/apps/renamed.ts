/* The app of changed.ts, after a developer has renamed the distribution. */
import { App, Duration } from 'aws-cdk-lib';
import { ShopStack } from './shop-stack';

new ShopStack(new App(), 'Shop', {
  env: { region: 'eu-west-1' },
  distributionName: 'store',
  defaultTtl: Duration.hours(2),
});
