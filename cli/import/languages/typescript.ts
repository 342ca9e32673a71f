import type { Code, Construct, Member, Struct } from '../code-model';
import { type Doc, type Group, type Item, items, render } from '../layout';
import { type Language, Names, STACK } from './language';
import { comments, literal, utf16Escape } from './literal';

const WIDTH = 140;
const COMMENT_WIDTH = 110;

/** Prints the program as an app with one stack in TypeScript. */
export const typescript: Language = ({ remarks, constructs }) => {
  const library = new Names();
  const cdk = new Names();
  ['App', 'Stack'].forEach(cdk.use);
  const body = constructs.map((one) => print(one, library, cdk)).join('\n\n');
  return [
    ...remarks.flatMap((remark) => comments('//', remark, COMMENT_WIDTH)),
    render(importOf(cdk, 'aws-cdk-lib'), WIDTH, ''),
    render(importOf(library, 'cdk-lightsail-distribution'), WIDTH, ''),
    'import { Construct } from \'constructs\';',
    '',
    `export class ${STACK} extends Stack {`,
    '  constructor(scope: Construct, id: string) {',
    '    super(scope, id);',
    '',
    body,
    '  }',
    '}',
    '',
    'const app = new App();',
    `new ${STACK}(app, '${STACK}');`,
  ].join('\n');
};

const importOf = ({ sorted }: Names, module: string): Doc =>
  ['import ', braces(items(sorted)), ` from '${module}';`];

function print({ type, id, remarks, props }: Construct, library: Names, cdk: Names): string {
  const indent = ' '.repeat(4);
  const statement = [`new ${library.use(type)}(this, ${text(id)}, `, { ...object(props), isBroken: true }, ');'];
  return [...remarks.flatMap((remark) => comments('//', remark, COMMENT_WIDTH)).map((line) => indent + line), indent + render(statement, WIDTH, indent)].join('\n');

  function object({ members }: Struct): Group {
    return braces(members.map(memberOf));
  }

  function memberOf(member: Member): Item {
    if ('remark' in member) return { doc: '', comments: comments('//', member.remark, COMMENT_WIDTH), isComment: true };
    return { doc: [`${member.name}: `, code(member.value)] };
  }

  function code(one: Code): Doc {
    switch (one.kind) {
      case 'text': return text(one.value);
      case 'number':
      case 'flag': return String(one.value);
      case 'duration': return `${cdk.use('Duration')}.${one.unit}(${one.amount})`;
      case 'member': return `${library.use(one.type)}.${one.name}`;
      case 'call': return callOf(`${library.use(one.type)}.${one.method}`, one.args.filter(({ kind }) => kind !== 'omitted'));
      case 'list': return brackets('[', one.elements.map(code), ']');
      case 'map': return braces(one.entries.map(([key, value]) => ({ doc: [`${keyOf(key, one.entries)}: `, code(value)] })));
      case 'struct': return object(one);
      case 'stack': return 'this';
      case 'omitted': return 'undefined';
    }
  }

  function callOf(method: string, args: readonly Code[]): Doc {
    const [only, ...others] = args;
    return only?.kind === 'struct' && others.length === 0 ? [`${method}(`, object(only), ')'] : brackets(`${method}(`, args.map(code), ')');
  }
}

const text = (value: string) => literal(value, { quote: '\'', escape: utf16Escape });

/** Keys need no quotes if all of them are identifiers. In brackets, `__proto__` is an ordinary key. */
function keyOf(key: string, entries: readonly (readonly [string, Code])[]): string {
  if (key === '__proto__') return `[${text(key)}]`;
  return entries.every(([one]) => /^[a-z_$][\w$]*$/i.test(one)) ? key : text(key);
}

const braces = (inner: readonly Item[]): Group =>
  ({ open: '{', items: inner, close: '}', separator: ', ', padding: ' ', trailing: true, indent: '  ', closeAt: 'open' });

const brackets = (open: string, docs: readonly Doc[], close: string): Group =>
  ({ open, items: items(docs), close, separator: ', ', trailing: true, indent: '  ', closeAt: 'open' });
