/*
 * A static website on its own domain: a bucket, a certificate, the records of the domain, caching, error pages, a firewall, and fresh
 * content after each deployment. The domain has a hosted zone in Route 53. Run in this folder:
 *   npm install
 *   npx cdk deploy --context domainName=example.com --context hostedZoneId=Z0123456789ABCDEFGHIJ
 */
import {
  App, aws_lightsail as lightsail, aws_route53 as route53, aws_s3 as s3, aws_s3_deployment as s3deploy, CfnOutput, RemovalPolicy, Stack,
  type StackProps,
} from 'aws-cdk-lib';
import {
  CachingPreset, CertificateValidation, Distribution, DistributionAliasRecords, DistributionBundle, DistributionCacheReset, DistributionCertificate,
  DistributionOrigin, ViewerCertificate, Waf, WafRule, WafRuleGroup,
} from 'cdk-lightsail-distribution';
import { Construct } from 'constructs';

interface WebsiteStackProps extends StackProps {
  readonly domainName: string;
  readonly hostedZoneId: string;
}

class WebsiteStack extends Stack {
  constructor(scope: Construct, id: string, { domainName, hostedZoneId, ...props }: WebsiteStackProps) {
    super(scope, id, props);

    // Names of buckets are unique in the Region of all accounts.
    const bucket = new lightsail.CfnBucket(this, 'Bucket', { bucketName: `${domainName.replaceAll('.', '-')}-website`, bundleId: 'small_1_0' });
    // Deleting a Lightsail bucket deletes its objects as well, so the bucket stays when the stack is deleted.
    bucket.applyRemovalPolicy(RemovalPolicy.RETAIN);

    // Former files stay: the edge may serve a page that refers to them until its cache is reset.
    const content = new s3deploy.BucketDeployment(this, 'Content', {
      sources: [s3deploy.Source.asset('../content')],
      destinationBucket: s3.Bucket.fromBucketName(this, 'ContentBucket', bucket.ref),
      prune: false,
      memoryLimit: 512,
    });

    const zone = route53.HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId, zoneName: domainName });
    const certificate = new DistributionCertificate(this, 'Certificate', {
      domainName,
      subjectAlternativeNames: [`www.${domainName}`],
      validation: CertificateValidation.fromDns(zone),
    });

    const distribution = new Distribution(this, 'Distribution', {
      origin: DistributionOrigin.bucket(bucket),
      certificate: ViewerCertificate.fromCertificate(certificate),
      cachingPreset: CachingPreset.BEST_FOR_STATIC_CONTENT,
      defaultRootObject: 'index.html',
      customErrorResponses: [403, 404].map((errorCode) => ({ errorCode, responseCode: 404, responsePagePath: '/not-found.html' })),
      bundle: DistributionBundle.MEDIUM_1_0,
      waf: Waf.enabled(WafRule.managed(WafRuleGroup.COMMON)),
    });
    // The site has content when it begins to serve requests.
    distribution.node.addDependency(content);

    new DistributionAliasRecords(this, 'Records', { distribution, certificate });
    new DistributionCacheReset(this, 'CacheReset', { distribution, triggers: content.objectKeys, executeAfter: [content] });

    new CfnOutput(this, 'Url', { value: `https://${domainName}` });
    new CfnOutput(this, 'DomainName', { value: distribution.distributionDomainName });
    new CfnOutput(this, 'Changes', { value: distribution.changes });
  }
}

const app = new App();
new WebsiteStack(app, 'WebsiteStack', {
  env: { region: 'eu-west-1' },
  domainName: app.node.tryGetContext('domainName'),
  hostedZoneId: app.node.tryGetContext('hostedZoneId'),
});
