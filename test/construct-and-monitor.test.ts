import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { EVERY_OPTION, EVERY_OPTION_OF_MONITOR } from './every-option';
import { SETTING_NAMES } from '../lambda/distribution/settings';
import { METRIC_NAMES, UNITS } from '../monitor/metrics';
import { parseRequest } from '../monitor/request';
import { Distribution, DistributionMetric, DistributionMonitor, type DistributionMonitorProps } from '../src';

/** What the function receives: EventBridge Scheduler replaces the time. */
function received(options: Partial<DistributionMonitorProps>) {
  const stack = new Stack(new App(), 'Site');
  const distribution = new Distribution(stack, 'Cdn', { ...EVERY_OPTION, distributionName: 'my-cdn' });
  new DistributionMonitor(stack, 'Monitor', { distribution, ...options });
  const [{ Properties: { Target: { Input } } }] = Object.values(Template.fromStack(stack).findResources('AWS::Scheduler::Schedule'));
  const input = Input['Fn::Join'][1].map((part: unknown) => (typeof part === 'string' ? part : 'my-cdn')).join('');
  return parseRequest(JSON.parse(input.replace('<aws.scheduler.scheduled-time>', '2026-06-01T12:05:00Z')), (time) => Date.parse(time) / 1000);
}

test('the function receives every option', () => {
  expect(received(EVERY_OPTION_OF_MONITOR)).toMatchObject({
    scheduledAt: Date.UTC(2026, 5, 1, 12, 5) / 1000, distributionName: 'my-cdn', namespace: 'Company/Cdn', metrics: METRIC_NAMES, delay: 900,
  });
});

test('it compares every setting of the handler\'s table, with the values of the template', () => {
  const { desired = {} } = received({});
  expect(Object.keys(desired).sort()).toEqual([...SETTING_NAMES].sort());
  expect(desired).toMatchObject({ 'origin.responseTimeout': 20, 'isEnabled': false, 'cacheBehaviorSettings.defaultTTL': 0, 'defaultRootObject': '' });
});

test('both know the same metrics', () => {
  expect(Object.values(DistributionMetric)).toEqual([...METRIC_NAMES]);
  expect(Object.keys(UNITS).sort()).toEqual([...METRIC_NAMES].sort());
});
