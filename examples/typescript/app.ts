/*
 * A distribution that the stack owns, and settings of an existing one, from a stack in any Region.
 *
 * Replace the names of the resources with yours. Then run in this folder:
 *   npm install
 *   npx cdk deploy
 */
import { App, CfnOutput, Duration, Stack, type StackProps, Tags } from 'aws-cdk-lib';
import { CacheBehavior, Distribution, DistributionSettings, ForwardedQueryStrings, ViewerCertificate } from 'cdk-lightsail-distribution';
import { Construct } from 'constructs';

class ShopStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);

    // A distribution that the stack owns. Its origin is an instance, a bucket, a load balancer or a container service.
    const shop = new Distribution(this, 'Shop', {
      distributionName: 'shop',
      origin: { name: 'shop-server' },
      certificate: ViewerCertificate.fromCertificateName('shop-certificate'),
      defaultRootObject: 'index.html',
      cacheBehaviorSettings: {
        defaultTtl: Duration.hours(1),
        forwardedQueryStrings: ForwardedQueryStrings.allowList('page', 'lang'),
      },
      cacheBehaviors: { 'api/*': CacheBehavior.DONT_CACHE },
      customErrorResponses: [
        { errorCode: 404, responseCode: 404, responsePagePath: '/not-found.html', errorCachingMinTtl: Duration.minutes(5) },
      ],
      tags: { team: 'web' },
    });

    // Settings of a distribution that was created in the console. Other settings are not changed, and deleting the stack does not delete it.
    const blog = new DistributionSettings(this, 'BlogSettings', {
      distribution: Distribution.fromDistributionName(this, 'Blog', 'blog'),
      cacheBehaviorSettings: { minimumTtl: Duration.minutes(1) },
    });

    new CfnOutput(this, 'DomainName', { value: shop.distributionDomainName });
    new CfnOutput(this, 'Changes', { value: shop.changes });
    new CfnOutput(this, 'BlogChanges', { value: blog.changes });
  }
}

const app = new App();
new ShopStack(app, 'ShopStack', { env: { region: 'eu-west-1' } });
Tags.of(app).add('stage', 'production');
