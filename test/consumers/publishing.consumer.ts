import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DIST, filesOf } from './dist';
import { BUILD, run } from './installed-app';
import { ROOT } from '../../local-aws/environment';

/*
 * Finds what a registry would refuse, before the release. Signatures are not checked, because only the release workflow has the key.
 */

const { name, version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as Record<string, string>;
const here = { cwd: ROOT, env: {} };

test('npm would publish the tarball, for everybody, and corrects nothing in its manifest', () => {
  const tarball = path.join(DIST, 'js', `${name}@${version}.jsii.tgz`);
  // Without `--force`, npm refuses a version that was already released.
  const { status, stderr } = spawnSync('npm', ['publish', '--dry-run', '--force', tarball], { cwd: ROOT, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(/with tag latest and public access/) });
  expect(stderr).not.toMatch(/auto-corrected|errors corrected/);
});

test('PyPI would render the description of the wheel and of the source distribution', async () => {
  const environment = path.join(BUILD, 'twine');
  const twine = path.join(environment, 'bin', 'twine');
  if (!existsSync(twine)) {
    await run(here, 'python3', ['-m', 'venv', environment]);
    await run(here, path.join(environment, 'bin', 'pip'), ['install', '--quiet', 'twine==6.2.0']);
  }
  const files = filesOf(path.join(DIST, 'python'));
  expect(files).toHaveLength(2);
  await run(here, twine, ['check', '--strict', ...files.map((file) => path.join(DIST, 'python', file))]);
});

describe('Maven Central, by https://central.sonatype.org/publish/requirements', () => {
  const folder = path.join(DIST, 'java/io/github/cdklightsail', name, version);
  const file = (kind: string) => path.join(folder, `${name}-${version}${kind}`);

  test.each(['.jar', '-sources.jar', '-javadoc.jar', '.pom'])('the file %s has its checksums', (kind) => {
    for (const sum of ['md5', 'sha1']) {
      expect(readFileSync(`${file(kind)}.${sum}`, 'utf8')).toBe(createHash(sum).update(readFileSync(file(kind))).digest('hex'));
    }
  });

  test('the POM has what Central requires', () => {
    const pom = readFileSync(file('.pom'), 'utf8').replace(/<!--[^]*?-->/g, '').replace(/<(build|dependencies)>[^]*<\/\1>/, '');
    const element = (xml: string, ...names: string[]): string | undefined =>
      names.reduce<string | undefined>((inner, one) => inner && new RegExp(`<${one}>([^]*?)</${one}>`).exec(inner)?.[1], xml)?.trim();
    const repository = 'https://github.com/cdklightsail/cdk-lightsail-distribution.git';
    expect(['groupId', 'artifactId', 'version', 'packaging', 'url'].map((one) => element(pom, one))).toEqual(['io.github.cdklightsail', name, version, 'jar', 'https://github.com/cdklightsail/cdk-lightsail-distribution#readme']);
    expect(element(pom, 'name')).toBe('${project.groupId}:${project.artifactId}');
    expect(element(pom, 'description')).toMatch(/^Amazon Lightsail /);
    expect(element(pom, 'licenses', 'license', 'url')).toBe('https://www.apache.org/licenses/LICENSE-2.0');
    expect(element(pom, 'developers', 'developer', 'organization')).toBe('The cdk-lightsail-distribution authors');
    expect(element(pom, 'scm', 'url')).toBe(repository);
    expect(element(pom, 'scm', 'connection')).toBe(`scm:git:${repository}`);
    expect(version).not.toMatch(/SNAPSHOT/);
  });
});
