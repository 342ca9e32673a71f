import type { SettingsPhase } from '../../../lambda/distribution/phase';
import { writeAccess } from '../../../lambda/distribution/write-access';
import { FIRST_CALL, type FirstCall } from '../../../lambda/reconcile';
import { REQUEST, SENT, UNOBSERVED, WAITING } from '../request-for-my-cdn';

const NOW = REQUEST.startedAt;
const CREATING: SettingsPhase = { phase: 'creating', sent: { call: 'CreateDistribution', at: NOW }, first: { changes: 'created' } };
const fence = (requestId: string, startedAt: number) => ({ requestId, startedAt, sent: [] });

test.each<[SettingsPhase | FirstCall, string]>([
  [FIRST_CALL, 'granted'],
  [UNOBSERVED, 'unknown'],
  [{ ...WAITING, fenced: false }, 'unknown'],
  [WAITING, 'fence not visible'],
  [SENT, 'unknown'],
  [{ ...SENT, fenced: true }, 'fence not visible'],
  [CREATING, 'fence not visible'],
])('without a fence, %j: %s', (phase, access) => {
  expect(writeAccess(REQUEST, phase, undefined, NOW + 59_999)).toBe(access);
  expect(writeAccess(REQUEST, phase, undefined, NOW + 60_000)).toBe(access === 'fence not visible' ? 'superseded' : access);
});

test.each<[string, string, number, string]>([
  ['this request', 'mine', NOW, 'granted'],
  ['an earlier request', 'other', NOW - 1, 'granted'],
  ['a request of the same millisecond', 'other', NOW, 'granted'],
  ['a later request', 'other', NOW + 1, 'superseded'],
])('with the fence of %s', (_whose, requestId, startedAt, access) => {
  for (const phase of [UNOBSERVED, WAITING, SENT, CREATING]) expect(writeAccess(REQUEST, phase, fence(requestId, startedAt), NOW)).toBe(access);
  expect(writeAccess(REQUEST, FIRST_CALL, fence(requestId, startedAt), NOW)).toBe('granted');
});
