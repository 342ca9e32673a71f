import { existsSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { addToJar, addToNupkg } from './notice';
import { pacmak } from './pacmak';
import { ROOT } from '../../local-aws/environment';

/** As jsii names them, and as their folders in `dist/` are named. */
export type Target = 'js' | 'python' | 'java' | 'go' | 'dotnet';

export const TARGETS: readonly Target[] = ['js', 'python', 'java', 'go', 'dotnet'];

/** Makes what `dist/<target>` holds, anew. */
export async function make(target: Target): Promise<void> {
  rmSync(join(ROOT, 'dist', target), { recursive: true, force: true });
  // Left to itself, jsii-pacmak keeps a snippet that has no translation in TypeScript.
  const args = ['--targets', target, '--rosetta-unknown-snippets', 'fail'];
  switch (target) {
    case 'java':
      await pacmak(...args, ...mavenOptions());
      return addToJar(join(ROOT, 'dist', 'java'));
    // Sources both. A Go module is nothing else, and the consumers compile it; to compile C# needs the .NET SDK and NuGet.
    case 'go': return pacmak(...args, '--code-only');
    case 'dotnet':
      await pacmak(...args, '--code-only');
      return addToNupkg(join(ROOT, 'dist', 'dotnet', 'CdkLightsail.Distributions'));
    default: return pacmak(...args);
  }
}

/** jsii-pacmak gives Maven user settings and a repository of its own. */
function mavenOptions(): readonly string[] {
  const settings = join(homedir(), '.m2', 'settings.xml');
  return [
    '--maven-local-repository', 'build/maven',
    // So that mirrors and proxies of the user's settings stay in force.
    ...(existsSync(settings) ? ['--mvn-global-settings', settings] : []),
  ];
}
