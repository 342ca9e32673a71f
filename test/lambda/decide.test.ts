import type { LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';
import * as fc from 'fast-check';
import { anySettings } from './arbitraries';
import { changes } from '../../lambda/changes';
import { decide, type Observation } from '../../lambda/decide';
import { isReady } from '../../lambda/distribution-status';
import type { Progress, Sent } from '../../lambda/event';
import { fenceTag } from '../../lambda/fence';
import type { Request } from '../../lambda/request';
import type { Call } from '../../lambda/settings';

const REQUEST: Request = {
  id: 'mine',
  resource: 'stack/Cdn',
  distributionName: 'my-cdn',
  desired: { isEnabled: false },
  takenOut: [],
  waitForDeployment: true,
  timeoutSeconds: 3_000,
  startedAt: 1_000_000,
};
const PROGRESS: Progress = { startedAt: REQUEST.startedAt, complete: false, fenced: false };
const NOW = 1_010_000;

const present = (live: LightsailDistribution, more: Partial<Extract<Observation, { kind: 'present' }>> = {}): Observation =>
  ({ kind: 'present', live: { status: 'Deployed', ...live }, ...more });
const fenceOf = (request: Partial<Request>, ...sent: Sent[]) => [fenceTag({ ...REQUEST, ...request }, sent)];

describe('an unknown status word of a distribution means keep waiting', () => {
  test.each(['InProgress', 'Polishing', '', undefined])('%p', (status) => {
    const live = { status, isEnabled: false };
    expect(decide(REQUEST, undefined, { kind: 'present', live }, NOW)).toMatchObject({
      kind: 'wait', reason: `status ${status === undefined ? 'nothing' : `"${status}"`}`,
    });
  });
});

describe('the deadline', () => {
  const waiting: Observation = { kind: 'operating', operation: { id: 'op-1', operationType: 'UpdateDistribution', status: 'Started' } };
  const deadline = REQUEST.startedAt + REQUEST.timeoutSeconds * 1_000;

  test('a millisecond before it, there is still time', () => {
    expect(decide(REQUEST, PROGRESS, waiting, deadline - 1)).toMatchObject({ kind: 'wait', reason: 'UpdateDistribution operation op-1 (Started)' });
  });

  test('then waiting is over, and what is pending is told', () => {
    expect(decide(REQUEST, PROGRESS, waiting, deadline)).toEqual({
      kind: 'fail',
      message: 'my-cdn: not finished after 3000 s, pending: UpdateDistribution operation op-1 (Started); '
        + 'look at the distribution, then deploy again or allow a longer timeout',
      dropFence: false,
    });
  });

  test('then nothing is begun any more that could not be waited for', () => {
    const progress = { ...PROGRESS, fenced: true };
    expect(decide(REQUEST, progress, present({ isEnabled: true, tags: fenceOf({}) }), deadline)).toEqual({
      kind: 'fail',
      message: 'my-cdn: not finished after 3000 s, pending: UpdateDistribution, isEnabled: true -> false; '
        + 'look at the distribution, then deploy again or allow a longer timeout',
      dropFence: true,
    });
  });

  test('the first call is never late', () => {
    expect(decide({ ...REQUEST, timeoutSeconds: 0 }, undefined, present({ isEnabled: true }), NOW)).toMatchObject({ kind: 'call' });
  });

  test('what has been reached by then is done all the same', () => {
    expect(decide(REQUEST, PROGRESS, present({ isEnabled: false }), deadline)).toMatchObject({ kind: 'done' });
  });
});

describe('a step of which only the record is there', () => {
  const fenced = { ...PROGRESS, fenced: true };
  const tags = fenceOf({}, { call: 'UpdateDistribution', at: NOW - 5_000 });

  test('is sent when the service knows no operation of it', () => {
    expect(decide(REQUEST, fenced, present({ isEnabled: true, tags }), NOW)).toMatchObject({ kind: 'call', fence: true, step: { call: 'UpdateDistribution' } });
  });

  test('is waited for when its operation runs, whatever the status says', () => {
    const operation: Operation = { id: 'op-1', operationType: 'UpdateDistribution', status: 'Started' };
    expect(decide(REQUEST, fenced, present({ isEnabled: true, tags }, { operation }), NOW)).toMatchObject({
      kind: 'wait', reason: 'UpdateDistribution operation op-1 (Started), isEnabled: true -> false',
    });
  });

  test('is not sent again when its operation is over', () => {
    const operation: Operation = { id: 'op-1', operationType: 'UpdateDistribution', status: 'Succeeded' };
    expect(decide(REQUEST, fenced, present({ isEnabled: true, tags }, { operation }), NOW)).toMatchObject({
      kind: 'fail', message: expect.stringContaining('UpdateDistribution succeeded, but isEnabled: wanted false, found true'), dropFence: true,
    });
  });
});

describe('whose turn it is', () => {
  const earlier = { id: 'earlier', startedAt: REQUEST.startedAt - 1 };
  const later = { id: 'later', startedAt: REQUEST.startedAt + 1 };

  test.each<[string, Progress | undefined, Partial<Request> | undefined, string]>([
    ['the first call takes an earlier fence over', undefined, earlier, 'call'],
    ['the first call takes even a fence over that looks later, as clocks may differ', undefined, later, 'call'],
    ['a poll that had its fence put up goes on behind it', { ...PROGRESS, fenced: true }, {}, 'call'],
    ['a poll that had its fence put up and does not find it stops', { ...PROGRESS, fenced: true }, undefined, 'fail'],
    ['a poll that had its fence put up and finds another\'s stops', { ...PROGRESS, fenced: true }, later, 'fail'],
    ['a poll that could not put its fence up goes on when there is none', PROGRESS, undefined, 'call'],
    ['a poll that could not put its fence up goes on over an earlier one', PROGRESS, earlier, 'call'],
    ['a poll that could not put its fence up stops before a later one', PROGRESS, later, 'fail'],
  ])('%s', (_what, progress, fence, kind) => {
    const tags = fence && fenceOf(fence);
    expect(decide(REQUEST, progress, present({ isEnabled: true, tags }), NOW).kind).toBe(kind);
  });

  test('a fence of an earlier request goes when there is nothing to do, one of a later request stays', () => {
    expect(decide(REQUEST, undefined, present({ isEnabled: false, tags: fenceOf(earlier) }), NOW)).toMatchObject({ kind: 'done', dropFence: true });
    expect(decide(REQUEST, PROGRESS, present({ isEnabled: false, tags: fenceOf(later) }), NOW)).toMatchObject({ kind: 'done', dropFence: false });
  });
});

const calls: readonly Call[] = ['UpdateDistribution', 'UpdateDistributionBundle', 'SetIpAddressType'];
const anySent = fc.record({ call: fc.constantFrom(...calls), at: fc.integer({ min: 0, max: NOW }) });
const anyOperation: fc.Arbitrary<Operation> = fc.record({
  id: fc.constant('op-1'),
  operationType: fc.constantFrom(...calls),
  status: fc.constantFrom<(string | undefined)[]>('NotStarted', 'Started', 'Succeeded', 'Completed', 'Failed', 'Dreaming', undefined),
  isTerminal: fc.boolean(),
}) as fc.Arbitrary<Operation>;
const anyFence = fc.option(fc.tuple(fc.constantFrom('mine', 'another'), fc.integer({ min: 0, max: NOW }), fc.array(anySent, { maxLength: 3 })), { nil: undefined });
const anyLive = fc.record({
  status: fc.constantFrom('Deployed', 'InProgress', 'Polishing', 'disabled', undefined),
  isEnabled: fc.boolean(),
  bundleId: fc.constantFrom('small_1_0', 'large_1_0'),
  ableToUpdateBundle: fc.boolean(),
  ipAddressType: fc.constantFrom<('ipv4' | 'dualstack')[]>('ipv4', 'dualstack'),
  fence: anyFence,
}).map(({ fence, ...live }): LightsailDistribution => ({
  ...live, tags: fence && [fenceTag({ ...REQUEST, id: fence[0], startedAt: fence[1] }, fence[2])],
}));
const anyObservation: fc.Arbitrary<Observation> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('present' as const), live: anyLive, operation: fc.option(anyOperation, { nil: undefined }) }) },
  fc.record({ kind: fc.constant('operating' as const), operation: anyOperation }),
  fc.constant({ kind: 'absent' as const }),
);
const anyProgress = fc.option(fc.record({
  startedAt: fc.constant(REQUEST.startedAt), complete: fc.constant(false), fenced: fc.boolean(), sent: fc.option(anySent, { nil: undefined }),
}), { nil: undefined });

test('laws: whatever is seen there is a decision; a write goes to a ready distribution only, never twice, and never from a superseded request', () => {
  fc.assert(fc.property(anySettings, fc.boolean(), anyProgress, anyObservation, (desired, waitForDeployment, progress, observation) => {
    const request = { ...REQUEST, desired, waitForDeployment };
    const decision = decide(request, progress, observation, NOW);
    expect(['call', 'wait', 'done', 'fail']).toContain(decision.kind);
    if (observation.kind !== 'present') return;

    const pending = changes(request, observation.live);
    if (decision.kind === 'done' && waitForDeployment) expect([pending, isReady(observation.live)]).toEqual([[], true]);
    if (decision.kind === 'call') {
      const own = observation.live.tags?.[0].value?.split(' ')[1] === 'mine';
      expect(isReady(observation.live)).toBe(true);
      expect(pending).toEqual(expect.arrayContaining([...decision.step.changes]));
      expect(decision.sent.map(({ call }) => call)).not.toContain(decision.step.call);
      expect(own || progress === undefined || !progress.fenced).toBe(true);
      expect(decision.fence || (progress === undefined && pending.length === decision.step.changes.length)).toBe(true);
    }
  }), { numRuns: 2_000 });
});
