/* The same under another name. */
import { App, Duration } from 'aws-cdk-lib';
import { ShopStack } from './shop-stack';

new ShopStack(new App(), 'Shop', {
  env: { region: 'eu-west-1' },
  distributionName: 'store',
  defaultTtl: Duration.hours(2),
});
