import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Docs { readonly summary?: string; readonly remarks?: string; readonly returns?: string; readonly default?: string }
interface Named { readonly name: string; readonly docs?: Docs; readonly optional?: boolean }
interface Callable { readonly docs?: Docs; readonly parameters?: readonly Named[] }
interface Type extends Named {
  readonly datatype?: boolean;
  readonly initializer?: Callable;
  readonly members?: readonly Named[];
  readonly properties?: readonly Named[];
  readonly methods?: readonly (Named & Callable)[];
}

const root = path.join(__dirname, '..');
/** The assembly that jsii makes of `src/`, which the packages of all languages and API.md are generated from. */
const types = Object.values((JSON.parse(readFileSync(path.join(root, '.jsii'), 'utf8')) as { types: Record<string, Type> }).types);

/** All types, members and parameters that users see, with their documentation. */
const documented = types.flatMap(({ name, docs, initializer, members = [], properties = [], methods = [] }): (readonly [string, Docs])[] => [
  [name, docs ?? {}],
  ...[...members, ...properties].map((member) => [`${name}.${member.name}`, member.docs ?? {}] as const),
  ...methods.flatMap((method) => ofCall(`${name}.${method.name}`, method)),
  ...(initializer ? ofCall(`new ${name}`, initializer) : []),
]);

function ofCall(name: string, { docs, parameters = [] }: Callable): (readonly [string, Docs])[] {
  return [[name, docs ?? {}], ...parameters.map((parameter) => [`${name}(${parameter.name})`, parameter.docs ?? {}] as const)];
}

/** The names of those whose documentation has a fault. */
const where = (isAtFault: (docs: Docs, name: string) => boolean) => documented.filter(([name, docs]) => isAtFault(docs, name)).map(([name]) => name);

const texts = ({ summary = '', remarks = '', returns = '', default: byDefault = '' }: Docs) => [summary, remarks, returns, byDefault];

test('every public type, member and parameter says what it is', () => {
  expect(where(({ summary }) => !summary)).toEqual([]);
  expect(readFileSync(path.join(root, 'API.md'), 'utf8')).not.toMatch(/no description/i);
});

test('every option that may be left out says what happens then', () => {
  const options = types.filter(({ datatype }) => datatype).flatMap(({ name, properties = [] }) =>
    properties.filter(({ optional }) => optional).map((option) => [`${name}.${option.name}`, option.docs?.default]));
  expect(options.filter(([, byDefault]) => !byDefault)).toEqual([]);
});

// jsii ends a summary at the first full stop or semicolon, where an abbreviation or a half sentence would be left behind.
test('every summary is a whole sentence', () => {
  expect(where(({ summary = '' }, name) => !name.endsWith(')') && !/^[A-Z][^;]*\.$/.test(summary.replace(/\([^()]*\)/g, '')))).toEqual([]);
  expect(where(({ summary = '' }) => summary.split('(').length !== summary.split(')').length)).toEqual([]);
});

// A name that is `likeThis` is like_this in Python, LikeThis in Go and C#, and a getter in Java.
test('no documentation has a name that only TypeScript has', () => {
  expect(where((docs) => texts(docs).some((text) => /`[^`]*\b[a-z]+[A-Z][^`]*`|aws-cdk-lib|\bundefined\b|\bprops\b|\{@link/.test(text)))).toEqual([]);
});

test('no default is in backticks, which Java and C# show as they are', () => {
  expect(where((docs) => docs.default?.includes('`') ?? false)).toEqual([]);
});

test('the README has the smallest app as it is in examples/', () => {
  expect(readFileSync(path.join(root, 'README.md'), 'utf8')).toContain(`\`\`\`tsx\n${readFileSync(path.join(root, 'examples', 'smallest', 'app.ts'), 'utf8')}\`\`\``);
});

test('every link of the README to a file of the repository has its file', () => {
  const links = [...readFileSync(path.join(root, 'README.md'), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link]) => link);
  expect(links.filter((link) => !existsSync(path.join(root, link)))).toEqual([]);
});

test('the README fits on a few screens', () => {
  expect(readFileSync(path.join(root, 'README.md'), 'utf8').split('\n').length).toBeLessThanOrEqual(150);
});
