import { flag } from './codec';
import { distributionNameOf, NAME_PATTERN, resourceOf } from './distribution-name';
import type { ResourceEvent } from './event';
import { attempt } from './parse-settings';

/** A distribution that a resource is to be rid of. */
export interface Removal {
  readonly id: string;
  readonly resource: string;
  readonly distributionName: string;
  /** Whether one that was there before the resource is deleted too, instead of being released. */
  readonly deleteAdopted: boolean;
  /** CloudFormation knows no distribution of this name for the resource: only what a cancelled request has left goes, not what was kept long ago. */
  readonly isUnheardOf: boolean;
  readonly timeoutSeconds: number;
  /** Epoch milliseconds of the first call. */
  readonly startedAt: number;
}

/** What a Delete is about, in order. Malformed properties must not keep a stack from being deleted. */
export function removalsOfDelete(event: ResourceEvent, startedAt: number): readonly Removal[] {
  const deleteAdopted = attempt(() => flag(event.ResourceProperties.deleteAdopted, 'deleteAdopted')) ?? false;
  const named = distributionNameOf(event);
  return [
    removal(event, event.PhysicalResourceId, startedAt, { deleteAdopted, isUnheardOf: false }),
    // CloudFormation invents a physical id for a create that it cancelled before it had an answer.
    ...(named === event.PhysicalResourceId ? [] : [removal(event, named, startedAt, { deleteAdopted: false, isUnheardOf: true })]),
  ].filter((one) => one !== undefined);
}

/** What is left of an update to a new name that was cancelled, of which CloudFormation may never have learnt. */
export function leftover(event: ResourceEvent, startedAt: number): Removal | undefined {
  const former = event.OldResourceProperties && distributionNameOf(event, event.OldResourceProperties);
  const isRollback = event.RequestType === 'Update' && distributionNameOf(event) === event.PhysicalResourceId;
  if (!isRollback || former === event.PhysicalResourceId) return undefined;
  return removal(event, former, startedAt, { deleteAdopted: false, isUnheardOf: true });
}

/** `undefined` where the name is none. */
function removal(
  event: ResourceEvent, name: unknown, startedAt: number, rules: Pick<Removal, 'deleteAdopted' | 'isUnheardOf'>,
): Removal | undefined {
  return typeof name !== 'string' || !NAME_PATTERN.test(name) ? undefined : {
    ...rules,
    id: event.RequestId,
    resource: resourceOf(event),
    distributionName: name,
    // Not the user's: a deletion that is given up leaves a distribution behind that nobody knows of.
    timeoutSeconds: 3_000,
    startedAt,
  };
}
