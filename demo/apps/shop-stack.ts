import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { CacheBehavior, Distribution } from 'cdk-lightsail-distribution';

export interface ShopStackProps extends StackProps {
  readonly distributionName: string;
  readonly defaultTtl: Duration;
}

export class ShopStack extends Stack {
  constructor(scope: Construct, id: string, props: ShopStackProps) {
    super(scope, id, props);

    const cdn = new Distribution(this, 'Cdn', {
      distributionName: props.distributionName,
      origin: { name: 'shop-server' },
      defaultRootObject: 'index.html',
      cacheBehaviorSettings: { defaultTtl: props.defaultTtl },
      cacheBehaviors: { '/api/*': CacheBehavior.DONT_CACHE },
    });

    new CfnOutput(this, 'DomainName', { value: cdn.distributionDomainName });
    new CfnOutput(this, 'Changes', { value: cdn.changes });
  }
}
