import type { CertificateSummary } from '@aws-sdk/client-lightsail';
import { whyUnissuable } from './unissuable';
import type { Decision, RequeueDecision } from '../../decision';
import { completeDecision, failDecision, requeueDecision } from '../../decisions';
import { NO_TAGS, type SentWrite, type TagWrites } from '../../lightsail/writes';
import { formatValue } from '../../protocol/format-value';
import type { FirstCall } from '../../reconcile';
import type { ZoneRecords } from '../../route53/route53';
import { fenceOf, fenceTag } from '../../tags/fence';
import { ownerTag } from '../../tags/owner';
import { attributesOf } from '../attributes';
import { inOneOrder } from '../domain-names';
import { checkOwnership, type OwnershipCheck } from '../ownership';
import { type IssuancePhase, type Validating, VALIDATING } from '../phase';
import type { CertificateRequest } from '../request';
import { describeRecord, domainNamesWithoutRecord, type ValidationRecord, validationRecordsOf, zoneRecordsOf } from '../validation-records';

/** Everything that the rules need to know about an existing certificate. */
interface Assessment {
  readonly request: CertificateRequest;
  readonly phase: IssuancePhase | FirstCall;
  readonly live: CertificateSummary;
  readonly now: number;
  readonly ownership: OwnershipCheck;
  readonly mayWrite: boolean;
  /** The writes that this request recorded in its fence. */
  readonly recorded: readonly SentWrite[];
  readonly tags: TagWrites;
  readonly records: readonly ValidationRecord[];
  readonly zones: readonly ZoneRecords[];
}

/** A decision, or `undefined` if the rule does not apply. */
type Rule = (assessment: Assessment) => Decision<IssuancePhase> | undefined;

/** The rules for an existing certificate. The first one that applies decides; if none does, the request waits. */
const RULES: readonly Rule[] = [
  refuseUnowned, // fail
  awaitOwnerTag, // requeue
  refuseOtherDomainNames, // fail
  takeExisting, // tag, requeue
  failUnissuable, // fail
  awaitRecords, // requeue
  writeRecords, // call
  completeIssued, // complete
];

export function assess(request: CertificateRequest, phase: IssuancePhase | FirstCall, live: CertificateSummary, now: number): Assessment {
  const fence = fenceOf(request.resource, live);
  const ownsFence = fence?.requestId === request.id;
  const ownership = checkOwnership(request, phase, live, ownsFence, now);
  const { mayWrite, tags } = ownership.kind === 'granted' ? ownership : { mayWrite: false, tags: NO_TAGS };
  const records = validationRecordsOf(live);
  const recorded = ownsFence ? fence.sent : [];
  return { request, phase, live, now, ownership, mayWrite, recorded, tags, records, zones: zoneRecordsOf(request, records) };
}

export function decideByRules(assessment: Assessment): Decision<IssuancePhase> {
  for (const rule of RULES) {
    const decision = rule(assessment);
    if (decision !== undefined) return decision;
  }
  return awaitIssuance(assessment);
}

function refuseUnowned({ request, ownership }: Assessment): Decision<IssuancePhase> | undefined {
  return ownership.kind === 'refused' ? failDecision(request, ownership.message) : undefined;
}

function awaitOwnerTag({ phase, ownership }: Assessment): Decision<IssuancePhase> | undefined {
  return ownership.kind === 'tags not visible' ? requeueDecision('a read that shows its tags', phase as IssuancePhase) : undefined;
}

/** It existed before the request, so that no Delete must follow. */
function refuseOtherDomainNames({ request, live }: Assessment): Decision<IssuancePhase> | undefined {
  const { domainName = '', certificateDetail: { subjectAlternativeNames = [] } = {} } = live;
  const current = inOneOrder([domainName, ...subjectAlternativeNames]);
  if (formatAll(current) === formatAll(request.domainNames)) return undefined;
  const message = `has other domain names, got ${formatValue(current)}; the domain names of a certificate never change; `
    + 'leave certificateName out, or choose another one';
  return { ...failDecision(request, message), preventsDelete: true };
}

const formatAll = (names: readonly string[]) => names.join(' ');

/**
 * Takes a certificate that existed before the request, before anything that can fail. If the request is cancelled, the mark says that the
 * certificate is to be released instead of deleted. The owner tag too if it is there: the read may be stale.
 */
function takeExisting({ request, ownership }: Assessment): Decision<IssuancePhase> | undefined {
  return ownership.kind !== 'unmarked' ? undefined : {
    ...awaited('a certificate that existed before', VALIDATING, { put: [ownerTag(request.resource, 'created'), fenceTag(request, [])], remove: [] }),
    kind: ownership.isOwned ? 'reclaim' : 'requeue',
  };
}

/** One that is new to CloudFormation is deleted when the request fails. */
function failUnissuable({ request, live }: Assessment): Decision<IssuancePhase> | undefined {
  const reason = whyUnissuable(live.certificateDetail);
  return reason === undefined ? undefined : failDecision(request, `cannot be issued, ${reason}; ${request.isNew ? '' : 'delete it or change certificateName, '}then deploy again`);
}

function awaited(reason: string, phase: IssuancePhase, tags: TagWrites): RequeueDecision<IssuancePhase> {
  return requeueDecision(reason, phase, phase, tags);
}

function isIssued({ live }: Assessment): boolean {
  return live.certificateDetail?.status === 'ISSUED';
}

function awaitRecords(assessment: Assessment): Decision<IssuancePhase> | undefined {
  const { request, phase, tags, records } = assessment;
  const missing = domainNamesWithoutRecord(request, records);
  return missing.length === 0 || isIssued(assessment) ? undefined
    : awaited(`validation records of ${missing.join(', ')} from Lightsail`, phase.phase === 'creating' ? phase : VALIDATING, tags);
}

/** Also when it is issued: the records are needed for its renewal. A superseded request may write them too, as that has the same effect. */
function writeRecords({ request, phase, now, mayWrite, recorded, tags, zones }: Assessment): Decision<IssuancePhase> | undefined {
  const isWritten = recordsWriteOf(phase) !== undefined || recorded.some(isOfRecords);
  // If the write is refused, the request releases a new certificate, which a superseded one must not.
  if (zones.length === 0 || isWritten || (request.isNew && !mayWrite)) return undefined;
  const accepted: Validating & Required<Pick<Validating, 'sent'>> = { phase: 'validating', sent: { call: 'ChangeResourceRecordSets', at: now } };
  return {
    kind: 'call',
    reason: `ChangeResourceRecordSets, ${zones.flatMap(({ records }) => records).map(describeRecord).join(', ')}`,
    write: { call: 'ChangeResourceRecordSets', input: { zones } },
    recorded: [],
    changes: [],
    tags,
    accepted,
    untagged: VALIDATING,
    next: 'pass',
  };
}

/** The write of the records by the pass before this one, or by the first call. */
function recordsWriteOf(phase: IssuancePhase | FirstCall): Validating['sent'] {
  return phase.phase === 'validating' ? phase.sent : undefined;
}

function isOfRecords({ call }: SentWrite): boolean {
  return call === 'ChangeResourceRecordSets';
}

/** The fence stays: it says whether what a cancelled request left existed before. */
function completeIssued(assessment: Assessment): Decision<IssuancePhase> | undefined {
  const { request, live, tags } = assessment;
  if (!isIssued(assessment) && request.waitForIssuance) return undefined;
  return {
    ...completeDecision(live.certificateDetail?.status ?? '', VALIDATING, true, tags), attributes: attributesOf(live),
  };
}

function awaitIssuance({ request, phase, mayWrite, recorded, tags, records }: Assessment): Decision<IssuancePhase> {
  const pending = records.filter(({ isValidated }) => !isValidated).map(describeRecord);
  const sent = recordsWriteOf(phase);
  // So that no later poll writes them again.
  const put = sent && mayWrite && !recorded.some(isOfRecords) ? [...tags.put, fenceTag(request, [...recorded, sent])] : tags.put;
  return awaited(pending.length > 0 ? `validation by ${pending.join(', ')}` : 'the certificate from Lightsail',
    phase.phase === 'validating' ? phase : VALIDATING, { ...tags, put });
}
