import type { Code, Construct, Member } from '../code-model';
import { type Doc, type Group, type Item, items, render } from '../layout';
import { type Language, Names, snakeCase, STACK } from './language';
import { comments, literal, utf32Escape } from './literal';

const WIDTH = 120;
const COMMENT_WIDTH = 100;

/** Prints the program as an app with one stack in Python. */
export const python: Language = ({ remarks, constructs }) => {
  const library = new Names();
  const cdk = new Names();
  ['App', 'Stack'].forEach(cdk.use);
  const body = constructs.map((one) => print(one, library, cdk)).join('\n\n');
  return [
    ...remarks.flatMap((remark) => comments('#', remark, COMMENT_WIDTH)),
    `from aws_cdk import ${cdk.sorted.join(', ')}`,
    render(['from cdk_lightsail_distribution import ', { ...parentheses('', items(library.sorted)), brokenOpen: '(', open: '', close: ')', isBroken: true }], WIDTH, ''),
    'from constructs import Construct',
    '',
    '',
    `class ${STACK}(Stack):`,
    '    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:',
    '        super().__init__(scope, construct_id, **kwargs)',
    '',
    body,
    '',
    '',
    'app = App()',
    `${STACK}(app, "${STACK}")`,
    'app.synth()',
  ].join('\n');
};

function print({ type, id, remarks, props }: Construct, library: Names, cdk: Names): string {
  const indent = ' '.repeat(8);
  const statement = { ...parentheses(library.use(type), [...items(['self', text(id)]), ...props.members.map(memberOf)]), isBroken: true };
  return [...remarks.flatMap((remark) => comments('#', remark, COMMENT_WIDTH)).map((line) => indent + line), indent + render(statement, WIDTH, indent)].join('\n');

  function memberOf(member: Member): Item {
    if ('remark' in member) return { doc: '', comments: comments('#', member.remark, COMMENT_WIDTH), isComment: true };
    return { doc: [`${snakeCase(member.name)}=`, code(member.value)] };
  }

  function code(one: Code): Doc {
    switch (one.kind) {
      case 'text': return text(one.value);
      case 'number': return String(one.value);
      case 'flag': return one.value ? 'True' : 'False';
      case 'duration': return `${cdk.use('Duration')}.${one.unit}(${one.amount})`;
      case 'member': return `${library.use(one.type)}.${one.name}`;
      case 'call': return parentheses(`${library.use(one.type)}.${snakeCase(one.method)}`, one.args.flatMap(argument));
      case 'list': return group('[', items(one.elements.map(code)), ']');
      case 'map': return group('{', items(one.entries.map(([key, value]) => [`${text(key)}: `, code(value)])), '}');
      case 'struct': return parentheses(library.use(one.type), one.members.map(memberOf));
      case 'stack': return 'self';
      case 'omitted': return 'None';
    }
  }

  /** The options of a method are keyword arguments. */
  function argument(one: Code): readonly Item[] {
    if (one.kind === 'omitted') return [];
    return one.kind === 'struct' ? one.members.map(memberOf) : items([code(one)]);
  }
}

const text = (value: string) => literal(value, { quote: '"', escape: utf32Escape });

const group = (open: string, inner: readonly Item[], close: string): Group =>
  ({ open, items: inner, close, separator: ', ', trailing: true, indent: '    ', closeAt: 'open' });

const parentheses = (before: string, inner: readonly Item[]): Group => group(`${before}(`, inner, ')');
