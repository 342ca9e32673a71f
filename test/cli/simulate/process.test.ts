import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

let child: ChildProcessWithoutNullStreams;
const start = (...args: readonly string[]) => {
  // Runs Node.js itself and not the wrapper of tsx, so that a signal reaches only the program.
  child = spawn(process.execPath, ['--import', 'tsx', 'cli/main.ts', 'simulate', ...args], {
    cwd: join(__dirname, '../../..'), env: { ...process.env, TSX_TSCONFIG_PATH: 'tsconfig.dev.json' },
  });
};
const firstLineOf = async (stream: Readable) => (await once(createInterface(stream), 'line') as [string])[0];

afterEach(() => child.kill('SIGKILL'));

it.each(['SIGINT', 'SIGTERM'] as const)('answers at the URL of its first line, and ends cleanly on %s', async (signal) => {
  start('--port', '0');
  const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(await firstLineOf(child.stdout))!;
  expect((await fetch(`${url}/_simulator/health`)).status).toBe(200);
  child.kill(signal);
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it('ends cleanly with its standard input', async () => {
  start('--port', '0', '--stop-with-stdin');
  await firstLineOf(child.stdout);
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it('says what is wrong and ends with 1', async () => {
  start('--port', 'x');
  const exit = once(child, 'exit');
  expect(await firstLineOf(child.stderr)).toBe('error: --port: not a number from 0 to 65535, got x');
  expect(await exit).toEqual([1, null]);
});
