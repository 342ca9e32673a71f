import type { CertificateSummary, LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';

/** The port to Lightsail for the live state of the account. It only reads. */
export interface LiveAccount {
  /** Returns all distributions, without the members that only a read by name returns. */
  distributions(): Promise<readonly LightsailDistribution[]>;
  /** Returns `undefined` if the distribution does not exist. */
  distribution(name: string): Promise<LightsailDistribution | undefined>;
  /** Returns the operations of a distribution or certificate. */
  operations(resourceName: string): Promise<readonly Operation[]>;
  /** Returns all certificates, with their details. */
  certificates(): Promise<readonly CertificateSummary[]>;
}
