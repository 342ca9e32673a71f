import {
  App, aws_cloudwatch as cloudwatch, aws_lightsail as lightsail, aws_sns as sns, CfnParameter, Duration, Lazy, PropertyInjectors, Stack,
} from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { addDistribution, addSettings, newStack } from './stack-under-test';
import {
  Distribution, DistributionMetric, DistributionMonitor, DistributionSettings, type DistributionAlarmOptions, type DistributionMonitorProps,
} from '../../src';

const SCHEDULE = 'AWS::Scheduler::Schedule';

/** Adds a monitor, by default of an existing distribution. */
function addMonitor(scope: Stack, id = 'Monitor', { distribution = Distribution.fromDistributionName(scope, `${id}Of`, 'my-cdn'), ...props }: Partial<DistributionMonitorProps> = {}) {
  return new DistributionMonitor(scope, id, { distribution, ...props });
}

/** The inputs of all schedules. */
const inputs = (stack: Stack) => Object.values(Template.fromStack(stack).findResources(SCHEDULE))
  .map(({ Properties: { Target: { Input } } }) => JSON.parse(typeof Input === 'string' ? Input : Input['Fn::Join'][1].map((part: unknown) => (typeof part === 'string' ? part : 'TOKEN')).join('')));

describe('the input of the schedule', () => {
  test('has the time of the schedule and everything that a run needs', () => {
    const stack = newStack();
    addMonitor(stack);
    expect(inputs(stack)).toEqual([{
      time: '<aws.scheduler.scheduled-time>',
      distributionName: 'my-cdn',
      namespace: 'Lightsail/Distributions',
      metrics: ['Requests', 'BytesDownloaded', 'Http5xxErrorRate', 'Drift', 'CertificateDaysToExpiry', 'TransferForecast'],
      delaySeconds: 600,
    }]);
  });

  test('has the options', () => {
    const stack = newStack();
    addMonitor(stack, 'Monitor', { metrics: [DistributionMetric.BYTES_UPLOADED], namespace: 'Company/Cdn', delay: Duration.minutes(20) });
    expect(inputs(stack)).toEqual([expect.objectContaining({ metrics: ['BytesUploaded'], namespace: 'Company/Cdn', delaySeconds: 1_200 })]);
  });

  test('has the settings of an owned distribution, and those that other constructs of the stack add until the synthesis', () => {
    const stack = newStack();
    const distribution = addDistribution(stack, 'Cdn', { enabled: false, cacheBehaviorSettings: { defaultTtl: Duration.seconds(60) } });
    addMonitor(stack, 'Monitor', { distribution });
    addSettings(stack, 'More', { distribution, cacheBehaviorSettings: { minimumTtl: Duration.seconds(5) }, defaultRootObject: '' });
    expect(inputs(stack)[0]).toMatchObject({
      distributionName: 'TOKEN',
      settings: { origin: { name: 'web' }, isEnabled: false, cacheBehaviorSettings: { defaultTTL: 60, minimumTTL: 5 }, defaultRootObject: '' },
    });
  });

  test('has the settings of a distribution by whichever construct it is named', () => {
    const stack = newStack();
    const settings = addSettings(stack, 'Settings', { enabled: true });
    const cfn = new lightsail.CfnDistribution(stack, 'Cfn', {
      distributionName: 'other-cdn', bundleId: 'small_1_0', defaultCacheBehavior: { behavior: 'cache' }, origin: { name: 'web', regionName: 'eu-west-1' },
    });
    new DistributionSettings(stack, 'OfCfn', { distribution: cfn, enabled: false });
    addMonitor(stack, 'First', { distribution: settings });
    addMonitor(stack, 'Second');
    addMonitor(stack, 'Third', { distribution: cfn });
    addMonitor(stack, 'Fourth', { distribution: Distribution.fromDistributionName(stack, 'Unmanaged', 'unmanaged-cdn') });
    expect(inputs(stack).map((input) => input.settings)).toEqual([{ isEnabled: true }, { isEnabled: true }, { isEnabled: false }, undefined]);
  });

  test('has no settings of another stack', () => {
    const app = new App();
    addSettings(new Stack(app, 'Other'), 'Settings', { enabled: true });
    const stack = new Stack(app, 'Site');
    addMonitor(stack);
    expect(inputs(stack)[0].settings).toBeUndefined();
  });
});

test('a stack gets 4 resources with its first monitor, and 1 with each further one', () => {
  const count = (monitors: number) => {
    const stack = newStack();
    addDistribution(stack);
    for (let index = 0; index < monitors; index += 1) addMonitor(stack, `Monitor${index}`);
    return Object.keys(Template.fromStack(stack).toJSON().Resources).length;
  };
  expect([1, 2, 5].map((monitors) => count(monitors) - count(0))).toEqual([4, 5, 8]);
});

test('a monitor alone does not define the handler', () => {
  const stack = newStack();
  addMonitor(stack);
  Template.fromStack(stack).resourceCountIs('AWS::Lambda::Function', 1);
  expect(Object.keys(Template.fromStack(stack).toJSON().Resources)).toHaveLength(4);
});

test('the schedule waits for the settings that are compared', () => {
  const stack = newStack();
  addMonitor(stack, 'Monitor', { distribution: addSettings(stack, 'Settings', { enabled: true }) });
  Template.fromStack(stack).hasResource(SCHEDULE, {
    DependsOn: [Match.stringLikeRegexp('^Settings')],
    Properties: { ScheduleExpression: 'cron(0/5 * * * ? *)', FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 1 } },
  });
});

test('cdk-nag\'s AwsSolutions has no finding without a reason', () => {
  const app = new App();
  const stack = new Stack(app, 'Site');
  const monitor = addMonitor(stack);
  monitor.addAlarms({ topic: sns.Topic.fromTopicArn(stack, 'Topic', 'arn:aws:sns:eu-west-1:111122223333:alarms') });
  const findings = new AwsSolutionsChecks(app).validateScope(stack).violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`));
  expect(findings).toEqual([]);
});

describe('the metrics', () => {
  const all = Object.values(DistributionMetric);
  const monitorOf = (props: Partial<DistributionMonitorProps> = {}) => addMonitor(newStack(), 'Monitor', props);

  test('have the namespace, the dimension, and the statistic and the period that suit them', () => {
    const monitor = monitorOf({ metrics: all });
    const described = all.map((metric) => {
      const { namespace, metricName, dimensions, statistic, period } = monitor.metric(metric);
      expect([namespace, dimensions]).toEqual(['Lightsail/Distributions', { DistributionName: 'my-cdn' }]);
      return `${metricName} ${statistic} ${period.toMinutes()}`;
    });
    expect(described).toEqual([
      'Requests Sum 5', 'BytesDownloaded Sum 5', 'BytesUploaded Sum 5', 'TotalErrorRate Average 5', 'Http4xxErrorRate Average 5', 'Http5xxErrorRate Average 5',
      'Drift Maximum 5', 'CertificateDaysToExpiry Minimum 60', 'CertificateRenewalBlocked Maximum 60', 'TransferUsed Maximum 60', 'TransferForecast Maximum 60',
    ]);
  });

  test('have methods', () => {
    const monitor = monitorOf({ metrics: all });
    const metrics = [
      monitor.metricRequests(), monitor.metricBytesDownloaded(), monitor.metricBytesUploaded(), monitor.metricTotalErrorRate(),
      monitor.metric4xxErrorRate(),
      monitor.metric5xxErrorRate(), monitor.metricDrift(), monitor.metricCertificateDaysToExpiry(), monitor.metricTransferForecast(),
    ];
    expect(metrics.map(({ metricName }) => metricName)).toEqual(all.filter((name) => !['CertificateRenewalBlocked', 'TransferUsed'].includes(name)));
  });

  test('have the options that are given', () => {
    expect(monitorOf().metricRequests({ statistic: 'Maximum', period: Duration.days(1), label: 'Visits' }))
      .toMatchObject({ statistic: 'Maximum', period: Duration.days(1), label: 'Visits' });
  });

  test('that are not published are refused', () => {
    expect(() => monitorOf({ metrics: [DistributionMetric.DRIFT] }).metricRequests())
      .toThrow('Site/Monitor: metrics: not published, got a use of "Requests"; Drift are published; add it to metrics');
    expect(() => monitorOf().metric('Cost' as never)).toThrow(/^DistributionMonitor\.metric\(\): metric: not a DistributionMetric, got "Cost"; /);
  });
});

describe('the alarms', () => {
  const alarmsOf = (props: Partial<DistributionMonitorProps>, options?: DistributionAlarmOptions) => {
    const stack = newStack();
    addMonitor(stack, 'Monitor', props).addAlarms(options);
    return Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
  };

  test('are those of the published metrics, with their defaults', () => {
    expect(alarmsOf({}).map(({ MetricName, ComparisonOperator, Threshold, EvaluationPeriods, TreatMissingData, AlarmDescription }) =>
      [MetricName, ComparisonOperator, Threshold, EvaluationPeriods, TreatMissingData, AlarmDescription])).toEqual([
      ['Http5xxErrorRate', 'GreaterThanOrEqualToThreshold', 5, 7, 'notBreaching', 'Lightsail distribution my-cdn: 5 % of the responses or more have a status of 500 to 599'],
      ['Drift', 'GreaterThanThreshold', 0, 3, 'ignore', 'Lightsail distribution my-cdn: settings differ from the template; the log of the monitor names them'],
      ['CertificateDaysToExpiry', 'LessThanThreshold', 30, 1, 'ignore', 'Lightsail distribution my-cdn: the certificate expires in less than 30 days'],
      ['TransferForecast', 'GreaterThanThreshold', 100, 3, 'ignore', 'Lightsail distribution my-cdn: the transfer of this month is forecast to be more than 100 % of the quota'],
    ]);
    expect(alarmsOf({ metrics: [DistributionMetric.CERTIFICATE_RENEWAL_BLOCKED, DistributionMetric.REQUESTS] }).map(({ MetricName }) => MetricName)).toEqual(['CertificateRenewalBlocked']);
  });

  test('on what is measured look as far back as there are no values yet', () => {
    const periods = (delay: Duration) => {
      const [{ EvaluationPeriods, DatapointsToAlarm }] = alarmsOf({ metrics: [DistributionMetric.HTTP_5XX_ERROR_RATE], delay });
      return [DatapointsToAlarm, EvaluationPeriods];
    };
    expect([Duration.minutes(5), Duration.minutes(12), Duration.hours(1), Duration.seconds(Lazy.number({ produce: () => 300 }))].map(periods))
      .toEqual([[3, 6], [3, 8], [3, 17], [3, 17]]);
  });

  test('have the thresholds and the topic', () => {
    const stack = newStack();
    const topic = new sns.Topic(stack, 'Topic');
    addMonitor(stack).addAlarms({ topic, http5xxErrorRateThreshold: 1, certificateDaysToExpiryThreshold: 14, transferForecastThreshold: 80 });
    const alarms = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
    expect(alarms.map(({ Threshold }) => Threshold)).toEqual([1, 0, 14, 80]);
    const action = [{ Ref: stack.getLogicalId(topic.node.defaultChild as sns.CfnTopic) }];
    for (const { AlarmActions, OKActions } of alarms) expect([AlarmActions, OKActions]).toEqual([action, action]);
  });

  test.each<[DistributionAlarmOptions, string]>([
    [{ http5xxErrorRateThreshold: 0 }, 'http5xxErrorRateThreshold: out of range, got 0; a number above 0 and up to 100 is allowed; choose a number in this range'],
    [{ certificateDaysToExpiryThreshold: 1_000 }, 'certificateDaysToExpiryThreshold: out of range, got 1000; a number above 0 and up to 395 is allowed; choose a number in this range'],
    [{ transferForecastThreshold: -1 }, 'transferForecastThreshold: out of range, got -1; a number above 0 and up to 100000 is allowed; choose a number in this range'],
  ])('refuse %j', (options, message) => {
    expect(() => addMonitor(newStack()).addAlarms(options)).toThrow(`Site/Monitor: ${message}`);
  });

  test('on drift change send an event to a rule', () => {
    const stack = newStack();
    const monitor = addMonitor(stack);
    const topic = new sns.Topic(stack, 'Topic');
    monitor.onDriftChange('DriftChange', { target: { bind: () => ({ arn: topic.topicArn }) } });
    monitor.addAlarms();
    const drift = stack.getLogicalId(monitor.alarmDrift().node.defaultChild as cloudwatch.CfnAlarm);
    Template.fromStack(stack).hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { 'source': ['aws.cloudwatch'], 'detail-type': ['CloudWatch Alarm State Change'], 'resources': [{ 'Fn::GetAtt': [drift, 'Arn'] }] },
      Targets: [Match.objectLike({ Arn: { Ref: stack.getLogicalId(topic.node.defaultChild as sns.CfnTopic) } })],
    });
    Template.fromStack(stack).resourceCountIs('AWS::CloudWatch::Alarm', 4);
  });
});

describe('the widgets', () => {
  const titlesOf = (props: Partial<DistributionMonitorProps> = {}) => {
    const stack = newStack();
    new cloudwatch.Dashboard(stack, 'Dashboard', { widgets: [addMonitor(stack, 'Monitor', props).dashboardWidgets()] });
    const [{ Properties: { DashboardBody } }] = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Dashboard'));
    const body = JSON.parse(DashboardBody['Fn::Join'][1].map((part: unknown) => (typeof part === 'string' ? part : 'TOKEN')).join(''));
    return body.widgets.map(({ properties: { title, metrics } }: { properties: { title: string; metrics: unknown[] } }) => `${title} ${metrics.length}`);
  };

  test('show all published metrics, and no others', () => {
    expect(titlesOf({ metrics: Object.values(DistributionMetric) }))
      .toEqual(['my-cdn: Requests 1', 'my-cdn: Transfer 2', 'my-cdn: Error rates 3', 'my-cdn: Drift 1', 'my-cdn: Transfer quota 2', 'my-cdn: Certificate 2']);
    expect(titlesOf({ metrics: [DistributionMetric.REQUESTS, DistributionMetric.HTTP_4XX_ERROR_RATE] })).toEqual(['my-cdn: Requests 1', 'my-cdn: Error rates 1']);
  });
});

test('an injector sets properties of every monitor of an app', () => {
  const app = new App();
  PropertyInjectors.of(app).add({
    constructUniqueId: DistributionMonitor.PROPERTY_INJECTION_ID,
    inject: (props: DistributionMonitorProps): DistributionMonitorProps => ({ namespace: 'Company', ...props }),
  });
  const stack = new Stack(app, 'Site');
  expect(addMonitor(stack).namespace).toBe('Company');
  expect(DistributionMonitor.name).toBe('DistributionMonitor');
});

describe('refused are', () => {
  test('a name, metrics, a namespace and a delay that cannot be right, all in one error', () => {
    const distribution = { distributionRef: { distributionName: 'my.cdn', distributionArn: 'arn' }, env: {}, node: newStack().node } as never;
    expect(() => addMonitor(newStack(), 'Monitor', { distribution, metrics: [], namespace: 'AWS/Lightsail', delay: Duration.minutes(4) })).toThrow([
      'Site/Monitor: distribution: malformed name, got "my.cdn"; 2 to 255 letters, digits, "_" and "-" are allowed, with no "-" at either end; '
        + 'use the name of the distribution in Lightsail',
      'Site/Monitor: metrics: empty list, got []; at least one metric is needed; add one, or leave the list out for the default',
      'Site/Monitor: namespace: malformed namespace, got "AWS/Lightsail"; 1 to 255 letters, digits and the characters ".", "-", "_", "/" and "#" are allowed, '
        + 'and "AWS/" at the beginning is not; use a namespace such as "Lightsail/Distributions"',
      'Site/Monitor: delay: out of range, got Duration.minutes(4); 300 to 3600 whole seconds are allowed; choose a time in this range',
    ].join('\n'));
  });

  test('a metric given twice', () => {
    expect(() => addMonitor(newStack(), 'Monitor', { metrics: [DistributionMetric.DRIFT, DistributionMetric.DRIFT] }))
      .toThrow('Site/Monitor: metrics: duplicate entry, got "Drift" more than once; each entry may occur once; leave the others out');
  });

  test('no tokens', () => {
    const stack = newStack();
    const value = new CfnParameter(stack, 'Namespace').valueAsString;
    const seconds = new CfnParameter(stack, 'Seconds', { type: 'Number' }).valueAsNumber;
    addMonitor(stack, 'Monitor', { namespace: value, delay: Duration.seconds(seconds) });
    expect(() => Template.fromStack(stack)).not.toThrow();
  });
});
