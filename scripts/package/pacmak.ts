import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../local-aws/environment';

const run = promisify(execFile);

/** Runs jsii-pacmak in the repository. Shows its long output only if it fails. */
export async function pacmak(...args: readonly string[]): Promise<void> {
  const command = join(ROOT, 'node_modules', '.bin', 'jsii-pacmak');
  await run(command, [...args], { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 }).catch((error: { message: string; stdout?: string; stderr?: string }) => {
    throw new Error([`jsii-pacmak ${args.join(' ')} failed`, error.stdout, error.stderr].filter(Boolean).join('\n'));
  });
}
