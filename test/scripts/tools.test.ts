import { TARGETS } from '../../scripts/package/languages';
import { missingTools, type Ask } from '../../scripts/package/tools';

/** A machine with all tools. `differences` has the output of commands by their first words, or `undefined` for a missing tool. */
function machine(differences: Record<string, string | undefined> = {}): Ask {
  const answers: Record<string, string | undefined> = {
    'python3 -c import sys': '3.10', 'python3 -c import ensurepip': '', 'javac': 'javac 17.0.15', 'mvn': 'Apache Maven 3.8.7', ...differences,
  };
  return async (...command) => answers[Object.keys(answers).find((start) => command.join(' ').startsWith(start))!];
}

test.each([
  ['nothing', {}, []],
  ['Python', { 'python3 -c import sys': undefined }, ['python3: not found; Python 3.10 or newer is needed; install it and put it on the PATH']],
  ['a newer Python', { 'python3 -c import sys': '3.9' }, ['python3: is Python 3.9; 3.10 or newer is needed; put such a python3 first on the PATH']],
  ['venv', { 'python3 -c import ensurepip': undefined }, ['python3: cannot make virtual environments; the module venv is needed; on Debian and Ubuntu install the package python3-venv']],
  ['a JDK and Maven', { javac: undefined, mvn: undefined }, [
    'javac: not found; a JDK is needed, a runtime alone is not enough; on Debian and Ubuntu install the package default-jdk-headless',
    'mvn: not found or without a JDK; Maven 3.6 or newer is needed; on Debian and Ubuntu install the package maven',
  ]],
] as const)('where the machine lacks %s, the packaging says so', async (_, differences, said) => {
  expect(await missingTools(TARGETS, machine(differences))).toEqual(said);
});

test('only the languages that are made need their tools', async () => {
  const nothing: Ask = async () => undefined;
  expect(await missingTools(['js', 'go', 'dotnet'], nothing)).toEqual([]);
  expect(await missingTools(['python'], nothing)).toEqual(['python3: not found; Python 3.10 or newer is needed; install it and put it on the PATH']);
});
