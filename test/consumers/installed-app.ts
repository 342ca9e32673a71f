import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runCommand } from '../../local-aws/command';
import { ROOT } from '../../local-aws/environment';

export const BUILD = join(ROOT, 'build', 'consumers');

/** A copy of an example, with the built package installed as a user installs it. */
export interface InstalledApp {
  readonly cwd: string;
  /** What its commands need in their environment, such as the `PATH` of a virtual environment. */
  readonly env: NodeJS.ProcessEnv;
  /** What `--context` gives the app. */
  readonly context?: Readonly<Record<string, string>>;
}

/** Beside the example there are the programs of the tests, which the example knows nothing of. */
export function copyExample(language: string, name = language): string {
  const folder = join(BUILD, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(ROOT, 'examples', language), folder, { recursive: true, filter });
  cpSync(join(__dirname, language), folder, { recursive: true, filter });
  return folder;
}

/** Without what someone who has tried the example has left in it. */
export function filter(source: string): boolean {
  return !['node_modules', '.venv', 'target', 'cdk.out', '__pycache__'].includes(basename(source));
}

/** Runs a command of the language's tools, with the settings and caches that the user has for them, and gives back what it printed. */
export async function run({ cwd, env }: InstalledApp, command: string, args: readonly string[]): Promise<string> {
  const { exitCode, output, stdout } = await runCommand(command, args, {
    cwd, env: { ...process.env, ...env }, signal: new AbortController().signal,
  }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new Error(`${command}: not found; the consumers need it; install it and put it on the PATH`) : error;
  });
  if (exitCode !== 0) {
    throw new Error(`${[command, ...args].join(' ')}: failed\n${output}`);
  }
  return withoutColors(stdout).trim();
}

export function withoutColors(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/\x1b\[[0-9;]*m/g, '');
}
