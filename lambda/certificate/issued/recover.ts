import { failReleased } from './decisions';
import type { Decision, FailDecision, FailedCall } from '../../decision';
import { failDecision, requeueDecision } from '../../decisions';
import { describeDenial, describeRefusal } from '../../denied';
import { type Failure, isTransientFailure } from '../../lightsail/attempt';
import { UNOBSERVED } from '../../phase';
import { isPastDeadline } from '../../protocol/deadline';
import type { FirstCall } from '../../reconcile';
import { type IssuancePhase, VALIDATING } from '../phase';
import type { CertificateRequest } from '../request';

/** Pure and total: what to do after a call failed. */
export function recover(
  request: CertificateRequest, phase: IssuancePhase | FirstCall, failed: FailedCall<IssuancePhase>, now: number,
): Decision<IssuancePhase> {
  const { failure } = failed;
  const isTransient = isTransientFailure(failure);
  const isFirstCall = phase.phase === 'first call';
  switch (failed.during) {
    case 'observation':
      if (!isTransient) return refused(request, 'a read of Lightsail', failure);
      if (!isPastDeadline(request, now)) return requeueDecision('a response of Lightsail', isFirstCall ? UNOBSERVED : phase);
      // Not released: a later request may own it by now.
      return failReleased(request, `timed out after ${request.timeoutSeconds} s, pending: a response of Lightsail, got ${failure.description}; `
        + 'wait until Lightsail responds', false, failure.error);
    case 'tags':
      if (isTransient && !isFirstCall) return requeueDecision('tags that could not be written', failed.decision.untagged);
      return { ...refused(request, 'writing its tags', failure), preventsDelete: failed.decision.kind === 'reclaim' };
    case 'call':
      return failed.decision.write.call === 'CreateCertificate' ? recoverCreate(request, failed.decision.accepted, failure) : recoverRecords(request, failure);
  }
}

/** Its name makes a create idempotent, and the client has retried it; the next poll finds out whether it took effect. */
function recoverCreate(request: CertificateRequest, accepted: IssuancePhase, failure: Failure): Decision<IssuancePhase> {
  const mayExist = failure.kind === 'outcome unknown' || failure.kind === 'name in use';
  if (mayExist && accepted.phase === 'creating') return requeueDecision('a new certificate', { ...accepted, error: failure.description });
  const quota = /too many certificates/i.test(failure.description) ? '; an account can request 20 certificates in 365 days and have 10 active ones; delete unused ones' : '';
  return refused(request, 'CreateCertificate', failure, quota);
}

/** Writing records again has the same effect. */
function recoverRecords(request: CertificateRequest, failure: Failure): Decision<IssuancePhase> {
  if (isTransientFailure(failure)) return requeueDecision('ChangeResourceRecordSets, which failed', VALIDATING);
  return failReleased(request, `ChangeResourceRecordSets was refused, got ${failure.description}; `
    + 'check the hosted zones of the validation, and that the role of the function, or the role it assumes, may write to them', true, failure.error);
}

function refused(request: CertificateRequest, what: string, failure: Failure, remedy = ''): FailDecision {
  return failDecision(request, describeRefusal(what, failure, describeDenial('certificate')) + remedy, failure.error);
}
