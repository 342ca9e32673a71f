import { assess } from './assess';
import { awaitCreation, create, failDeleted, failUnobserved } from './create';
import { fail, requeue } from './decisions';
import type { Observation, Operating, Present } from './observation';
import {
  awaitDeployment, awaitOwnerTag, awaitRead, completeConverged, failWithOperation, reclaimRetained, refuseUnmetPrecondition, refuseUnowned,
  respectLaterRequest, type Rule, sendNextStep,
} from './rules';
import type { Decision } from '../../decision';
import { beforeDeadline } from '../../decisions';
import { describeOperation } from '../../lightsail/operation';
import { describeTimeout } from '../../protocol/deadline';
import type { FirstCall } from '../../reconcile';
import { fenceOf } from '../../tags/fence';
import type { SettingsPhase } from '../phase';
import type { Request } from '../request';

type Phase = SettingsPhase | FirstCall;
type Decide<P, O> = (request: Request, phase: P, observation: O, now: number) => Decision<SettingsPhase>;

/** What a pass decides, by the phase of the request and the observation. */
const DECISIONS: { readonly [P in Phase as P['phase']]: { readonly [O in Observation as O['kind']]: Decide<P, O> } } = {
  'first call': { operating: awaitOperation, absent: create, present: reconcileSettings },
  'unobserved': { operating: awaitOperation, absent: failUnobserved, present: reconcileSettings },
  'waiting': { operating: awaitOperation, absent: failDeleted, present: reconcileSettings },
  'sent': { operating: awaitOperation, absent: failDeleted, present: reconcileSettings },
  'creating': { operating: awaitOperation, absent: awaitCreation, present: reconcileSettings },
};

/** The rules for an existing distribution. The first one that applies decides; if none does, the next step is sent. */
const RULES: readonly Rule[] = [
  refuseUnowned, // fail
  awaitOwnerTag, // requeue
  reclaimRetained, // tag, requeue
  failWithOperation, // fail
  respectLaterRequest, // fail, or requeue until the fence is visible
  completeConverged, // complete
  awaitDeployment, // requeue
  awaitRead, // requeue, then fail
  refuseUnmetPrecondition, // fail
];

/** Pure and total. */
export function decide(request: Request, phase: Phase, observation: Observation, now: number): Decision<SettingsPhase> {
  const decision = (DECISIONS[phase.phase][observation.kind] as Decide<Phase, Observation>)(request, phase, observation, now);
  return beforeDeadline(decision, request, phase, now, (pending) =>
    fail(request, describeTimeout(request, pending), ownsFence(request, observation)));
}

function awaitOperation(_request: Request, phase: Phase, { operation }: Operating): Decision<SettingsPhase> {
  return requeue(describeOperation(operation), phase as SettingsPhase);
}

function reconcileSettings(request: Request, phase: Phase, observation: Present, now: number): Decision<SettingsPhase> {
  const assessment = assess(request, phase, observation, now);
  for (const rule of RULES) {
    const decision = rule(assessment);
    if (decision !== undefined) return decision;
  }
  return sendNextStep(assessment);
}

function ownsFence(request: Request, observation: Observation): boolean {
  return observation.kind === 'present' && fenceOf(request.resource, observation.live)?.requestId === request.id;
}
