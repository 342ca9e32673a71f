import type { ResourceEvent } from '../protocol/event';
import { resourceId } from '../protocol/event';
import { NAME_PATTERN } from '../protocol/resource-name';
import type { Target } from '../reconcile';

/** A resource that a request deletes or releases. */
export interface Deletion extends Target {
  /** The resource of the stack. */
  readonly resource: string;
  /** CloudFormation knows no resource of this name. Only what a cancelled request left is deleted, not what was retained before. */
  readonly isOrphan: boolean;
  readonly timeoutSeconds: number;
  readonly startedAt: number;
}

/** The name of the Lightsail resource that these properties, by default those of the event, ask for. */
export type NameOf = (event: ResourceEvent, properties?: Readonly<Record<string, unknown>>) => unknown;

/** The resources that a Delete is about, in order. Malformed properties must not block the deletion of a stack. */
export function deletionsOf(event: ResourceEvent, startedAt: number, nameOf: NameOf, timeoutSeconds: number): readonly Deletion[] {
  const named = nameOf(event);
  return [
    deletion(event, event.PhysicalResourceId, startedAt, { isOrphan: false, timeoutSeconds }),
    // CloudFormation generates a physical id for a create that it cancelled before it got a response.
    ...(named === event.PhysicalResourceId ? [] : [deletion(event, named, startedAt, { isOrphan: true, timeoutSeconds })]),
  ].filter((one) => one !== undefined);
}

/** What a cancelled update to a new name may have left. CloudFormation may never have learned that name. */
export function orphanOf(event: ResourceEvent, startedAt: number, nameOf: NameOf, timeoutSeconds: number): Deletion | undefined {
  const previous = event.OldResourceProperties && nameOf(event, event.OldResourceProperties);
  const isRollback = event.RequestType === 'Update' && nameOf(event) === event.PhysicalResourceId;
  if (!isRollback || previous === event.PhysicalResourceId) return undefined;
  return deletion(event, previous, startedAt, { isOrphan: true, timeoutSeconds });
}

/** `undefined` if the name is not that of a Lightsail resource. */
function deletion(
  event: ResourceEvent, name: unknown, startedAt: number, rules: Pick<Deletion, 'isOrphan' | 'timeoutSeconds'>,
): Deletion | undefined {
  return typeof name !== 'string' || !NAME_PATTERN.test(name) ? undefined
    : { ...rules, id: event.RequestId, resource: resourceId(event), resourceName: name, startedAt };
}
