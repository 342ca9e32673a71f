import { awaitCreation, create, failDeleted, failUnobserved } from './create';
import { failReleased } from './decisions';
import type { Observation } from './observe';
import { assess, decideByRules } from './rules';
import type { Decision } from '../../decision';
import { beforeDeadline } from '../../decisions';
import type { FirstCall } from '../../reconcile';
import type { IssuancePhase } from '../phase';
import type { CertificateRequest } from '../request';

type Phase = IssuancePhase | FirstCall;
type Absent = Extract<Observation, { kind: 'absent' }>;
type Decide<P> = (request: CertificateRequest, phase: P, observation: Absent, now: number) => Decision<IssuancePhase>;

/** What a pass decides that found no certificate, by the phase of the request. */
const ABSENT: { readonly [P in Phase as P['phase']]: Decide<P> } = {
  'first call': create,
  'unobserved': failUnobserved,
  'creating': awaitCreation,
  'validating': failDeleted,
};

/** Pure and total. */
export function decide(request: CertificateRequest, phase: Phase, observation: Observation, now: number): Decision<IssuancePhase> {
  const assessment = observation.kind === 'present' ? assess(request, phase, observation.live, now) : undefined;
  const decision = assessment ? decideByRules(assessment) : (ABSENT[phase.phase] as Decide<Phase>)(request, phase, observation as Absent, now);
  const remedy = request.hostedZones.length > 0 ? 'check that the name servers of the domain are those of its hosted zone' : 'create these records in the DNS of the domain';
  return beforeDeadline(decision, request, phase, now, (pending) =>
    failReleased(request, `timed out after ${request.timeoutSeconds} s, pending: ${pending}; ${remedy}`, assessment?.mayWrite === true));
}
