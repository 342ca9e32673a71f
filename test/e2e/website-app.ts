import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CdkApp } from '../../local-aws/cdk-cli';
import { ROOT } from '../../local-aws/environment';

/** A change to a file of the example. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Copies `examples/website`, so that a test can edit it. The copy is in the repository, where it finds the packages that it imports. */
export function copyWebsite(name: string): string {
  const folder = join(ROOT, 'build', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const filter = (source: string) => !/node_modules|\.venv|cdk\.out/.test(source.slice(ROOT.length));
  cpSync(join(ROOT, 'examples', 'website'), folder, { recursive: true, filter });
  return folder;
}

export function edit(folder: string, { file, from, to }: Edit): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${path}: got ${text.split(from).length - 1} times ${from}; it must occur once`);
  writeFileSync(path, text.replace(from, to));
}

/** The app in TypeScript, with the sources of this repository as the package that it imports. */
export function typescriptApp(folder: string, context: Readonly<Record<string, string>>): CdkApp {
  return { cwd: join(folder, 'typescript'), app: `tsx --tsconfig ${join(ROOT, 'tsconfig.dev.json')} app.ts`, context };
}
