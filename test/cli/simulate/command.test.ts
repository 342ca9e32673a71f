import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { outcomeOf, recorded } from './run-simulate';
import { parseArguments } from '../../../cli/arguments';
import { command, runSimulate } from '../../../cli/simulate/command';
import { untilEnd } from '../../../cli/simulate/end';
import { SimulatorControl } from '../../../simulator';
import { closeServer, listenOnLoopback } from '../../../simulator/http/loopback';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulate-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function seedFile(content: unknown): string {
  const file = join(folder, 'seed.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

/** Starts the command with signals and a standard input that the test controls. */
async function started(...args: readonly string[]) {
  const parsed = parseArguments('simulate', command, ['--port', '0', ...args]);
  if (parsed.kind !== 'run') throw new Error('help was asked for');
  const [signals, stdin] = [new EventEmitter(), new PassThrough()];
  const { terminal, stdout, nextLine } = recorded();
  const written = nextLine();
  const exit = runSimulate(parsed.given, terminal, (input) => untilEnd(input && stdin, signals));
  await written;
  const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(stdout[0])!;
  return { exit, signals, stdin, stdout, url };
}

test('it prints the address and the environment of its clients, answers, and ends', async () => {
  const { exit, signals, stdout, url } = await started();
  expect(stdout.join('')).toBe([
    `The local Lightsail is at ${url}. Point the AWS CLI or an SDK at it:`,
    `  AWS_ENDPOINT_URL_LIGHTSAIL=${url}`,
    '  AWS_REGION=us-east-1',
    '  AWS_DEFAULT_REGION=us-east-1',
    '  AWS_ACCESS_KEY_ID=local',
    '  AWS_SECRET_ACCESS_KEY=local',
    '',
  ].join('\n'));
  await new SimulatorControl(url).health();
  signals.emit('SIGINT');
  expect(await exit).toBe(0);
  await expect(new SimulatorControl(url).health()).rejects.toThrow('fetch failed');
});

test('it ends with its standard input, if asked to', async () => {
  const { exit, stdin } = await started('--stop-with-stdin');
  stdin.end('what is written does not matter');
  expect(await exit).toBe(0);
});

test('it starts with the seed', async () => {
  const { exit, signals, url } = await started('--seed', seedFile({ distributions: { shop: { defaultRootObject: 'index.html' } } }));
  expect(await new SimulatorControl(url).distribution('shop')).toMatchObject({ status: 'Deployed', defaultRootObject: 'index.html' });
  signals.emit('SIGTERM');
  expect(await exit).toBe(0);
});

test('a wrong value in the seed is one line with the file and the path', async () => {
  const file = seedFile({ origins: { web: { regionName: 'eu-west-1', resourceType: 'Instance' } }, distributions: { shop: { isEnabled: 'yes' } } });
  expect(await outcomeOf('--port', '0', '--seed', file)).toEqual({
    exitCode: 1, stdout: '', stderr: `error: ${file}: distributions.shop.isEnabled: expected a boolean, got "yes"\n`,
  });
});

test('a seed that is not JSON, or not there', async () => {
  const file = seedFile('{');
  expect((await outcomeOf('--seed', file)).stderr).toMatch(/^error: .*seed\.json: not JSON, got .*\n$/);
  expect((await outcomeOf('--seed', 'absent.json')).stderr)
    .toBe('error: --seed: cannot read the file, got absent.json (ENOENT); write its path relative to the current folder\n');
});

test('a port in use is one line', async () => {
  const server = createServer();
  const [, port] = /:(\d+)$/.exec(await listenOnLoopback(server))!;
  expect(await outcomeOf('--port', port)).toEqual({
    exitCode: 1, stdout: '', stderr: `error: --port: already in use, got ${port}; use another one, 0 takes a free one\n`,
  });
  await closeServer(server);
});

test('an error that is not the user\'s shows where it happened', async () => {
  const { stderr } = await outcomeOf('--port', '0.5');
  expect(stderr).toContain('internal error, ');
});

test('the signals are those of the process', async () => {
  const ended = untilEnd(undefined);
  process.emit('SIGTERM');
  await ended;
});
