import type { CertificateSummary, LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';

/** What one pass observes of a distribution that has to exist. */
export type Observation = Operating | Absent | Present;

/** The operation of the write is pending; nothing else was read. */
export interface Operating {
  readonly kind: 'operating';
  readonly operation: Operation;
}

export interface Absent {
  readonly kind: 'absent';
  /** The operation of CreateDistribution. */
  readonly operation?: Operation;
  /** The certificate to create the distribution with. */
  readonly certificate?: CertificateSummary;
}

export interface Present {
  readonly kind: 'present';
  readonly live: LightsailDistribution;
  /** The operation of the last write that was sent; absent when there is none, or none can be found. */
  readonly operation?: Operation;
  /**
   * The newest operation of any request that changed settings. Only read if this request sent nothing and found nothing to change,
   * as that may be too early to tell.
   */
  readonly otherOperation?: Operation;
  /** The certificate to attach, or that was attached; absent when none is involved. */
  readonly certificate?: CertificateSummary;
}
