import { RETAINED } from '../../../lambda/distribution-settings/retain';
import type { Lightsail } from '../../../lambda/lightsail/lightsail';
import { FIRST_CALL, reconcile } from '../../../lambda/reconcile';
import { contextOf } from '../simulated-lightsail';

const STARTED_AT = 1_000_000;
const RETENTION = { id: 'request-1', resource: 'stack/Cdn', resourceName: 'my-cdn', startedAt: STARTED_AT, isCancelled: false };

const info = jest.spyOn(console, 'info');
beforeEach(() => void info.mockImplementation(() => undefined));

const failing = (name: string) => ({ distribution: () => Promise.reject(Object.assign(new Error('no'), { name })) }) as Partial<Lightsail> as Lightsail;

test.each([
  ['ThrottlingException', 299_999, { kind: 'incomplete', phase: { phase: 'unobserved' } }],
  ['ThrottlingException', 300_000, { kind: 'complete', found: true }],
  ['AccessDeniedException', 0, { kind: 'complete', found: true }],
])('%s after %d ms', async (name, after, outcome) => {
  expect(await reconcile(RETAINED, contextOf(failing(name), () => STARTED_AT + after), RETENTION, FIRST_CALL)).toEqual(outcome);
  expect(JSON.parse(String(info.mock.calls[0][0]))).toEqual({ event: 'call failed', resource: 'my-cdn', request: 'request-1', during: 'observation', reason: `${name}: no` });
});
