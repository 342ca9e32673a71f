// Writes reference/: a page for each type of the jsii assembly, with its names in every language.
import { mkdirSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LANGUAGES, memberNames, typeNames, typeText } from './languages.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
if (!existsSync(`${root}.jsii`)) throw new Error('.jsii: not found; the reference is generated from it; run `npx projen compile` first');
const assembly = JSON.parse(readFileSync(`${root}.jsii`, 'utf8'));
const types = Object.values(assembly.types).sort((a, b) => a.name.localeCompare(b.name));
const folder = `${root}docs/reference`;

const text = (value = '') => value.replace(/\{@link ([^}]*)\}/g, '`$1`').split(/(```[^]*?```|`[^`]*`)/).map((part, index) => index % 2 ? part : part.replace(/</g, '&lt;').replace(/^#+ /gm, '')).join('');
const cell = (value) => text(value).replace(/\s*\n\s*/g, ' ').replace(/\|/g, '\\|');
const kindOf = (type) => type.kind === 'enum' ? 'enum' : type.kind === 'class' ? 'class' : type.datatype ? 'struct' : 'interface';
const link = (reference) => typeText(reference).split(/(\b[A-Z]\w+)/).map((part) => types.some(({ name }) => name === part) ? `[${part}](./${part})` : part.replace(/</g, '&lt;').replace(/\|/g, '\\|')).join('');

/** Returns the members of a type, including those of its base types. */
function membersOf(type, kind) {
  const bases = [type.base, ...type.interfaces ?? []].filter(Boolean).map((fqn) => assembly.types[fqn]).filter(Boolean);
  const own = type[kind] ?? [];
  return [...own, ...bases.flatMap((base) => membersOf(base, kind)).filter(({ name }) => !own.some((one) => one.name === name))]
    .filter((member, index, all) => all.findIndex(({ name }) => name === member.name) === index);
}

const spellings = (type, member, role) => [
  `| ${LANGUAGES.join(' | ')} |`, `| ${LANGUAGES.map(() => '---').join(' | ')} |`,
  `| ${memberNames(type, member, role).map((name) => `\`${name}\``).join(' | ')} |`, '',
];

const docsOf = ({ docs = {}, optional, type }, role) => [
  text(docs.summary), '', ...(docs.remarks ? [text(docs.remarks), ''] : []),
  ...(type ? [`- Type: ${link(type)}`, `- ${optional ? `Optional. Default: ${text((docs.default ?? 'none').replace(/^- /, ''))}` : role === 'option' ? 'Required' : 'Always present'}`] : []),
  ...(docs.see ? [`- See <${docs.see}>`] : []), '',
];

function parametersOf({ parameters = [], returns }) {
  return [
    ...parameters.map(({ name, docs, type, optional, variadic }) => `- \`${name}\`${variadic ? ' (any number)' : optional ? ' (optional)' : ''}: ${link(type)}${docs?.summary ? `, ${text(docs.summary)}` : ''}`),
    ...(returns ? [`- Returns ${link(returns.type)}`] : []), '',
  ];
}

function page(type) {
  const kind = kindOf(type);
  const roles = { struct: 'option', interface: 'property', class: 'property' };
  const sections = [
    ...(type.initializer ? [['## Create', '', text(type.initializer.docs?.summary), '', ...spellings(type, { name: type.name }, 'constructor'), ...parametersOf(type.initializer)]] : []),
    ...(type.members ? [['## Values', '', ...type.members.flatMap((member) => [`### ${member.name}`, '', ...docsOf(member), ...spellings(type, member, 'value')])]] : []),
    ...memberSection('Constants', membersOf(type, 'properties').filter((one) => one.static), 'value'),
    ...memberSection(kind === 'struct' ? 'Options' : 'Properties', membersOf(type, 'properties').filter((one) => !one.static), roles[kind]),
    ...memberSection('Static methods', membersOf(type, 'methods').filter((one) => one.static), 'static'),
    ...memberSection('Methods', membersOf(type, 'methods').filter((one) => !one.static), 'method'),
  ];
  function memberSection(title, members, role) {
    return members.length === 0 ? [] : [[`## ${title}`, '', ...members.flatMap((member) =>
      [`### ${member.name}`, '', ...docsOf(member, role), ...(role === 'static' || role === 'method' ? parametersOf(member) : []), ...spellings(type, member, role)])]];
  }
  return [
    `# ${type.name}`, '', `*${kind}*`, '', ...docsOf(type),
    ...(type.docs?.example ? ['```ts', type.docs.example.trim(), '```', ''] : []),
    '## Name in every language', '', '| language | name | import |', '| --- | --- | --- |',
    ...typeNames(assembly, type).map(([language, name, module]) => `| ${language} | \`${name}\` | \`${module}\` |`), '',
    ...sections.flat(),
  ].join('\n');
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const type of types) writeFileSync(`${folder}/${type.name}.md`, page(type));
const groups = [
  ['Constructs', (type) => type.initializer?.parameters?.some(({ name }) => name === 'scope')], ['Classes', (type) => kindOf(type) === 'class'],
  ['Structs', (type) => kindOf(type) === 'struct'], ['Enums', (type) => kindOf(type) === 'enum'], ['Interfaces', () => true],
];
const left = new Set(types);
writeFileSync(`${folder}/index.md`, [
  '# Reference', '', `Every public type of the library, generated from the jsii assembly of version ${assembly.version}. Each page has the spelling in TypeScript, Python, Java, C# and Go.`, '',
  ...groups.flatMap(([title, belongs]) => {
    const found = [...left].filter(belongs);
    found.forEach((type) => left.delete(type));
    return found.length === 0 ? [] : [`## ${title}`, '', '| type | description |', '| --- | --- |', ...found.map((type) => `| [${type.name}](./${type.name}) | ${cell(type.docs?.summary)} |`), ''];
  }),
].join('\n'));
console.log(`reference: ${types.length} types`);
