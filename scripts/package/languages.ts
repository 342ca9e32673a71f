import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { cdkForGo, GO_FOLDER } from './cdk-for-go';
import { pacmak, ROOT } from './pacmak';

/** As jsii names them, and as their folders in `dist/` are named. */
export type Target = 'js' | 'python' | 'java' | 'go' | 'dotnet';

export const TARGETS: readonly Target[] = ['js', 'python', 'java', 'go', 'dotnet'];

/** Makes what `dist/<target>` holds, anew. */
export async function make(target: Target): Promise<void> {
  rmSync(join(ROOT, 'dist', target), { recursive: true, force: true });
  // Left to itself, jsii-pacmak keeps a snippet that has no translation in TypeScript.
  const args = ['--targets', target, '--rosetta-unknown-snippets', 'fail'];
  switch (target) {
    case 'java': return pacmak(...args, ...mavenOptions());
    case 'go': return makeGo(args);
    // Compiling needs the .NET SDK and NuGet.
    case 'dotnet': return pacmak(...args, '--code-only');
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

/** Next to CDK's bindings, where jsii-pacmak finds them. */
async function makeGo(args: readonly string[]): Promise<void> {
  await cdkForGo();
  const made = join(GO_FOLDER, 'cdklightsaildistribution');
  rmSync(made, { recursive: true, force: true });
  await pacmak(...args, '--outdir', GO_FOLDER, '--no-force-subdirectory');
  mkdirSync(join(ROOT, 'dist', 'go'), { recursive: true });
  renameSync(made, join(ROOT, 'dist', 'go', 'cdklightsaildistribution'));
}
