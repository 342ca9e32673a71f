import type { LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';
import * as fc from 'fast-check';
import { anySettings } from './arbitraries';
import { PROGRESS, REQUEST } from './request-for-my-cdn';
import { changes } from '../../lambda/changes';
import { decide } from '../../lambda/decide';
import type { Observation } from '../../lambda/decision';
import { isReady } from '../../lambda/distribution-status';
import type { Progress, Sent } from '../../lambda/event';
import { fenceTag } from '../../lambda/fence';
import type { Request } from '../../lambda/request';
import type { Call } from '../../lambda/settings';

const NOW = 1_010_000;
/** Reads show by now what was written at NOW. */
const SETTLED = NOW + 60_000;

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
    expect(decide(REQUEST, fenced, present({ isEnabled: true, tags }), NOW)).toMatchObject({ kind: 'call', fence: 'put up', step: { call: 'UpdateDistribution' } });
  });

  test('is waited for when its operation runs, whatever the status says', () => {
    const operation: Operation = { id: 'op-1', operationType: 'UpdateDistribution', status: 'Started' };
    expect(decide(REQUEST, fenced, present({ isEnabled: true, tags }, { operation }), NOW)).toMatchObject({
      kind: 'wait', reason: 'UpdateDistribution operation op-1 (Started), isEnabled: true -> false',
    });
  });

  test('is not sent again when its operation is over', () => {
    const operation: Operation = { id: 'op-1', operationType: 'UpdateDistribution', status: 'Succeeded', statusChangedAt: new Date(NOW) };
    expect(decide(REQUEST, fenced, present({ isEnabled: true, tags }, { operation }), SETTLED - 1)).toMatchObject({
      kind: 'wait', reason: 'reads that show it, isEnabled: true -> false', fence: 'stands',
    });
    expect(decide(REQUEST, fenced, present({ isEnabled: true, tags }, { operation }), SETTLED)).toMatchObject({
      kind: 'fail', message: expect.stringContaining('UpdateDistribution succeeded, but isEnabled: wanted false, found true'), dropFence: true,
    });
  });

  test('does not take the steps before it along, and is not named with them when they were not kept', () => {
    const request: Request = { ...REQUEST, desired: { ...REQUEST.desired, ipAddressType: 'ipv4' } };
    const two = fenceOf({}, { call: 'UpdateDistribution', at: NOW - 9_000 }, { call: 'SetIpAddressType', at: NOW - 5_000 });
    expect(decide(request, fenced, present({ isEnabled: true, ipAddressType: 'dualstack', tags: two }), SETTLED)).toEqual({
      kind: 'fail',
      message: 'my-cdn: UpdateDistribution succeeded, but isEnabled: wanted false, found true; Lightsail did not keep the value, '
        + 'or something else has changed it meanwhile; use a value that Lightsail keeps, or deploy again',
      dropFence: true,
    });
  });
});

describe('an operation of another request, where nothing is to be done', () => {
  const nothing = (formerOperation: Operation) => decide(REQUEST, undefined, present({ isEnabled: false }, { formerOperation }), NOW);
  const operation = (status: Operation['status'], statusChangedAt: number): Operation =>
    ({ id: 'op-1', operationType: 'UpdateDistribution', status, statusChangedAt: new Date(statusChangedAt) });

  test('is waited for while it runs and until reads show it, behind a fence, as it may be that of a cancelled one', () => {
    const reason = (status: string) => ({ kind: 'wait', reason: `UpdateDistribution operation op-1 (${status})`, fence: 'put up' });
    expect(nothing(operation('Started', NOW - 600_000))).toMatchObject(reason('Started'));
    expect(nothing(operation('Succeeded', NOW - 59_999))).toMatchObject(reason('Succeeded'));
  });

  test('means nothing when it has been over for a while', () => {
    expect(nothing(operation('Succeeded', NOW - 60_000))).toMatchObject({ kind: 'done' });
  });
});

describe('a step whose operation id is known', () => {
  const sent: Progress = { ...PROGRESS, sent: { call: 'UpdateDistribution', at: NOW - 5_000, operationId: 'op-1' } };

  test('is not sent again even when the service has forgotten the operation', () => {
    expect(decide(REQUEST, sent, present({ isEnabled: true }), SETTLED)).toMatchObject({
      kind: 'fail', message: expect.stringContaining('UpdateDistribution succeeded, but isEnabled: wanted false, found true'),
    });
  });

  test('is enough without waiting for the deployment, even when the read does not show it yet', () => {
    const request = { ...REQUEST, waitForDeployment: false };
    expect(decide(request, sent, present({ status: 'InProgress', isEnabled: true }), NOW)).toMatchObject({ kind: 'done' });
  });
});

describe('what Lightsail would refuse', () => {
  const tags = fenceOf({});

  test.each<[string, Request['desired'], Partial<Extract<Observation, { kind: 'present' }>>, string]>([
    ['a bundle, this month', { bundleId: 'medium_1_0' }, { live: { bundleId: 'small_1_0', ableToUpdateBundle: false } },
      'my-cdn: bundleId: cannot change now, got "medium_1_0" while "small_1_0" is applied; '
      + 'Lightsail allows one change a billing month; deploy again next month, or leave the bundle as it is'],
    ['a certificate that is not there', { certificateName: 'cert-1' }, {},
      'my-cdn: certificateName: cannot attach "cert-1", got no such certificate in us-east-1; '
      + 'only an ISSUED certificate can be attached; create its validation records in DNS, wait until it is issued, and deploy again'],
    ['WAF rules without WAF', { enableWaf: false, wafRules: [{ name: 'AWSManagedRulesCommonRuleSet' }] }, { live: { waf: { isWafEnabled: true } } },
      'my-cdn: wafRules: WAF is off, got rules; rules are allowed while WAF is on; enable it in the same deployment'],
  ])('%s: at a later poll the fence goes with it', (_what, desired, { live, ...more }, message) => {
    expect(decide({ ...REQUEST, desired }, { ...PROGRESS, fenced: true }, present({ ...live, tags }, more), NOW))
      .toEqual({ kind: 'fail', message, dropFence: true });
  });

  test.each<[string, Request['desired'], LightsailDistribution]>([
    ['a bundle, when the service does not say whether it can change', { bundleId: 'medium_1_0' }, { bundleId: 'small_1_0' }],
    ['the default certificate', { certificateName: '' }, { certificateName: 'cert-1', alternativeDomainNames: ['example.com'] }],
    ['no WAF rules without WAF', { isEnabled: false, wafRules: [] }, {}],
    ['WAF rules with the WAF that is there', { wafRules: [{ name: 'AWSManagedRulesCommonRuleSet' }] }, { waf: { isWafEnabled: true } }],
  ])('is not %s', (_what, desired, live) => {
    expect(decide({ ...REQUEST, desired }, undefined, present(live), NOW)).toMatchObject({ kind: 'call' });
  });
});

describe('whose turn it is', () => {
  const earlier = { id: 'earlier', startedAt: REQUEST.startedAt - 1 };
  const later = { id: 'later', startedAt: REQUEST.startedAt + 1 };

  test.each<[string, Progress | undefined, Partial<Request> | undefined, 'call' | 'wait' | 'fail']>([
    ['the first call takes an earlier fence over', undefined, earlier, 'call'],
    ['the first call takes even a fence over that looks later, as clocks may differ', undefined, later, 'call'],
    ['a poll that had its fence put up goes on behind it', { ...PROGRESS, fenced: true }, {}, 'call'],
    ['a poll that had its fence put up and does not see it yet waits', { ...PROGRESS, fenced: true }, undefined, 'wait'],
    ['a poll that had its fence put up goes on over an earlier one', { ...PROGRESS, fenced: true }, earlier, 'call'],
    ['a poll that had its fence put up and finds another\'s stops', { ...PROGRESS, fenced: true }, later, 'fail'],
    ['a poll that could not put its fence up stops when there is none', PROGRESS, undefined, 'fail'],
    ['a poll that could not put its fence up goes on over an earlier one', PROGRESS, earlier, 'call'],
    ['a poll that could not put its fence up stops before a later one', PROGRESS, later, 'fail'],
  ])('%s', (_what, progress, fence, kind) => {
    const tags = fence && fenceOf(fence);
    // Whoever goes on puts its own fence up first.
    expect(decide(REQUEST, progress, present({ isEnabled: true, tags }), NOW)).toMatchObject({ kind, ...(kind === 'call' && { fence: 'put up' }), ...(kind === 'wait' && { fence: 'none' }) });
  });

  test('a fence that stays unseen was taken away by a later request', () => {
    expect(decide(REQUEST, { ...PROGRESS, fenced: true }, present({ isEnabled: true }), REQUEST.startedAt + 60_000)).toEqual({
      kind: 'fail',
      message: 'my-cdn: superseded by a later request for the same resource, before it could apply isEnabled: true -> false; '
        + 'nothing more is written for this one; the later request decides',
      dropFence: false,
    });
  });

  test('a request that began without an answer of Lightsail says so, and writes nothing', () => {
    expect(decide(REQUEST, PROGRESS, present({ isEnabled: true }), NOW)).toEqual({
      kind: 'fail',
      message: 'my-cdn: Lightsail could not be reached when the request began, so that a later one may have come meanwhile, '
        + 'pending: isEnabled: true -> false; only a request that has marked the distribution may write later; deploy again',
      dropFence: false,
    });
  });

  test('a request that has sent its only step, and finds more to do, says that another hand has changed it', () => {
    const request = { ...REQUEST, desired: { ...REQUEST.desired, ipAddressType: 'ipv4' as const } };
    const progress: Progress = { ...PROGRESS, sent: { call: 'UpdateDistribution', at: NOW, operationId: 'op-1' }, changes: 'isEnabled: true -> false' };
    expect(decide(request, progress, present({ isEnabled: false, ipAddressType: 'dualstack' }), NOW)).toEqual({
      kind: 'fail',
      message: 'my-cdn: changed by another hand while the request was under way, pending: ipAddressType: "dualstack" -> "ipv4"; deploy again',
      dropFence: false,
    });
  });

  test('a superseded request that only waits leaves the fence of the later one alone', () => {
    const live = { status: 'InProgress', isEnabled: false, tags: fenceOf(later) };
    expect(decide(REQUEST, { ...PROGRESS, fenced: true }, present(live), NOW)).toMatchObject({ kind: 'wait', fence: 'none' });
  });

  test('a first call that is delivered again knows its own fence', () => {
    expect(decide(REQUEST, undefined, present({ status: 'InProgress', isEnabled: true, tags: fenceOf({}) }), NOW)).toMatchObject({ kind: 'wait', fence: 'stands' });
  });

  test('what another request has sent is not sent by this one', () => {
    const tags = fenceOf(earlier, { call: 'UpdateDistribution', at: NOW - 9_000 }, { call: 'SetIpAddressType', at: NOW - 5_000 });
    expect(decide(REQUEST, undefined, present({ isEnabled: true, tags }), NOW)).toMatchObject({ kind: 'call', sent: [] });
  });

  test('a fence of an earlier request goes when there is nothing to do, one of a later request stays', () => {
    const [{ key }] = fenceOf(earlier);
    // Another's would still let it write, so that it must go; an own one that is left behind is harmless.
    const goes = { kind: 'done', tags: { put: [], remove: [key] }, dropFence: false };
    expect(decide(REQUEST, undefined, present({ isEnabled: false, tags: fenceOf(earlier) }), NOW)).toMatchObject(goes);
    expect(decide(REQUEST, PROGRESS, present({ isEnabled: false, tags: fenceOf(later) }), NOW))
      .toMatchObject({ kind: 'done', tags: { put: [], remove: [] }, dropFence: false });
    expect(decide(REQUEST, { ...PROGRESS, fenced: true }, present({ isEnabled: false, tags: fenceOf({}) }), NOW))
      .toMatchObject({ kind: 'done', tags: { put: [], remove: [] }, dropFence: true });
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
      const earlier = Number(observation.live.tags?.[0].value?.split(' ')[0]) <= REQUEST.startedAt;
      expect(own || progress === undefined || earlier).toBe(true);
      expect(decision.fence === 'put up' || (progress === undefined && pending.length === decision.step.changes.length)).toBe(true);
    }
  }), { numRuns: 2_000 });
});
