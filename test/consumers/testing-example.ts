import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BUILD, filter } from './installed-app';
import { ROOT } from '../../local-aws/environment';

/** Copies an example of `examples/testing` to a hidden folder, as for the app in TypeScript. */
export function copyTestingExample(language: 'python' | 'typescript'): string {
  const folder = join(BUILD, '.testing', language);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(ROOT, 'examples', 'testing', language), folder, { recursive: true, filter });
  return folder;
}
