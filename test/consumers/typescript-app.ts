import { join } from 'node:path';
import { builtPackage } from './built-package';
import { BUILD, copyExample, run, type InstalledApp } from './installed-app';

/** Installed by `reference.ts`. */
export const TYPESCRIPT: InstalledApp = { cwd: join(BUILD, 'typescript'), env: {} };

export async function installTypescript(): Promise<void> {
  copyExample('typescript');
  await run(TYPESCRIPT, 'npm', ['install', '--no-audit', '--no-fund', builtPackage('js')]);
}
