import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../local-aws/environment';

const run = promisify(execFile);

/** The last accepted public API, in the format of jsii, so that a reviewer sees the difference when the API changes. */
const ACCEPTED = join(ROOT, 'test', 'api', 'accepted.json');

/** Members that jsii-diff does not compare. Documentation changes often and is not part of the API. */
const LEFT_OUT = new Set([
  'readme', 'fingerprint', 'jsiiVersion', 'version', 'locationInModule', 'symbolId', 'dependencyClosure', 'metadata',
  'author', 'bin', 'description', 'homepage', 'keywords', 'repository',
]);
const DOCS_KEPT = ['stability', 'deprecated'];

/** Members that jsii requires in any assembly. */
const NEEDED = { jsiiVersion: '*', fingerprint: '*', description: '', author: {}, homepage: '', repository: {} };

/** Returns the API of the library as `npx projen compile` compiled it. */
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

/** Returns the breaking changes between the accepted API and the compiled library, one line each. Additions are not breaking. */
export async function breaks(accepted = readFileSync(ACCEPTED, 'utf8')): Promise<readonly string[]> {
  // jsii-diff finds the assemblies of the dependencies only for a package in a folder that has a node_modules folder above it.
  const folder = join(ROOT, 'build', 'accepted-api');
  const { name, peerDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { name: string; peerDependencies: object };
  const version = '0.0.0';
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version, jsii: {}, peerDependencies }));
  writeFileSync(join(folder, '.jsii'), JSON.stringify({ ...JSON.parse(accepted) as object, ...NEEDED, version }));
  try {
    return await diff(folder);
  } finally {
    // Jest would find two packages with the same name.
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
