import type { LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';
import * as fc from 'fast-check';
import { DEADLINE, REQUEST, SENT } from './request-for-my-cdn';
import { decide } from '../../../lambda/cache-reset/decide';
import type { Observation } from '../../../lambda/cache-reset/observe';
import type { CacheResetPhase } from '../../../lambda/cache-reset/phase';
import type { CacheResetRequest } from '../../../lambda/cache-reset/request';
import { UNOBSERVED } from '../../../lambda/phase';
import { FIRST_CALL, type FirstCall } from '../../../lambda/reconcile';

const NOW = REQUEST.startedAt + 10_000;
const NO_TAGS = { put: [], remove: [] };

const LIVE: LightsailDistribution = { status: 'Deployed', createdAt: new Date(NOW - 7_200_000) };
const BUSY = { ...LIVE, status: 'InProgress' };
const operation = (status: Operation['status']): Operation =>
  ({ id: 'op-1', operationType: 'ResetDistributionCache', status, errorCode: 'EdgeStuck', errorDetails: 'It keeps its cache' });

const completed = (status: string) => ({ kind: 'complete', reason: status, tags: NO_TAGS, cleanUp: [], found: true, untagged: UNOBSERVED, attributes: { status } });
const failed = (message: string) => ({ kind: 'fail', message: `my-cdn: ${message}`, cleanUp: [] });
const requeued = (reason: string, phase: CacheResetPhase = UNOBSERVED) => ({ kind: 'requeue', reason, tags: NO_TAGS, phase, untagged: phase });
const reset = (next: 'poll' | 'pass', at = NOW) => ({
  kind: 'call',
  reason: 'ResetDistributionCache, not sent yet',
  write: { call: 'ResetDistributionCache', input: { distributionName: 'my-cdn' } },
  recorded: [],
  changes: [],
  tags: NO_TAGS,
  accepted: { phase: 'sent', sent: { call: 'ResetDistributionCache', at } },
  untagged: UNOBSERVED,
  next,
});

const PENDING = 'ResetDistributionCache operation op-1 (Started)';
const NEW = { newSince: LIVE.createdAt!.getTime() };
const NO_WAIT = { waitForCompletion: false };

test.each<[string, Observation, Partial<CacheResetRequest>, object]>([
  ['the triggers are the same', {}, { isTriggered: false }, completed('not needed: same triggers')],
  ['there is no such distribution', { live: undefined }, {}, failed('no such distribution in this account; '
    + 'names are listed by `aws lightsail get-distributions --region us-east-1`; correct the name or create the distribution first')],
  ['the distribution is new', { live: LIVE }, NEW, completed('not needed: new distribution')],
  ['the distribution is new and busy', { live: BUSY }, NEW, completed('not needed: new distribution')],
  ['nothing is in progress', { live: LIVE }, {}, reset('poll')],
  ['nothing is in progress, and it does not wait', { live: LIVE }, NO_WAIT, reset('pass')],
  ['the distribution is busy', { live: BUSY }, {}, requeued('status "InProgress", then ResetDistributionCache')],
  ['the distribution is busy, and it does not wait', { live: BUSY }, NO_WAIT, requeued('status "InProgress", then ResetDistributionCache')],
  ['the distribution has no status', { live: {} }, {}, requeued('status nothing, then ResetDistributionCache')],
  ['a reset has begun', { live: LIVE, operation: operation('Started') }, {}, requeued(PENDING)],
  ['a reset has begun, and it does not wait', { live: LIVE, operation: operation('Started') }, NO_WAIT, completed(`in progress: ${PENDING}`)],
  ['a reset has succeeded', { live: LIVE, operation: operation('Succeeded') }, {}, completed('reset')],
  ['a reset has completed while something else is in progress', { live: BUSY, operation: operation('Completed') }, {}, completed('reset')],
  ['a reset has failed', { live: LIVE, operation: operation('Failed') }, {},
    failed('ResetDistributionCache operation op-1 (Failed) failed: EdgeStuck: It keeps its cache; correct the cause and deploy again')],
])('when %s', (_what, observation, request, expected) => {
  expect(decide({ ...REQUEST, ...request }, FIRST_CALL, observation, NOW)).toEqual(expected);
  expect(decide({ ...REQUEST, ...request }, UNOBSERVED, observation, NOW)).toEqual(expected);
});

describe('after the first call sent the reset', () => {
  test.each<[string, Observation, Partial<CacheResetRequest>, object]>([
    ['its operation is pending', { operation: operation('Started') }, {}, requeued(PENDING, SENT)],
    ['it does not wait', { operation: operation('Started') }, NO_WAIT, completed(`in progress: ${PENDING}`)],
    ['its operation has succeeded', { operation: operation('Succeeded') }, {}, completed('reset')],
    ['no read shows its operation', {}, {}, requeued('ResetDistributionCache', SENT)],
    ['no read shows its operation, whose id is unknown', { live: LIVE }, {}, requeued('ResetDistributionCache', SENT)],
  ])('when %s', (_what, observation, request, expected) => {
    expect(decide({ ...REQUEST, ...request }, SENT, observation, NOW)).toEqual(expected);
  });
});

describe('at the deadline', () => {
  const timedOut = (pending: string) =>
    failed(`timed out after 900 s, pending: ${pending}; check the distribution, then deploy again or set a longer timeout`);

  test.each<[string, CacheResetPhase, Observation, string]>([
    ['of a pending operation', SENT, { operation: operation('Started') }, PENDING],
    ['of an operation that no read shows', SENT, {}, 'ResetDistributionCache'],
    ['of a busy distribution', UNOBSERVED, { live: BUSY }, 'status "InProgress", then ResetDistributionCache'],
    ['of a distribution that just became ready', UNOBSERVED, { live: LIVE }, 'ResetDistributionCache, not sent yet'],
  ])('%s it completes with what is in progress, or fails if that is wanted', (_what, phase, observation, pending) => {
    expect(decide(REQUEST, phase, observation, DEADLINE)).toEqual(completed(`in progress: ${pending}`));
    expect(decide({ ...REQUEST, failOnTimeout: true }, phase, observation, DEADLINE)).toEqual(timedOut(pending));
    expect(decide({ ...REQUEST, failOnTimeout: true }, phase, observation, DEADLINE - 1)).not.toMatchObject({ kind: 'fail' });
  });

  test('a first call is not too late, and what has ended has ended', () => {
    expect(decide(REQUEST, FIRST_CALL, { live: LIVE }, DEADLINE)).toEqual(reset('poll', DEADLINE));
    expect(decide({ ...REQUEST, failOnTimeout: true }, SENT, { operation: operation('Succeeded') }, DEADLINE)).toEqual(completed('reset'));
    expect(decide(REQUEST, SENT, { operation: operation('Failed') }, DEADLINE)).toMatchObject({ kind: 'fail' });
  });
});

describe('laws', () => {
  const anyRequest = fc.record({
    isTriggered: fc.boolean(), newSince: fc.constantFrom(0, NOW, Infinity), waitForCompletion: fc.boolean(), failOnTimeout: fc.boolean(),
  }).map((more): CacheResetRequest => ({ ...REQUEST, ...more }));
  const anyPhase = fc.constantFrom<CacheResetPhase | FirstCall>(FIRST_CALL, UNOBSERVED, SENT, { phase: 'sent', sent: { call: 'ResetDistributionCache', at: NOW } });
  const anyObservation = fc.record({
    live: fc.constantFrom(undefined, LIVE, BUSY, {}, { ...LIVE, createdAt: new Date(NOW) }),
    operation: fc.option(fc.constantFrom<Operation['status']>('NotStarted', 'Started', 'Failed', 'Completed', 'Succeeded', undefined, 'Unheard of' as never)
      .map(operation), { nil: undefined }),
  });
  const anyTime = fc.constantFrom(NOW, DEADLINE - 1, DEADLINE, DEADLINE * 2);

  test('a reset is sent only if no other one of the request is known, and never twice', () => {
    fc.assert(fc.property(anyRequest, anyPhase, anyObservation, anyTime, (request, phase, observation, now) => {
      if (decide(request, phase, observation, now).kind !== 'call') return;
      expect([request.isTriggered, phase.phase === 'sent', observation.operation, observation.live?.status]).toEqual([true, false, undefined, 'Deployed']);
    }));
  });

  test('no poll waits past the deadline, and slowness alone fails a request only if that is wanted', () => {
    fc.assert(fc.property(anyRequest, anyPhase, anyObservation, anyTime, (request, phase, observation, now) => {
      const decision = decide(request, phase, observation, now);
      const isLate = phase.phase !== 'first call' && now >= DEADLINE;
      if (isLate) expect(['complete', 'fail']).toContain(decision.kind);
      const isSlow = observation.operation?.status !== 'Failed' && (observation.live !== undefined || phase.phase === 'sent' || observation.operation !== undefined);
      if (decision.kind === 'fail' && isSlow) expect([isLate, request.failOnTimeout]).toEqual([true, true]);
    }));
  });
});
