import { Tag } from './tag';

/** A certificate as it is stored. Times are in milliseconds of the service's clock. */
export interface Certificate {
  readonly name: string;
  readonly arn: string;
  readonly domainName: string;
  readonly subjectAlternativeNames: readonly string[];
  readonly status: string;
  readonly requestFailureReason?: string;
  readonly createdAt: number;
  /** The time from which all its validation records have existed. */
  readonly recordsSeenAt?: number;
  readonly issuedAt?: number;
  readonly notAfter?: number;
  readonly renewalStatus?: 'PendingAutoRenewal' | 'PendingValidation' | 'Success' | 'Failed';
  readonly tags: readonly Tag[];
}

/** The primary domain name and the alternative ones, without duplicates. */
export function certificateDomains({ domainName, subjectAlternativeNames }: Certificate): readonly string[] {
  return [...new Set([domainName, ...subjectAlternativeNames])];
}
