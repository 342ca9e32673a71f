import { decide } from './decide';
import type { Deletion } from './deletion';
import type { DeletableKind } from './kind';
import { observe, type Observation } from './observe';
import { recover } from './recover';
import type { WriteCall } from '../lightsail/writes';
import type { Deleting, Unobserved } from '../phase';
import type { Goal } from '../reconcile';
import type { Tagged } from '../tags/owner';

/** A resource that the stack no longer has: it is deleted, released or retained. */
export function deletedGoal<D extends Deletion, L extends Tagged, C extends WriteCall>(
  kind: DeletableKind<D, L, C>,
): Goal<D, Unobserved | Deleting<C>, Observation<L>> {
  return {
    observe: (lightsail, deletion, phase) => observe(kind, lightsail, deletion, phase),
    decide: (deletion, phase, observation, now) => decide(kind, deletion, phase, observation, now),
    recover: (deletion, _phase, { failure }, now) => recover(kind, deletion, failure, now),
  };
}
