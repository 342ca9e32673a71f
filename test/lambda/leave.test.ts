import type { ResourceEvent } from '../../lambda/event';
import { leave } from '../../lambda/leave';
import type { Lightsail } from '../../lambda/lightsail';

const EVENT: ResourceEvent = {
  RequestType: 'Delete',
  RequestId: 'request-1',
  ResourceType: 'Custom::LightsailDistributionSettings',
  StackId: 'stack',
  LogicalResourceId: 'Cdn',
  PhysicalResourceId: 'my-cdn',
  ResourceProperties: {},
};
const STARTED_AT = 1_000_000;

const info = jest.spyOn(console, 'info');
beforeEach(() => void info.mockImplementation(() => undefined));

const failing = (name: string) => ({ distribution: () => Promise.reject(Object.assign(new Error('no'), { name })) }) as Partial<Lightsail> as Lightsail;

test.each([
  ['ThrottlingException', 299_999, { kind: 'incomplete', progress: { startedAt: STARTED_AT, complete: false, fenced: false } }],
  ['ThrottlingException', 300_000, { kind: 'complete' }],
  ['AccessDeniedException', 0, { kind: 'complete' }],
])('%s after %d ms', async (name, after, outcome) => {
  expect(await leave(failing(name), EVENT, ['my-cdn'], STARTED_AT, () => STARTED_AT + after)).toEqual(outcome);
  expect(info.mock.calls).toEqual([[JSON.stringify({ event: 'leave', distribution: 'my-cdn', request: 'request-1', reason: `${name}: no` })]]);
});
