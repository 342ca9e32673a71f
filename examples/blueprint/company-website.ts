import { CfnOutput } from 'aws-cdk-lib';
import { Distribution, Reconcile, type OriginOptions, type ViewerCertificate } from 'cdk-lightsail-distribution';
import { Construct } from 'constructs';
import { withCompanyDefaults } from './company-defaults';
import { type Owner } from './company-standard';

export interface CompanyWebsiteProps {
  readonly owner: Owner;

  /** The origin of the pages. It must contain `/404.html`. */
  readonly origin: OriginOptions;

  /**
   * The certificate of the website's domain names.
   *
   * @default - the website has its cloudfront.net domain name only
   */
  readonly certificate?: ViewerCertificate;
}

/** A website that meets the company's standard, also in an app without the injector and the policy. */
export class CompanyWebsite extends Construct {
  public readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { owner, origin, certificate }: CompanyWebsiteProps) {
    super(scope, id);

    this.distribution = new Distribution(this, 'Distribution', withCompanyDefaults({
      origin,
      certificate,
      defaultRootObject: 'index.html',
      customErrorResponses: [{ errorCode: 404, responseCode: 404, responsePagePath: '/404.html' }],
      // Each deployment reverts settings that were changed outside the stack.
      reconcile: Reconcile.EVERY_DEPLOYMENT,
    }, owner));

    new CfnOutput(this, 'DomainName', { value: this.distribution.distributionDomainName });
  }
}
