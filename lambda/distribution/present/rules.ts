import { type Assessment, attachesCertificate } from './assess';
import { call, fail, phaseAfter, requeue, requeueBehindFence } from './decisions';
import type { Decision } from '../../decision';
import { CONSISTENCY_WINDOW, describeFailedOperation, describeOperation } from '../../lightsail/operation';
import { NO_TAGS, type TagWrites } from '../../lightsail/writes';
import { formatValue } from '../../protocol/format-value';
import { fenceKey, fenceTag, isOfCreation } from '../../tags/fence';
import { isNone } from '../../tags/template-tags';
import { attributesOf } from '../attributes';
import type { SettingsPhase } from '../phase';
import { unmetPrecondition } from '../preconditions';
import type { Step } from '../steps';

/** A decision, or `undefined` if the rule does not apply. */
export type Rule = (assessment: Assessment) => Decision<SettingsPhase> | undefined;

/** The distribution belongs to another resource, or to none and is not to be adopted. */
export const refuseUnowned: Rule = ({ request, ownership }) =>
  (ownership.kind === 'refused' ? fail(request, ownership.message, false) : undefined);

export const awaitOwnerTag: Rule = ({ phase, ownership, first }) =>
  (ownership.kind === 'tags not visible' ? requeue('a read that shows its owner tag', phaseAfter(phase, { fenced: true, tagged: false, first })) : undefined);

/** A retained distribution whose construct is back is marked as adopted before anything that can fail. */
export const reclaimRetained: Rule = ({ request, phase, ownership, tags, differences }) => {
  if (ownership.kind !== 'granted' || !ownership.isRetained) return undefined;
  const first = { changes: differences };
  const fence = phase.phase === 'first call' ? [fenceTag(request, [])] : [];
  return {
    kind: 'reclaim',
    reason: differences,
    tags: { ...tags, put: [...tags.put, ...fence] },
    phase: phaseAfter(phase, { fenced: true, tagged: true, first }),
    untagged: phaseAfter(phase, { fenced: false, tagged: false, first }),
  };
};

export const failWithOperation: Rule = ({ request, operation, state, ownsFence }) =>
  (state?.kind === 'failed' ? fail(request, describeFailedOperation(operation!, state.reason), ownsFence) : undefined);

/** Nothing is written without access: a later request may have taken over. */
export const respectLaterRequest: Rule = (assessment) => {
  const { request, phase, access, unsent, tags, differences } = assessment;
  if (unsent.length === 0 && isNone(tags)) return undefined;
  switch (access) {
    case 'granted':
      return undefined;
    case 'fence not visible':
      return requeueBehindFence('a read that shows its fence', assessment);
    case 'superseded':
      return fail(request, `superseded by a later request for the same resource before it could apply ${differences}; `
        + 'this request writes nothing more; the later request takes effect', false);
    case 'unknown':
      return fail(request, 'sent' in phase
        ? `changed outside the stack while the request was in progress, pending: ${differences}; deploy again`
        : `Lightsail did not respond when the request began, so a later request may have started since, pending: ${differences}; `
          + 'only a request that marked the distribution may write later; deploy again', false);
  }
};

/** Nothing differs and the deployment is complete; without waiting for the deployment, everything is sent. */
export const completeConverged: Rule = (assessment) => {
  const { request, phase, live, access, pending, unsent, sent, isIdle, first } = assessment;
  if (request.waitForDeployment ? pending.length > 0 || !isIdle : unsent.length > 0 || (!isIdle && sent.length === 0)) return undefined;
  const { tags, cleanUp } = finalTags(assessment, access === 'granted' ? assessment.finalTags : NO_TAGS);
  return {
    kind: 'complete',
    reason: first.changes,
    tags,
    cleanUp,
    untagged: phaseAfter(phase, { fenced: false, tagged: false, first: { changes: first.changes } }),
    found: true,
    attributes: attributesOf(live, first.changes),
  };
};

export const awaitDeployment: Rule = (assessment) => {
  const { live, inProgress, isIdle } = assessment;
  return isIdle ? undefined : requeueBehindFence(inProgress ? describeOperation(inProgress) : `status ${formatValue(live.status)}`, assessment);
};

/** A write succeeded, but its change is not live. */
export const awaitRead: Rule = (assessment) => {
  const { request, now, operation, plan, sent, unsent, ownsFence } = assessment;
  if (unsent.length === plan.length) return undefined;
  const since = operation?.statusChangedAt?.getTime() ?? sent.at(-1)!.at;
  if (now - since < CONSISTENCY_WINDOW) return requeueBehindFence('a read that shows the change', assessment);
  return fail(request, describeLostChanges(plan.filter((step) => !unsent.includes(step))), ownsFence);
};

export const refuseUnmetPrecondition: Rule = ({ request, pending, live, certificate, ownsFence }) => {
  const unmet = unmetPrecondition(request, pending, live, certificate);
  return unmet === undefined ? undefined : fail(request, unmet, ownsFence);
};

/** A single write of a first call needs no fence, as no later poll writes. */
export const sendNextStep = (assessment: Assessment): Decision<SettingsPhase> => {
  const { phase, fence, ownership, plan, pending } = assessment;
  // A recorded certificate may not be served, which needs a second write. Adoption has to be visible to every poll.
  const isOnlyWrite = plan.length === 1 && !attachesCertificate(pending) && ownership.kind === 'granted' && ownership.finalTags === ownership.tags;
  return call(plan[0], !(isOnlyWrite && phase.phase === 'first call' && fence === undefined), assessment);
};

/** An own fence that stays is harmless. That of another request would still let it write, and one of a creation means that it did not complete. */
function finalTags(
  { request, fence, ownsFence, access }: Assessment, tags: TagWrites,
): { readonly tags: TagWrites; readonly cleanUp: readonly string[] } {
  const key = fenceKey(request.resource);
  if (fence === undefined || access !== 'granted') return { tags, cleanUp: [] };
  return !ownsFence || isOfCreation(fence) ? { tags: { ...tags, remove: [...tags.remove, key] }, cleanUp: [] } : { tags, cleanUp: [key] };
}

function describeLostChanges(steps: readonly Step[]): string {
  const found = steps.flatMap(({ changes }) => changes).map(({ setting, desired, current }) =>
    `${setting}: desired ${formatValue(desired)}, current ${formatValue(current)}`);
  return `${steps.map(({ call: name }) => name).join(' and ')} succeeded, but ${found.join('; ')}; `
    + 'Lightsail did not keep the value, or it was changed outside the stack; use a value that Lightsail keeps, or deploy again';
}
