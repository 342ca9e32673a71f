import type { CertificateSummary, Tag } from '@aws-sdk/client-lightsail';
import type { IssuancePhase } from './phase';
import type { CertificateRequest } from './request';
import { CONSISTENCY_WINDOW } from '../lightsail/operation';
import { NO_TAGS, type TagWrites } from '../lightsail/writes';
import type { FirstCall } from '../reconcile';
import { OWNER_KEY, ownerOf, ownerTag, tagValue } from '../tags/owner';
import { tagWrites } from '../tags/template-tags';

/**
 * The tag that says which construct requested a certificate. A deployment that ends before the certificate is issued gives up its ownership, so
 * that the rollback does not delete it; the next deployment of the construct continues with it, because requests are scarce.
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
  | { readonly kind: 'granted'; readonly takesOwnership: boolean; readonly tags: TagWrites };

export function checkOwnership(request: CertificateRequest, phase: IssuancePhase | FirstCall, live: CertificateSummary, now: number): OwnershipCheck {
  const owner = ownerOf(request.resource, live);
  const isFirstCall = phase.phase === 'first call';
  if (owner.kind === 'other') {
    return {
      kind: 'refused',
      message: `belongs to another resource, got ${JSON.stringify(owner.resource)}; a certificate belongs to one resource only; `
        + 'choose another name, or refer to it with DistributionCertificate.fromCertificateName',
    };
  }
  // What a poll finds without an owner had one at the first call.
  if (owner.kind === 'none' && phase.phase !== 'validating') {
    if (phase.phase === 'creating') {
      return now - phase.sent.at < CONSISTENCY_WINDOW ? { kind: 'tags not visible' } : {
        kind: 'refused', message: `appeared while it was being created, got a certificate without the tag ${OWNER_KEY}; it is left unchanged; deploy again`,
      };
    }
    const isContinued = live.tags?.some(({ key, value }) => key === CONSTRUCT_KEY && value === constructTag(request).value);
    if (request.isNew && !isContinued) {
      return {
        kind: 'refused',
        message: `exists already and belongs to no stack, got a certificate without the tag ${OWNER_KEY}; it is left unchanged; `
          + 'choose another name, or refer to it with DistributionCertificate.fromCertificateName',
      };
    }
    if (!isFirstCall) {
      return { kind: 'refused', message: 'Lightsail did not respond when the request began, got a certificate that the stack does not own yet; deploy again' };
    }
  }
  // Later a superseded request would write them.
  const writes = isFirstCall || phase.phase === 'creating' ? tagWrites(request.tags, request.removedTags, live) : NO_TAGS;
  const takesOwnership = isFirstCall && owner.kind === 'none';
  return { kind: 'granted', takesOwnership, tags: takesOwnership ? { ...writes, put: [...writes.put, ownerTag(request.resource, 'created')] } : writes };
}
