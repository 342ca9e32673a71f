import type { CertificateSummary, Tag } from '@aws-sdk/client-lightsail';
import { fail, requeue } from './decisions';
import { whyUnissuable } from './unissuable';
import type { Decision } from '../../decision';
import type { TagWrites } from '../../lightsail/writes';
import { NO_TAGS } from '../../lightsail/writes';
import { formatValue } from '../../protocol/format-value';
import type { FirstCall } from '../../reconcile';
import type { ZoneRecords } from '../../route53/route53';
import { attributesOf } from '../attributes';
import { inOneOrder } from '../domain-names';
import { checkOwnership, type OwnershipCheck } from '../ownership';
import { type IssuancePhase, type Validating, VALIDATING } from '../phase';
import type { CertificateRequest } from '../request';
import { describeRecord, domainNamesWithoutRecord, type ValidationRecord, validationRecordsOf, zoneRecordsOf } from '../validation-records';

/** Everything that the rules need to know about an existing certificate. */
export interface Assessment {
  readonly request: CertificateRequest;
  readonly phase: IssuancePhase | FirstCall;
  readonly now: number;
  readonly live: CertificateSummary;
  readonly ownership: OwnershipCheck;
  readonly tags: TagWrites;
  readonly records: readonly ValidationRecord[];
  readonly zones: readonly ZoneRecords[];
}

/** A decision, or `undefined` if the rule does not apply. */
type Rule = (assessment: Assessment) => Decision<IssuancePhase> | undefined;

/** The rules for an existing certificate. The first one that applies decides. */
export const RULES: readonly Rule[] = [
  refuseUnowned, // fail
  awaitOwnerTag, // requeue
  refuseOtherDomainNames, // fail
  failUnissuable, // fail
  awaitRecords, // requeue
  writeRecords, // call
  completeIssued, // complete
  awaitIssuance, // requeue
];

/** The tag with the request that wrote the validation records, so that its later polls do not write them again. */
const RECORDS_KEY = 'cdk-lightsail-distribution:records';

export function assess(request: CertificateRequest, phase: IssuancePhase | FirstCall, live: CertificateSummary, now: number): Assessment {
  const ownership = checkOwnership(request, phase, live, now);
  const records = validationRecordsOf(live);
  return {
    request, phase, now, live, ownership, tags: ownership.kind === 'granted' ? ownership.tags : NO_TAGS, records, zones: zoneRecordsOf(request, records),
  };
}

function refuseUnowned({ request, ownership }: Assessment): Decision<IssuancePhase> | undefined {
  return ownership.kind === 'refused' ? fail(request, ownership.message) : undefined;
}

function awaitOwnerTag({ phase, ownership }: Assessment): Decision<IssuancePhase> | undefined {
  return ownership.kind === 'tags not visible' ? requeue('a read that shows its owner tag', phase as IssuancePhase) : undefined;
}

function refuseOtherDomainNames({ request, live }: Assessment): Decision<IssuancePhase> | undefined {
  const { domainName = '', certificateDetail: { subjectAlternativeNames = [] } = {} } = live;
  const current = inOneOrder([domainName, ...subjectAlternativeNames]);
  return formatAll(current) === formatAll(request.domainNames) ? undefined
    : fail(request, `has other domain names, got ${formatValue(current)}; the domain names of a certificate never change; leave certificateName out, or choose another one`);
}

const formatAll = (names: readonly string[]) => names.join(' ');

/** One that a former deployment left becomes owned first, so that it is deleted when the request fails. */
function failUnissuable({ request, live, ownership, tags }: Assessment): Decision<IssuancePhase> | undefined {
  const reason = whyUnissuable(live.certificateDetail);
  if (reason === undefined) return undefined;
  return ownership.kind === 'granted' && ownership.takesOwnership ? requeue(reason, VALIDATING, tags) : fail(request, `cannot be issued, ${reason}; then deploy again`);
}

function isIssued({ live }: Assessment): boolean {
  return live.certificateDetail?.status === 'ISSUED';
}

function awaitRecords(assessment: Assessment): Decision<IssuancePhase> | undefined {
  const { request, phase, tags, records } = assessment;
  const missing = domainNamesWithoutRecord(request, records);
  return missing.length === 0 || isIssued(assessment) ? undefined
    : requeue(`validation records of ${missing.join(', ')} from Lightsail`, phase.phase === 'creating' ? phase : VALIDATING, tags);
}

/** Also when it is issued: the records are needed for its renewal. */
function writeRecords({ request, phase, now, live, tags, zones }: Assessment): Decision<IssuancePhase> | undefined {
  const isWritten = 'sent' in phase && phase.sent?.call === 'ChangeResourceRecordSets';
  const isMarked = live.tags?.some(({ key, value }) => key === RECORDS_KEY && value === request.id);
  if (zones.length === 0 || isWritten || isMarked) return undefined;
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

function completeIssued(assessment: Assessment): Decision<IssuancePhase> | undefined {
  const { request, live, tags } = assessment;
  if (!isIssued(assessment) && request.waitForIssuance) return undefined;
  return {
    kind: 'complete', reason: live.certificateDetail?.status ?? '', tags, cleanUp: [], untagged: VALIDATING, found: true, attributes: attributesOf(live),
  };
}

function awaitIssuance({ request, phase, tags, records, zones }: Assessment): Decision<IssuancePhase> {
  const pending = records.filter(({ isValidated }) => !isValidated).map(describeRecord);
  const isToMark = zones.length > 0 && 'sent' in phase && phase.sent?.call === 'ChangeResourceRecordSets';
  const mark: readonly Tag[] = isToMark ? [{ key: RECORDS_KEY, value: request.id }] : [];
  return requeue(pending.length > 0 ? `validation by ${pending.join(', ')}` : 'the certificate from Lightsail', VALIDATING, { ...tags, put: [...tags.put, ...mark] });
}
