import type { Tag } from '@aws-sdk/client-lightsail';

/** The desired state of a certificate. */
export interface DesiredCertificate {
  /** The primary domain name is the first one. */
  readonly domainNames: readonly string[];
  readonly tags: readonly Tag[];
}

/** Deploys the resources that refer to the certificate by its name. */
export type DeployDependents = (certificateName: string) => Promise<void>;

/** Deploys the certificate of a stack. Every method returns when CloudFormation has the last response. */
export interface CertificateOwner {
  /** The name of the certificate in Lightsail. */
  readonly certificateName: string;
  create(to: DesiredCertificate): Promise<void>;
  /** If another certificate replaces the previous one, the dependent resources are deployed between the creation and the deletion. */
  update(to: DesiredCertificate, from: DesiredCertificate, deployDependents?: DeployDependents): Promise<void>;
  delete(from: DesiredCertificate): Promise<void>;
  /** Runs a create that fails because the validation records are not found, and its rollback. Absent if a create does not wait for the records. */
  failCreate?(to: DesiredCertificate): Promise<void>;
}
