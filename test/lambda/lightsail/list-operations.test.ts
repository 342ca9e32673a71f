import type { Operation } from '@aws-sdk/client-lightsail';
import type { Lightsail } from '../../../lambda/lightsail/lightsail';
import { listOperations, newestOperation } from '../../../lambda/lightsail/list-operations';

const AT = Date.parse('2026-06-01T00:00:00Z');
const operation = (id: string, operationType: string, createdAt?: number) =>
  ({ id, operationType, ...(createdAt !== undefined && { createdAt: new Date(createdAt) }) }) as Operation;

const having = (...operations: Operation[]) => ({ operationsFor: () => Promise.resolve(operations) }) as Partial<Lightsail> as Lightsail;
const failing = (name: string) => ({ operationsFor: () => Promise.reject(Object.assign(new Error('no'), { name })) }) as Partial<Lightsail> as Lightsail;

const newest = async (lightsail: Lightsail, since?: number) => (await newestOperation(lightsail, 'my-cdn', ['CreateDistribution', 'DeleteDistribution'], since))?.id;

test('the newest operation is found among those of the types, in whatever order they come', async () => {
  const lightsail = having(
    operation('first', 'CreateDistribution', AT), operation('last', 'DeleteDistribution', AT + 2), operation('second', 'CreateDistribution', AT + 1),
    operation('another type', 'UpdateDistribution', AT + 3),
  );
  expect(await newest(lightsail)).toBe('last');
  expect(await newest(lightsail, AT + 2)).toBe('last');
  expect(await newest(lightsail, AT + 3)).toBeUndefined();
});

test('an operation without a time of creation is the oldest one', async () => {
  const unknown = operation('unknown', 'CreateDistribution');
  expect(await newest(having(unknown))).toBe('unknown');
  expect(await newest(having(unknown, operation('known', 'CreateDistribution', AT)))).toBe('known');
  expect(await newest(having(unknown), AT)).toBeUndefined();
});

test('operations that Lightsail refuses to list are unknown, and a transient error is thrown', async () => {
  expect([await listOperations(failing('AccessDeniedException'), 'my-cdn'), await newest(failing('AccessDeniedException'))]).toEqual([undefined, undefined]);
  await expect(listOperations(failing('ThrottlingException'), 'my-cdn')).rejects.toThrow('no');
});
