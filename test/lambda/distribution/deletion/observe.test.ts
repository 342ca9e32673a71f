import type { LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';
import type { DistributionDeletion as Deletion } from '../../../../lambda/distribution/deletion/deletion';
import { DELETED } from '../../../../lambda/distribution/deletion/goal';
import type { DeletionPhase } from '../../../../lambda/distribution/phase';
import type { Lightsail } from '../../../../lambda/lightsail/lightsail';
import { UNOBSERVED } from '../../../../lambda/phase';
import { FIRST_CALL, type FirstCall } from '../../../../lambda/reconcile';

const { observe } = DELETED;

const AT = 10_000_000;
const DELETION: Deletion = {
  id: 'delete-1', resource: 'stack/Cdn', resourceName: 'my-cdn', deleteAdopted: false, isOrphan: false, timeoutSeconds: 600, startedAt: AT,
};
const LIVE: LightsailDistribution = { name: 'my-cdn', status: 'Deployed' };
const DELETING: DeletionPhase = { phase: 'deleting', found: true, sent: { call: 'DeleteDistribution', at: AT, operationId: 'op-1' } };
const operation = (more: Partial<Operation> = {}): Operation =>
  ({ id: 'op-1', resourceName: 'my-cdn', operationType: 'DeleteDistribution', status: 'Succeeded', createdAt: new Date(AT), ...more });

/** Returns the observation and the reads that were made. */
async function look(deletion: Deletion, phase: DeletionPhase | FirstCall, live: LightsailDistribution | undefined, ...operations: Operation[]) {
  const reads: string[] = [];
  const read = <T>(name: string, answer: T) => {
    reads.push(name);
    return Promise.resolve(answer);
  };
  const observation = await observe({
    distribution: () => read('distribution', live),
    operation: (id) => read(`operation ${id}`, operations.find((one) => one.id === id)),
    operationsFor: () => read('operations', operations),
  } as Partial<Lightsail> as Lightsail, deletion, phase);
  return [observation, reads];
}

test('until the operation of the deletion has ended, nothing else is read', async () => {
  expect(await look(DELETION, DELETING, LIVE, operation({ status: 'Started' }))).toEqual([{ kind: 'operating', operation: operation({ status: 'Started' }) }, ['operation op-1']]);
});

test('then the distribution is read', async () => {
  expect(await look(DELETION, DELETING, LIVE, operation())).toEqual([{ kind: 'present', live: LIVE, operation: operation() }, ['operation op-1', 'distribution']]);
  expect(await look(DELETION, DELETING, undefined, operation())).toEqual([{ kind: 'absent', operation: operation() }, ['operation op-1', 'distribution']]);
});

test('the operation of another distribution is not counted', async () => {
  const other = operation({ resourceName: 'other-cdn', createdAt: new Date(AT - 5_000) });
  expect(await look(DELETION, DELETING, LIVE, other)).toEqual([{ kind: 'present', live: LIVE, operation: undefined }, ['operation op-1', 'distribution', 'operations']]);
});

test('a deletion whose operation id is unknown is searched, up to a second before the request, as clocks differ', async () => {
  const early = operation({ createdAt: new Date(AT - 1_000) });
  expect(await look(DELETION, UNOBSERVED, LIVE, early)).toEqual([{ kind: 'present', live: LIVE, operation: early }, ['distribution', 'operations']]);
  expect(await look(DELETION, UNOBSERVED, LIVE, operation({ createdAt: new Date(AT - 1_001) }))).toEqual([{ kind: 'present', live: LIVE, operation: undefined }, ['distribution', 'operations']]);
});

test('a first call, and one for a busy distribution, search no operation', async () => {
  expect(await look(DELETION, FIRST_CALL, LIVE)).toEqual([{ kind: 'present', live: LIVE, operation: undefined }, ['distribution']]);
  expect(await look(DELETION, UNOBSERVED, { ...LIVE, status: 'InProgress' })).toMatchObject([{ kind: 'present' }, ['distribution']]);
});

test('of a missing distribution the newest creation or deletion is read, and for an orphan its deletion', async () => {
  const creation = operation({ id: 'op-2', operationType: 'CreateDistribution', createdAt: new Date(AT - 9_000) });
  expect(await look(DELETION, FIRST_CALL, undefined, creation)).toEqual([{ kind: 'absent', creation }, ['distribution', 'operations']]);
  expect(await look({ ...DELETION, isOrphan: true }, FIRST_CALL, undefined, creation)).toEqual([{ kind: 'absent', operation: undefined }, ['distribution']]);
  expect(await look({ ...DELETION, isOrphan: true }, UNOBSERVED, undefined, creation, operation())).toEqual([{ kind: 'absent', operation: operation() }, ['distribution', 'operations']]);
});
