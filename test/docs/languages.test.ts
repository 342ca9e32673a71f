import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
// eslint-disable-next-line import/no-extraneous-dependencies -- A dependency of jsii-pacmak, so it is the version that builds the packages.
import { toPascalCase, toSnakeCase } from 'codemaker';

const root = path.join(__dirname, '..', '..');
interface Named { readonly name: string; readonly static?: boolean }
interface Type extends Named {
  readonly kind: string;
  readonly datatype?: boolean;
  readonly properties?: readonly Named[];
  readonly methods?: readonly Named[];
}
const { types } = JSON.parse(readFileSync(path.join(root, '.jsii'), 'utf8')) as { types: Record<string, Type> };

/** The names in the reference. A separate process loads the modules that make the reference, because Jest does not load them. */
function spellings(requests: readonly unknown[]): readonly string[][] {
  const script = `import { readFileSync } from 'node:fs'; import { memberNames } from '${path.join(root, 'docs', 'scripts', 'languages.mjs')}';
    process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map((request) => memberNames(...request))));`;
  const args = ['--input-type=module', '-e', script];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', input: JSON.stringify(requests) })) as string[][];
}

test('the reference spells options and methods in Python, C# and Go as the generators of jsii do', () => {
  const all = Object.values(types);
  const options = all.filter(({ datatype }) => datatype).flatMap((type) => (type.properties ?? []).map((member) => [type, member, 'option'] as const));
  const methods = all.flatMap((type) => (type.methods ?? []).filter((member) => !member.static).map((member) => [type, member, 'method'] as const));
  const members = [...options, ...methods].map(([{ name, kind }, member, role]) => [{ name, kind }, { name: member.name }, role] as const);
  // Java is excluded, because its members have other prefixes.
  const found = spellings(members).map(([typescript, python, , csharp, go]) => [typescript, python, csharp, go]);
  expect(found).toEqual(members.map(([, { name }, role]) => {
    const call = role === 'method' ? '(…)' : '';
    return [name, toSnakeCase(name), toPascalCase(name), toPascalCase(name)].map((spelling) => spelling + call);
  }));
});
