import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './environment';

const run = promisify(execFile);

const VENV = join(ROOT, '.venv');
const BIN = join(VENV, 'bin');
const REQUIREMENTS = join(__dirname, 'requirements.txt');
/** Records the installed requirements. It is written last, so that an interrupted installation is repeated. */
const STAMP = join(VENV, 'requirements.installed');

/** The virtual environment: its interpreter, and the folder of installed commands such as `aws`. */
export interface PythonEnvironment {
  readonly python: string;
  readonly bin: string;
}

/** Creates `.venv` in the repository, unless it already exists and matches `requirements.txt`. */
export async function ensurePython(): Promise<PythonEnvironment> {
  const environment = { python: join(BIN, 'python'), bin: BIN };
  const required = readFileSync(REQUIREMENTS, 'utf8');
  if (installed() === required && await works(environment.python)) {
    return environment;
  }
  await requirePython();
  rmSync(VENV, { recursive: true, force: true });
  mkdirSync(VENV);
  await step(
    'python3 -m venv failed; on Debian and Ubuntu install the package python3-venv',
    'python3', ['-m', 'venv', VENV],
  );
  await step(
    'pip could not install local-aws/requirements.txt; check that the Python package index can be reached',
    environment.python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', REQUIREMENTS],
  );
  writeFileSync(STAMP, required);
  return environment;
}

function installed(): string | undefined {
  try {
    return readFileSync(STAMP, 'utf8');
  } catch {
    return undefined;
  }
}

/** An environment stops working when the python3 that created it is uninstalled. */
async function works(python: string): Promise<boolean> {
  return run(python, ['--version']).then(() => true, () => false);
}

async function requirePython(): Promise<void> {
  const { stdout } = await run('python3', ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])']).catch(() => {
    throw new Error('python3: not found; Python 3.10 or newer is needed for the local AWS; install it and put it on the PATH');
  });
  const [major, minor] = stdout.trim().split('.').map(Number);
  if (major !== 3 || minor < 10) {
    throw new Error(`python3: is Python ${stdout.trim()}; 3.10 or newer is needed for the local AWS; put such a python3 first on the PATH`);
  }
}

async function step(failure: string, command: string, args: readonly string[]): Promise<void> {
  await run(command, [...args]).catch((error: { stdout?: string; stderr?: string; message: string }) => {
    throw new Error([failure, error.stdout, error.stderr].filter(Boolean).join('\n') || error.message);
  });
}
