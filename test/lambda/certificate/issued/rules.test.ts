import type { CertificateSummary } from '@aws-sdk/client-lightsail';
import { attributesOf } from '../../../../lambda/certificate/attributes';
import { decide } from '../../../../lambda/certificate/issued/decide';
import { type IssuancePhase, VALIDATING } from '../../../../lambda/certificate/phase';
import type { CertificateRequest } from '../../../../lambda/certificate/request';
import { UNOBSERVED } from '../../../../lambda/phase';
import { FIRST_CALL, type FirstCall } from '../../../../lambda/reconcile';
import { fenceTag } from '../../../../lambda/tags/fence';
import {
  CREATED_BEFORE, CREATING, DESCRIBED, issued, LEFT, MARK, NOW, OURS, OWNER, pending, RECORDS, recordOf, REQUEST, TAKEN, TAKEN_OVER, THEIRS,
} from '../request-for-my-cert';

const ZONES = [{ hostedZoneId: 'Z1' }];
const WROTE = { phase: 'validating', sent: { call: 'ChangeResourceRecordSets', at: NOW } } as const;
const SENT = [{ call: 'CreateCertificate', at: NOW }, WROTE.sent] as const;
/** The fence after the request has written the records. */
const RECORDED = fenceTag(REQUEST, SENT);
const LATER = NOW + 60_000;
const takes = (isOwned: boolean) => ({ ...requeued('a certificate that existed before', [OWNER, MARK]), ...(isOwned && { kind: 'reclaim' }) });

interface Scene {
  readonly request?: Partial<CertificateRequest>;
  readonly phase?: IssuancePhase | FirstCall;
  readonly live?: CertificateSummary;
  readonly now?: number;
}

const decided = ({ request, phase = FIRST_CALL, live = pending(), now = NOW }: Scene) => decide({ ...REQUEST, ...request }, phase, { kind: 'present', live }, now);
const requeued = (reason: string, put: readonly unknown[] = [], phase: IssuancePhase = VALIDATING) => ({ kind: 'requeue', reason, tags: { put, remove: [] }, phase, untagged: phase });
const failed = (message: string) => ({ kind: 'fail', message: `my-cert: ${message}`, cleanUp: [] });
const completed = (live: CertificateSummary) => ({
  kind: 'complete', reason: live.certificateDetail?.status, tags: { put: [], remove: [] }, cleanUp: [], untagged: VALIDATING, found: true, attributes: attributesOf(live),
});
const written = (put: readonly unknown[] = [], at = NOW) => ({
  kind: 'call',
  reason: `ChangeResourceRecordSets, ${DESCRIBED.join(', ')}`,
  write: { call: 'ChangeResourceRecordSets', input: { zones: [{ hostedZoneId: 'Z1', records: RECORDS }] } },
  recorded: [],
  changes: [],
  tags: { put, remove: [] },
  accepted: { phase: 'validating', sent: { call: 'ChangeResourceRecordSets', at } },
  untagged: VALIDATING,
  next: 'pass',
});

describe('a certificate that the request may not use', () => {
  test('fails it, whatever else is wrong', () => {
    expect(decided({ live: pending(THEIRS, { status: 'FAILED' }) })).toEqual(failed(
      'belongs to another resource, got "stack/Theirs"; a certificate belongs to one resource only; '
      + 'choose another name, or refer to it with DistributionCertificate.fromCertificateName'));
  });

  test('is awaited if its owner tag may not be visible yet', () => {
    expect(decided({ phase: CREATING, live: pending([], { status: 'FAILED' }), now: NOW + 59_999 })).toEqual(requeued('a read that shows its tags', [], CREATING));
  });
});

describe('a certificate of other domain names', () => {
  const refusal = (names: string) => ({
    ...failed(`has other domain names, got ${names}; the domain names of a certificate never change; leave certificateName out, or choose another one`),
    // The certificate existed before, or the request did not create it.
    preventsDelete: true,
  });

  test.each<[string, Scene, string]>([
    ['that belongs to the stack', { request: { domainNames: ['example.com'] } }, '["example.com","www.example.com"]'],
    ['that an earlier deployment left is not taken', { request: { domainNames: ['example.org'] }, live: pending(LEFT) }, '["example.com","www.example.com"]'],
    ['although it cannot be issued', { live: pending(OURS, { status: 'FAILED', subjectAlternativeNames: ['example.org'] }) }, '["example.com","example.org"]'],
    ['that are unknown', { live: { certificateName: 'my-cert', tags: [...OURS] } }, '[""]'],
  ])('%s', (_what, scene, names) => {
    expect(decided(scene)).toEqual(refusal(names));
  });

  test('is none whose names are in another order or spelling, or without its primary name among the others', () => {
    for (const subjectAlternativeNames of [['WWW.example.com', 'Example.com'], ['www.example.com'], ['www.example.com', 'www.example.com']]) {
      expect(decided({ live: issued(OURS, { subjectAlternativeNames }) })).toMatchObject({ kind: 'complete' });
    }
  });
});

describe('a certificate that will never be issued', () => {
  const live = (tags = OURS) => pending(tags, { status: 'FAILED', requestFailureReason: 'INVALID_PUBLIC_DOMAIN', domainValidationRecords: [] });
  const reason = 'got FAILED with INVALID_PUBLIC_DOMAIN; a domain has no valid top-level domain; correct the domain names';

  test.each<[string, Scene]>([['at first', {}], ['after it was created', { phase: CREATING }], ['at a poll', { phase: VALIDATING }], ['although nothing waits for it', { request: { waitForIssuance: false } }]])(
    'fails the request at once: %s', (_what, scene) => {
      expect(decided({ ...scene, live: live() })).toEqual(failed(`cannot be issued, ${reason}; then deploy again`));
    });

  test('and that an earlier deployment left becomes owned first, so that the rollback deletes it', () => {
    expect(decided({ live: live(LEFT) })).toEqual(takes(false));
    expect(decided({ phase: VALIDATING, live: live(TAKEN) })).toMatchObject({ kind: 'fail' });
  });

  test('and that CloudFormation knows has to be deleted or renamed by the user: the rollback keeps it', () => {
    expect(decided({ request: { isNew: false }, live: live(CREATED_BEFORE) })).toEqual(failed(`cannot be issued, ${reason}; delete it or change certificateName, then deploy again`));
  });
});

describe('a certificate that existed before the request', () => {
  test.each<[string, Scene, boolean]>([
    ['which an earlier deployment left', { live: pending(LEFT) }, false],
    ['which an earlier deployment left, and which is issued', { live: issued(LEFT), request: { hostedZones: ZONES } }, false],
    ['whose owner tag was lost', { live: issued([]), request: { isNew: false } }, false],
    ['which the stack retained: if that fails, CloudFormation must not delete it', { live: issued(CREATED_BEFORE) }, true],
  ])('is marked before anything that can fail: %s', (_what, scene, isOwned) => {
    expect(decided(scene)).toEqual(takes(isOwned));
  });

  test('is not complete, and gets no records and tags, before a read shows the mark', () => {
    const request = { hostedZones: ZONES, waitForIssuance: false, tags: [{ key: 'team', value: 'web' }] };
    const awaited = requeued('a read that shows its tags');
    for (const live of [pending(CREATED_BEFORE), issued(CREATED_BEFORE), issued(LEFT)]) {
      expect(decided({ request, phase: VALIDATING, live, now: LATER - 1 })).toEqual(awaited);
    }
    expect(decided({ request, phase: VALIDATING, live: pending(TAKEN) })).toEqual(written(request.tags));
  });

  test('is left as it is if a later request has taken it over', () => {
    const request = { hostedZones: ZONES, tags: [{ key: 'team', value: 'web' }] };
    expect(decided({ request, phase: VALIDATING, live: pending(TAKEN_OVER), now: LATER })).toEqual(requeued(`validation by ${DESCRIBED.join(', ')}`));
    expect(decided({ request, phase: VALIDATING, live: issued(TAKEN_OVER), now: LATER })).toEqual(completed(issued(TAKEN_OVER)));
  });
});

describe('a certificate whose validation records Lightsail does not return yet', () => {
  test('is awaited, with the names that it lacks', () => {
    expect(decided({ live: pending(OURS, { domainValidationRecords: undefined }) })).toEqual(requeued('validation records of example.com, www.example.com from Lightsail'));
    expect(decided({ live: pending(OURS, { domainValidationRecords: [recordOf('example.com')] }), request: { hostedZones: ZONES } }))
      .toEqual(requeued('validation records of www.example.com from Lightsail'));
  });

  test('is still being created if it was', () => {
    const live = pending(OURS, { domainValidationRecords: [] });
    expect(decided({ phase: CREATING, live })).toEqual(requeued('validation records of example.com, www.example.com from Lightsail', [], CREATING));
    expect(decided({ phase: UNOBSERVED, live })).toEqual(requeued('validation records of example.com, www.example.com from Lightsail'));
  });

  test('is complete if it is issued', () => {
    const live = issued(OURS, { domainValidationRecords: [] });
    expect(decided({ live })).toEqual(completed(live));
  });
});

describe('validation records', () => {
  const request = { hostedZones: ZONES };

  test.each<[string, Scene]>([['at first', {}], ['after the creation', { phase: CREATING }], ['at a poll', { phase: VALIDATING }], ['at a poll after no response', { phase: UNOBSERVED }]])(
    'are written: %s', (_what, scene) => {
      expect(decided({ request, ...scene })).toEqual(written());
    });

  test('are written together with the tags of the template', () => {
    const tags = [{ key: 'team', value: 'web' }];
    expect(decided({ request: { ...request, tags } })).toEqual(written(tags));
  });

  test('of a certificate that CloudFormation knows are written by any poll: that has the same effect, and no refusal releases it', () => {
    expect(decided({ request: { ...request, isNew: false }, phase: VALIDATING, live: pending(CREATED_BEFORE) })).toEqual(written());
  });

  test('are also written when the certificate is issued, as they are needed for its renewal', () => {
    expect(decided({ request, live: issued() })).toEqual(written());
  });

  test('are written once by a request: its fence records that, and it completes or waits', () => {
    const waiting = `validation by ${DESCRIBED.join(', ')}`;
    expect(decided({ request, phase: WROTE })).toEqual(requeued(waiting, [RECORDED], WROTE));
    expect(decided({ request, phase: WROTE, live: issued() })).toEqual(completed(issued()));
    const live = pending([...OURS.slice(0, 2), RECORDED]);
    expect(decided({ request, phase: VALIDATING, live })).toEqual(requeued(waiting));
    expect(decided({ request, phase: WROTE, live })).toEqual(requeued(waiting, [], WROTE));
  });

  test('are written again by a later request', () => {
    const live = pending([...CREATED_BEFORE.slice(0, 2), fenceTag({ ...REQUEST, id: 'create-0' }, SENT)]);
    expect(decided({ request: { ...request, isNew: false }, live })).toEqual(written());
  });

  test('are not written without a hosted zone for one of them', () => {
    expect(decided({ request: { hostedZones: [{ domainName: 'example.org', hostedZoneId: 'Z1' }] } })).toEqual(requeued(`validation by ${DESCRIBED.join(', ')}`));
  });
});

describe('a certificate', () => {
  test('is complete when it is issued', () => {
    for (const phase of [FIRST_CALL, UNOBSERVED, CREATING, VALIDATING]) expect(decided({ phase, live: issued() })).toEqual(completed(issued()));
  });

  test('is complete when its records are known and written, if nothing waits for it', () => {
    expect(decided({ request: { waitForIssuance: false } })).toEqual(completed(pending()));
    expect(decided({ request: { waitForIssuance: false, hostedZones: ZONES } })).toEqual(written());
    expect(decided({ request: { waitForIssuance: false, hostedZones: ZONES }, phase: WROTE })).toEqual(completed(pending()));
  });

  test('is awaited, with the records that Lightsail has not seen', () => {
    expect(decided({})).toEqual(requeued(`validation by ${DESCRIBED.join(', ')}`));
    const domainValidationRecords = [recordOf('example.com', 'SUCCESS'), recordOf('www.example.com')];
    expect(decided({ live: pending(OURS, { domainValidationRecords }) })).toEqual(requeued(`validation by ${DESCRIBED[1]}`));
  });

  test('is awaited when Lightsail has seen all records', () => {
    const domainValidationRecords = ['example.com', 'www.example.com'].map((name) => recordOf(name, 'SUCCESS'));
    expect(decided({ live: pending(OURS, { domainValidationRecords }) })).toEqual(requeued('the certificate from Lightsail'));
  });

  test('without a status may still be issued; if nothing waits for it, it is complete', () => {
    const live = pending(OURS, { status: undefined });
    expect(decided({ live })).toEqual(requeued(`validation by ${DESCRIBED.join(', ')}`));
    expect(decided({ live, request: { waitForIssuance: false } })).toEqual({ ...completed(live), reason: '' });
  });
});
