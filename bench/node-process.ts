import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a script of this folder in a new Node.js process with an empty environment, and returns the JSON that it prints. */
export async function inNode<T>(script: string, ...args: readonly string[]): Promise<T> {
  const { stdout } = await run(process.execPath, ['--no-warnings', join(__dirname, script), ...args], { env: {} });
  return JSON.parse(stdout) as T;
}
