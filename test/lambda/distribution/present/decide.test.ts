import type { LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';
import * as fc from 'fast-check';
import { changes } from '../../../../lambda/distribution/changes';
import type { SettingsPhase } from '../../../../lambda/distribution/phase';
import { decide } from '../../../../lambda/distribution/present/decide';
import type { Observation } from '../../../../lambda/distribution/present/observation';
import type { Request } from '../../../../lambda/distribution/request';
import type { Call } from '../../../../lambda/distribution/settings';
import { isReady } from '../../../../lambda/distribution/status';
import type { SentWrite } from '../../../../lambda/lightsail/writes';
import { NO_TAGS } from '../../../../lambda/lightsail/writes';
import { FIRST_CALL, type FirstCall } from '../../../../lambda/reconcile';
import { fenceKey, fenceTag } from '../../../../lambda/tags/fence';
import { anySettings } from '../../arbitraries';
import { REQUEST, SENT, UNOBSERVED, WAITING } from '../../request-for-my-cdn';

const NOW = 1_010_000;
const FENCE_KEY = fenceKey(REQUEST.resource);
const WRITES_FENCE = { tags: { put: [expect.objectContaining({ key: FENCE_KEY })], remove: [] } };
/** The time after the consistency window of a write at NOW. */
const SETTLED = NOW + 60_000;

const present = (live: LightsailDistribution, more: Partial<Extract<Observation, { kind: 'present' }>> = {}): Observation =>
  ({ kind: 'present', live: { status: 'Deployed', ...live }, ...more });
const fenceBy = (request: Partial<Request>, ...sent: SentWrite[]) => [fenceTag({ ...REQUEST, ...request }, sent)];

describe('an unknown status of a distribution means that it is busy', () => {
  test.each(['InProgress', 'Polishing', '', undefined])('%p', (status) => {
    const live = { status, isEnabled: false };
    expect(decide(REQUEST, FIRST_CALL, { kind: 'present', live }, NOW)).toMatchObject({
      kind: 'requeue', reason: `status ${status === undefined ? 'nothing' : `"${status}"`}`,
    });
  });
});

describe('the deadline', () => {
  const waiting: Observation = { kind: 'operating', operation: { id: 'op-1', operationType: 'UpdateDistribution', status: 'Started' } };
  const deadline = REQUEST.startedAt + REQUEST.timeoutSeconds * 1_000;

  test('a millisecond earlier the request still waits', () => {
    expect(decide(REQUEST, UNOBSERVED, waiting, deadline - 1)).toMatchObject({ kind: 'requeue', reason: 'UpdateDistribution operation op-1 (Started)' });
  });

  test('then the request fails, and reports what is pending', () => {
    expect(decide(REQUEST, UNOBSERVED, waiting, deadline)).toEqual({
      kind: 'fail',
      message: 'my-cdn: timed out after 3000 s, pending: UpdateDistribution operation op-1 (Started); '
        + 'check the distribution, then deploy again or set a longer timeout',
      cleanUp: [],
    });
  });

  test('then nothing is started that the request could not wait for', () => {
    const progress = WAITING;
    expect(decide(REQUEST, progress, present({ isEnabled: true, tags: fenceBy({}) }), deadline)).toEqual({
      kind: 'fail',
      message: 'my-cdn: timed out after 3000 s, pending: UpdateDistribution, isEnabled: true -> false; '
        + 'check the distribution, then deploy again or set a longer timeout',
      cleanUp: [FENCE_KEY],
    });
  });

  test.each([['no fence', []], ['the fence of an earlier request', fenceBy({ id: 'other', startedAt: REQUEST.startedAt - 1 })]])('then %s is left as it is', (_what, tags) => {
    expect(decide(REQUEST, WAITING, present({ status: 'InProgress', isEnabled: true, tags }), deadline)).toMatchObject({ kind: 'fail', cleanUp: [] });
  });

  test('does not apply to the first call', () => {
    expect(decide({ ...REQUEST, timeoutSeconds: 0 }, FIRST_CALL, present({ isEnabled: true }), NOW)).toMatchObject({ kind: 'call' });
  });

  test('a goal that is reached by then is complete', () => {
    expect(decide(REQUEST, UNOBSERVED, present({ isEnabled: false }), deadline)).toMatchObject({ kind: 'complete' });
  });
});

describe('a step that is only recorded', () => {
  const fenced = WAITING;
  const tags = fenceBy({}, { call: 'UpdateDistribution', at: NOW - 5_000 });

  test('is sent when Lightsail has no operation of it', () => {
    expect(decide(REQUEST, fenced, present({ isEnabled: true, tags }), NOW)).toMatchObject({ kind: 'call', ...WRITES_FENCE, write: { call: 'UpdateDistribution' } });
  });

  test('is awaited while its operation is pending, whatever the status is', () => {
    const operation: Operation = { id: 'op-1', operationType: 'UpdateDistribution', status: 'Started' };
    expect(decide(REQUEST, fenced, present({ isEnabled: true, tags }, { operation }), NOW)).toMatchObject({
      kind: 'requeue', reason: 'UpdateDistribution operation op-1 (Started), isEnabled: true -> false',
    });
  });

  test('is not sent again when its operation has ended', () => {
    const operation: Operation = { id: 'op-1', operationType: 'UpdateDistribution', status: 'Succeeded', statusChangedAt: new Date(NOW) };
    expect(decide(REQUEST, fenced, present({ isEnabled: true, tags }, { operation }), SETTLED - 1)).toMatchObject({
      kind: 'requeue', reason: 'a read that shows the change, isEnabled: true -> false', tags: NO_TAGS, phase: { fenced: true },
    });
    expect(decide(REQUEST, fenced, present({ isEnabled: true, tags }, { operation }), SETTLED)).toMatchObject({
      kind: 'fail', message: expect.stringContaining('UpdateDistribution succeeded, but isEnabled: desired false, current true'), cleanUp: [FENCE_KEY],
    });
  });

  test('is awaited since its record when nothing says when its operation ended', () => {
    const request: Request = { ...REQUEST, desired: { ...REQUEST.desired, ipAddressType: 'ipv4' } };
    const two = fenceBy({}, { call: 'UpdateDistribution', at: NOW - 60_000 }, { call: 'SetIpAddressType', at: NOW });
    const seen = present({ isEnabled: false, ipAddressType: 'dualstack', tags: two }, { operation: { operationType: 'SetIpAddressType', isTerminal: true } });
    expect(decide(request, fenced, seen, SETTLED - 1)).toMatchObject({ kind: 'requeue', reason: 'a read that shows the change, ipAddressType: "dualstack" -> "ipv4"' });
    expect(decide(request, fenced, seen, SETTLED)).toMatchObject({ kind: 'fail', message: expect.stringContaining('SetIpAddressType succeeded, but ') });
  });

  test('does not affect the steps before it, and is not named with them when those were not kept', () => {
    const request: Request = { ...REQUEST, desired: { ...REQUEST.desired, ipAddressType: 'ipv4' } };
    const two = fenceBy({}, { call: 'UpdateDistribution', at: NOW - 9_000 }, { call: 'SetIpAddressType', at: NOW - 5_000 });
    expect(decide(request, fenced, present({ isEnabled: true, ipAddressType: 'dualstack', tags: two }), SETTLED)).toEqual({
      kind: 'fail',
      message: 'my-cdn: UpdateDistribution succeeded, but isEnabled: desired false, current true; Lightsail did not keep the value, '
        + 'or it was changed outside the stack; use a value that Lightsail keeps, or deploy again',
      cleanUp: [FENCE_KEY],
    });
  });
});

describe('an operation of another request, where nothing differs', () => {
  const nothing = (otherOperation: Operation) => decide(REQUEST, FIRST_CALL, present({ isEnabled: false }, { otherOperation }), NOW);
  const operation = (status: Operation['status'], statusChangedAt: number): Operation =>
    ({ id: 'op-1', operationType: 'UpdateDistribution', status, statusChangedAt: new Date(statusChangedAt) });

  test('is awaited while it is pending and until reads show its effect, behind a fence, because it may be that of a cancelled request', () => {
    const reason = (status: string) => ({ kind: 'requeue', reason: `UpdateDistribution operation op-1 (${status})`, ...WRITES_FENCE });
    expect(nothing(operation('Started', NOW - 600_000))).toMatchObject(reason('Started'));
    expect(nothing(operation('Succeeded', NOW - 59_999))).toMatchObject(reason('Succeeded'));
  });

  test('is ignored a minute after it ended', () => {
    expect(nothing(operation('Succeeded', NOW - 60_000))).toMatchObject({ kind: 'complete' });
  });
});

describe('a step whose operation id is known', () => {
  const sent: SettingsPhase = { ...SENT, sent: { call: 'UpdateDistribution', at: NOW - 5_000, operationId: 'op-1' } };

  test('is not sent again even when Lightsail no longer has the operation', () => {
    expect(decide(REQUEST, sent, present({ isEnabled: true }), SETTLED)).toMatchObject({
      kind: 'fail', message: expect.stringContaining('UpdateDistribution succeeded, but isEnabled: desired false, current true'),
    });
  });

  test('is enough without waiting for the deployment, even when the read does not show it yet', () => {
    const request = { ...REQUEST, waitForDeployment: false };
    expect(decide(request, sent, present({ status: 'InProgress', isEnabled: true }), NOW)).toMatchObject({ kind: 'complete' });
  });
});

describe('what Lightsail would refuse', () => {
  const tags = fenceBy({});

  test.each<[string, Request['desired'], Partial<Extract<Observation, { kind: 'present' }>>, string]>([
    ['a bundle, this month', { bundleId: 'medium_1_0' }, { live: { bundleId: 'small_1_0', ableToUpdateBundle: false } },
      'my-cdn: bundleId: cannot change now, got "medium_1_0" while "small_1_0" is applied; '
      + 'Lightsail allows one change in a billing month; deploy again next month, or leave the bundle as it is'],
    ['a certificate that does not exist', { certificateName: 'cert-1' }, {},
      'my-cdn: certificateName: cannot attach "cert-1", got no such certificate in us-east-1; '
      + 'only an ISSUED certificate can be attached; create its validation records in DNS, wait until it is issued, and deploy again'],
    ['WAF rules without WAF', { enableWaf: false, wafRules: [{ name: 'AWSManagedRulesCommonRuleSet' }] }, { live: { waf: { isWafEnabled: true } } },
      'my-cdn: wafRules: WAF is disabled, got rules; rules are allowed while WAF is enabled; enable it in the same deployment'],
  ])('%s: at a later poll the fence goes with it', (_what, desired, { live, ...more }, message) => {
    expect(decide({ ...REQUEST, desired }, WAITING, present({ ...live, tags }, more), NOW))
      .toEqual({ kind: 'fail', message, cleanUp: [FENCE_KEY] });
  });

  test.each<[string, Request['desired'], LightsailDistribution]>([
    ['a bundle, when the service does not say whether it can change', { bundleId: 'medium_1_0' }, { bundleId: 'small_1_0' }],
    ['the default certificate', { certificateName: '' }, { certificateName: 'cert-1', alternativeDomainNames: ['example.com'] }],
    ['an empty list of WAF rules without WAF', { isEnabled: false, wafRules: [] }, {}],
    ['WAF rules with a live WAF', { wafRules: [{ name: 'AWSManagedRulesCommonRuleSet' }] }, { waf: { isWafEnabled: true } }],
  ])('is not %s', (_what, desired, live) => {
    expect(decide({ ...REQUEST, desired }, FIRST_CALL, present(live), NOW)).toMatchObject({ kind: 'call' });
  });
});

describe('write access', () => {
  const earlier = { id: 'earlier', startedAt: REQUEST.startedAt - 1 };
  const later = { id: 'later', startedAt: REQUEST.startedAt + 1 };

  test.each<[string, SettingsPhase | undefined, Partial<Request> | undefined, 'call' | 'requeue' | 'fail']>([
    ['the first call takes an earlier fence over', undefined, earlier, 'call'],
    ['the first call takes over even a fence that looks later, because clocks may differ', undefined, later, 'call'],
    ['a poll whose fence was written continues behind it', WAITING, {}, 'call'],
    ['a poll whose fence was written and is not visible yet waits', WAITING, undefined, 'requeue'],
    ['a poll whose fence was written continues over an earlier one', WAITING, earlier, 'call'],
    ['a poll that had its fence written and finds another\'s stops', WAITING, later, 'fail'],
    ['a poll whose fence could not be written stops when there is none', UNOBSERVED, undefined, 'fail'],
    ['a poll whose fence could not be written continues over an earlier one', UNOBSERVED, earlier, 'call'],
    ['a poll whose fence could not be written stops before a later one', UNOBSERVED, later, 'fail'],
  ])('%s', (_what, progress, fence, kind) => {
    const tags = fence && fenceBy(fence);
    // A request that continues writes its own fence first.
    expect(decide(REQUEST, progress ?? FIRST_CALL, present({ isEnabled: true, tags }), NOW)).toMatchObject({ kind, ...(kind === 'call' && WRITES_FENCE), ...(kind === 'requeue' && { tags: NO_TAGS }) });
  });

  test('a fence that does not become visible was removed by a later request', () => {
    expect(decide(REQUEST, WAITING, present({ isEnabled: true }), REQUEST.startedAt + 60_000)).toEqual({
      kind: 'fail',
      message: 'my-cdn: superseded by a later request for the same resource before it could apply isEnabled: true -> false; '
        + 'this request writes nothing more; the later request takes effect',
      cleanUp: [],
    });
  });

  test('a request that started without a response of Lightsail reports this, and writes nothing', () => {
    expect(decide(REQUEST, UNOBSERVED, present({ isEnabled: true }), NOW)).toEqual({
      kind: 'fail',
      message: 'my-cdn: Lightsail did not respond when the request began, so a later request may have started since, '
        + 'pending: isEnabled: true -> false; only a request that marked the distribution may write later; deploy again',
      cleanUp: [],
    });
  });

  test('a request that sent its only step, and finds another difference, reports a change outside the stack', () => {
    const request = { ...REQUEST, desired: { ...REQUEST.desired, ipAddressType: 'ipv4' as const } };
    const progress: SettingsPhase = { ...SENT, sent: { call: 'UpdateDistribution', at: NOW, operationId: 'op-1' } };
    expect(decide(request, progress, present({ isEnabled: false, ipAddressType: 'dualstack' }), NOW)).toEqual({
      kind: 'fail',
      message: 'my-cdn: changed outside the stack while the request was in progress, pending: ipAddressType: "dualstack" -> "ipv4"; deploy again',
      cleanUp: [],
    });
  });

  test('a superseded request that only waits leaves the fence of the later one alone', () => {
    const live = { status: 'InProgress', isEnabled: false, tags: fenceBy(later) };
    expect(decide(REQUEST, WAITING, present(live), NOW)).toMatchObject({ kind: 'requeue', tags: NO_TAGS });
  });

  test('a first call that is delivered again recognizes its own fence', () => {
    expect(decide(REQUEST, FIRST_CALL, present({ status: 'InProgress', isEnabled: true, tags: fenceBy({}) }), NOW)).toMatchObject({ kind: 'requeue', tags: NO_TAGS, phase: { fenced: true } });
  });

  test('a step that another request sent is not counted as sent by this one', () => {
    const tags = fenceBy(earlier, { call: 'UpdateDistribution', at: NOW - 9_000 }, { call: 'SetIpAddressType', at: NOW - 5_000 });
    expect(decide(REQUEST, FIRST_CALL, present({ isEnabled: true, tags }), NOW)).toMatchObject({ kind: 'call', recorded: [] });
  });

  test('a fence of an earlier request is removed when nothing differs, one of a later request stays', () => {
    const [{ key }] = fenceBy(earlier);
    // The fence of another request must be removed, because it would still allow that request to write. An own fence that remains is harmless.
    const goes = { kind: 'complete', tags: { put: [], remove: [key] }, cleanUp: [] };
    expect(decide(REQUEST, FIRST_CALL, present({ isEnabled: false, tags: fenceBy(earlier) }), NOW)).toMatchObject(goes);
    expect(decide(REQUEST, UNOBSERVED, present({ isEnabled: false, tags: fenceBy(later) }), NOW))
      .toMatchObject({ kind: 'complete', tags: { put: [], remove: [] }, cleanUp: [] });
    expect(decide(REQUEST, WAITING, present({ isEnabled: false, tags: fenceBy({}) }), NOW))
      .toMatchObject({ kind: 'complete', tags: { put: [], remove: [] }, cleanUp: [FENCE_KEY] });
  });
});

const calls: readonly Call[] = ['UpdateDistribution', 'UpdateDistributionBundle', 'SetIpAddressType'];
const anySent: fc.Arbitrary<SentWrite<Call>> = fc.record({ call: fc.constantFrom(...calls), at: fc.integer({ min: 0, max: NOW }) });
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
const first = { changes: 'isEnabled: true -> false' };
const anyPhase: fc.Arbitrary<SettingsPhase | FirstCall> = fc.oneof(
  fc.constant(FIRST_CALL),
  fc.constant(UNOBSERVED),
  fc.record({ phase: fc.constant('waiting' as const), fenced: fc.boolean(), tagged: fc.boolean(), first: fc.constant(first) }),
  fc.record({ phase: fc.constant('sent' as const), fenced: fc.boolean(), sent: anySent, first: fc.constant(first) }),
);

test('laws: each observation leads to a decision; a write goes to a ready distribution only, never twice, and never from a superseded request', () => {
  fc.assert(fc.property(anySettings, fc.boolean(), anyPhase, anyObservation, (desired, waitForDeployment, phase, observation) => {
    const request = { ...REQUEST, desired, waitForDeployment };
    const decision = decide(request, phase, observation, NOW);
    expect(['call', 'requeue', 'complete', 'fail']).toContain(decision.kind);
    if (observation.kind !== 'present') return;

    const pending = changes(request, observation.live);
    if (decision.kind === 'complete' && waitForDeployment) expect([pending, isReady(observation.live)]).toEqual([[], true]);
    if (decision.kind === 'call') {
      const own = observation.live.tags?.[0].value?.split(' ')[1] === 'mine';
      expect(isReady(observation.live)).toBe(true);
      expect(pending).toEqual(expect.arrayContaining([...decision.changes]));
      expect(decision.recorded.map(({ call }) => call)).not.toContain(decision.write.call);
      const earlier = Number(observation.live.tags?.[0].value?.split(' ')[0]) <= REQUEST.startedAt;
      const isFirstCall = phase.phase === 'first call';
      expect(own || isFirstCall || earlier).toBe(true);
      const writesFence = decision.tags.put.some(({ key }) => key === FENCE_KEY);
      expect(writesFence || (isFirstCall && pending.length === decision.changes.length)).toBe(true);
    }
  }), { numRuns: 2_000 });
});
