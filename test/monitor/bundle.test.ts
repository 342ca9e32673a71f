import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ExtractedMetrics } from './extracted-metrics';
import { localLogs, type LocalLogs } from './local-logs';
import { eventAt } from './monitored';
import { startSimulator, type Simulator } from '../../simulator';

const run = promisify(execFile);
let folder: string;
let simulator: Simulator;
let logs: LocalLogs;

beforeAll(async () => {
  // Alone, as in Lambda: what the bundle does not contain is not there.
  folder = mkdtempSync(join(tmpdir(), 'monitor-'));
  copyFileSync(join(__dirname, '../../assets/monitor/index.js'), join(folder, 'index.js'));
  simulator = await startSimulator();
  logs = await localLogs();
});

afterAll(async () => {
  logs.close();
  await simulator.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One run of the bundle in a process of its own: its lines, and the error with which it ends. */
async function invoke(event: object): Promise<{ readonly lines: readonly object[]; readonly error: string }> {
  const script = `require(${JSON.stringify(join(folder, 'index.js'))}).handler(${JSON.stringify(event)}).catch((error) => console.error(error.message))`;
  const { stdout, stderr } = await run(process.execPath, ['-e', script], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      LOG_GROUP_NAME: 'group',
      AWS_ENDPOINT_URL_LIGHTSAIL: simulator.url,
      AWS_ENDPOINT_URL_CLOUDWATCH_LOGS: logs.url,
    },
  });
  return { lines: stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line) as object), error: stderr.trim() };
}

test('the bundle runs alone: it publishes what Lightsail reports over HTTP once, and drift by hand in the next run', async () => {
  const now = Math.floor(Date.now() / 300_000) * 300;
  await simulator.control.seedDistribution('my-cdn', { isEnabled: true, createdAt: now - 20 * 86_400 });
  await simulator.control.seedTraffic('my-cdn', { requestsPerDay: 100_000, since: now - 20 * 86_400 });
  const event = eventAt(now, { metrics: ['Requests', 'BytesDownloaded', 'Drift', 'TransferForecast'], settings: { isEnabled: true } });
  const cloudWatch = new ExtractedMetrics();
  const first = await invoke(event);
  expect(first.error).toBe('');
  cloudWatch.extract(first.lines);
  const published = cloudWatch.of('Requests');
  expect(published.length).toBeGreaterThanOrEqual(35);
  expect(cloudWatch.of('Drift')).toEqual([[now, 0]]);
  expect(cloudWatch.of('TransferForecast')[0][1]).toBeGreaterThan(0);

  await simulator.control.changeOutsideStack('my-cdn', { isEnabled: false });
  const second = await invoke(event);
  cloudWatch.extract(second.lines);
  expect(second.lines[0]).toMatchObject({ event: 'drift', message: 'my-cdn: isEnabled is false; the template has true' });
  expect(cloudWatch.of('Requests')).toEqual(published);
});

test('a failure is that of the run', async () => {
  logs.streams.clear();
  await simulator.control.fault({ operation: 'GetDistributionMetricData', kind: 'accessDenied', times: 10 });
  const { error, lines } = await invoke(eventAt(Math.floor(Date.now() / 1000), { metrics: ['BytesUploaded'] }));
  expect(error).toMatch(/^my-cdn: the metrics could not be read, got AccessDeniedException: /);
  expect(lines).toEqual([expect.objectContaining({ event: 'failed' })]);
});
