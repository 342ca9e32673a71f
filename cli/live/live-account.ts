import type { CertificateSummary, LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';

/** The port to Lightsail: what is live in the account. It only reads. */
export interface LiveAccount {
  /** All of the account, without the members that only a read by name returns. */
  distributions(): Promise<readonly LightsailDistribution[]>;
  /** `undefined` when there is none. */
  distribution(name: string): Promise<LightsailDistribution | undefined>;
  /** The operations on a distribution or certificate. */
  operations(resourceName: string): Promise<readonly Operation[]>;
  /** All of the account, with their details. */
  certificates(): Promise<readonly CertificateSummary[]>;
}
