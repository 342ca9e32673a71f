import { existsSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { addToJar, addToNupkg } from './notice';
import { pacmak } from './pacmak';
import { ROOT } from '../../local-aws/environment';

/** The names of jsii for the languages, which are also the names of the folders in `dist/`. */
export type Target = 'js' | 'python' | 'java' | 'go' | 'dotnet';

export const TARGETS: readonly Target[] = ['js', 'python', 'java', 'go', 'dotnet'];

/** Builds the package in `dist/<target>` and replaces an existing one. */
export async function make(target: Target): Promise<void> {
  rmSync(join(ROOT, 'dist', target), { recursive: true, force: true });
  // By default, jsii-pacmak keeps a snippet that has no translation in TypeScript.
  const args = ['--targets', target, '--rosetta-unknown-snippets', 'fail'];
  switch (target) {
    case 'java':
      await pacmak(...args, ...mavenOptions());
      return addToJar(join(ROOT, 'dist', 'java'));
    // Both packages contain only sources. A Go module consists of sources, which the consumers compile. Compiling C# needs the .NET SDK and NuGet.
    case 'go': return pacmak(...args, '--code-only');
    case 'dotnet':
      await pacmak(...args, '--code-only');
      return addToNupkg(join(ROOT, 'dist', 'dotnet', 'CdkLightsail.Distributions'));
    default: return pacmak(...args);
  }
}

/** jsii-pacmak gives Maven its own user settings and its own repository. */
function mavenOptions(): readonly string[] {
  const settings = join(homedir(), '.m2', 'settings.xml');
  return [
    '--maven-local-repository', 'build/maven',
    // Keeps the mirrors and proxies of the user's settings in effect.
    ...(existsSync(settings) ? ['--mvn-global-settings', settings] : []),
  ];
}
