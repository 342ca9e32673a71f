import type { Observation } from './observe';
import type { Decision } from '../../decision';
import { failDecision, requeueDecision } from '../../decisions';
import { CONSISTENCY_WINDOW, describeFailedOperation, describeOperation, operationState } from '../../lightsail/operation';
import { NO_TAGS } from '../../lightsail/writes';
import { MAX_CREATION_DELAY } from '../../protocol/deadline';
import type { FirstCall } from '../../reconcile';
import { fenceTag } from '../../tags/fence';
import { ownerTag } from '../../tags/owner';
import { constructTag } from '../ownership';
import { type Creating, type IssuancePhase, type Validating, VALIDATING } from '../phase';
import type { CertificateRequest } from '../request';

type Absent = Extract<Observation, { kind: 'absent' }>;

export function create(request: CertificateRequest, _phase: FirstCall, _observation: Absent, now: number): Decision<IssuancePhase> {
  const { resource, resourceName: certificateName, domainName, domainNames, tags, startedAt } = request;
  if (now - startedAt > MAX_CREATION_DELAY) {
    return failDecision(request, `not created, got the first response of Lightsail only after ${Math.round((now - startedAt) / 1000)} s; `
      + 'after two minutes a later request may have started; deploy again');
  }
  const subjectAlternativeNames = domainNames.filter((name) => name !== domainName.toLowerCase());
  const sent = { call: 'CreateCertificate', at: now } as const;
  const accepted: Creating = { phase: 'creating', sent };
  return {
    kind: 'call',
    reason: `CreateCertificate, ${domainNames.join(', ')}`,
    write: {
      call: 'CreateCertificate',
      input: {
        certificateName,
        domainName,
        ...(subjectAlternativeNames.length > 0 && { subjectAlternativeNames }),
        // Lightsail refuses a tag without a value here, and accepts it later.
        tags: [...tags.filter(({ value }) => value !== ''), ownerTag(resource, 'created'), constructTag(request), fenceTag(request, [sent])],
      },
    },
    recorded: [],
    changes: [],
    tags: NO_TAGS,
    accepted,
    untagged: accepted,
    // Its validation records may be known at once.
    next: 'pass',
  };
}

export function awaitCreation(request: CertificateRequest, phase: Creating, { operation }: Absent, now: number): Decision<IssuancePhase> {
  const state = operation && operationState(operation);
  if (state?.kind === 'failed') return failDecision(request, describeFailedOperation(operation!, state.reason));
  if (state?.kind === 'pending') return requeueDecision(describeOperation(operation!), phase);
  const since = operation?.statusChangedAt?.getTime() ?? phase.sent.at;
  if (now - since < CONSISTENCY_WINDOW) return requeueDecision('a read that shows the new certificate', phase);
  return failDecision(request, `CreateCertificate created no certificate, got ${phase.error ?? 'a completed operation'}; `
    + 'its name must be unique among the Lightsail resources of the account; choose another name, or deploy again');
}

// A poll never creates a certificate: a superseded request could not detect that it is superseded.

export function failUnobserved(request: CertificateRequest): Decision<IssuancePhase> {
  return failDecision(request, 'Lightsail did not respond when the request began, got no certificate; '
    + 'a certificate is created only at the beginning of a request, as a later one may have started since; deploy again');
}

export function failDeleted(request: CertificateRequest, _phase: Validating, _observation: Absent, now: number): Decision<IssuancePhase> {
  if (now - request.startedAt < CONSISTENCY_WINDOW) return requeueDecision('a read that shows the certificate', VALIDATING);
  return failDecision(request, 'deleted while the request was in progress, got no certificate; something outside the stack deleted it; deploy again to create it');
}
