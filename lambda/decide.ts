import type { CertificateSummary, LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';
import { changes, inWords } from './changes';
import { shown } from './codec';
import { isReady } from './distribution-status';
import type { Progress, Sent } from './event';
import { isSuperseded, recordedSteps, standingFence, type Fence } from './fence';
import { judge, named } from './operation';
import { unmetPrecondition } from './preconditions';
import type { Request } from './request';
import { steps, type Step } from './steps';

/** What was seen of the world at one call. */
export type Observation =
  /** The operation of the step that was sent is not over; nothing else was looked at. */
  | { readonly kind: 'operating'; readonly operation: Operation }
  | { readonly kind: 'absent' }
  | {
    readonly kind: 'present';
    readonly live: LightsailDistribution;
    /** The operation of the step that was sent last; absent when none was sent, or none can be found. */
    readonly operation?: Operation;
    /** The certificate to be attached, when one is to be. */
    readonly certificate?: CertificateSummary;
  };

export type Decision =
  /** Send the step; with `fence`, put up the fence first. */
  | { readonly kind: 'call'; readonly step: Step; readonly fence: boolean; readonly sent: readonly Sent[]; readonly changes: string }
  /** Look again at the next poll; with `fence`, put up the fence, as this request may have to write then. */
  | { readonly kind: 'wait'; readonly reason: string; readonly fence: boolean; readonly sent: readonly Sent[]; readonly changes: string }
  | { readonly kind: 'done'; readonly live: LightsailDistribution; readonly changes: string; readonly dropFence: boolean }
  | { readonly kind: 'fail'; readonly message: string; readonly dropFence: boolean };

/** Pure and total: everything that can be got wrong is here and in what it calls. `progress` is absent at the first call. */
export function decide(request: Request, progress: Progress | undefined, observation: Observation, now: number): Decision {
  const decision = inTime(request, progress, observation);
  const isLate = progress !== undefined && now - request.startedAt >= request.timeoutSeconds * 1000;
  // What cannot be waited for must not be begun either.
  if (!isLate || (decision.kind !== 'wait' && decision.kind !== 'call')) return decision;
  const pending = decision.kind === 'wait' ? decision.reason : `${decision.step.call}, ${inWords(decision.step.changes)}`;
  return fail(request, `not finished after ${request.timeoutSeconds} s, pending: ${pending}; `
    + 'look at the distribution, then deploy again or allow a longer timeout', ownsFence(request, observation));
}

function inTime(request: Request, progress: Progress | undefined, observation: Observation): Decision {
  switch (observation.kind) {
    case 'operating':
      return wait(named(observation.operation), false, [], '');
    case 'absent':
      return fail(request, 'no such distribution in this account; '
        + 'names are looked up with `aws lightsail get-distributions --region us-east-1`; correct the name or create the distribution first', false);
    case 'present':
      return present(request, progress, observation);
  }
}

type Present = Extract<Observation, { kind: 'present' }>;

function present(request: Request, progress: Progress | undefined, observation: Present): Decision {
  const { live, operation } = observation;
  const fence = standingFence(request.resource, live);
  const own = fence?.requestId === request.id;
  const verdict = operation && judge(operation);
  if (verdict?.kind === 'failed') {
    return fail(request, `${named(operation!)} failed: ${verdict.reason}; correct what it names and deploy again`, own);
  }

  const pending = changes(request, live);
  const words = progress?.changes ?? (progress === undefined ? inWords(pending) : 'applied; the log of the handler names the changes');
  const plan = steps(request.distributionName, pending, live);
  const sent = sentSteps(request, progress, fence, operation);
  const unsent = plan.filter((step) => !sent.some(({ call }) => call === step.call));
  const ready = isReady(live) && verdict?.kind !== 'pending';

  if (unsent.length > 0 && isSuperseded(request, progress, fence)) {
    return fail(request, `superseded by a later request for the same resource, before it could apply ${inWords(pending)}; `
      + 'nothing more is written for this one; the later request decides', false);
  }
  if (request.waitForDeployment ? pending.length === 0 && ready : unsent.length === 0) {
    return { kind: 'done', live, changes: words, dropFence: fence !== undefined && fence.startedAt <= request.startedAt };
  }
  if (!ready) {
    // Even with nothing to send: the change that is under way may not be the wanted one once it has arrived.
    const mayWrite = unsent.length > 0 || sent.length === 0;
    const cause = verdict?.kind === 'pending' ? named(operation!) : `status ${shown(live.status)}`;
    return wait(pending.length > 0 ? `${cause}, ${inWords(pending)}` : cause, mayWrite && !own, sent, words);
  }
  if (unsent.length < plan.length) return notKept(request, plan.filter((step) => !unsent.includes(step)), own);
  const unmet = unmetPrecondition(request, pending, live, observation.certificate);
  if (unmet !== undefined) return fail(request, unmet, own);
  return { kind: 'call', step: plan[0], fence: plan.length > 1 || progress !== undefined || fence !== undefined, sent, changes: words };
}

/** The steps that this request has sent and that have taken effect or may yet do so. */
function sentSteps(request: Request, progress: Progress | undefined, fence: Fence | undefined, operation: Operation | undefined): readonly Sent[] {
  const recorded = recordedSteps(request, progress, fence);
  const last = recorded.at(-1);
  // The record is made before the call, so the last one counts only if the service knows its operation.
  return last !== undefined && last.operationId === undefined && operation === undefined ? recorded.slice(0, -1) : recorded;
}

function ownsFence(request: Request, observation: Observation): boolean {
  return observation.kind === 'present' && standingFence(request.resource, observation.live)?.requestId === request.id;
}

function notKept(request: Request, stuck: readonly Step[], own: boolean): Decision {
  const found = stuck.flatMap((step) => step.changes).map((change) => `${change.setting}: wanted ${shown(change.wanted)}, found ${shown(change.found)}`);
  return fail(request, `${stuck.map(({ call }) => call).join(' and ')} succeeded, but ${found.join('; ')}; `
    + 'Lightsail did not keep the value, or something else has changed it meanwhile; use a value that Lightsail keeps, or deploy again', own);
}

function wait(reason: string, fence: boolean, sent: readonly Sent[], words: string): Decision {
  return { kind: 'wait', reason, fence, sent, changes: words };
}

function fail({ distributionName }: Request, message: string, dropFence: boolean): Decision {
  return { kind: 'fail', message: `${distributionName}: ${message}`, dropFence };
}
