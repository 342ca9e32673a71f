import { Monitored, NAME, START } from './monitored';
import { parseMetricData } from '../../monitor/lightsail/parse-metric-data';
import { TRAFFIC } from '../../monitor/metrics';
import type { Ports } from '../../monitor/ports';

const metricLines = (lines: readonly object[]) => lines.filter((line) => '_aws' in line);

test('a period is published at its own time, with its unit, namespace and dimension', async () => {
  const monitored = new Monitored();
  monitored.seed('Requests', { [START]: 3, [START + 60]: 4 });
  monitored.clock.advance(900);
  expect(await monitored.run()).toEqual({
    failures: [],
    lines: [{
      _aws: {
        Timestamp: START * 1000,
        CloudWatchMetrics: [{ Namespace: 'Lightsail/Distributions', Dimensions: [['DistributionName']], Metrics: [{ Name: 'Requests', Unit: 'Count' }] }],
      },
      DistributionName: NAME,
      Requests: 7,
    }],
  });
});

test('several metrics of a period are on one line, each with its unit', async () => {
  const monitored = new Monitored();
  monitored.seed('Requests', { [START]: 3 });
  monitored.seed('BytesDownloaded', { [START]: 1_000 });
  monitored.seed('Http5xxErrorRate', { [START]: 10, [START + 1]: 20 });
  monitored.clock.advance(900);
  const { lines } = await monitored.run({ metrics: ['Requests', 'BytesDownloaded', 'Http5xxErrorRate'] });
  expect(lines).toMatchObject([{ Requests: 3, BytesDownloaded: 1_000, Http5xxErrorRate: 15 }]);
  expect((lines[0] as { _aws: { CloudWatchMetrics: { Metrics: object[] }[] } })._aws.CloudWatchMetrics[0].Metrics)
    .toEqual([{ Name: 'Requests', Unit: 'Count' }, { Name: 'BytesDownloaded', Unit: 'Bytes' }, { Name: 'Http5xxErrorRate', Unit: 'Percent' }]);
});

test('drift is a number, and a line that anyone can read for each setting', async () => {
  const monitored = new Monitored({ isEnabled: false, cacheBehaviorSettings: { defaultTTL: 60 } });
  const settings = { isEnabled: true, cacheBehaviorSettings: { defaultTTL: 3600, minimumTTL: 0 } };
  const { lines } = await monitored.run({ metrics: ['Drift'], settings });
  expect(lines.slice(0, 2)).toEqual([
    {
      event: 'drift',
      distributionName: NAME,
      setting: 'cacheBehaviorSettings.defaultTTL',
      message: 'my-cdn: cacheBehaviorSettings.defaultTTL is 60; the template has 3600',
    },
    { event: 'drift', distributionName: NAME, setting: 'isEnabled', message: 'my-cdn: isEnabled is false; the template has true' },
  ]);
  expect(monitored.cloudWatch.of('Drift')).toEqual([[START, 2]]);

  monitored.service.seeds.changeOutsideStack(NAME, { isEnabled: true, cacheBehaviorSettings: { defaultTTL: 3600 } });
  monitored.clock.advance(300);
  await monitored.run({ metrics: ['Drift'], settings });
  expect(monitored.cloudWatch.of('Drift')).toEqual([[START, 2], [START + 300, 0]]);
});

test('while a deployment is in progress, and without settings, there is no drift', async () => {
  const monitored = new Monitored();
  expect((await monitored.run({ metrics: ['Drift'] })).lines).toEqual([]);
  monitored.service.seeds.deployOutsideStack(NAME, { isEnabled: false });
  monitored.clock.advance(60);
  expect((await monitored.run({ metrics: ['Drift'], settings: { isEnabled: true } })).lines).toEqual([]);
});

test('a distribution that does not exist is drift, or only a line in the log', async () => {
  const monitored = new Monitored();
  monitored.service.seeds.removeDistribution(NAME);
  const { lines, failures } = await monitored.run({ metrics: ['Drift', 'Requests'], settings: { isEnabled: true } });
  expect([lines[1], failures]).toEqual([expect.objectContaining({ message: 'my-cdn: distribution is nothing; the template has a distribution' }), []]);
  expect(monitored.cloudWatch.of('Drift')).toEqual([[START, 1]]);
  expect((await monitored.run()).lines).toEqual([{ event: 'absent', distributionName: NAME, reason: 'the distribution does not exist' }]);
});

test('the transfer of the month in percent of the quota of the bundle', async () => {
  const monitored = new Monitored({ bundleId: 'small_1_0', createdAt: START - 10 * 86_400 });
  monitored.seed('BytesDownloaded', { [START]: 5e9, [START + 86_400]: 5e9 });
  monitored.clock.advance(2 * 86_400);
  await monitored.run({ metrics: ['TransferUsed', 'TransferForecast'] });
  expect(monitored.cloudWatch.of('TransferUsed')).toEqual([[START + 2 * 86_400, 20]]);
  expect(monitored.cloudWatch.of('TransferForecast')[0][1]).toBeCloseTo(20 + 28 * 20 / 7, 1);
});

test('a bundle without a quota has no transfer', async () => {
  const monitored = new Monitored({ bundleId: 'huge_9_0' });
  expect((await monitored.run({ metrics: ['TransferUsed'] })).lines).toEqual([]);
});

test('the attached certificate', async () => {
  const monitored = new Monitored();
  monitored.service.seeds.seedCertificate('cert', { domainName: 'example.com' });
  monitored.service.seeds.changeOutsideStack(NAME, { certificateName: 'cert', alternativeDomainNames: ['example.com'] });
  await monitored.run({ metrics: ['CertificateRenewalBlocked'] });
  expect(monitored.cloudWatch.of('CertificateRenewalBlocked')).toEqual([[START, 0]]);
  // Recorded, but not served: only the certificate shows it.
  monitored.service.seeds.changeOutsideStack(NAME, { alternativeDomainNames: ['www.example.com'] });
  const { lines } = await monitored.run({ metrics: ['Drift'], settings: { certificateName: 'cert' } });
  expect(lines[0]).toMatchObject({ setting: 'certificateName' });
});

test('a part that fails is said, and the others are published', async () => {
  const monitored = new Monitored({ isEnabled: false });
  monitored.seed('Requests', { [START]: 3 });
  monitored.clock.advance(900);
  monitored.service.faults.add({ operation: 'GetDistributionMetricData', kind: 'throttle' });
  const options = { metrics: ['Requests', 'Drift'] as const, settings: { isEnabled: true } };
  const { lines, failures } = await monitored.run(options);
  expect(failures).toEqual(['the metrics could not be read, got ThrottlingException: Rate exceeded']);
  expect(lines.at(-1)).toEqual({ event: 'failed', distributionName: NAME, reason: failures[0] });
  expect(metricLines(lines)).toMatchObject([{ Drift: 1 }]);
  await monitored.run(options);
  expect(monitored.cloudWatch.of('Requests')).toEqual([[START, 3]]);
});

test.each<[string, unknown]>([
  ['without a value', [{ timestamp: new Date(START * 1000) }]],
  ['without a time', [{ sum: 1 }]],
  ['with a negative value', [{ timestamp: new Date(START * 1000), sum: -1 }]],
  ['with two values of one period', [{ timestamp: new Date(START * 1000), sum: 1 }, { timestamp: new Date(START * 1000 + 1), sum: 1 }]],
  ['that is no list', 'none'],
])('a response %s is not published, and nothing is claimed', async (_what, metricData) => {
  const monitored = new Monitored();
  monitored.clock.advance(900);
  const { claims, lightsail } = monitored.reads;
  const read: Ports['lightsail']['metricData'] = async (_name, _metric, range) => parseMetricData({ metricData } as never, TRAFFIC.Requests, range);
  const { lines, failures } = await monitored.run({}, monitored.now, { claims, lightsail: { ...lightsail, metricData: read } });
  expect(failures).toEqual([expect.stringMatching(/^the metrics could not be read, got ResponseError: cannot read the response of Lightsail, metricData is /)]);
  expect(lines).toHaveLength(1);
  expect(monitored.claims.streams.size).toBe(0);
});
