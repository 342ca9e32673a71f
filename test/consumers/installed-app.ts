import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runCommand } from '../../local-aws/command';
import { ROOT } from '../../local-aws/environment';

export const BUILD = join(ROOT, 'build', 'consumers');

/** A copy of an example, with the built package installed as a user installs it. */
export interface InstalledApp {
  readonly cwd: string;
  /** The environment variables that its commands need, such as the `PATH` of a virtual environment. */
  readonly env: NodeJS.ProcessEnv;
  /** The values of `--context`. */
  readonly context?: Readonly<Record<string, string>>;
}

/** Copies an example, and adds the programs of the tests, which are not part of the example. */
export function copyExample(language: string, name = language): string {
  const folder = join(BUILD, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(ROOT, 'examples', language), folder, { recursive: true, filter });
  cpSync(join(__dirname, language), folder, { recursive: true, filter });
  return folder;
}

/** Excludes files that remain in an example after someone has run it. */
export function filter(source: string): boolean {
  return !['node_modules', '.venv', 'target', 'cdk.out', '__pycache__'].includes(basename(source));
}

/** Runs a command of the tools of a language, with the settings and caches of the user. Returns the output. */
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
