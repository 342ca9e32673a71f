import { eventAt, START } from './monitored';
import { parseRequest } from '../../monitor/request';

const parse = (event: unknown) => parseRequest(event, (time) => Date.parse(time) / 1000);

test('what the schedule says', () => {
  expect(parse(eventAt(START, { metrics: ['Requests', 'Drift'], settings: { isEnabled: 'true', origin: { name: 'web' } }, delaySeconds: 300 }))).toEqual({
    scheduledAt: START,
    distributionName: 'my-cdn',
    namespace: 'Lightsail/Distributions',
    metrics: ['Requests', 'Drift'],
    delay: 300,
    desired: { 'isEnabled': true, 'origin.name': 'web' },
  });
  expect(parse(JSON.parse(JSON.stringify(eventAt(START)))).desired).toBeUndefined();
});

test.each([
  [{ time: '<aws.scheduler.scheduled-time>' }, 'event.time: malformed, got "<aws.scheduler.scheduled-time>"; a time such as 2026-06-01T12:05:00Z is allowed'],
  [{ metrics: ['Cost'] }, /^event\.metrics\[0\]: unknown value, got "Cost"; allowed are Requests \| /],
  [{ settings: { colour: 'red' } }, /^settings\.colour: unknown setting/],
  [{ more: 1 }, /^event\.more: unknown member/],
  [{ distributionName: undefined }, 'event.distributionName: missing, got nothing; it is required'],
])('refused is %j', (change, message) => {
  expect(() => parse({ ...eventAt(START), ...change })).toThrow(message);
});
