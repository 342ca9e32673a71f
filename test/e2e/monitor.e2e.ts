import { aws_cloudwatch as cloudwatch, aws_sns as sns } from 'aws-cdk-lib';
import { owned, seedOrigin, synthesize } from './synthesize';
import { until } from './until';
import { LocalAws } from '../../local-aws/local-aws';
import { DistributionMetric, DistributionMonitor, ViewerCertificate } from '../../src';
import { ExtractedMetrics } from '../monitor/extracted-metrics';

const NAME = 'monitored';
const NAMESPACE = 'Lightsail/Distributions';
const PERIOD = 300;
const TRAFFIC = {
  Requests: ['None', 'Sum'],
  BytesDownloaded: ['None', 'Sum'],
  BytesUploaded: ['None', 'Sum'],
  TotalErrorRate: ['Percent', 'Average'],
  Http4xxErrorRate: ['Percent', 'Average'],
  Http5xxErrorRate: ['Percent', 'Average'],
} as const;

/*
 * What MiniStack does not do as AWS does, and what this does in its place:
 * - It invokes the function by the schedule, but does not replace the time in the input. So the function is invoked here, with the input that
 *   the schedule has and a time. The function refuses what MiniStack sends.
 * - It extracts no metrics from a log. So they are extracted here, and sent to its CloudWatch.
 * - An alarm takes one value of all periods it looks at, whatever DatapointsToAlarm says, and changes its state when metrics are sent.
 */
let local: LocalAws;
beforeAll(async () => {
  local = await LocalAws.start({ operationSeconds: 1, deploymentSeconds: 1 });
  await seedOrigin(local);
});
afterAll(() => local.close());

const app = () => synthesize(local, 'Monitored', (stack) => {
  const distribution = owned(stack, { distributionName: NAME, defaultRootObject: 'index.html', certificate: ViewerCertificate.fromCertificateName('cert') });
  const monitor = new DistributionMonitor(stack, 'Monitor', { distribution, metrics: Object.values(DistributionMetric) });
  monitor.addAlarms({ topic: new sns.Topic(stack, 'Alarms') });
  new cloudwatch.Dashboard(stack, 'Dashboard', { widgets: [monitor.dashboardWidgets()] });
});

/** The AWS CLI prints times as the protocol of the service has them. */
const secondsOf = (time: string | number) => (typeof time === 'number' ? time : Date.parse(time) / 1000);

const ALARMS = ['Http5xxErrorRate', 'Drift', 'CertificateDaysToExpiry', 'CertificateRenewalBlocked', 'TransferForecast'];

interface Datum {
  readonly metric: string;
  readonly start: number;
  readonly value: number;
}

/** The physical id of a resource of the stack, whose logical id begins so. */
async function physicalId(logicalId: RegExp, type: string): Promise<string> {
  interface Described { readonly LogicalResourceId: string; readonly PhysicalResourceId: string; readonly ResourceType: string }
  const { StackResources } = await local.aws.call<{ StackResources: Described[] }>('cloudformation', 'describe-stack-resources', { StackName: 'Monitored' });
  return StackResources.find(({ LogicalResourceId, ResourceType }) => ResourceType === type && logicalId.test(LogicalResourceId))!.PhysicalResourceId;
}

/** The lines of JSON in the log of the function. */
async function logOf(logGroupName: string): Promise<readonly object[]> {
  const { events } = await local.aws.call<{ events: { message: string }[] }>('logs', 'filter-log-events', { logGroupName });
  return events.flatMap(({ message }) => (message.startsWith('{"') ? [JSON.parse(message) as object] : []));
}

/** What Lightsail has of a metric in a time, as the AWS CLI says. */
async function measured(metricName: keyof typeof TRAFFIC, startTime: number, endTime: number): Promise<readonly (readonly [number, number])[]> {
  const [unit, statistic] = TRAFFIC[metricName];
  const { metricData } = await local.aws.call<{ metricData: { timestamp: string | number; sum?: number; average?: number }[] }>(
    'lightsail', 'get-distribution-metric-data', { distributionName: NAME, metricName, startTime, endTime, period: PERIOD, unit, statistics: [statistic] }, 'us-east-1',
  );
  return metricData.map(({ timestamp, sum, average }) => [secondsOf(timestamp), (sum ?? average)!] as const).sort(([one], [other]) => one - other);
}

async function putIntoCloudWatch(data: readonly Datum[]): Promise<void> {
  await local.aws.call('cloudwatch', 'put-metric-data', {
    Namespace: NAMESPACE,
    MetricData: data.map(({ metric, start, value }) => ({
      MetricName: metric, Dimensions: [{ Name: 'DistributionName', Value: NAME }], Timestamp: start, Value: value,
    })),
  });
}

/** The states of the alarms of the stack, by metric. */
async function alarmStates(): Promise<Readonly<Record<string, string>>> {
  const { MetricAlarms } = await local.aws.call<{ MetricAlarms: { MetricName: string; StateValue: string }[] }>('cloudwatch', 'describe-alarms', {});
  return Object.fromEntries(MetricAlarms.map(({ MetricName, StateValue }) => [MetricName, StateValue]));
}

test('the function of a deployed stack publishes what Lightsail has measured, once, and what was changed by hand', async () => {
  const startedAt = Math.floor(Date.now() / 1000);
  // Its renewal is due, and waits for a validation record that does not exist.
  await local.lightsail.seedCertificate('cert', { domainName: 'example.com', notAfter: startedAt + 20 * 86_400 + 3_600 });
  expect((await local.cdk.deploy(app())).exitCode).toBe(0);
  await local.lightsail.seedTraffic(NAME, {
    requestsPerDay: 1_000_000, since: startedAt - 86_400, incidents: [{ from: startedAt - 3_600, to: startedAt + 3_600, serverErrorPercent: 20 }],
  });

  const [functionName, logGroupName, scheduleName] = await Promise.all([
    physicalId(/^LightsailDistributionMonitor/, 'AWS::Lambda::Function'), physicalId(/^LightsailDistributionMonitor/, 'AWS::Logs::LogGroup'),
    physicalId(/^Monitor/, 'AWS::Scheduler::Schedule'),
  ]);
  const { Target: { Input } } = await local.aws.call<{ Target: { Input: string } }>('scheduler', 'get-schedule', { Name: scheduleName });
  expect(Input).toContain('"time":"<aws.scheduler.scheduled-time>"');
  let invocations = 0;
  /** Invokes the function as the schedule does at a time, and returns what its log has. */
  const runAt = async (seconds: number): Promise<readonly object[]> => {
    const time = new Date(seconds * 1000).toISOString().replace('.000', '');
    await local.aws.invoke(functionName, Input.replace('<aws.scheduler.scheduled-time>', time));
    invocations += 1;
    let lines: readonly object[] = [];
    const drift = () => lines.filter((line) => 'Drift' in line).length;
    await until('the log has the lines', async () => {
      lines = await logOf(logGroupName);
      return drift() === invocations;
    });
    return lines;
  };

  const now = Math.floor(Date.now() / 1000 / PERIOD) * PERIOD;
  await runAt(now - PERIOD);
  expect(Object.values(await alarmStates())).toEqual(ALARMS.map(() => 'INSUFFICIENT_DATA'));
  await local.lightsail.changeOutsideStack(NAME, { defaultRootObject: 'theirs.html', isEnabled: false });
  await runAt(now);
  // The schedule may invoke the function twice.
  const lines = await runAt(now);

  const cloudWatch = new ExtractedMetrics();
  cloudWatch.extract(lines);
  const published = cloudWatch.of('Requests');
  const newest = published.at(-1)![0];
  expect(newest).toBe(now - 600 - PERIOD);
  expect(published.length).toBeGreaterThanOrEqual(35);
  for (const metric of Object.keys(TRAFFIC) as (keyof typeof TRAFFIC)[]) {
    // Each period has one value, which is that of Lightsail.
    expect(cloudWatch.of(metric)).toEqual(await measured(metric, published[0][0], newest + PERIOD));
  }
  expect(cloudWatch.of('Drift')).toEqual([[now - PERIOD, 0], [now, 1, 1]]);
  expect(lines.filter((line) => 'event' in line)).toEqual(Array(2).fill({
    event: 'drift', distributionName: NAME, setting: 'defaultRootObject', message: `${NAME}: defaultRootObject is "theirs.html"; the template has "index.html"`,
  }));
  expect(cloudWatch.of('CertificateDaysToExpiry')).toEqual([[now - PERIOD, 20], [now, 20, 20]]);

  await putIntoCloudWatch(Object.values(DistributionMetric).flatMap((metric) =>
    cloudWatch.of(metric).flatMap(([start, ...values]) => values.map((value) => ({ metric, start, value })))));
  const { MetricDataResults } = await local.aws.call<{ MetricDataResults: { Timestamps: (string | number)[]; Values: number[] }[] }>('cloudwatch', 'get-metric-data', {
    StartTime: published[0][0],
    EndTime: now,
    MetricDataQueries: [{
      Id: 'requests',
      MetricStat: { Metric: { Namespace: NAMESPACE, MetricName: 'Requests', Dimensions: [{ Name: 'DistributionName', Value: NAME }] }, Period: PERIOD, Stat: 'Sum' },
    }],
  });
  const [{ Timestamps, Values }] = MetricDataResults;
  expect(Timestamps.map((time, index) => [secondsOf(time), Values[index]]).sort(([one], [other]) => one - other)).toEqual(published);
  expect(await alarmStates()).toEqual(Object.fromEntries(ALARMS.map((metric) => [metric, 'ALARM'])));

  const DashboardName = await physicalId(/^Dashboard/, 'AWS::CloudWatch::Dashboard');
  const { DashboardBody } = await local.aws.call<{ DashboardBody: string }>('cloudwatch', 'get-dashboard', { DashboardName });
  const { widgets } = JSON.parse(DashboardBody) as { widgets: { properties: { metrics: string[][] } }[] };
  const drawn = widgets.flatMap(({ properties }) => properties.metrics.map(([, metric]) => metric));
  expect(drawn.sort()).toEqual(Object.values(DistributionMetric).sort());

  expect((await local.cdk.destroy(app())).exitCode).toBe(0);
});
