import { dirname, join, delimiter } from 'node:path';
import { builtPackage } from './built-package';
import { BUILD, copyExample, run, type InstalledApp } from './installed-app';

const FOLDER = join(BUILD, 'python');
const VIRTUAL_ENV = join(FOLDER, '.venv');
const BIN = join(VIRTUAL_ENV, 'bin');

/** Installed by `reference.ts`. The environment is what `source .venv/bin/activate` sets. */
export const PYTHON: InstalledApp = { cwd: FOLDER, env: { VIRTUAL_ENV, PATH: [BIN, process.env.PATH].join(delimiter) } };

export async function installPython(): Promise<void> {
  copyExample('python');
  await run({ ...PYTHON, env: {} }, 'python3', ['-m', 'venv', VIRTUAL_ENV]);
  await run(PYTHON, join(BIN, 'pip'), ['install', '--quiet', '--requirement', 'requirements.txt', '--find-links', dirname(builtPackage('python'))]);
}
