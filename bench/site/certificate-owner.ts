import type { Tag } from '@aws-sdk/client-lightsail';

/** A certificate as a user wants it. */
export interface DesiredCertificate {
  /** The primary one first. */
  readonly domainNames: readonly string[];
  readonly tags: readonly Tag[];
}

/** Deploys what refers to the certificate by its name. */
export type DeployDependents = (certificateName: string) => Promise<void>;

/** What deploys a certificate of a stack. Every call returns when CloudFormation has the last response. */
export interface CertificateOwner {
  /** The name of the certificate in Lightsail. */
  readonly certificateName: string;
  create(to: DesiredCertificate): Promise<void>;
  /** If another certificate replaces the former one, what depends on it is deployed in between. */
  update(to: DesiredCertificate, from: DesiredCertificate, deployDependents?: DeployDependents): Promise<void>;
  delete(from: DesiredCertificate): Promise<void>;
  /** A create that fails because no one finds the validation records, and its rollback; absent if a create does not wait for that. */
  failCreate?(to: DesiredCertificate): Promise<void>;
}
