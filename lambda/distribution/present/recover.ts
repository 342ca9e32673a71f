import { fail, phaseAfter, requeue } from './decisions';
import type { CallDecision, Decision, FailDecision, FailedCall } from '../../decision';
import { describeDenial as describeDenialOf, describeRefusal } from '../../denied';
import { type Failure, isTransientFailure } from '../../lightsail/attempt';
import { UNOBSERVED } from '../../phase';
import { isPastDeadline } from '../../protocol/deadline';
import type { FirstCall } from '../../reconcile';
import { fenceTag } from '../../tags/fence';
import { OWNER_KEY } from '../../tags/owner';
import type { SettingsPhase } from '../phase';
import type { Request } from '../request';

/** Pure and total: what to do after a call failed. */
export function recover(request: Request, phase: SettingsPhase | FirstCall, failed: FailedCall<SettingsPhase>, now: number): Decision<SettingsPhase> {
  const { failure } = failed;
  switch (failed.during) {
    case 'observation':
      if (!isTransientFailure(failure)) return refused(request, 'a read of Lightsail', failure, false);
      return isPastDeadline(request, now) ? timedOut(request, failure) : requeue('a response of Lightsail', phase.phase === 'first call' ? UNOBSERVED : phase);
    case 'tags': {
      const { decision } = failed;
      if (isTransientFailure(failure)) return requeue('tags that could not be written', decision.untagged);
      const takesOwnership = decision.tags.put.some(({ key }) => key === OWNER_KEY);
      return { ...refused(request, takesOwnership ? 'writing its owner tag' : 'writing its tags', failure, false), preventsDelete: decision.kind === 'reclaim' };
    }
    case 'call':
      return failed.decision.write.call === 'CreateDistribution' ? recoverCreate(request, failed.decision, failure) : recoverUpdate(request, phase, failed.decision, failure);
  }
}

/** Its name makes a create idempotent, and the client has retried it; the next poll finds out whether it took effect. */
function recoverCreate(request: Request, { accepted, write }: CallDecision<SettingsPhase>, failure: Failure): Decision<SettingsPhase> {
  const mayExist = failure.kind === 'outcome unknown' || failure.kind === 'name in use';
  if (!mayExist || accepted.phase !== 'creating') return refused(request, write.call, failure, false);
  return requeue('a new distribution', { ...accepted, error: failure.description });
}

/** A write that was refused as busy or throttled had no effect. If its response was lost it may have had one, which its operation shows. */
function recoverUpdate(
  request: Request, phase: SettingsPhase | FirstCall, { write, recorded, accepted }: CallDecision<SettingsPhase>, failure: Failure,
): Decision<SettingsPhase> {
  if (accepted.phase !== 'sent') return refused(request, write.call, failure, false);
  const { fenced, sent, first } = accepted;
  if (!isTransientFailure(failure)) return refused(request, write.call, failure, fenced);
  const mayHaveEffect = failure.kind === 'outcome unknown';
  const phaseIf = (isFenced: boolean) =>
    (mayHaveEffect ? { ...accepted, fenced: isFenced } : phaseAfter(phase, { fenced: isFenced, tagged: true, first }));
  return {
    kind: 'requeue',
    reason: `${write.call}, which failed`,
    tags: { put: [fenceTag(request, mayHaveEffect ? [...recorded, sent] : recorded)], remove: [] },
    phase: phaseIf(true),
    untagged: phaseIf(fenced),
  };
}

function timedOut(request: Request, { description, error }: Failure): FailDecision {
  return {
    ...fail(request, `timed out after ${request.timeoutSeconds} s, pending: a response of Lightsail, got ${description}; deploy again when Lightsail responds`, false),
    cause: error,
  };
}

function refused(request: Request, what: string, failure: Failure, ownsFence: boolean): FailDecision {
  return { ...fail(request, describeRefusal(what, failure, describeDenial(request, what)), ownsFence), cause: failure.error };
}

function describeDenial({ owned, resourceName }: Request, what: string): string {
  if (what === 'writing its owner tag' && owned?.onExisting === 'fail') {
    return 'only a construct with OnExisting.ADOPT may put an owner tag on a distribution that has none; '
      + `set onExisting to OnExisting.ADOPT, or restore the tag ${OWNER_KEY} of ${resourceName}, and deploy again`;
  }
  return describeDenialOf('distribution');
}
