import { localLogs, type LocalLogs } from './local-logs';
import { logStreamClaims } from '../../monitor/claims/client';
import { lightsailReads } from '../../monitor/lightsail/client';
import { startSimulator, type Simulator } from '../../simulator';

const { AWS_ENDPOINT_URL_LIGHTSAIL, AWS_ENDPOINT_URL_CLOUDWATCH_LOGS, AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = process.env;
let simulator: Simulator;
let logs: LocalLogs;

beforeAll(async () => {
  simulator = await startSimulator();
  logs = await localLogs();
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_LIGHTSAIL: simulator.url, AWS_ENDPOINT_URL_CLOUDWATCH_LOGS: logs.url, AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test',
  });
});

afterAll(async () => {
  Object.assign(process.env, { AWS_ENDPOINT_URL_LIGHTSAIL, AWS_ENDPOINT_URL_CLOUDWATCH_LOGS, AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY });
  logs.close();
  await simulator.close();
});

describe('claims in CloudWatch Logs', () => {
  const claims = () => logStreamClaims('group');

  test('are made once, listed newest first, and dropped', async () => {
    expect(await claims().take('cdn', 1_780_272_000)).toBe(true);
    expect(await claims().take('cdn', 1_780_272_300)).toBe(true);
    expect(await claims().take('cdn', 1_780_272_000)).toBe(false);
    expect([...logs.streams]).toEqual(['published/cdn/1780272000', 'published/cdn/1780272300']);
    logs.streams.add('published/cdn/other');
    expect(await claims().list('cdn')).toEqual([1_780_272_300, 1_780_272_000]);
    expect(await claims().list('cd')).toEqual([]);
    await claims().drop('cdn', 1_780_272_000);
    expect(await claims().list('cdn')).toEqual([1_780_272_300]);
  });

  test('that are throttled are made again', async () => {
    logs.faults.push('throttled');
    expect(await claims().take('cdn', 1_780_272_600)).toBe(true);
  });

  test('whose response is lost are not, since a second try would find the stream of the first', async () => {
    logs.calls.length = 0;
    logs.faults.push('lost');
    await expect(claims().take('cdn', 1_780_272_900)).rejects.toThrow();
    expect(logs.calls).toEqual(['CreateLogStream']);
    expect(logs.streams.has('published/cdn/1780272900')).toBe(true);
  });
});

describe('reads of Lightsail', () => {
  const start = 1_780_272_000;

  test('the points of a range, oldest first', async () => {
    await simulator.control.seedDistribution('cdn', {});
    await simulator.control.seedMetricData('cdn', { metricName: 'Requests', samples: [{ timestamp: start + 310, value: 4 }, { timestamp: start, value: 3 }] });
    const range = { from: start, to: start + 600, period: 300 };
    expect(await lightsailReads().metricData('cdn', 'Requests', range)).toEqual([{ start, value: 3 }, { start: start + 300, value: 4 }]);
    expect(await lightsailReads().metricData('cdn', 'Http5xxErrorRate', range)).toEqual([]);
  });

  test('a distribution, a certificate and the bundles', async () => {
    await simulator.control.seedCertificate('cert', { domainName: 'example.com' });
    const reads = lightsailReads();
    expect(await reads.distribution('cdn')).toMatchObject({ name: 'cdn' });
    expect(await reads.distribution('missing')).toBeUndefined();
    expect(await reads.certificate('cert')).toMatchObject({ certificateDetail: { status: 'ISSUED' } });
    expect(await reads.certificate('missing')).toBeUndefined();
    expect((await reads.bundles()).map(({ bundleId }) => bundleId)).toContain('small_1_0');
  });
});
