import type { Call } from './settings';

/** CloudFormation's custom resource event, with what the first call returned in it when it is a poll. */
export interface ResourceEvent {
  readonly RequestType: 'Create' | 'Update' | 'Delete';
  readonly RequestId: string;
  readonly StackId: string;
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId?: string;
  readonly ResourceProperties: Readonly<Record<string, unknown>>;
  readonly OldResourceProperties?: Readonly<Record<string, unknown>>;
  readonly Progress?: Progress;
}

/** A step that was sent, or was about to be. */
export interface Sent {
  readonly call: Call;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Absent when the answer was lost, and in a fence. */
  readonly operationId?: string;
}

/** What the first call hands to every poll of the same request. The framework passes it on unchanged. */
export interface Progress {
  readonly startedAt: number;
  /** The first call has ended the request; the poll has nothing to do. */
  readonly complete: boolean;
  /** The fence was put up by the first call. */
  readonly fenced: boolean;
  readonly sent?: Sent;
  /** What the request changes, as the first call saw it; absent when it could not look. */
  readonly changes?: string;
}

/** The resource's attributes, as CloudFormation gets them: every one in every answer. */
export interface Attributes {
  readonly distributionName: string;
  readonly distributionArn: string;
  readonly domainName: string;
  readonly status: string;
  readonly originPublicDns: string;
  readonly alternativeDomainNames: string;
  readonly changes: string;
}
