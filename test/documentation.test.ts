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
/** The jsii assembly of `src/`, from which the packages of all languages and API.md are generated. */
const types = Object.values((JSON.parse(readFileSync(path.join(root, '.jsii'), 'utf8')) as { types: Record<string, Type> }).types);

/** All public types, members and parameters, with their documentation. */
const documented = types.flatMap(({ name, docs, initializer, members = [], properties = [], methods = [] }): (readonly [string, Docs])[] => [
  [name, docs ?? {}],
  ...[...members, ...properties].map((member) => [`${name}.${member.name}`, member.docs ?? {}] as const),
  ...methods.flatMap((method) => ofCall(`${name}.${method.name}`, method)),
  ...(initializer ? ofCall(`new ${name}`, initializer) : []),
]);

function ofCall(name: string, { docs, parameters = [] }: Callable): (readonly [string, Docs])[] {
  return [[name, docs ?? {}], ...parameters.map((parameter) => [`${name}(${parameter.name})`, parameter.docs ?? {}] as const)];
}

/** The names of those whose documentation has a problem. */
const where = (isAtFault: (docs: Docs, name: string) => boolean) => documented.filter(([name, docs]) => isAtFault(docs, name)).map(([name]) => name);

const texts = ({ summary = '', remarks = '', returns = '', default: byDefault = '' }: Docs) => [summary, remarks, returns, byDefault];

test('every public type, member and parameter has a description', () => {
  expect(where(({ summary }) => !summary)).toEqual([]);
  expect(readFileSync(path.join(root, 'API.md'), 'utf8')).not.toMatch(/no description/i);
});

test('every optional property documents its default', () => {
  const options = types.filter(({ datatype }) => datatype).flatMap(({ name, properties = [] }) =>
    properties.filter(({ optional }) => optional).map((option) => [`${name}.${option.name}`, option.docs?.default]));
  expect(options.filter(([, byDefault]) => !byDefault)).toEqual([]);
});

// jsii ends a summary at the first full stop or semicolon, which can be that of an abbreviation.
test('every summary is a complete sentence', () => {
  expect(where(({ summary = '' }, name) => !name.endsWith(')') && !/^[A-Z][^;]*\.$/.test(summary.replace(/\([^()]*\)/g, '')))).toEqual([]);
  expect(where(({ summary = '' }) => summary.split('(').length !== summary.split(')').length)).toEqual([]);
});

// A name that is `likeThis` is like_this in Python, LikeThis in Go and C#, and a getter in Java.
test('no documentation contains a name that only TypeScript has', () => {
  expect(where((docs) => texts(docs).some((text) => /`[^`]*\b[a-z]+[A-Z][^`]*`|aws-cdk-lib|\bundefined\b|\bprops\b|\{@link/.test(text)))).toEqual([]);
});

test('no default is in backticks, which Java and C# show as they are', () => {
  expect(where((docs) => docs.default?.includes('`') ?? false)).toEqual([]);
});

test('the README contains the smallest app of examples/', () => {
  expect(readFileSync(path.join(root, 'README.md'), 'utf8')).toContain(`\`\`\`tsx\n${readFileSync(path.join(root, 'examples', 'smallest', 'app.ts'), 'utf8')}\`\`\``);
});

test('every link of the README to a file of the repository resolves', () => {
  const links = [...readFileSync(path.join(root, 'README.md'), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link]) => link);
  expect(links.filter((link) => !existsSync(path.join(root, link)))).toEqual([]);
});

test('the README has at most 150 lines', () => {
  expect(readFileSync(path.join(root, 'README.md'), 'utf8').split('\n').length).toBeLessThanOrEqual(150);
});
