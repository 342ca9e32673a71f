import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import {
  CacheBehavior, Distribution, DistributionSettings, ForwardedQueryStrings, Reconcile, ViewerMinimumTlsProtocolVersion,
} from 'cdk-lightsail-distribution';

export interface SiteStackProps extends StackProps {
  readonly distributionName: string;
  readonly defaultTtl: Duration;
  readonly waitForDeployment?: boolean;
}

export class SiteStack extends Stack {
  public readonly settings: DistributionSettings;

  constructor(scope: Construct, id: string, props: SiteStackProps) {
    super(scope, id, props);

    this.settings = new DistributionSettings(this, 'Settings', {
      distribution: Distribution.fromDistributionName(this, 'Distribution', props.distributionName),
      // Every deployment reverts drift of the settings below. All other settings are unmanaged.
      reconcile: Reconcile.EVERY_DEPLOYMENT,
      waitForDeployment: props.waitForDeployment,

      viewerMinimumTlsProtocolVersion: ViewerMinimumTlsProtocolVersion.TLS_V1_2_2021,
      defaultRootObject: 'index.html',
      cacheBehaviorSettings: {
        minimumTtl: Duration.minutes(1),
        defaultTtl: props.defaultTtl,
        forwardedQueryStrings: ForwardedQueryStrings.allowList('page', 'lang'),
      },
      cacheBehaviors: { '/api/*': CacheBehavior.DONT_CACHE },
      customErrorResponses: [{ errorCode: 404, responseCode: 404, responsePagePath: '/not-found.html', errorCachingMinTtl: Duration.minutes(5) }],
    });

    new CfnOutput(this, 'Changes', { value: this.settings.changes });
  }
}
