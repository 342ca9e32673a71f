import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Target } from './languages';

const run = promisify(execFile);

/** Returns the output of a command, or undefined if the command is missing or fails. */
export type Ask = (command: string, ...args: readonly string[]) => Promise<string | undefined>;

export const ask: Ask = (command, ...args) => run(command, [...args]).then(({ stdout }) => stdout.trim(), () => undefined);

/** Returns the tools that the languages require and that are missing on the machine, one line each. */
export async function missingTools(targets: readonly Target[], answer: Ask): Promise<readonly string[]> {
  return (await Promise.all(targets.map((target) => MISSING[target](answer)))).flat();
}

const MISSING: Record<Target, (answer: Ask) => Promise<readonly string[]>> = {
  // `npm ci` installs the tools for these languages.
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
