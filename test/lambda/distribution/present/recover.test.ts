import type { CallDecision, RequeueDecision } from '../../../../lambda/decision';
import type { SettingsPhase } from '../../../../lambda/distribution/phase';
import { decide } from '../../../../lambda/distribution/present/decide';
import { recover } from '../../../../lambda/distribution/present/recover';
import type { Request } from '../../../../lambda/distribution/request';
import type { Failure } from '../../../../lambda/lightsail/attempt';
import { NO_TAGS } from '../../../../lambda/lightsail/writes';
import { FIRST_CALL } from '../../../../lambda/reconcile';
import { fenceKey } from '../../../../lambda/tags/fence';
import { ownerTag } from '../../../../lambda/tags/owner';
import { OWNED, REQUEST, UNOBSERVED, WAITING } from '../../request-for-my-cdn';

const NOW = REQUEST.startedAt;
const DEADLINE = NOW + REQUEST.timeoutSeconds * 1_000;
const FENCE = { key: fenceKey(REQUEST.resource), value: expect.stringMatching(/^1000000 mine/) };
const DENIED = 'the role of the function has this permission for every distribution that its stack manages; '
  + 'if a permissions boundary or a service control policy denies the action, allow it there and deploy again';

const failure = (kind: Failure['kind']): Failure => ({ kind, description: 'Name: why', error: new Error('why') });
const failed = (message: string, cleanUp: readonly string[] = []) => ({ kind: 'fail', message: `my-cdn: ${message}`, cleanUp });

/** The decision to send the only write of a first call, or a write with a fence. */
function toSend(request: Request, withFence: boolean): CallDecision<SettingsPhase> {
  const tags = withFence ? [{ key: fenceKey(request.resource), value: '5 earlier' }] : [];
  return decide(request, FIRST_CALL, { kind: 'present', live: { status: 'Deployed', isEnabled: true, tags } }, NOW) as CallDecision<SettingsPhase>;
}

describe('a read that fails', () => {
  test.each<Failure['kind']>(['busy', 'throttled', 'outcome unknown'])('as %s is tried again at the next poll, in the same phase, until the deadline', (kind) => {
    const read = { during: 'observation', failure: failure(kind) } as const;
    expect(recover(REQUEST, FIRST_CALL, read, NOW)).toMatchObject({ kind: 'requeue', tags: NO_TAGS, phase: UNOBSERVED });
    expect(recover(REQUEST, WAITING, read, DEADLINE - 1)).toMatchObject({ kind: 'requeue', tags: NO_TAGS, phase: WAITING });
    expect(recover(REQUEST, WAITING, read, DEADLINE)).toMatchObject(
      failed('timed out after 3000 s, pending: a response of Lightsail, got Name: why; deploy again when Lightsail responds'));
  });

  test.each<[Failure['kind'], string]>([
    ['refused', 'a read of Lightsail was refused, got Name: why'],
    ['not found', 'a read of Lightsail was refused, got Name: why'],
    ['access denied', `a read of Lightsail was denied, got Name: why; ${DENIED}`],
  ])('as %s fails the request', (kind, message) => {
    expect(recover(REQUEST, WAITING, { during: 'observation', failure: failure(kind) }, NOW)).toMatchObject(failed(message));
  });
});

describe('tags that cannot be written', () => {
  const untagged: SettingsPhase = { ...WAITING, fenced: false, tagged: false };
  const decision = (kind: 'requeue' | 'reclaim', ...put: { key?: string; value?: string }[]): RequeueDecision<SettingsPhase> =>
    ({ kind, reason: 'status "InProgress"', tags: { put, remove: [] }, phase: WAITING, untagged });
  const owner = ownerTag(REQUEST.resource, 'adopting');
  const tags = (request: Request, requeue: RequeueDecision<SettingsPhase>, kind: Failure['kind']) =>
    recover(request, FIRST_CALL, { during: 'tags', decision: requeue, failure: failure(kind) }, NOW);

  test('for now are written at a later poll', () => {
    expect(tags(REQUEST, decision('requeue'), 'throttled')).toMatchObject({ kind: 'requeue', tags: NO_TAGS, phase: untagged });
  });

  test('fail the request, and no Delete follows if they were to take a retained distribution back', () => {
    expect(tags(REQUEST, decision('requeue'), 'refused')).toMatchObject({ ...failed('writing its tags was refused, got Name: why'), preventsDelete: false });
    expect(tags(REQUEST, decision('reclaim'), 'refused')).toMatchObject({ preventsDelete: true });
    expect(tags(REQUEST, decision('requeue'), 'access denied')).toMatchObject(failed(`writing its tags was denied, got Name: why; ${DENIED}`));
  });

  test('say what to do where the permission to take ownership is missing', () => {
    expect(tags({ ...REQUEST, owned: OWNED }, decision('requeue', owner), 'access denied')).toMatchObject(failed(
      'writing its owner tag was denied, got Name: why; only a construct with OnExisting.ADOPT may put an owner tag on a distribution that has none; '
      + 'set onExisting to OnExisting.ADOPT, or restore the tag cdk-lightsail-distribution:owner of my-cdn, and deploy again'));
    expect(tags({ ...REQUEST, owned: { ...OWNED, onExisting: 'adopt' } }, decision('requeue', owner), 'access denied'))
      .toMatchObject(failed(`writing its owner tag was denied, got Name: why; ${DENIED}`));
  });
});

describe('a write that fails', () => {
  const send = (decision: CallDecision<SettingsPhase>, kind: Failure['kind'], request = REQUEST) =>
    recover(request, FIRST_CALL, { during: 'call', decision, failure: failure(kind) }, NOW);

  test.each<Failure['kind']>(['busy', 'throttled'])('as %s had no effect: it is sent by a later poll, behind a fence', (kind) => {
    const phase = { phase: 'waiting', fenced: true, tagged: true, first: { attachesCertificate: false, changes: 'isEnabled: true -> false' } };
    expect(send(toSend(REQUEST, false), kind)).toMatchObject({
      kind: 'requeue', tags: { put: [{ ...FENCE, value: '1000000 mine' }] }, phase, untagged: { ...phase, fenced: false },
    });
    expect(send(toSend(REQUEST, true), kind)).toMatchObject({ phase, untagged: phase });
  });

  test('with an unknown outcome may have had an effect: the fence records it', () => {
    const sent = { call: 'UpdateDistribution', at: NOW };
    expect(send(toSend(REQUEST, false), 'outcome unknown')).toMatchObject({
      kind: 'requeue', tags: { put: [{ ...FENCE, value: `1000000 mine UpdateDistribution@${NOW}` }] }, phase: { phase: 'sent', fenced: true, sent }, untagged: { phase: 'sent', fenced: false, sent },
    });
  });

  test('fails the request, and its fence is removed, but for a distribution that CloudFormation does not know yet', () => {
    expect(send(toSend(REQUEST, false), 'refused')).toMatchObject(failed('UpdateDistribution was refused, got Name: why'));
    expect(send(toSend(REQUEST, true), 'refused')).toMatchObject(failed('UpdateDistribution was refused, got Name: why', [fenceKey(REQUEST.resource)]));
    expect(send(toSend(REQUEST, true), 'refused', { ...REQUEST, owned: OWNED })).toMatchObject({ cleanUp: [] });
    expect(send(toSend(REQUEST, false), 'access denied')).toMatchObject(failed(`UpdateDistribution was denied, got Name: why; ${DENIED}`));
    expect(send(toSend(REQUEST, false), 'access denied', { ...REQUEST, owned: OWNED })).toMatchObject(failed(`UpdateDistribution was denied, got Name: why; ${DENIED}`));
  });
});

describe('a creation that fails', () => {
  const request: Request = { ...REQUEST, owned: { ...OWNED, isNew: false } };
  const decision = decide(request, FIRST_CALL, { kind: 'absent' }, NOW) as CallDecision<SettingsPhase>;
  const create = (kind: Failure['kind']) => recover(request, FIRST_CALL, { during: 'call', decision, failure: failure(kind) }, NOW);

  test.each<Failure['kind']>(['outcome unknown', 'name in use'])('as %s may have created the distribution', (kind) => {
    expect(create(kind)).toMatchObject({ kind: 'requeue', tags: NO_TAGS, phase: { phase: 'creating', error: 'Name: why', sent: { call: 'CreateDistribution', at: NOW } } });
  });

  test.each<Failure['kind']>(['refused', 'busy', 'throttled', 'not found'])('as %s fails the request', (kind) => {
    expect(create(kind)).toMatchObject(failed('CreateDistribution was refused, got Name: why'));
  });
});
