import type { LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';
import { REQUEST, SENT } from './request-for-my-cdn';
import { observe } from '../../../lambda/cache-reset/observe';
import type { CacheResetPhase } from '../../../lambda/cache-reset/phase';
import type { Lightsail } from '../../../lambda/lightsail/lightsail';
import { UNOBSERVED } from '../../../lambda/phase';
import { FIRST_CALL, type FirstCall } from '../../../lambda/reconcile';

const AT = REQUEST.startedAt;
const LIVE: LightsailDistribution = { name: 'my-cdn', status: 'Deployed', createdAt: new Date(AT - 1_000) };
const operation = (id: string, more: Partial<Operation> = {}): Operation =>
  ({ id, operationType: 'ResetDistributionCache', status: 'Started', createdAt: new Date(AT), ...more });

const refused = Object.assign(new Error('not for distributions'), { name: 'InvalidInputException' });

/** Returns the observation and the reads that were made. */
async function look(
  phase: CacheResetPhase | FirstCall, live: LightsailDistribution | undefined, operations: readonly Operation[] | Error, request = REQUEST,
) {
  const reads: string[] = [];
  const read = async <T>(name: string, answer: T) => {
    reads.push(name);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const observation = await observe({
    distribution: (name) => read(`distribution ${name}`, live),
    operation: (id) => read(`operation ${id}`, (operations as Operation[]).find((one) => one.id === id)),
    operationsFor: (name) => read(`operations ${name}`, operations),
  } as Partial<Lightsail> as Lightsail, request, phase);
  return [observation, reads];
}

const BOTH = ['distribution my-cdn', 'operations my-cdn'];

test('without a trigger nothing is read', async () => {
  expect(await look(FIRST_CALL, LIVE, [], { ...REQUEST, isTriggered: false })).toEqual([{}, []]);
});

test('a missing distribution has no operations', async () => {
  expect(await look(FIRST_CALL, undefined, [])).toEqual([{ live: undefined }, ['distribution my-cdn']]);
});

test('nor has a new one any that matter', async () => {
  expect(await look(FIRST_CALL, LIVE, [operation('op-1')], { ...REQUEST, newSince: AT - 1_000 })).toEqual([{ live: LIVE }, ['distribution my-cdn']]);
  expect(await look(FIRST_CALL, LIVE, [], { ...REQUEST, newSince: AT - 999 })).toEqual([{ live: LIVE, operation: undefined }, BOTH]);
  expect(await look(FIRST_CALL, { name: 'my-cdn' }, [], { ...REQUEST, newSince: AT - 1_000 })).toEqual([{ live: { name: 'my-cdn' }, operation: undefined }, BOTH]);
});

test.each([FIRST_CALL, UNOBSERVED])('the newest reset counts, up to a second before the request, as clocks differ: %j', async (phase) => {
  const early = operation('early', { createdAt: new Date(AT - 1_000) });
  const late = operation('late', { createdAt: new Date(AT + 5_000) });
  expect(await look(phase, LIVE, [early, late, operation('op-1')])).toEqual([{ live: LIVE, operation: late }, BOTH]);
  expect(await look(phase, LIVE, [early])).toEqual([{ live: LIVE, operation: early }, BOTH]);
  expect(await look(phase, LIVE, [operation('before', { createdAt: new Date(AT - 1_001) }), operation('other', { operationType: 'UpdateDistribution' })]))
    .toEqual([{ live: LIVE, operation: undefined }, BOTH]);
});

test('after the first call sent the reset, its operation is read and nothing else', async () => {
  expect(await look(SENT, LIVE, [operation('op-1'), operation('op-2', { createdAt: new Date(AT + 1) })])).toEqual([{ operation: operation('op-1') }, ['operation op-1']]);
  expect(await look(SENT, LIVE, [])).toEqual([{ operation: undefined }, ['operation op-1']]);
});

test('if its response had no operation, the newest one is read', async () => {
  const phase: CacheResetPhase = { phase: 'sent', sent: { call: 'ResetDistributionCache', at: AT } };
  expect(await look(phase, LIVE, [operation('op-1')])).toEqual([{ live: LIVE, operation: operation('op-1') }, BOTH]);
});

describe('where Lightsail does not list the operations', () => {
  test('the first call continues, because it sent nothing yet', async () => {
    expect(await look(FIRST_CALL, LIVE, refused)).toEqual([{ live: LIVE, operation: undefined }, BOTH]);
  });

  test('a poll fails, because one before it may have sent the reset', async () => {
    await expect(look(UNOBSERVED, LIVE, refused)).rejects.toBe(refused);
  });
});
