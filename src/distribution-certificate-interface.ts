import { IResource } from 'aws-cdk-lib';
import { aws_lightsail } from 'aws-cdk-lib/interfaces';

/**
 * An Amazon Lightsail certificate for distributions that this stack manages or refers to.
 */
export interface IDistributionCertificate extends IResource, aws_lightsail.ICertificateRef {
  /**
   * Name of the certificate.
   *
   * @attribute
   */
  readonly certificateName: string;

  /**
   * ARN of the certificate. It ends in an ID that Lightsail assigns, not in the name of the certificate.
   *
   * @attribute
   */
  readonly certificateArn: string;
}
