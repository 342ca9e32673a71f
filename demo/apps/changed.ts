/* The app, after a developer has chosen a longer default TTL. */
import { App, Duration } from 'aws-cdk-lib';
import { ShopStack } from './shop-stack';

new ShopStack(new App(), 'Shop', {
  env: { region: 'eu-west-1' },
  distributionName: 'shop',
  defaultTtl: Duration.hours(2),
});
