import type { FailDecision, RequeueDecision } from '../../decision';
import { NO_TAGS, type TagWrites } from '../../lightsail/writes';
import { OWNER_KEY } from '../../tags/owner';
import type { IssuancePhase } from '../phase';
import type { CertificateRequest } from '../request';

/** Fails the request. */
export function fail({ resourceName }: CertificateRequest, message: string): FailDecision {
  return { kind: 'fail', message: `${resourceName}: ${message}`, cleanUp: [] };
}

/**
 * Fails the request with a certificate that can still be issued. The Delete that may follow leaves a certificate without an owner, and the next
 * deployment continues with it. A superseded request must not release what another one owns.
 */
export function failReleased(request: CertificateRequest, message: string, mayWrite = false): FailDecision {
  return {
    ...fail(request, `${message}, and deploy again, which continues with this certificate`),
    cleanUp: request.isNew && mayWrite ? [OWNER_KEY] : [],
  };
}

export function requeue(reason: string, phase: IssuancePhase, tags: TagWrites = NO_TAGS): RequeueDecision<IssuancePhase> {
  return { kind: 'requeue', reason, tags, phase, untagged: phase };
}
