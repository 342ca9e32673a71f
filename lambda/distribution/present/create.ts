import { describeStep, fail, requeue } from './decisions';
import type { Absent } from './observation';
import type { Decision } from '../../decision';
import { CONSISTENCY_WINDOW, describeFailedOperation, describeOperation, operationState } from '../../lightsail/operation';
import { NO_TAGS } from '../../lightsail/writes';
import { MAX_CREATION_DELAY } from '../../protocol/deadline';
import type { FirstCall } from '../../reconcile';
import { changes } from '../changes';
import { createStep } from '../create-step';
import { NO_SUCH_DISTRIBUTION } from '../name';
import type { Creating, SettingsPhase } from '../phase';
import { unmetPrecondition } from '../preconditions';
import type { Request } from '../request';

export function create(request: Request, _phase: FirstCall, { certificate }: Absent, now: number): Decision<SettingsPhase> {
  const { owned, desired, startedAt } = request;
  if (owned === undefined) return noSuchDistribution(request);
  const unmet = unmetPrecondition(request, changes(request, {}), {}, certificate);
  if (unmet !== undefined) return fail(request, unmet, false);
  if (now - startedAt > MAX_CREATION_DELAY) {
    return fail(request, `not created, got the first response of Lightsail only after ${Math.round((now - startedAt) / 1000)} s; `
      + 'after two minutes a later request may have started; deploy again', false);
  }
  const step = createStep(request, owned, now);
  const accepted: Creating = {
    phase: 'creating', sent: { call: 'CreateDistribution', at: now }, first: { attachesCertificate: Boolean(desired.certificateName), changes: 'created' },
  };
  // The fence comes with the call. Only a poll completes a new distribution: until then the fence identifies it.
  return { kind: 'call', reason: describeStep(step), write: step, recorded: [], changes: step.changes, tags: NO_TAGS, accepted, untagged: accepted, next: 'poll' };
}

export function awaitCreation(request: Request, phase: Creating, { operation }: Absent, now: number): Decision<SettingsPhase> {
  if (request.owned === undefined) return noSuchDistribution(request);
  const state = operation && operationState(operation);
  if (state?.kind === 'failed') return fail(request, describeFailedOperation(operation!, state.reason), false);
  if (state?.kind === 'pending') return requeue(describeOperation(operation!), phase);
  const since = operation?.statusChangedAt?.getTime() ?? phase.sent.at;
  if (now - since < CONSISTENCY_WINDOW) return requeue('a read that shows the new distribution', phase);
  return fail(request, `CreateDistribution created no distribution, got ${phase.error ?? 'a completed operation'}; `
    + 'its name must be unique among the Lightsail resources of the account; choose another name, or deploy again', false);
}

// A poll never creates a distribution: a missing one has no fence, so a superseded request could not detect that it is superseded.

export function failUnobserved(request: Request): Decision<SettingsPhase> {
  return request.owned === undefined ? noSuchDistribution(request) : fail(request, 'Lightsail did not respond when the request began, got no distribution; '
    + 'a distribution is created only at the beginning of a request, as a later one may have started since; deploy again', false);
}

export function failDeleted(request: Request): Decision<SettingsPhase> {
  return request.owned === undefined ? noSuchDistribution(request) : fail(request, 'deleted while the request was in progress, got no distribution; '
    + 'something outside the stack deleted it; deploy again to create it', false);
}

function noSuchDistribution(request: Request): Decision<SettingsPhase> {
  return fail(request, NO_SUCH_DISTRIBUTION, false);
}
