import type { LightsailDistribution } from '@aws-sdk/client-lightsail';
import type { Creating, SettingsPhase } from '../../../../lambda/distribution/phase';
import { assess, type Assessment } from '../../../../lambda/distribution/present/assess';
import { call, fail, phaseAfter, requeueBehindFence } from '../../../../lambda/distribution/present/decisions';
import { NO_TAGS, type SentWrite } from '../../../../lambda/lightsail/writes';
import { FIRST_CALL, type FirstCall } from '../../../../lambda/reconcile';
import { fenceKey, fenceTag } from '../../../../lambda/tags/fence';
import { OWNED, REQUEST, SENT, UNOBSERVED, WAITING } from '../../request-for-my-cdn';

const NOW = REQUEST.startedAt;
const FENCE_KEY = fenceKey(REQUEST.resource);
const WRITE: SentWrite = { call: 'UpdateDistribution', at: NOW };
const CREATING: Creating = { phase: 'creating', sent: { call: 'CreateDistribution', at: NOW }, first: { changes: 'created' } };
const TAGS = { put: [{ key: 'team', value: 'web' }], remove: ['stage'] };

const assessed = (phase: SettingsPhase | FirstCall, more: Partial<Assessment> = {}, live: LightsailDistribution = { status: 'InProgress', isEnabled: true }): Assessment =>
  ({ ...assess(REQUEST, phase, { kind: 'present', live }, NOW), ...more });

describe('fail', () => {
  test('removes the own fence, unless CloudFormation does not know the distribution yet', () => {
    expect(fail(REQUEST, 'why', true)).toEqual({ kind: 'fail', message: 'my-cdn: why', cleanUp: [FENCE_KEY] });
    expect(fail(REQUEST, 'why', false)).toEqual({ kind: 'fail', message: 'my-cdn: why', cleanUp: [] });
    expect(fail({ ...REQUEST, owned: OWNED }, 'why', true)).toEqual({ kind: 'fail', message: 'my-cdn: why', cleanUp: [] });
    expect(fail({ ...REQUEST, owned: { ...OWNED, isNew: false } }, 'why', true)).toEqual({ kind: 'fail', message: 'my-cdn: why', cleanUp: [FENCE_KEY] });
  });
});

describe('requeueBehindFence', () => {
  const first = { changes: 'isEnabled: true -> false' };
  const reason = 'cause, isEnabled: true -> false';
  const waiting = (fenced: boolean, tagged: boolean) => ({ phase: 'waiting', fenced, tagged, first });
  const step = assessed(FIRST_CALL).plan[0];

  test.each<[string, Partial<Assessment>, readonly SentWrite[] | undefined, boolean, boolean]>([
    ['a step is not sent yet: with a fence', { unsent: [step], sent: [] }, [], true, false],
    ['nothing is to be sent, but a change is in progress: with a fence', { unsent: [], sent: [] }, [], true, false],
    ['a second step is not sent yet: with a fence that has the first one', { unsent: [step], sent: [WRITE] }, [WRITE], true, false],
    ['everything is sent: without one', { unsent: [], sent: [WRITE] }, undefined, false, false],
    ['its own fence is there: without another one', { unsent: [step], sent: [], ownsFence: true }, undefined, true, true],
  ])('%s', (_when, more, fence, fenced, untaggedFenced) => {
    expect(requeueBehindFence('cause', assessed(FIRST_CALL, { tags: TAGS, ...more }))).toEqual({
      kind: 'requeue',
      reason,
      tags: { ...TAGS, put: [...TAGS.put, ...(fence === undefined ? [] : [fenceTag(REQUEST, fence)])] },
      phase: waiting(fenced, true),
      untagged: waiting(untaggedFenced, false),
    });
  });

  test('without access it writes nothing', () => {
    expect(requeueBehindFence('cause', assessed(UNOBSERVED, { tags: TAGS, pending: [], first }))).toEqual(
      { kind: 'requeue', reason: 'cause', tags: NO_TAGS, phase: waiting(false, true), untagged: waiting(false, false) });
  });
});

describe('call', () => {
  const step = assessed(FIRST_CALL).plan[0];
  const first = { changes: 'isEnabled: true -> false' };
  const decision = (fenced: boolean, sent: readonly SentWrite[] = []) => ({
    kind: 'call',
    reason: 'UpdateDistribution, isEnabled: true -> false',
    write: step,
    recorded: sent,
    changes: step.changes,
    tags: fenced ? { ...TAGS, put: [...TAGS.put, fenceTag(REQUEST, [...sent, WRITE])] } : TAGS,
    accepted: { phase: 'sent', fenced, sent: WRITE, first },
    untagged: { phase: 'waiting', fenced: false, tagged: false, first },
    next: 'poll',
  });

  test('alone, or behind a fence that has it and the writes before it', () => {
    expect(call(step, false, assessed(FIRST_CALL, { tags: TAGS }))).toEqual(decision(false));
    expect(call(step, true, assessed(FIRST_CALL, { tags: TAGS }))).toEqual(decision(true));
    const before: SentWrite = { call: 'SetIpAddressType', at: NOW - 5 };
    expect(call(step, true, assessed(FIRST_CALL, { tags: TAGS, sent: [before] }))).toEqual(decision(true, [before]));
  });

  test('is followed by another pass if the request does not wait for the deployment', () => {
    expect(call(step, false, assessed(FIRST_CALL, { tags: TAGS, request: { ...REQUEST, waitForDeployment: false } }))).toEqual({ ...decision(false), next: 'pass' });
  });
});

test('the phase after a pass without a write: a write that was sent before stays known', () => {
  const { phase: _phase, ...waiting } = { ...WAITING, fenced: true, tagged: false };
  expect([FIRST_CALL, UNOBSERVED, { ...WAITING, first: { changes: 'others' } }].map((phase) => phaseAfter(phase as FirstCall, waiting)))
    .toEqual(Array(3).fill({ phase: 'waiting', ...waiting }));
  expect(phaseAfter(SENT, waiting)).toEqual({ ...SENT, fenced: true });
  expect(phaseAfter(CREATING, waiting)).toBe(CREATING);
});
