import { existsSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pacmak, ROOT } from './pacmak';

export const GO_FOLDER = join(ROOT, 'build', 'go');
/** Holds what the bindings were made of; written last, so that a run that broke off is made again. */
const STAMP = join(GO_FOLDER, 'made-of.json');

/**
 * Makes CDK's Go modules of the npm packages that the library is compiled with. So the library's own module is compiled
 * against that very CDK, and only jsii's runtime comes from the network.
 */
export async function cdkForGo(): Promise<void> {
  const { dependencyClosure } = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8')) as { dependencyClosure: Record<string, unknown> };
  const packages = Object.keys(dependencyClosure);
  const wanted = JSON.stringify(Object.fromEntries([...packages, 'jsii-pacmak'].map((name) => [name, version(name)])), undefined, 2);
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) {
    return;
  }
  rmSync(GO_FOLDER, { recursive: true, force: true });
  mkdirSync(GO_FOLDER, { recursive: true });
  await Promise.all(packages.map((name) =>
    pacmak('--targets', 'go', '--code-only', '--outdir', GO_FOLDER, '--no-force-subdirectory', join(ROOT, 'node_modules', name))));
  writeFileSync(STAMP, wanted);
}

function version(name: string): string {
  return (JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;
}
