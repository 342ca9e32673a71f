import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../local-aws/environment';

export const DIST = path.join(ROOT, 'dist');

/** The files of a folder and its subfolders, in order. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

export function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** Unpacks an archive of `dist/` into a new folder in `into`. Returns the new folder. */
export function unpack(archive: string, into: string): string {
  const folder = mkdtempSync(path.join(into, 'unpacked-'));
  const [command, ...args] = /\.(tgz|tar\.gz)$/.test(archive)
    ? ['tar', '-xzf', archive, '-C', folder]
    : ['python3', '-m', 'zipfile', '-e', archive, folder];
  execFileSync(command, args);
  return folder;
}
