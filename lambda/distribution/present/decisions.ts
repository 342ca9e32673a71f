import type { Assessment } from './assess';
import type { CallDecision, FailDecision, RequeueDecision } from '../../decision';
import { failDecision, requeueDecision } from '../../decisions';
import { NO_TAGS } from '../../lightsail/writes';
import type { FirstCall } from '../../reconcile';
import { fenceKey, fenceTag } from '../../tags/fence';
import { describeChanges } from '../changes';
import type { Creating, Sent, SettingsPhase, Waiting } from '../phase';
import type { Request } from '../request';
import type { Step } from '../steps';

/** Fails the request. Its own fence is removed. */
export function fail(request: Request, message: string, ownsFence: boolean): FailDecision {
  // On a distribution that CloudFormation does not know yet the fence stays: it tells the Delete that follows that the creation did not complete.
  return { ...failDecision(request, message), cleanUp: ownsFence && !request.owned?.isNew ? [fenceKey(request.resource)] : [] };
}

/** Requeues without a write. */
export function requeue(reason: string, phase: SettingsPhase): RequeueDecision<SettingsPhase> {
  return requeueDecision(reason, phase);
}

/** Requeues behind a fence if this request may have to write later. */
export function requeueBehindFence(
  cause: string, { request, phase, access, ownsFence, tags, pending, sent, unsent, first }: Assessment,
): RequeueDecision<SettingsPhase> {
  const isGranted = access === 'granted';
  // Even with nothing to send: the change in progress may not be the desired one once it is live.
  const mayWriteLater = isGranted && (unsent.length > 0 || sent.length === 0);
  const fence = mayWriteLater && !ownsFence ? [fenceTag(request, sent)] : [];
  return {
    kind: 'requeue',
    reason: pending.length > 0 ? `${cause}, ${describeChanges(pending)}` : cause,
    tags: isGranted ? { ...tags, put: [...tags.put, ...fence] } : NO_TAGS,
    phase: phaseAfter(phase, { fenced: ownsFence || fence.length > 0, tagged: true, first }),
    untagged: phaseAfter(phase, { fenced: ownsFence, tagged: false, first }),
  };
}

/** Sends a step. Behind a fence the request may also write at later polls. */
export function call(step: Step, withFence: boolean, { request, phase, now, tags, sent, first }: Assessment): CallDecision<SettingsPhase> {
  const about = { call: step.call, at: now } as Sent['sent'];
  return {
    kind: 'call',
    reason: describeStep(step),
    write: step,
    recorded: sent,
    changes: step.changes,
    // Not without the fence: a superseded request could not detect that it is superseded.
    tags: withFence ? { ...tags, put: [...tags.put, fenceTag(request, [...sent, about])] } : tags,
    accepted: { phase: 'sent', fenced: withFence, sent: about, first },
    untagged: phaseAfter(phase, { fenced: false, tagged: false, first }),
    next: request.waitForDeployment ? 'poll' : 'pass',
  };
}

export function describeStep({ call: name, changes }: Step): string {
  return `${name}, ${describeChanges(changes)}`;
}

/** The phase after a pass that sent no write; a write that was sent before stays known. */
export function phaseAfter(phase: SettingsPhase | FirstCall, waiting: Omit<Waiting, 'phase'>): Waiting | Sent | Creating {
  switch (phase.phase) {
    case 'first call':
    case 'unobserved':
    case 'waiting': return { phase: 'waiting', ...waiting };
    case 'sent': return { ...phase, fenced: waiting.fenced };
    case 'creating': return phase;
  }
}
