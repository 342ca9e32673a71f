import { DEADLINE, REQUEST, SENT } from './request-for-my-cdn';
import { reset } from '../../../lambda/cache-reset/decisions';
import type { CacheResetPhase } from '../../../lambda/cache-reset/phase';
import { recover } from '../../../lambda/cache-reset/recover';
import type { FailedCall } from '../../../lambda/decision';
import type { Failure } from '../../../lambda/lightsail/attempt';
import { UNOBSERVED } from '../../../lambda/phase';
import { FIRST_CALL, type FirstCall } from '../../../lambda/reconcile';

const NO_TAGS = { put: [], remove: [] };
const error = new Error('why');
const decision = reset(REQUEST, REQUEST.startedAt);

const after = (during: 'observation' | 'call', kind: Failure['kind'], { phase = FIRST_CALL as CacheResetPhase | FirstCall, now = DEADLINE - 1, failOnTimeout = false, description = 'Name: why' } = {}) => {
  const failed: FailedCall<CacheResetPhase> = { failure: { kind, description, error }, ...(during === 'call' ? { during, decision } : { during }) };
  return recover({ ...REQUEST, failOnTimeout }, phase, failed, now);
};
const requeued = (phase: CacheResetPhase) => ({ kind: 'requeue', reason: 'a response of Lightsail, got Name: why', tags: NO_TAGS, phase, untagged: phase });

describe.each<Failure['kind']>(['busy', 'throttled', 'outcome unknown'])('a call that fails as %s', (kind) => {
  test.each(['observation', 'call'] as const)('during %s is tried again until the deadline', (during) => {
    expect(after(during, kind)).toEqual(requeued(UNOBSERVED));
    expect(after(during, kind, { phase: UNOBSERVED })).toEqual(requeued(UNOBSERVED));
    expect(after(during, kind, { phase: SENT })).toEqual(requeued(SENT));
  });

  test('then it completes, or fails if that is wanted', () => {
    const pending = 'a response of Lightsail, got Name: why';
    expect(after('call', kind, { now: DEADLINE })).toEqual({
      kind: 'complete',
      reason: `in progress: ${pending}`,
      tags: NO_TAGS,
      cleanUp: [],
      found: true,
      untagged: UNOBSERVED,
      attributes: { status: `in progress: ${pending}` },
    });
    expect(after('observation', kind, { now: DEADLINE, failOnTimeout: true })).toEqual({
      kind: 'fail', message: `my-cdn: timed out after 900 s, pending: ${pending}; check the distribution, then deploy again or set a longer timeout`, cleanUp: [],
    });
  });
});

test.each<['observation' | 'call', Failure['kind'], string]>([
  ['observation', 'refused', 'a read of Lightsail was refused, got Name: why'],
  ['call', 'refused', 'ResetDistributionCache was refused, got Name: why'],
  // The distribution was deleted between two calls.
  ['call', 'not found', 'ResetDistributionCache was refused, got Name: why'],
  ['call', 'name in use', 'ResetDistributionCache was refused, got Name: why'],
  ['observation', 'access denied', 'a read of Lightsail was denied, got Name: why; the role of the function has this permission for every distribution '
    + 'that its stack manages; if a permissions boundary or a service control policy denies the action, allow it there and deploy again'],
  ['call', 'access denied', 'ResetDistributionCache was denied, got Name: why; the role of the function has this permission for every distribution '
    + 'that its stack manages; if a permissions boundary or a service control policy denies the action, allow it there and deploy again'],
])('during %s, %s fails the request at once', (during, kind, message) => {
  for (const now of [DEADLINE - 1, DEADLINE]) expect(after(during, kind, { now })).toEqual({ kind: 'fail', message: `my-cdn: ${message}`, cleanUp: [], cause: error });
});

test('a status fits into a response to CloudFormation', () => {
  const decided = after('call', 'throttled', { now: DEADLINE, description: 'x '.repeat(5_000) });
  expect(decided.kind === 'complete' && Buffer.byteLength(decided.attributes!.status)).toBeLessThanOrEqual(2_000);
});
