import { type CertificateSummary, type CertificateStatus, type Operation, type Tag } from '@aws-sdk/client-lightsail';
import * as fc from 'fast-check';
import { decide } from '../../../../lambda/certificate/issued/decide';
import type { Observation } from '../../../../lambda/certificate/issued/observe';
import { constructTag } from '../../../../lambda/certificate/ownership';
import { type IssuancePhase, VALIDATING } from '../../../../lambda/certificate/phase';
import type { CertificateRequest } from '../../../../lambda/certificate/request';
import { UNOBSERVED } from '../../../../lambda/phase';
import { FIRST_CALL, type FirstCall } from '../../../../lambda/reconcile';
import { fenceOf, fenceTag } from '../../../../lambda/tags/fence';
import { OWNER_KEY, ownerOf, ownerTag } from '../../../../lambda/tags/owner';
import { isNone } from '../../../../lambda/tags/template-tags';
import { CREATED_BEFORE, CREATING, DESCRIBED, FENCE, issued, LEFT, MARK, NOW, OURS, pending, recordOf, RELEASED, REQUEST, TAKEN_OVER, THEIRS } from '../request-for-my-cert';

const failed = (message: string, cleanUp: readonly string[] = []) => ({ kind: 'fail', message: `my-cert: ${message}`, cleanUp });
const requeued = (reason: string, phase: IssuancePhase) => ({ kind: 'requeue', reason, tags: { put: [], remove: [] }, phase, untagged: phase });
const present = (live: CertificateSummary): Observation => ({ kind: 'present', live });

describe('a certificate that a poll does not find', () => {
  const look = (phase: IssuancePhase, now = NOW) => decide(REQUEST, phase, { kind: 'absent' }, now);

  test('is not created if the first call could not observe, as a later request may have started', () => {
    expect(look(UNOBSERVED)).toEqual(failed(
      'Lightsail did not respond when the request began, got no certificate; '
      + 'a certificate is created only at the beginning of a request, as a later one may have started since; deploy again'));
  });

  test('may not be visible yet, or was deleted outside the stack', () => {
    expect(look(VALIDATING, NOW + 59_999)).toEqual(requeued('a read that shows the certificate', VALIDATING));
    expect(look(VALIDATING, NOW + 60_000)).toEqual(failed(
      'deleted while the request was in progress, got no certificate; something outside the stack deleted it; deploy again to create it'));
  });
});

describe('the deadline', () => {
  const deadline = NOW + REQUEST.timeoutSeconds * 1_000;
  const waiting = `validation by ${DESCRIBED.join(', ')}`;
  const timedOut = (reason: string, remedy = 'create these records in the DNS of the domain', cleanUp = RELEASED) =>
    failed(`timed out after 3000 s, pending: ${reason}; ${remedy}, and deploy again, which continues with this certificate`, cleanUp);
  const look = (observation: Observation, request: Partial<CertificateRequest> = {}, phase: IssuancePhase | FirstCall = VALIDATING, now = deadline) =>
    decide({ ...REQUEST, ...request }, phase, observation, now);

  test('a millisecond earlier the request still waits', () => {
    expect(look(present(pending()), {}, VALIDATING, deadline - 1)).toEqual(requeued(waiting, VALIDATING));
  });

  test('then the request fails with the records that are missing, and releases the certificate', () => {
    expect(look(present(pending()))).toEqual(timedOut(waiting));
    expect(look(present(pending(OURS, { domainValidationRecords: [recordOf('example.com', 'SUCCESS'), recordOf('www.example.com')] }))))
      .toEqual(timedOut(`validation by ${DESCRIBED[1]}`));
  });

  test('then a certificate that CloudFormation knows stays owned', () => {
    expect(look(present(pending()), { isNew: false })).toEqual(timedOut(waiting, undefined, []));
  });

  test('then a certificate that a later request may own is not released: the fence is not that of the request, or was not observed', () => {
    const pendingOnly = (reason: string) => failed(`timed out after 3000 s, pending: ${reason}; create these records in the DNS of the domain, and deploy again`);
    for (const tags of [TAKEN_OVER, LEFT]) expect(look(present(pending(tags)))).toEqual(pendingOnly(waiting));
    expect(look({ kind: 'absent', operation: { id: 'op-1', operationType: 'CreateCertificate', status: 'Started' } }, {}, CREATING))
      .toEqual(pendingOnly('CreateCertificate operation op-1 (Started)'));
  });

  test('then records that the request wrote are not seen at the name servers of the domain', () => {
    const live = pending([...OURS.slice(0, 2), RECORDED]);
    expect(look(present(live), { hostedZones: [{ hostedZoneId: 'Z1' }] }))
      .toEqual(timedOut(waiting, 'check that the name servers of the domain are those of its hosted zone'));
  });

  test('then no records are written any more', () => {
    expect(look(present(pending()), { hostedZones: [{ hostedZoneId: 'Z1' }] }))
      .toEqual(timedOut(`ChangeResourceRecordSets, ${DESCRIBED.join(', ')}`, 'check that the name servers of the domain are those of its hosted zone'));
  });

  test('does not apply to the first call, nor to what is complete or failed by then', () => {
    expect(look(present(pending()), {}, FIRST_CALL)).toEqual(requeued(waiting, VALIDATING));
    expect(look(present(issued()))).toMatchObject({ kind: 'complete' });
    expect(look(present(pending(THEIRS)))).toMatchObject({ kind: 'fail', message: expect.stringContaining('belongs to another resource'), cleanUp: [] });
    expect(look(present(pending(OURS, { status: 'FAILED' })))).toMatchObject({ kind: 'fail', message: expect.stringContaining('cannot be issued'), cleanUp: [] });
  });
});

const STATUSES: readonly CertificateStatus[] = ['PENDING_VALIDATION', 'ISSUED', 'FAILED', 'VALIDATION_TIMED_OUT', 'INACTIVE', 'EXPIRED', 'REVOKED'];
const RECORDED = fenceTag(REQUEST, [{ call: 'CreateCertificate', at: NOW }, { call: 'ChangeResourceRecordSets', at: NOW }]);
const anyFence = fc.constantFrom<readonly Tag[]>([], [FENCE], [MARK], [RECORDED], CREATED_BEFORE.slice(2), TAKEN_OVER.slice(2));
const anyTags = fc.tuple(fc.subarray<Tag>([...OURS.slice(0, 2), ...THEIRS, { key: 'team', value: 'web' }]), anyFence).map(([tags, fence]) => [...tags, ...fence]);
/** Whether the certificate has the fence of the request, so that no later request has taken over. */
const ownsFence = (observation: Observation) => observation.kind === 'present' && fenceOf(REQUEST.resource, observation.live)?.requestId === REQUEST.id;
const anyLive = fc.record({
  status: fc.constantFrom(...STATUSES, undefined),
  tags: anyTags,
  names: fc.constantFrom<string[][]>(['example.com', 'www.example.com'], ['example.com']),
  records: fc.subarray([recordOf('example.com'), recordOf('example.com', 'SUCCESS'), recordOf('www.example.com', 'SUCCESS')]),
}).map(({ status, tags, names, records }) => pending(tags, { status, subjectAlternativeNames: names, domainValidationRecords: records }));
const anyOperation = fc.record({
  id: fc.constant('op-1'),
  operationType: fc.constant('CreateCertificate'),
  status: fc.constantFrom('NotStarted', 'Started', 'Succeeded', 'Completed', 'Failed', 'Dreaming', undefined),
  statusChangedAt: fc.constantFrom(undefined, new Date(NOW)),
}) as fc.Arbitrary<Operation>;
const anyObservation: fc.Arbitrary<Observation> = fc.oneof(
  { weight: 4, arbitrary: anyLive.map(present) },
  fc.record({ kind: fc.constant('absent' as const), operation: fc.option(anyOperation, { nil: undefined }) }),
);
const anyPhase: fc.Arbitrary<IssuancePhase | FirstCall> = fc.constantFrom<(IssuancePhase | FirstCall)[]>(
  FIRST_CALL, UNOBSERVED, VALIDATING, { phase: 'validating', sent: { call: 'ChangeResourceRecordSets', at: NOW } }, CREATING, { ...CREATING, error: 'socket hang up' },
);
const anyRequest: fc.Arbitrary<CertificateRequest> = fc.record({
  isNew: fc.boolean(),
  waitForIssuance: fc.boolean(),
  hostedZones: fc.constantFrom([], [{ hostedZoneId: 'Z1' }], [{ domainName: 'example.com', hostedZoneId: 'Z1' }]),
  tags: fc.constantFrom([], [{ key: 'team', value: 'cdn' }]),
}).map((more) => ({ ...REQUEST, ...more }));
const anyNow = fc.constantFrom(NOW, NOW + 59_999, NOW + 60_000, NOW + 120_001, NOW + 3_000_000);

describe('laws: each observation leads to a decision', () => {
  type Check = (
    decision: ReturnType<typeof decide>, request: CertificateRequest, phase: IssuancePhase | FirstCall, observation: Observation, now: number,
  ) => void;
  const law = (check: Check) =>
    fc.assert(fc.property(anyRequest, anyPhase, anyObservation, anyNow, (request, phase, observation, now) => {
      check(decide(request, phase, observation, now), request, phase, observation, now);
    }), { numRuns: 2_000 });

  test('a certificate is requested by the first call only, and only if there is none', () => law((decision, _request, phase, observation) => {
    expect(['call', 'requeue', 'reclaim', 'complete', 'fail']).toContain(decision.kind);
    if (decision.kind === 'call' && decision.write.call === 'CreateCertificate') expect([phase, observation]).toEqual([FIRST_CALL, { kind: 'absent', operation: observation.kind === 'absent' ? observation.operation : undefined }]);
  }));

  test('nothing is written to a certificate that belongs to another resource, or that is no one\'s and no earlier deployment of the construct left', () => law((decision, request, phase, observation) => {
    if (observation.kind === 'absent' || decision.kind === 'fail') return;
    const owner = ownerOf(request.resource, observation.live).kind;
    expect(owner).not.toBe('other');
    const isLeft = observation.live.tags!.some(({ value }) => value === LEFT[0].value);
    if (owner === 'none' && request.isNew && !isLeft && phase.phase !== 'validating') expect(decision.tags).toEqual({ put: [], remove: [] });
    // Only a first call takes ownership.
    if (decision.tags.put.some(({ key }) => key === OWNER_KEY)) expect(phase).toBe(FIRST_CALL);
  }));

  test('a poll writes tags only if it finds its fence and the owner', () => law((decision, { resource }, phase, observation) => {
    if (decision.kind === 'fail' || phase === FIRST_CALL || isNone(decision.tags)) return;
    expect([ownsFence(observation), observation.kind === 'present' && ownerOf(resource, observation.live).kind]).toEqual([true, 'ours']);
  }));

  test('a new certificate is complete only with the fence of the request, or when a later one has had time to take over', () => law((decision, { isNew }, phase, observation, now) => {
    if (decision.kind !== 'complete' || !isNew || phase.phase === 'unobserved' || phase.phase === 'creating' || now - NOW >= 60_000) return;
    expect(ownsFence(observation)).toBe(true);
  }));

  test('it is complete only if it is issued, or if nothing waits for that', () => law((decision, { waitForIssuance, domainNames }, _phase, observation) => {
    if (decision.kind !== 'complete') return;
    const { certificateDetail: { status, subjectAlternativeNames } = {} } = (observation as Extract<Observation, { kind: 'present' }>).live;
    expect(status === 'ISSUED' || (!waitForIssuance && (status === 'PENDING_VALIDATION' || status === undefined))).toBe(true);
    expect(subjectAlternativeNames).toEqual(domainNames);
  }));

  test('records are written to the hosted zones of the request only, and not by a request that has written them', () => law((decision, request, phase, observation) => {
    if (decision.kind !== 'call' || decision.write.call !== 'ChangeResourceRecordSets') return;
    const idsOf = (zones: readonly { readonly hostedZoneId: string }[]) => zones.map(({ hostedZoneId }) => hostedZoneId);
    expect(idsOf(request.hostedZones)).toEqual(expect.arrayContaining(idsOf(decision.write.input.zones)));
    expect('sent' in phase && phase.sent?.call === 'ChangeResourceRecordSets').toBe(false);
    expect(observation.kind === 'present' && observation.live.tags!.includes(RECORDED)).toBe(false);
  }));

  test('what is released is new to CloudFormation, of this request and no later one, and can still be issued', () => law((decision, { isNew, resource }, _phase, observation) => {
    if (decision.kind !== 'fail' || decision.cleanUp.length === 0) return;
    expect([isNew, decision.cleanUp, ownsFence(observation)]).toEqual([true, RELEASED, true]);
    if (observation.kind === 'absent') return;
    expect(ownerOf(resource, observation.live).kind).toBe('ours');
    expect(observation.live.certificateDetail?.status ?? 'PENDING_VALIDATION').toMatch(/^(PENDING_VALIDATION|ISSUED)$/);
  }));
});

test('the construct tag is not changed by any decision', () => {
  fc.assert(fc.property(anyRequest, anyPhase, anyObservation, anyNow, (request, phase, observation, now) => {
    const decision = decide(request, phase, observation, now);
    if (decision.kind === 'fail') return;
    expect([...decision.tags.put.map(({ key }) => key), ...decision.tags.remove]).not.toContain(constructTag(request).key);
  }), { numRuns: 500 });
});

test('an owner tag that is put says that the resource created the certificate', () => {
  const decision = decide(REQUEST, FIRST_CALL, present(pending(LEFT)), NOW);
  expect(decision).toMatchObject({ tags: { put: [ownerTag(REQUEST.resource, 'created'), MARK] } });
});
