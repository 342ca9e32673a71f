import type { FailDecision } from '../../decision';
import { failDecision } from '../../decisions';
import { fenceKey } from '../../tags/fence';
import { OWNER_KEY } from '../../tags/owner';
import type { CertificateRequest } from '../request';

/**
 * Fails the request with a certificate that can still be issued. If it is new to CloudFormation, a Delete follows, which leaves a certificate without
 * an owner, so that the next deployment continues with it. A superseded request must not release what a later one owns by now.
 */
export function failReleased(request: CertificateRequest, message: string, mayWrite: boolean, cause?: unknown): FailDecision {
  const remedy = !request.isNew || mayWrite ? ', and deploy again, which continues with this certificate' : ', and deploy again';
  return {
    ...failDecision(request, message + remedy, cause),
    cleanUp: request.isNew && mayWrite ? [OWNER_KEY, fenceKey(request.resource)] : [],
  };
}
