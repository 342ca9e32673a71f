/* A distribution that the stack owns, from a stack in any Region. */
import { App, Duration } from 'aws-cdk-lib';
import { ShopStack } from './shop-stack';

new ShopStack(new App(), 'Shop', {
  env: { region: 'eu-west-1' },
  distributionName: 'shop',
  defaultTtl: Duration.hours(1),
});
