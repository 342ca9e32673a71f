import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../local-aws/environment';

const run = promisify(execFile);

/** The public API that was accepted last, as jsii describes it, so that a review of a change of the API can read the difference. */
const ACCEPTED = join(ROOT, 'test', 'api', 'accepted.json');

/** What jsii-diff does not compare. Documentation changes often, and is not an API. */
const LEFT_OUT = new Set([
  'readme', 'fingerprint', 'jsiiVersion', 'version', 'locationInModule', 'symbolId', 'dependencyClosure', 'metadata',
  'author', 'bin', 'description', 'homepage', 'keywords', 'repository',
]);
const DOCS_KEPT = ['stability', 'deprecated'];

/** jsii needs them in any assembly. */
const NEEDED = { jsiiVersion: '*', fingerprint: '*', description: '', author: {}, homepage: '', repository: {} };

/** Of the compiled library, as `npx projen compile` has left it. */
export function compiledApi(): string {
  const assembly = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8')) as object;
  return `${JSON.stringify(assembly, (key, value) => {
    if (LEFT_OUT.has(key)) return undefined;
    if (key !== 'docs') return value;
    const kept = Object.fromEntries(DOCS_KEPT.filter((name) => name in value).map((name) => [name, value[name]]));
    return Object.keys(kept).length > 0 ? kept : undefined;
  }, 1)}\n`;
}

export function accept(): void {
  writeFileSync(ACCEPTED, compiledApi());
}

/** The breaks of an API by that of the compiled library, a line each. Additions are not breaks. */
export async function breaks(accepted = readFileSync(ACCEPTED, 'utf8')): Promise<readonly string[]> {
  // jsii-diff finds the assemblies of the dependencies only for a package in a folder below node_modules.
  const folder = join(ROOT, 'build', 'accepted-api');
  const { name, peerDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { name: string; peerDependencies: object };
  const version = '0.0.0';
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version, jsii: {}, peerDependencies }));
  writeFileSync(join(folder, '.jsii'), JSON.stringify({ ...JSON.parse(accepted) as object, ...NEEDED, version }));
  try {
    return await diff(folder);
  } finally {
    // Jest would find two packages of one name.
    rmSync(folder, { recursive: true, force: true });
  }
}

async function diff(accepted: string): Promise<readonly string[]> {
  const command = join(ROOT, 'node_modules', '.bin', 'jsii-diff');
  return run(command, ['--error-on', 'all', accepted, ROOT], { cwd: ROOT }).then(() => [], ({ code, stdout, stderr }: { code?: number; stdout: string; stderr: string }) => {
    // eslint-disable-next-line no-control-regex
    const found = stderr.split('\n').map((line) => line.replace(/\x1b\[\d+m/g, '')).filter((line) => /^(err|warn)\b/i.test(line));
    if (code !== 1 || found.length === 0) throw new Error(`jsii-diff: failed\n${stdout}${stderr}`);
    return found;
  });
}
