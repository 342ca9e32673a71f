import type { Tag } from '@aws-sdk/client-lightsail';
import type { Target } from '../reconcile';

/** What one Create or Update event requests. */
export interface CertificateRequest extends Target {
  /** The resource of the stack. */
  readonly resource: string;
  /** The construct that the resource stands for, across stacks of the same name. */
  readonly construct: string;
  readonly domainName: string;
  /** The domain name and the alternative ones, as a set. */
  readonly domainNames: readonly string[];
  /** Where the validation records are written. None: something else creates them. */
  readonly hostedZones: readonly HostedZone[];
  readonly tags: readonly Tag[];
  /** Tags that the template had at the last request and has no longer. */
  readonly removedTags: readonly Tag[];
  /** CloudFormation does not know the certificate by this name, and deletes it if the request fails. */
  readonly isNew: boolean;
  /** Whether success means that the certificate is issued, or only that its validation records are known, and written if they are to be. */
  readonly waitForIssuance: boolean;
  readonly timeoutSeconds: number;
  readonly startedAt: number;
}

export interface HostedZone {
  /** The domain name whose record belongs there; absent: all domain names. */
  readonly domainName?: string;
  readonly hostedZoneId: string;
  /** The role to assume if the zone is in another account. */
  readonly roleArn?: string;
}
