import { recordedWrites, sentWrites } from '../../../../lambda/distribution/present/recorded-writes';
import type { SentWrite } from '../../../../lambda/lightsail/writes';
import { FIRST_CALL } from '../../../../lambda/reconcile';
import type { Fence } from '../../../../lambda/tags/fence';
import { REQUEST, SENT, WAITING } from '../../request-for-my-cdn';

const AT = REQUEST.startedAt;
const update: SentWrite = { call: 'UpdateDistribution', at: AT };
const setIp: SentWrite = { call: 'SetIpAddressType', at: AT + 1 };
const create: SentWrite = { call: 'CreateDistribution', at: AT };
const fence = (...sent: SentWrite[]): Fence => ({ requestId: REQUEST.id, startedAt: AT, sent });
const OTHERS: Fence = { ...fence(update), requestId: 'other' };
const OPERATION = { id: 'op-1' };

test('the writes of the phase and of the own fence, each once, with the operation id if it is known', () => {
  expect(recordedWrites(REQUEST, FIRST_CALL, undefined)).toEqual([]);
  expect(recordedWrites(REQUEST, FIRST_CALL, OTHERS)).toEqual([]);
  expect(recordedWrites(REQUEST, WAITING, fence(update, setIp))).toEqual([update, setIp]);
  expect(recordedWrites(REQUEST, SENT, undefined)).toEqual([SENT.sent]);
  expect(recordedWrites(REQUEST, SENT, fence(update, setIp))).toEqual([SENT.sent, setIp]);
  expect(recordedWrites(REQUEST, SENT, fence(setIp))).toEqual([SENT.sent, setIp]);
});

test('the last write counts only if its operation is known, but for a creation', () => {
  expect(sentWrites(REQUEST, WAITING, undefined, undefined)).toEqual([]);
  expect(sentWrites(REQUEST, WAITING, fence(update, setIp), undefined)).toEqual([update]);
  expect(sentWrites(REQUEST, WAITING, fence(update, setIp), OPERATION)).toEqual([update, setIp]);
  expect(sentWrites(REQUEST, SENT, undefined, undefined)).toEqual([SENT.sent]);
  expect(sentWrites(REQUEST, WAITING, fence(create), undefined)).toEqual([create]);
  expect(sentWrites(REQUEST, WAITING, fence(create, update), undefined)).toEqual([create]);
});
