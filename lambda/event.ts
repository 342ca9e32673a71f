import type { StepCall } from './steps';

/** The resource type of a distribution that belongs to the stack. Any other is that of settings of a distribution that does not. */
export const DISTRIBUTION = 'Custom::LightsailDistribution';

/** CloudFormation's custom resource event, with what the first call returned in it when it is a poll. */
export interface ResourceEvent {
  readonly RequestType: 'Create' | 'Update' | 'Delete';
  readonly RequestId: string;
  readonly ResourceType: string;
  readonly StackId: string;
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId?: string;
  readonly ResourceProperties: Readonly<Record<string, unknown>>;
  readonly OldResourceProperties?: Readonly<Record<string, unknown>>;
  readonly Progress?: Progress;
}

/** A step that was sent, or was about to be. */
export interface Sent {
  readonly call: StepCall | 'DeleteDistribution';
  /** Epoch milliseconds. */
  readonly at: number;
  /** Absent when the answer was lost, and in a fence. */
  readonly operationId?: string;
}

/** What the first call hands to every poll of the same request. The framework passes it on unchanged. */
export interface Progress {
  readonly startedAt: number;
  /** CloudFormation's id of the resource, absent while it has none: the framework puts the id that the first call returns in its place. */
  readonly knownAs?: string;
  /** The first call has ended the request; the poll has nothing to do. */
  readonly complete: boolean;
  /** The first call has put the fence up, or has sent it along with the new distribution. */
  readonly fenced: boolean;
  /** The first call of a Delete found the distribution that CloudFormation knows, so that no other is meant. */
  readonly found?: boolean;
  /** The first call found the settings as wanted; what is left to do is to remove another distribution. */
  readonly settled?: boolean;
  /** Why the first call failed, where only a poll may say so. */
  readonly failed?: string;
  readonly sent?: Sent;
  /** What Lightsail answered to a step of which nobody knows whether it took effect. */
  readonly doubt?: string;
  /** The first call has written the tags. */
  readonly tagged?: boolean;
  /** Whether the request attaches a certificate, as the first call saw it; absent when it could not look. */
  readonly attaches?: boolean;
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
