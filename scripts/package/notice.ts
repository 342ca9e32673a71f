import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../../local-aws/environment';

/*
 * jsii-pacmak puts LICENSE and NOTICE beside the sources of every language. From there Python's build takes them into the wheel, and a Go module
 * is these files; Maven and NuGet take only what the project says.
 */

const FILES = ['LICENSE', 'NOTICE'];

/** Adds both files to the JAR, where Java programs look for them, and updates its checksums. The JAR is signed later. */
export function addToJar(repository: string): void {
  const [jar] = readdirSync(repository, { recursive: true, encoding: 'utf8' }).filter((file) => /distribution-[\d.]+(-[\w.]+)?(?<!-sources|-javadoc)\.jar$/.test(file));
  const path = join(repository, jar);
  const folder = mkdtempSync(join(tmpdir(), 'notice-'));
  try {
    for (const file of FILES) {
      const target = join(folder, 'META-INF', file);
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(join(ROOT, file), target);
    }
    execFileSync('jar', ['--update', '--file', path, '-C', folder, 'META-INF'], { stdio: 'pipe' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  for (const sum of ['md5', 'sha1']) writeFileSync(`${path}.${sum}`, createHash(sum).update(readFileSync(path)).digest('hex'));
}

/** Adds both files to the NuGet package. MSBuild reads Directory.Build.targets for every project in the folder. */
export function addToNupkg(project: string): void {
  writeFileSync(join(project, 'Directory.Build.targets'), [
    '<Project>',
    '  <ItemGroup>',
    ...FILES.map((file) => `    <None Include="${file}" Pack="true" PackagePath="/" />`),
    '  </ItemGroup>',
    '</Project>',
    '',
  ].join('\n'));
}
