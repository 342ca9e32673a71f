import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requireEveryPackage } from './built-package';
import { synthesized, TEMPORARY, type Synthesized } from './cdk';
import { BUILD } from './installed-app';
import { installPython } from './python-app';
import { installTypescript, TYPESCRIPT } from './typescript-app';
import { ensurePython } from '../../local-aws/python';
import useTemporaryFolder from '../temporary-folder';

const FILE = join(BUILD, 'reference.json');

/** The synthesized stack of the app in TypeScript. The apps in the other languages must synthesize to the same. */
export function reference(): Synthesized {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Synthesized;
}

/** Runs once before all tests. */
export default async function prepare(): Promise<void> {
  useTemporaryFolder();
  requireEveryPackage();
  rmSync(TEMPORARY, { recursive: true, force: true });
  await Promise.all([ensurePython(), installTypescript(), installPython()]);
  writeFileSync(FILE, JSON.stringify(await synthesized(TYPESCRIPT, 'ShopStack')));
}
