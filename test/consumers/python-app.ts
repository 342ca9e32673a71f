import { dirname, join, delimiter } from 'node:path';
import { builtPackage } from './built-package';
import { copyExample, run, type InstalledApp } from './installed-app';

export async function installPython(name?: string): Promise<InstalledApp> {
  const cwd = copyExample('python', name);
  const VIRTUAL_ENV = join(cwd, '.venv');
  const bin = join(VIRTUAL_ENV, 'bin');
  // What `source .venv/bin/activate` does.
  const app = { cwd, env: { VIRTUAL_ENV, PATH: [bin, process.env.PATH].join(delimiter) } };
  await run({ cwd, env: {} }, 'python3', ['-m', 'venv', VIRTUAL_ENV]);
  await run(app, join(bin, 'pip'), ['install', '--quiet', '--requirement', 'requirements.txt', '--find-links', dirname(builtPackage('python'))]);
  return app;
}
