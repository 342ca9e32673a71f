import { decide } from '../../../../lambda/certificate/issued/decide';
import { recover } from '../../../../lambda/certificate/issued/recover';
import { type IssuancePhase, VALIDATING } from '../../../../lambda/certificate/phase';
import type { CertificateRequest } from '../../../../lambda/certificate/request';
import type { CallDecision, RequeueDecision } from '../../../../lambda/decision';
import type { Failure } from '../../../../lambda/lightsail/attempt';
import { UNOBSERVED } from '../../../../lambda/phase';
import { FIRST_CALL, type FirstCall } from '../../../../lambda/reconcile';
import { CREATING, NOW, pending, RELEASED, REQUEST } from '../request-for-my-cert';

const DEADLINE = NOW + REQUEST.timeoutSeconds * 1_000;
const DENIED = 'the role of the function has this permission for every certificate that its stack manages; '
  + 'if a permissions boundary or a service control policy denies the action, allow it there and deploy again';
const ERROR = new Error('why');

const failure = (kind: Failure['kind'], description = 'Name: why'): Failure => ({ kind, description, error: ERROR });
const failed = (message: string, cleanUp: readonly string[] = []) => ({ kind: 'fail', message: `my-cert: ${message}`, cleanUp, cause: ERROR });
const requeued = (reason: string, phase: IssuancePhase) => ({ kind: 'requeue', reason, tags: { put: [], remove: [] }, phase, untagged: phase });

describe('a read that fails', () => {
  const read = (kind: Failure['kind'], phase: IssuancePhase | FirstCall, now = NOW, request: Partial<CertificateRequest> = {}) =>
    recover({ ...REQUEST, ...request }, phase, { during: 'observation', failure: failure(kind) }, now);

  test.each<Failure['kind']>(['busy', 'throttled', 'outcome unknown'])('as %s is tried again at the next poll, in the same phase, until the deadline', (kind) => {
    expect(read(kind, FIRST_CALL)).toEqual(requeued('a response of Lightsail', UNOBSERVED));
    expect(read(kind, CREATING, DEADLINE - 1)).toEqual(requeued('a response of Lightsail', CREATING));
  });

  const pendingResponse = 'timed out after 3000 s, pending: a response of Lightsail, got Name: why; wait until Lightsail responds, and deploy again';

  test.each([FIRST_CALL, UNOBSERVED, CREATING, VALIDATING])('at the deadline leaves the certificate as it is, as a later request may own it: $phase', (phase) => {
    expect(read('throttled', phase, DEADLINE)).toEqual(failed(pendingResponse));
    expect(read('throttled', phase, DEADLINE, { isNew: false })).toEqual(failed(`${pendingResponse}, which continues with this certificate`));
  });

  test.each<[Failure['kind'], string]>([
    ['refused', 'a read of Lightsail was refused, got Name: why'],
    ['not found', 'a read of Lightsail was refused, got Name: why'],
    ['name in use', 'a read of Lightsail was refused, got Name: why'],
    ['access denied', `a read of Lightsail was denied, got Name: why; ${DENIED}`],
  ])('as %s fails the request', (kind, message) => {
    expect(read(kind, VALIDATING)).toEqual(failed(message));
  });
});

describe('tags that cannot be written', () => {
  const decision: RequeueDecision<IssuancePhase> =
    { kind: 'requeue', reason: 'x', tags: { put: [{ key: 'team', value: 'web' }], remove: [] }, phase: CREATING, untagged: VALIDATING };
  const tags = (kind: Failure['kind'], phase: IssuancePhase | FirstCall) => recover(REQUEST, phase, { during: 'tags', decision, failure: failure(kind) }, NOW);

  test.each<Failure['kind']>(['busy', 'throttled', 'outcome unknown'])('for now (%s) are written at a later poll, but not by a first call', (kind) => {
    expect(tags(kind, CREATING)).toEqual(requeued('tags that could not be written', VALIDATING));
    expect(tags(kind, FIRST_CALL)).toEqual({ ...failed('writing its tags was refused, got Name: why'), preventsDelete: false });
  });

  test('of a retained certificate fail the request, and CloudFormation must not delete it', () => {
    const reclaim = recover(REQUEST, FIRST_CALL, { during: 'tags', decision: { ...decision, kind: 'reclaim' }, failure: failure('throttled') }, NOW);
    expect(reclaim).toEqual({ ...failed('writing its tags was refused, got Name: why'), preventsDelete: true });
  });

  test('fail the request', () => {
    expect(tags('refused', CREATING)).toEqual({ ...failed('writing its tags was refused, got Name: why'), preventsDelete: false });
    expect(tags('access denied', CREATING)).toEqual({ ...failed(`writing its tags was denied, got Name: why; ${DENIED}`), preventsDelete: false });
    expect(tags('access denied', FIRST_CALL)).toEqual({ ...failed(`writing its tags was denied, got Name: why; ${DENIED}`), preventsDelete: false });
  });
});

describe('a creation that fails', () => {
  const decision = decide(REQUEST, FIRST_CALL, { kind: 'absent' }, NOW) as CallDecision<IssuancePhase>;
  const create = (kind: Failure['kind'], description?: string) => recover(REQUEST, FIRST_CALL, { during: 'call', decision, failure: failure(kind, description) }, NOW);

  test.each<Failure['kind']>(['outcome unknown', 'name in use'])('as %s may have created the certificate', (kind) => {
    expect(create(kind)).toEqual(requeued('a new certificate', { phase: 'creating', sent: { call: 'CreateCertificate', at: NOW }, error: 'Name: why' }));
  });

  test.each<Failure['kind']>(['refused', 'busy', 'throttled', 'not found'])('as %s fails the request', (kind) => {
    expect(create(kind)).toEqual(failed('CreateCertificate was refused, got Name: why'));
  });

  test('says what to do about a missing permission, and about the quota', () => {
    expect(create('access denied')).toEqual(failed(`CreateCertificate was denied, got Name: why; ${DENIED}`));
    const quota = 'InvalidInputException: Sorry, you\'ve requested too many certificates for your account.';
    expect(create('refused', quota)).toEqual(failed(
      `CreateCertificate was refused, got ${quota}; an account can request 20 certificates in 365 days and have 10 active ones; delete unused ones`));
  });
});

describe('records that cannot be written', () => {
  const zones = { ...REQUEST, hostedZones: [{ hostedZoneId: 'Z1' }] };
  const decision = decide(zones, VALIDATING, { kind: 'present', live: pending() }, NOW) as CallDecision<IssuancePhase>;
  const write = (kind: Failure['kind'], isNew = true) => recover({ ...zones, isNew }, VALIDATING, { during: 'call', decision, failure: failure(kind) }, NOW);

  test.each<Failure['kind']>(['busy', 'throttled', 'outcome unknown'])('for now (%s) are written at a later poll', (kind) => {
    expect(write(kind)).toEqual(requeued('ChangeResourceRecordSets, which failed', VALIDATING));
  });

  test.each<Failure['kind']>(['refused', 'access denied', 'not found', 'name in use'])('as %s fail the request, which releases the certificate', (kind) => {
    const message = 'ChangeResourceRecordSets was refused, got Name: why; check the hosted zones of the validation, '
      + 'and that the role of the function, or the role it assumes, may write to them, and deploy again, which continues with this certificate';
    expect(write(kind)).toEqual(failed(message, RELEASED));
    expect(write(kind, false)).toEqual(failed(message));
  });
});
