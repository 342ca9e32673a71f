import { join } from 'node:path';
import { builtPackage } from './built-package';
import { BUILD, copyExample, run, type InstalledApp } from './installed-app';

/** The folder is hidden. Otherwise, jsii-docgen finds the library and the CDK in its `node_modules`, and describes those in API.md. */
const HIDDEN = '.typescript';

/** Installed by `reference.ts`. */
export const TYPESCRIPT: InstalledApp = { cwd: join(BUILD, HIDDEN), env: {} };

export async function installTypescript(): Promise<void> {
  copyExample('typescript', HIDDEN);
  await run(TYPESCRIPT, 'npm', ['install', '--no-audit', '--no-fund', builtPackage('js')]);
}
