import type { Code, Construct, ElementType, Member, Struct } from '../code-model';
import { type Doc, type Group, type Item, items, render } from '../layout';
import { type Language, pascalCase, STACK } from './language';
import { comments, literal, utf32Escape } from './literal';

const WIDTH = 140;
const COMMENT_WIDTH = 110;

/** Prints the program as an app with one stack in Go, in the format of gofmt. */
export const go: Language = ({ remarks, constructs }) => [
  ...remarks.flatMap((remark) => comments('//', remark, COMMENT_WIDTH)),
  'package main',
  '',
  'import (',
  '\t"github.com/aws/aws-cdk-go/awscdk/v2"',
  '\t"github.com/aws/constructs-go/constructs/v10"',
  '\t"github.com/aws/jsii-runtime-go"',
  '\tcdn "github.com/cdklightsail/cdk-lightsail-distribution-go/cdklightsaildistribution"',
  ')',
  '',
  `func New${STACK}(scope constructs.Construct, id string) awscdk.Stack {`,
  '\tstack := awscdk.NewStack(scope, &id, nil)',
  '',
  constructs.map(print).join('\n\n'),
  '',
  '\treturn stack',
  '}',
  '',
  'func main() {',
  '\tdefer jsii.Close()',
  '',
  '\tapp := awscdk.NewApp(nil)',
  `\tNew${STACK}(app, "${STACK}")`,
  '\tapp.Synth(nil)',
  '}',
].join('\n');

function print({ type, id, remarks, props }: Construct): string {
  const statement = [`cdn.New${type}(stack, ${string(id)}, `, { ...object(props), isBroken: true }, ')'];
  return [...remarks.flatMap((remark) => comments('//', remark, COMMENT_WIDTH)).map((line) => `\t${line}`), `\t${render(statement, WIDTH, '\t')}`].join('\n');
}

const object = ({ type, members }: Struct): Group => braces(`&cdn.${type}{`, members.map(memberOf));

function memberOf(member: Member): Item {
  if ('remark' in member) return { doc: '', comments: comments('//', member.remark, COMMENT_WIDTH), isComment: true };
  return { key: `${pascalCase(member.name)}:`, doc: code(member.value) };
}

function code(one: Code): Doc {
  switch (one.kind) {
    case 'text': return string(one.value);
    case 'number': return `jsii.Number(${one.value})`;
    case 'flag': return `jsii.Bool(${one.value})`;
    case 'duration': return `awscdk.Duration_${pascalCase(one.unit)}(jsii.Number(${one.amount}))`;
    case 'member': return `cdn.${one.type}_${one.name}${one.of === 'class' ? '()' : ''}`;
    case 'call': return parentheses(`cdn.${one.type}_${pascalCase(one.method)}`, one.args.map(code));
    case 'list': return listOf(one.of, one.elements);
    case 'map': return braces(`&map[string]${elementType(one.of)}{`, one.entries.map(([key, value]) => ({ key: `${text(key)}:`, doc: code(value) })));
    case 'struct': return object(one);
    case 'stack': return 'stack';
    case 'omitted': return 'nil';
  }
}

function listOf(of: ElementType, elements: readonly Code[]): Doc {
  if (of === 'text') return parentheses('jsii.Strings', elements.map((one) => text((one as Code & { kind: 'text' }).value)));
  if (of === 'number') return parentheses('jsii.Numbers', elements.map((one) => String((one as Code & { kind: 'number' }).value)));
  // Go allows an element without its type.
  return braces(`&[]${elementType(of)}{`, items(elements.map((one) => (one.kind === 'struct' ? { ...object(one), open: '{' } : code(one)))));
}

function elementType(of: ElementType): string {
  if (of === 'text') return '*string';
  if (of === 'number') return '*float64';
  return 'struct' in of ? `*cdn.${of.struct}` : `cdn.${'enum' in of ? of.enum : of.class}`;
}

const text = (value: string) => literal(value, { quote: '"', escape: utf32Escape });
const string = (value: string) => `jsii.String(${text(value)})`;

const braces = (open: string, inner: readonly Item[]): Group =>
  ({ open, items: inner, close: '}', separator: ', ', trailing: true, indent: '\t', closeAt: 'open' });

const parentheses = (before: string, args: readonly Doc[]): Doc => (args.length === 1 ? [`${before}(`, args[0], ')']
  : { open: `${before}(`, items: items(args), close: ')', separator: ', ', trailing: true, indent: '\t', closeAt: 'open' });
