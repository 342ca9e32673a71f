import { fail } from './decide';
import type { Deletion } from './deletion';
import type { DeletableKind } from './kind';
import type { Decision } from '../decision';
import { describeDenial } from '../denied';
import type { Failure } from '../lightsail/attempt';
import { NO_TAGS } from '../lightsail/writes';
import { type Unobserved, UNOBSERVED } from '../phase';
import { isPastDeadline } from '../protocol/deadline';

/** Pure and total: what to do after a call failed. */
export function recover<D extends Deletion>(
  { noun, isTransient }: Pick<DeletableKind<D, never, never>, 'noun' | 'isTransient'>, deletion: D, failure: Failure, now: number,
): Decision<Unobserved> {
  // It was deleted between two calls.
  if (failure.kind === 'not found') return { kind: 'complete', reason: 'not found', tags: NO_TAGS, cleanUp: [], found: !deletion.isOrphan, untagged: UNOBSERVED };
  if (failure.kind === 'access denied') {
    return fail(deletion, `its deletion was denied, got ${failure.description}; ${describeDenial(noun)}`, failure.error);
  }
  if (!isTransient(failure)) return fail(deletion, `its deletion was refused, got ${failure.description}`, failure.error);
  if (!isPastDeadline(deletion, now)) return { kind: 'requeue', reason: 'a response of Lightsail', tags: NO_TAGS, phase: UNOBSERVED, untagged: UNOBSERVED };
  return fail(deletion, `not deleted after ${deletion.timeoutSeconds} s, pending: a response of Lightsail, `
    + `got ${failure.description}; delete the stack again when Lightsail responds`, failure.error);
}
