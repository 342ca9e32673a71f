import { OperationStatus, type Operation } from '@aws-sdk/client-lightsail';
import { isReady } from '../../../lambda/distribution/status';
import { describeOperation, operationState } from '../../../lambda/lightsail/operation';

test.each<[OperationStatus, ReturnType<typeof operationState>]>([
  ['NotStarted', { kind: 'pending' }],
  ['Started', { kind: 'pending' }],
  ['Completed', { kind: 'succeeded' }],
  ['Succeeded', { kind: 'succeeded' }],
  ['Failed', { kind: 'failed', reason: 'InternalError: the edge is full' }],
])('an operation that is %s', (status, verdict) => {
  expect(operationState({ status, errorCode: 'InternalError', errorDetails: 'the edge is full' })).toEqual(verdict);
});

test('every status of the SDK is tested above', () => {
  expect(Object.values(OperationStatus).sort()).toEqual(['Completed', 'Failed', 'NotStarted', 'Started', 'Succeeded']);
});

test('a failure without details says so', () => {
  expect(operationState({ status: 'Failed' })).toEqual({ kind: 'failed', reason: 'no error code: no details' });
});

test('an unknown status has ended when the operation is terminal, and pending otherwise', () => {
  expect(operationState({ status: 'Paused', isTerminal: false } as unknown as Operation)).toEqual({ kind: 'pending' });
  expect(operationState({ status: 'Rested', isTerminal: true } as unknown as Operation)).toEqual({ kind: 'succeeded' });
  expect(operationState({})).toEqual({ kind: 'pending' });
});

test('the description of an operation', () => {
  expect(describeOperation({ operationType: 'UpdateDistribution', id: 'op-1', status: 'Started' })).toBe('UpdateDistribution operation op-1 (Started)');
});

test.each<[string | undefined, boolean, boolean]>([
  ['Deployed', true, true],
  ['deployed', true, true],
  ['Enabled', true, true],
  ['Disabled', false, true],
  ['Disabled', true, false],
  ['InProgress', true, false],
  ['In Progress', true, false],
  ['IN_PROGRESS', true, false],
  ['Updating', true, false],
  ['Something New', true, false],
  ['', true, false],
  [undefined, true, false],
])('a distribution whose status is %p, enabled %p, is ready: %p', (status, isEnabled, ready) => {
  expect(isReady({ status, isEnabled })).toBe(ready);
});
