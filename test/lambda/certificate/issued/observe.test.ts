import type { CertificateSummary, Operation } from '@aws-sdk/client-lightsail';
import { observe } from '../../../../lambda/certificate/issued/observe';
import { type IssuancePhase, VALIDATING } from '../../../../lambda/certificate/phase';
import type { Lightsail } from '../../../../lambda/lightsail/lightsail';
import { UNOBSERVED } from '../../../../lambda/phase';
import { FIRST_CALL, type FirstCall } from '../../../../lambda/reconcile';
import { CREATING, NOW, pending, REQUEST } from '../request-for-my-cert';

const operation = (more: Partial<Operation> = {}): Operation =>
  ({ id: 'op-1', resourceName: 'my-cert', operationType: 'CreateCertificate', status: 'Succeeded', createdAt: new Date(NOW), ...more });

/** Returns the observation and the reads that were made. */
async function look(phase: IssuancePhase | FirstCall, live: CertificateSummary | undefined, ...operations: Operation[]) {
  const reads: string[] = [];
  const read = <T>(name: string, answer: T) => {
    reads.push(name);
    return Promise.resolve(answer);
  };
  const observation = await observe({
    certificate: (name) => read(`certificate ${name}`, live),
    operation: (id) => read(`operation ${id}`, operations.find((one) => one.id === id)),
    operationsFor: (name) => read(`operations of ${name}`, operations),
  } as Partial<Lightsail> as Lightsail, REQUEST, phase);
  return [observation, reads];
}

test.each([FIRST_CALL, UNOBSERVED, VALIDATING, CREATING])('a certificate is observed by one read: $phase', async (phase) => {
  expect(await look(phase, pending(), operation())).toEqual([{ kind: 'present', live: pending() }, ['certificate my-cert']]);
});

test.each([FIRST_CALL, UNOBSERVED, VALIDATING])('a missing certificate is observed by one read: $phase', async (phase) => {
  expect(await look(phase, undefined, operation())).toEqual([{ kind: 'absent' }, ['certificate my-cert']]);
});

test('of a certificate that is being created and missing, the operation is read', async () => {
  expect(await look(CREATING, undefined, operation())).toEqual([{ kind: 'absent', operation: operation() }, ['certificate my-cert', 'operation op-1']]);
  expect(await look(CREATING, undefined)).toEqual([{ kind: 'absent', operation: undefined }, ['certificate my-cert', 'operation op-1']]);
});

describe('a creation whose operation id is unknown', () => {
  const lost = { phase: 'creating', sent: { call: 'CreateCertificate', at: NOW } } as const;
  const reads = ['certificate my-cert', 'operations of my-cert'];

  test('is searched, up to a second before the call, as clocks differ', async () => {
    const early = operation({ createdAt: new Date(NOW - 1_000) });
    expect(await look(lost, undefined, early)).toEqual([{ kind: 'absent', operation: early }, reads]);
    expect(await look(lost, undefined, operation({ createdAt: new Date(NOW - 1_001) }))).toEqual([{ kind: 'absent', operation: undefined }, reads]);
  });

  test('is the newest one of its type', async () => {
    const newest = operation({ id: 'op-3', createdAt: new Date(NOW + 5) });
    const others = [operation(), newest, operation({ id: 'op-2', operationType: 'DeleteCertificate', createdAt: new Date(NOW + 9) })];
    expect(await look(lost, undefined, ...others)).toEqual([{ kind: 'absent', operation: newest }, reads]);
  });
});
