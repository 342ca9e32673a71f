import { readFileSync } from 'node:fs';
import type { AccountSeed } from '../../simulator/account-seed';
import { UserError } from '../user-error';

/** Reads a seed file. The service validates its content. */
export function readSeed(file: string): AccountSeed {
  const text = readText(file);
  try {
    return JSON.parse(text) as AccountSeed;
  } catch (error) {
    throw new UserError(`${file}: not JSON, got ${(error as Error).message}; see the guide for what a seed contains`);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UserError(`--seed: cannot read the file, got ${file} (${(error as NodeJS.ErrnoException).code}); write its path relative to the current folder`);
  }
}
