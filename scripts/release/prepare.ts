// Prepares a release for review: writes the changelog from the titles of the commits since the last release, and the version.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nextVersion, released, textOf, type Commit } from './changelog';
import { VERSIONED } from './versions';
import { ROOT } from '../../local-aws/environment';

const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).trim();
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

function commitsSinceTheLastRelease(): readonly Commit[] {
  const [tag] = git('tag', '--list', 'v*', '--merged', 'HEAD', '--sort', '-version:refname').split('\n').filter(Boolean);
  const log = git('log', '--no-merges', '--format=%s%x00%b%x1e', tag === undefined ? 'HEAD' : `${tag}..HEAD`);
  return log.split('\x1e').map((entry) => entry.trim()).filter(Boolean).map((entry) => {
    const [title, body = ''] = entry.split('\0');
    return { title, body };
  });
}

function prepare(requested?: string): void {
  const { version: current } = JSON.parse(read('package.json')) as { version: string };
  const commits = commitsSinceTheLastRelease();
  const version = requested ?? nextVersion(current, commits);
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`prepare-release: got version ${version}; 1.2.3 is allowed; name such a version or none`);
  writeFileSync(join(ROOT, 'CHANGELOG.md'), released(read('CHANGELOG.md'), version, new Date().toISOString().slice(0, 10), textOf(commits)));
  for (const [file, place] of Object.entries(VERSIONED)) writeFileSync(join(ROOT, file), read(file).replace(place, version));
  execFileSync('npx', ['projen'], { cwd: ROOT, stdio: 'inherit' });
  execFileSync('npx', ['projen', 'accept-api'], { cwd: ROOT, stdio: 'inherit' });
  console.log(`Prepared ${version}. Edit CHANGELOG.md for users, and commit all of it as "chore(release): ${version}". The workflow "release" publishes it from main.`);
}

try {
  prepare(process.argv[2]);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
