import type { Code, Construct, ElementType, Member, Struct } from '../code-model';
import { type Doc, type Group, type Item, items, render } from '../layout';
import { type Language, pascalCase, STACK } from './language';
import { comments, literal, utf32Escape } from './literal';

const WIDTH = 140;
const COMMENT_WIDTH = 110;

/** Prints the program as an app with one stack in C#. */
export const csharp: Language = ({ remarks, constructs }) => [
  ...remarks.flatMap((remark) => comments('//', remark, COMMENT_WIDTH)),
  'using System.Collections.Generic;',
  'using Amazon.CDK;',
  'using CdkLightsail.Distributions;',
  'using Constructs;',
  '',
  'namespace Imported',
  '{',
  '    internal static class Program',
  '    {',
  '        public static void Main()',
  '        {',
  '            var app = new App();',
  `            new ${STACK}(app, "${STACK}");`,
  '            app.Synth();',
  '        }',
  '    }',
  '',
  `    internal sealed class ${STACK} : Stack`,
  '    {',
  `        public ${STACK}(Construct scope, string id) : base(scope, id)`,
  '        {',
  constructs.map(print).join('\n\n'),
  '        }',
  '    }',
  '}',
].join('\n');

function print({ type, id, remarks, props }: Construct): string {
  const indent = ' '.repeat(12);
  const statement = [`new ${type}(this, ${text(id)}, `, { ...object(props), isBroken: true }, ');'];
  return [...remarks.flatMap((remark) => comments('//', remark, COMMENT_WIDTH)).map((line) => indent + line), indent + render(statement, WIDTH, indent)].join('\n');
}

const object = ({ type, members }: Struct): Group => initializer(`new ${type}`, members.map(memberOf));

function memberOf(member: Member): Item {
  if ('remark' in member) return { doc: '', comments: comments('//', member.remark, COMMENT_WIDTH), isComment: true };
  return { doc: [`${pascalCase(member.name)} = `, code(member.value)] };
}

function code(one: Code): Doc {
  switch (one.kind) {
    case 'text': return text(one.value);
    case 'number':
    case 'flag': return String(one.value);
    case 'duration': return `Duration.${pascalCase(one.unit)}(${one.amount})`;
    case 'member': return `${one.type}.${one.name}`;
    case 'call': return callOf(`${one.type}.${pascalCase(one.method)}`, one.args.filter(({ kind }) => kind !== 'omitted').map(code));
    case 'list': return initializer(arrayOf(one.of), items(one.elements.map(code)));
    case 'map': return initializer(`new Dictionary<string, ${nameOf(one.of)}>`, items(one.entries.map(([key, value]) => [`[${text(key)}] = `, code(value)])));
    case 'struct': return object(one);
    case 'stack': return 'this';
    case 'omitted': return 'null';
  }
}

/** jsii numbers are doubles. C# would infer integers from whole numbers. */
const arrayOf = (element: ElementType): string => (element === 'number' ? 'new double[]' : 'new[]');

function nameOf(element: ElementType): string {
  if (element === 'text') return 'string';
  if (element === 'number') return 'double';
  return Object.values(element)[0] as string;
}

const text = (value: string) => literal(value, { quote: '"', escape: utf32Escape });

/** An initializer. The broken form has the opening brace on a separate line. */
const initializer = (before: string, inner: readonly Item[]): Group =>
  ({ open: `${before} {`, brokenOpen: `${before}\n{`, items: inner, close: '}', separator: ', ', padding: ' ', trailing: true, indent: '    ', closeAt: 'open' });

const callOf = (method: string, args: readonly Doc[]): Doc =>
  (args.length === 1 ? [`${method}(`, args[0], ')'] : { open: `${method}(`, items: items(args), close: ')', separator: ', ', indent: '    ', closeAt: 'end' });
