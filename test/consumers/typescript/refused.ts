import { App, Duration, Stack } from 'aws-cdk-lib';
import { Distribution, ForwardedHeaders } from 'cdk-lightsail-distribution';

const stack = new Stack(new App(), 'ShopStack');
const origin = { name: 'shop-server' };

switch (process.argv[2]) {
  case 'ttl':
    new Distribution(stack, 'Shop', {
      origin, cacheBehaviorSettings: { minimumTtl: Duration.minutes(1), defaultTtl: Duration.seconds(10) },
    });
    break;
  case 'several':
    new Distribution(stack, 'Shop', {
      origin, distributionName: 'my shop', cacheBehaviorSettings: { forwardedHeaders: ForwardedHeaders.allowList() },
    });
}
