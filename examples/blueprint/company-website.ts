import { CfnOutput } from 'aws-cdk-lib';
import { Distribution, Reconcile, type OriginOptions, type ViewerCertificate } from 'cdk-lightsail-distribution';
import { Construct } from 'constructs';
import { withCompanyDefaults } from './company-defaults';
import { type Owner } from './company-standard';

export interface CompanyWebsiteProps {
  readonly owner: Owner;

  /** Where the pages come from. It must have `/404.html`. */
  readonly origin: OriginOptions;

  /**
   * The certificate of the website's domain names.
   *
   * @default - the website answers for its cloudfront.net name only
   */
  readonly certificate?: ViewerCertificate;
}

/** A website as the company wants it, in any app: it needs neither the injector nor the policy. */
export class CompanyWebsite extends Construct {
  public readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { owner, origin, certificate }: CompanyWebsiteProps) {
    super(scope, id);

    this.distribution = new Distribution(this, 'Distribution', withCompanyDefaults({
      origin,
      certificate,
      defaultRootObject: 'index.html',
      customErrorResponses: [{ errorCode: 404, responseCode: 404, responsePagePath: '/404.html' }],
      // Whatever somebody weakens by hand is put back by the next deployment.
      reconcile: Reconcile.EVERY_DEPLOYMENT,
    }, owner));

    new CfnOutput(this, 'DomainName', { value: this.distribution.distributionDomainName });
  }
}
