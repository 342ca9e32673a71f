import { awaitCreation, create, failDeleted, failUnobserved } from './create';
import { failReleased } from './decisions';
import type { Observation } from './observe';
import { assess, RULES } from './rules';
import type { Decision } from '../../decision';
import { isPastDeadline } from '../../protocol/deadline';
import type { FirstCall } from '../../reconcile';
import type { IssuancePhase } from '../phase';
import type { CertificateRequest } from '../request';

type Phase = IssuancePhase | FirstCall;
type Decide<P, O> = (request: CertificateRequest, phase: P, observation: O, now: number) => Decision<IssuancePhase>;
type Cells<P> = { readonly [K in Observation['kind']]: Decide<P, Extract<Observation, { kind: K }>> };

/** What a pass decides, by the phase of the request and the observation. */
const DECISIONS: { readonly [P in Phase as P['phase']]: Cells<P> } = {
  'first call': { absent: create, present: reconcileCertificate },
  'unobserved': { absent: failUnobserved, present: reconcileCertificate },
  'creating': { absent: awaitCreation, present: reconcileCertificate },
  'validating': { absent: failDeleted, present: reconcileCertificate },
};

/** Pure and total. */
export function decide(request: CertificateRequest, phase: Phase, observation: Observation, now: number): Decision<IssuancePhase> {
  const decision = (DECISIONS[phase.phase] as Cells<Phase>)[observation.kind](request, phase, observation as never, now);
  const isPoll = phase.phase !== 'first call';
  if (!isPoll || !isPastDeadline(request, now) || (decision.kind !== 'requeue' && decision.kind !== 'call')) return decision;
  const remedy = request.hostedZones.length > 0 ? 'check that the name servers of the domain are those of its hosted zone' : 'create these records in the DNS of the domain';
  return failReleased(request, `timed out after ${request.timeoutSeconds} s, pending: ${decision.reason}; ${remedy}`);
}

function reconcileCertificate(request: CertificateRequest, phase: Phase, { live }: Extract<Observation, { kind: 'present' }>, now: number): Decision<IssuancePhase> {
  const assessment = assess(request, phase, live, now);
  for (const rule of RULES) {
    const decision = rule(assessment);
    if (decision !== undefined) return decision;
  }
  throw new Error('the last rule always applies');
}
