import { changes } from './changes';
import { createStep } from './creation';
import { fail, type Decision, type Observation } from './decision';
import type { Progress } from './event';
import { SETTLING } from './fence';
import { judge, named } from './operation';
import { unmetPrecondition } from './preconditions';
import type { Owned, Request } from './request';
import { NO_TAGS } from './tags';

/** How long after its beginning a request may still send the call that creates a distribution, in milliseconds. */
const LATEST_CREATION = 120_000;
/** How long after that the call may have its effect, with all its tries. */
export const CREATION_WINDOW = 300_000;

type Absent = Extract<Observation, { kind: 'absent' }>;

/** A distribution of the stack that is not there. */
export function decideCreation(
  request: Request, owned: Owned, progress: Progress | undefined, { operation, certificate }: Absent, now: number,
): Decision {
  if (progress === undefined) return create(request, owned, certificate, now);
  // Never at a poll: what is not there cannot carry a fence, so a superseded request could not tell that it is one.
  if (progress.sent?.call !== 'CreateDistribution') {
    return fail(request, progress.changes === undefined
      ? 'Lightsail could not be reached when the request began, got no distribution; one is created at the beginning of a request only, '
        + 'as a later one may have come meanwhile; deploy again'
      : 'gone while the request was under way, got no distribution; something else has deleted it; deploy again to create it anew', false);
  }
  const verdict = operation && judge(operation);
  if (verdict?.kind === 'failed') return fail(request, `${named(operation!)} failed: ${verdict.reason}; correct what it names and deploy again`, false);
  const since = operation?.statusChangedAt?.getTime() ?? progress.sent.at;
  if (verdict?.kind === 'pending' || now - since < SETTLING) {
    const reason = verdict?.kind === 'pending' ? named(operation!) : 'a read that shows the new distribution';
    return { kind: 'wait', reason, fence: 'stands', tags: NO_TAGS, sent: [], noted: {} };
  }
  return fail(request, `CreateDistribution brought no distribution, got ${progress.doubt ?? 'an operation that is over'}; `
    + 'its name must not be that of any other Lightsail resource of the account; choose another name, or deploy again', false);
}

function create(request: Request, owned: Owned, certificate: Absent['certificate'], now: number): Decision {
  const pending = changes(request, {});
  const unmet = unmetPrecondition(request, pending, {}, certificate);
  if (unmet !== undefined) return fail(request, unmet, false);
  const noted = { attaches: Boolean(request.desired.certificateName), changes: 'created' };
  if (now - request.startedAt > LATEST_CREATION) {
    return fail(request, `not created, got the first answers of Lightsail only after ${Math.round((now - request.startedAt) / 1000)} s; `
      + 'after two minutes a later request may have come; deploy again', false);
  }
  return { kind: 'call', step: createStep(request, owned, now), fence: 'stands', tags: NO_TAGS, sent: [], noted };
}
