import { Lazy, Resource } from 'aws-cdk-lib';
import { aws_lightsail } from 'aws-cdk-lib/interfaces';
import { Construct } from 'constructs';
import { IDistributionCertificate } from '../distribution-certificate-interface';
import { checkDistributionName } from './checks/check-distribution';
import { refuse } from './checks/finding';

/** A certificate that the stack refers to but does not manage. */
export class ImportedCertificate extends Resource implements IDistributionCertificate {
  public readonly certificateArn: string;

  constructor(scope: Construct, id: string, public readonly certificateName: string) {
    super(scope, id, { region: 'us-east-1' });
    refuse(this, checkDistributionName('certificateName', certificateName, 'use the name of the certificate in Lightsail'));
    // An error only when something refers to it.
    this.certificateArn = Lazy.string({
      produce: () => {
        throw new Error(`${this.node.path}: certificateArn: unknown, got only the name "${certificateName}"; `
          + 'Lightsail assigns it, and it cannot be derived from the name; use the name of the certificate instead');
      },
    });
  }

  public get certificateRef(): aws_lightsail.CertificateReference {
    return { certificateName: this.certificateName, certificateArn: this.certificateArn };
  }
}
