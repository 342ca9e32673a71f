/*
 * A distribution that the stack owns, from a stack in any Region.
 *
 * With the name of your own instance, bucket, load balancer or container service in shop-stack.ts, in this folder:
 *   npx cdk deploy
 */
import { App, Duration } from 'aws-cdk-lib';
import { ShopStack } from './shop-stack';

const app = new App();
new ShopStack(app, 'Shop', {
  env: { region: 'eu-west-1' },
  distributionName: 'shop',
  defaultTtl: Duration.hours(1),
});
