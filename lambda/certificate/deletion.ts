import type { CertificateSummary } from '@aws-sdk/client-lightsail';
import { certificateNameOf } from './name';
import { type Deletion, deletionsOf as deletionsBy, orphanOf as orphanBy } from '../deletion/deletion';
import { deletedGoal } from '../deletion/goal';
import type { DeletableKind } from '../deletion/kind';
import { isTransientFailure } from '../lightsail/attempt';
import { NO_TAGS } from '../lightsail/writes';
import type { ResourceEvent } from '../protocol/event';
import { fenceOf, isOfCreation, releasedKeys } from '../tags/fence';

/** In seconds: longer than the deployment of a distribution that replaces the certificate. */
const TIMEOUT = 900;

/** The certificates that a Delete is about, in order. */
export function deletionsOf(event: ResourceEvent, startedAt: number): readonly Deletion[] {
  return deletionsBy(event, startedAt, certificateNameOf, TIMEOUT);
}

/** What a cancelled update to other domain names may have left. */
export function orphanOf(event: ResourceEvent, startedAt: number): Deletion | undefined {
  return orphanBy(event, startedAt, certificateNameOf, TIMEOUT);
}

/** A certificate, and the distributions that have it. */
interface CertificateInUse extends CertificateSummary {
  readonly usedBy: readonly string[];
}

/** The statuses of a certificate that no request has completed. */
const NEVER_ISSUED: ReadonlySet<string | undefined> = new Set(['PENDING_VALIDATION', 'FAILED', 'VALIDATION_TIMED_OUT']);

/** How a certificate is deleted: when no distribution has it any more. */
export const DELETABLE: DeletableKind<Deletion, CertificateInUse, 'DeleteCertificate'> = {
  noun: 'certificate',
  createCall: 'CreateCertificate',
  deleteCall: 'DeleteCertificate',
  remedy: 'attach another certificate to the distributions that have it, or delete them, then delete the certificate again',
  read: async (lightsail, name) => {
    const live = await lightsail.certificate(name);
    return live && { ...live, usedBy: live.certificateDetail?.inUseResourceCount ? await lightsail.distributionsWith(name) : [] };
  },
  deletionOf: (certificateName) => ({ call: 'DeleteCertificate', input: { certificateName } }),
  createdAt: (live) => live.certificateDetail?.createdAt,
  blockedBy: ({ certificateDetail, usedBy }) =>
    // One that is being replaced is in use until the deployment is complete, although no distribution names it.
    (certificateDetail?.inUseResourceCount ? `in use by ${usedBy.join(', ') || 'a deployment that replaces it'}` : undefined),
  isIncomplete: (_deletion, { certificateDetail }) => NEVER_ISSUED.has(certificateDetail?.status),
  // The next deployment of the construct continues with what is pending, as requests are scarce, and with what existed before the cancelled request.
  releaseOf: ({ isOrphan, resource }, live) => {
    const fence = fenceOf(resource, live);
    const isContinued = live.certificateDetail?.status === 'PENDING_VALIDATION' || (fence && !isOfCreation(fence));
    return isOrphan && isContinued ? { put: [], remove: releasedKeys(resource, live) } : undefined;
  },
  takeOver: () => NO_TAGS,
  // AWS does not document how it refuses the deletion of a certificate in use.
  isTransient: (failure) => isTransientFailure(failure) || failure.kind === 'refused',
};

/** A certificate that the stack no longer has. */
export const DELETED = deletedGoal(DELETABLE);
