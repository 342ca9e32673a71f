import type { CertificateSummary, Tag } from '@aws-sdk/client-lightsail';
import type { IssuancePhase } from './phase';
import type { CertificateRequest } from './request';
import { CONSISTENCY_WINDOW } from '../lightsail/operation';
import { NO_TAGS, type TagWrites } from '../lightsail/writes';
import type { FirstCall } from '../reconcile';
import { OWNER_KEY, ownerOf, tagValue } from '../tags/owner';
import { isNone, tagWrites } from '../tags/template-tags';

/**
 * The tag that says which construct requested a certificate. A deployment that ends before the certificate is issued releases the certificate, so
 * that the rollback does not delete it. The next deployment of the construct continues with it, because requests are scarce.
 */
export const CONSTRUCT_KEY = 'cdk-lightsail-distribution:construct';

export function constructTag({ construct }: Pick<CertificateRequest, 'construct'>): Tag {
  return { key: CONSTRUCT_KEY, value: tagValue(construct) };
}

/** Whether a request may use the certificate that it found, and which tags to write. */
export type OwnershipCheck =
  | { readonly kind: 'refused'; readonly message: string }
  /** The stack owns it, but its tags are not visible yet. */
  | { readonly kind: 'tags not visible' }
  /** It existed before the request, which has to mark it: one that a former deployment left, or that the stack had or retained. */
  | { readonly kind: 'unmarked'; readonly isOwned: boolean }
  | {
    readonly kind: 'granted';
    /** At a poll, only a request that finds its fence writes: another one may be superseded. */
    readonly mayWrite: boolean;
    readonly tags: TagWrites;
  };

export function checkOwnership(
  request: CertificateRequest, phase: IssuancePhase | FirstCall, live: CertificateSummary, ownsFence: boolean, now: number,
): OwnershipCheck {
  const owner = ownerOf(request.resource, live);
  const isFirstCall = phase.phase === 'first call';
  if (owner.kind === 'other') {
    return refused(`belongs to another resource, got ${JSON.stringify(owner.resource)}; a certificate belongs to one resource only; ${CHOOSE_ANOTHER}`);
  }
  const isOwned = owner.kind === 'ours';
  // What a poll finds without an owner had one at the first call.
  if (!isOwned && phase.phase !== 'validating') {
    if (phase.phase === 'creating') {
      return now - phase.sent.at < CONSISTENCY_WINDOW ? { kind: 'tags not visible' }
        : refused(`appeared while it was being created, ${WITHOUT_OWNER}; it is left unchanged; deploy again`);
    }
    const isContinued = live.tags?.some(({ key, value }) => key === CONSTRUCT_KEY && value === constructTag(request).value);
    if (request.isNew && !isContinued) return refused(`exists already and belongs to no stack, ${WITHOUT_OWNER}; it is left unchanged; ${CHOOSE_ANOTHER}`);
    if (!isFirstCall) return refused(`${NO_RESPONSE}, got a certificate that the stack does not own yet; deploy again`);
  }
  if (isFirstCall && (!isOwned || (request.isNew && !ownsFence))) return { kind: 'unmarked', isOwned };
  const tags = tagWrites(request.tags, request.removedTags, live);
  const mayWrite = isFirstCall || (isOwned && ownsFence);
  if (phase.phase === 'unobserved' && !mayWrite && !isNone(tags)) {
    return refused(`${NO_RESPONSE}, so a later request may have started since, pending: its tags; deploy again`);
  }
  // The first call wrote the fence. If a later request has replaced it, waiting is harmless.
  if (phase.phase === 'validating' && request.isNew && !mayWrite && now - request.startedAt < CONSISTENCY_WINDOW) return { kind: 'tags not visible' };
  return { kind: 'granted', mayWrite, tags: mayWrite ? tags : NO_TAGS };
}

const NO_RESPONSE = 'Lightsail did not respond when the request began';
const WITHOUT_OWNER = `got a certificate without the tag ${OWNER_KEY}`;
const CHOOSE_ANOTHER = 'choose another name, or refer to it with DistributionCertificate.fromCertificateName';

function refused(message: string): OwnershipCheck {
  return { kind: 'refused', message };
}
