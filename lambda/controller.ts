import type { Outcome } from './decision';
import type { ResourceEvent } from './protocol/event';
import type { Progress } from './protocol/progress';
import type { Context, FirstCall } from './reconcile';

/** What handles the events of one resource type. */
export interface Controller<Phase> {
  /** Reads what a poll carries. */
  parseProgress(event: ResourceEvent): Progress<Phase>;
  /** The id by which CloudFormation will know the resource. */
  physicalResourceId(event: ResourceEvent): string;
  /** Whether a Create or Update may create something that CloudFormation does not know yet. */
  mayCreate(event: ResourceEvent): boolean;
  /** Makes one pass for each goal of the event. Reads the properties of the event before any call. */
  reconcile(context: Context, event: ResourceEvent, startedAt: number, phase: Phase | FirstCall): Promise<Outcome<Phase>>;
}
