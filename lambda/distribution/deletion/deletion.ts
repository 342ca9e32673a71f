import { flag } from '../../protocol/codec';
import { type ResourceEvent, resourceId } from '../../protocol/event';
import type { Fenced } from '../fence';
import { distributionNameOf, NAME_PATTERN } from '../name';
import { valueIfReadable } from '../parse-settings';

/** A distribution that a request deletes or releases. */
export interface Deletion extends Fenced {
  /** Name of the distribution. */
  readonly resourceName: string;
  /** Whether an adopted distribution is deleted too, instead of released. */
  readonly deleteAdopted: boolean;
  /** CloudFormation knows no distribution of this name for the resource. Only what a cancelled request left is deleted, not what was retained before. */
  readonly isOrphan: boolean;
  readonly timeoutSeconds: number;
}

/** The distributions that a Delete is about, in order. Malformed properties must not block the deletion of a stack. */
export function deletionsOf(event: ResourceEvent, startedAt: number): readonly Deletion[] {
  const deleteAdopted = valueIfReadable(() => flag(event.ResourceProperties.deleteAdopted, 'deleteAdopted')) ?? false;
  const named = distributionNameOf(event);
  return [
    deletion(event, event.PhysicalResourceId, startedAt, { deleteAdopted, isOrphan: false }),
    // CloudFormation generates a physical id for a create that it cancelled before it got a response.
    ...(named === event.PhysicalResourceId ? [] : [deletion(event, named, startedAt, { deleteAdopted: false, isOrphan: true })]),
  ].filter((one) => one !== undefined);
}

/** What a cancelled update to a new name may have left. CloudFormation may never have learned that name. */
export function orphanOf(event: ResourceEvent, startedAt: number): Deletion | undefined {
  const previous = event.OldResourceProperties && distributionNameOf(event, event.OldResourceProperties);
  const isRollback = event.RequestType === 'Update' && distributionNameOf(event) === event.PhysicalResourceId;
  if (!isRollback || previous === event.PhysicalResourceId) return undefined;
  return deletion(event, previous, startedAt, { deleteAdopted: false, isOrphan: true });
}

/** `undefined` if the name is not the name of a distribution. */
function deletion(
  event: ResourceEvent, name: unknown, startedAt: number, rules: Pick<Deletion, 'deleteAdopted' | 'isOrphan'>,
): Deletion | undefined {
  return typeof name !== 'string' || !NAME_PATTERN.test(name) ? undefined : {
    ...rules,
    id: event.RequestId,
    resource: resourceId(event),
    resourceName: name,
    // Not the timeout of the construct: a deletion that is given up leaves a distribution that no stack knows.
    timeoutSeconds: 3_000,
    startedAt,
  };
}
