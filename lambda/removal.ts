import { flag, wholeNumber } from './codec';
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
  /** Only what a request has begun and not finished, as this may not be the distribution that is meant. */
  readonly onlyUnfinished: boolean;
  readonly timeoutSeconds: number;
  /** Epoch milliseconds of the first call. */
  readonly startedAt: number;
}

/** What a Delete is about, in order. Malformed properties must not keep a stack from being deleted. */
export function removalsOfDelete(event: ResourceEvent, startedAt: number): readonly Removal[] {
  const deleteAdopted = attempt(() => flag(event.ResourceProperties.deleteAdopted, 'deleteAdopted')) ?? false;
  const named = distributionNameOf(event);
  return [
    removal(event, event.PhysicalResourceId, startedAt, { deleteAdopted, onlyUnfinished: false }),
    // CloudFormation invents a physical id for a create that it cancelled before it had an answer.
    ...(named === event.PhysicalResourceId ? [] : [removal(event, named, startedAt, { deleteAdopted: false, onlyUnfinished: true })]),
  ].filter(({ distributionName }) => NAME_PATTERN.test(distributionName));
}

/** What is left of an update to a new name that was cancelled, of which CloudFormation may never have learnt. */
export function leftover(event: ResourceEvent, startedAt: number): Removal | undefined {
  const former = event.OldResourceProperties && distributionNameOf(event, event.OldResourceProperties);
  const isRollback = event.RequestType === 'Update' && distributionNameOf(event) === event.PhysicalResourceId;
  if (!isRollback || typeof former !== 'string' || former === event.PhysicalResourceId || !NAME_PATTERN.test(former)) return undefined;
  return removal(event, former, startedAt, { deleteAdopted: false, onlyUnfinished: true });
}

function removal(
  event: ResourceEvent, name: unknown, startedAt: number, rules: Pick<Removal, 'deleteAdopted' | 'onlyUnfinished'>,
): Removal {
  return {
    ...rules,
    id: event.RequestId,
    resource: resourceOf(event),
    distributionName: String(name),
    timeoutSeconds: attempt(() => wholeNumber(event.ResourceProperties.timeoutSeconds, 'timeoutSeconds')) ?? 3_000,
    startedAt,
  };
}
