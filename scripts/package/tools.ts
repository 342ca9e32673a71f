import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Target } from './languages';

const run = promisify(execFile);

/** What a command says, or undefined where it is missing or fails. */
export type Ask = (command: string, ...args: readonly string[]) => Promise<string | undefined>;

export const ask: Ask = (command, ...args) => run(command, [...args]).then(({ stdout }) => stdout.trim(), () => undefined);

/** What the languages need of the machine and do not find there, a line each. */
export async function missingTools(targets: readonly Target[], answer: Ask): Promise<readonly string[]> {
  return (await Promise.all(targets.map((target) => MISSING[target](answer)))).flat();
}

const MISSING: Record<Target, (answer: Ask) => Promise<readonly string[]>> = {
  // These are made with what `npm ci` brings.
  js: async () => [],
  go: async () => [],
  dotnet: async () => [],
  python: async (answer) => {
    const version = await answer('python3', '-c', 'import sys; print("%d.%d" % sys.version_info[:2])');
    if (version === undefined) return ['python3: not found; Python 3.10 or newer is needed; install it and put it on the PATH'];
    const [major, minor] = version.split('.').map(Number);
    if (major !== 3 || minor < 10) return [`python3: is Python ${version}; 3.10 or newer is needed; put such a python3 first on the PATH`];
    return await answer('python3', '-c', 'import ensurepip, venv') === undefined
      ? ['python3: cannot make virtual environments; the module venv is needed; on Debian and Ubuntu install the package python3-venv']
      : [];
  },
  java: async (answer) => [
    ...(await answer('javac', '-version') === undefined
      ? ['javac: not found; a JDK is needed, a runtime alone is not enough; on Debian and Ubuntu install the package default-jdk-headless'] : []),
    ...(await answer('mvn', '--version') === undefined
      ? ['mvn: not found or without a JDK; Maven 3.6 or newer is needed; on Debian and Ubuntu install the package maven'] : []),
  ],
};
