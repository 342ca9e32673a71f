import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DIST } from './dist';
import { ROOT } from '../../local-aws/environment';

/** The output of `npm run package` for each language: a file or a folder in a folder of `dist`. */
const PACKAGES = {
  js: { what: 'no tarball of the npm package', file: /\.tgz$/ },
  python: { what: 'no wheel', file: /\.whl$/ },
  java: { what: 'no Maven repository', file: /^io$/ },
  go: { what: 'no Go module', file: /^cdklightsaildistribution$/ },
} as const;

export type PackageFolder = keyof typeof PACKAGES;

/** The path of a built package. */
export function builtPackage(folder: PackageFolder): string {
  const { what, file } = PACKAGES[folder];
  const path = join(DIST, folder);
  const [found] = existsSync(path) ? readdirSync(path).filter((name) => file.test(name)) : [];
  if (found === undefined) {
    throw new Error(`${relative(ROOT, path)}: ${what}, got ${contents(path)}; the consumers install what npm run package has built; run npm run package first`);
  }
  return join(path, found);
}

/** Fails if a built package is missing. */
export function requireEveryPackage(): void {
  for (const folder of Object.keys(PACKAGES) as PackageFolder[]) builtPackage(folder);
}

function contents(path: string): string {
  return existsSync(path) ? JSON.stringify(readdirSync(path)) : 'no such folder';
}
