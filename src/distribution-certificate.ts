import { CfnResource, ITaggable, RemovalPolicy, Resource, TagManager, TagType, Token } from 'aws-cdk-lib';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import { aws_lightsail } from 'aws-cdk-lib/interfaces';
import { Construct } from 'constructs';
import { CertificateValidation } from './certificate-validation';
import { IDistributionCertificate } from './distribution-certificate-interface';
import { DistributionCertificateProps } from './distribution-certificate-props';
import { checkCertificate } from './private/checks/check-certificate';
import { checkRemovalPolicy } from './private/checks/check-distribution';
import { checkTags } from './private/checks/check-tags';
import { refuseArgument, refuseProps } from './private/checks/check-types';
import { refuse } from './private/checks/finding';
import { CERTIFICATE_PROPS } from './private/checks/types/certificate';
import { text } from './private/checks/types/kinds';
import { claimOwnership, identityOf } from './private/claims';
import { defineCustomResource } from './private/custom-resource';
import { ImportedCertificate } from './private/imported-certificate';
import { LightsailDistributionProvider } from './private/provider';
import { renderCertificate } from './private/render-certificate';
import { CERTIFICATE_TYPE } from './private/resource-properties';

const CERTIFICATE_NAME = text('my-cert');

/**
 * An Amazon Lightsail certificate for the domain names of a distribution, which the stack owns.
 *
 * The deployment requests the certificate, writes the records that validate it, and succeeds when it is issued, which takes minutes.
 * Resources that refer to the certificate, such as a distribution, are deployed after that.
 *
 * An account can request 20 certificates in 365 days and have 10 active ones. The same construct never requests a second one for the
 * same set of domain names while the first exists. A deployment that ends before the certificate is issued leaves it pending, and the
 * next deployment continues with it, also if the stack was deleted in between. A certificate that Lightsail refuses to issue, or
 * whose validation timed out after 72 hours, fails the deployment at once and is deleted.
 *
 * The certificate is in us-east-1, as all certificates of distributions are, while the stack can be in any Region. The first construct
 * of this library in a stack also defines the Lambda function that all of them share.
 *
 * Errors at synthesis name options as TypeScript spells them, in every language: "subjectAlternativeNames" is
 * subject_alternative_names in Python and SubjectAlternativeNames in C# and Go.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateCertificate.html
 */
@propertyInjectable
export class DistributionCertificate extends Resource implements IDistributionCertificate, ITaggable {
  /**
   * The ID for an `IPropertyInjector`, which can set properties of every `DistributionCertificate` in a scope.
   */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-lightsail-distribution.DistributionCertificate';

  /**
   * Imports an existing certificate by its name, for example one that was requested in the console.
   *
   * Its ARN is unknown, and a reference to it fails at synthesis.
   *
   * @param scope parent of the construct
   * @param id ID of the construct
   * @param certificateName name of the certificate in Lightsail, in us-east-1
   * @returns the certificate
   */
  public static fromCertificateName(scope: Construct, id: string, certificateName: string): IDistributionCertificate {
    refuseArgument('DistributionCertificate.fromCertificateName', 'certificateName', certificateName, CERTIFICATE_NAME);
    return new ImportedCertificate(scope, id, certificateName);
  }

  /**
   * The tags of the certificate, including those of `Tags.of()`.
   */
  public readonly tags: TagManager;

  /**
   * All domain names of the certificate, the primary one first.
   */
  public readonly domainNames: string[];

  /**
   * How the owner of the domain names proves control of them.
   */
  public readonly validation: CertificateValidation;

  private readonly resource: CfnResource;

  /**
   * Defines a certificate.
   *
   * It throws an error that lists every invalid option, except tags, which are checked at synthesis, or if another construct of the
   * app owns the certificate.
   *
   * @param scope parent of the construct
   * @param id ID of the construct
   * @param props properties of the certificate
   */
  constructor(scope: Construct, id: string, props: DistributionCertificateProps) {
    refuseProps(scope, id, props, CERTIFICATE_PROPS);
    // All certificates of distributions are in us-east-1, also when the stack is not.
    super(scope, id, { physicalName: props.certificateName, region: 'us-east-1' });
    refuse(this, checkCertificate(props));
    refuse(this, claimOwnership(this, identityOf(this, props.certificateName), 'certificate'));

    this.domainNames = [props.domainName, ...props.subjectAlternativeNames ?? []];
    this.validation = props.validation ?? CertificateValidation.manual();
    this.tags = new TagManager(TagType.STANDARD, CERTIFICATE_TYPE, Object.entries(props.tags ?? {}).map(([key, value]) => ({ key, value })));
    // Scopes can add tags until the synthesis.
    this.node.addValidation({ validate: () => [...checkTags(this.tags.tagValues(), 'certificate')] });

    this.resource = defineCustomResource(this, {
      resourceType: CERTIFICATE_TYPE,
      removalPolicy: props.removalPolicy,
      properties: { certificateName: this.physicalName, tags: this.tags.renderedTags, ...renderCertificate(props) },
    });
    this.resource.node.addDependency(LightsailDistributionProvider.of(this).allowCertificates(this.domainNames, this.validation));
    if (this.validation.domain !== undefined) { this.resource.node.addDependency(this.validation.domain); }
  }

  /**
   * Name of the certificate.
   *
   * @attribute
   */
  public get certificateName(): string {
    return this.getResourceNameAttribute(this.attribute('certificateName'));
  }

  /**
   * ARN of the certificate. It ends in an ID that Lightsail assigns, not in the name of the certificate.
   *
   * @attribute
   */
  public get certificateArn(): string {
    return this.attribute('certificateArn');
  }

  /**
   * Status of the certificate in Lightsail: ISSUED, unless the deployment does not wait for that.
   *
   * @attribute
   */
  public get certificateStatus(): string {
    return this.attribute('status');
  }

  /**
   * The records that validate the domain names, for example for a `CfnOutput`: `NAME CNAME VALUE`, separated by a comma and a space.
   *
   * @attribute
   */
  public get validationRecords(): string {
    return this.attribute('validationRecords');
  }

  /**
   * Name and ARN of the certificate, for constructs that accept any Lightsail certificate.
   */
  public get certificateRef(): aws_lightsail.CertificateReference {
    return { certificateName: this.certificateName, certificateArn: this.certificateArn };
  }

  /**
   * Sets the removal policy, with the same effect as the property of this name.
   *
   * @param policy the removal policy
   */
  public applyRemovalPolicy(policy: RemovalPolicy): void {
    refuse(this, checkRemovalPolicy(policy, 'certificate'));
    super.applyRemovalPolicy(policy);
  }

  private attribute(name: string): string {
    return Token.asString(this.resource.getAtt(name));
  }
}
