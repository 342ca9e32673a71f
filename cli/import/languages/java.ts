import type { Code, Construct, Member, Struct } from '../code-model';
import { type Doc, type Group, type Item, items, render } from '../layout';
import { type Language, Names, STACK } from './language';
import { comments, literal, utf16Escape } from './literal';

const WIDTH = 140;
const COMMENT_WIDTH = 110;
const APP = 'ImportedApp';
/** More entries than `Map.of` accepts. */
const MANY_ENTRIES = 11;

/** Prints the program as an app with one stack in Java: `ImportedApp.java`. */
export const java: Language = ({ remarks, constructs }) => {
  const imported = new Names();
  ['software.amazon.awscdk.App', 'software.amazon.awscdk.Stack', 'software.constructs.Construct'].forEach(imported.use);
  const body = constructs.map((one) => print(one, imported)).join('\n\n');
  const [ofJava, others] = [true, false].map((isOfJava) => imported.sorted.filter((name) => name.startsWith('java.') === isOfJava).map((name) => `import ${name};`));
  return [
    ...remarks.flatMap((remark) => comments('//', remark, COMMENT_WIDTH)),
    ...(ofJava.length > 0 ? [...ofJava, ''] : []),
    ...others,
    '',
    `public final class ${APP} {`,
    '    public static void main(final String[] args) {',
    '        final App app = new App();',
    `        new ${STACK}(app, "${STACK}");`,
    '        app.synth();',
    '    }',
    '',
    `    private ${APP}() {`,
    '    }',
    '',
    `    private static final class ${STACK} extends Stack {`,
    `        ${STACK}(final Construct scope, final String id) {`,
    '            super(scope, id);',
    '',
    body,
    '        }',
    '    }',
    '}',
  ].join('\n');
};

function print({ type, id, remarks, props }: Construct, imported: Names): string {
  const indent = ' '.repeat(12);
  const statement = [{ ...builder(`${library(type)}.Builder.create(this, ${text(id)})`, props), isBroken: true }, ';'];
  return [...remarks.flatMap((remark) => comments('//', remark, COMMENT_WIDTH)).map((line) => indent + line), indent + render(statement, WIDTH, indent)].join('\n');

  function library(name: string): string {
    imported.use(`io.github.cdklightsail.distribution.${name}`);
    return name;
  }

  function builder(open: string, { members }: Struct): Group {
    return { open, items: members.map(memberOf), close: '.build()', separator: '', indent: INDENT, closeAt: 'item' };
  }

  function memberOf(member: Member): Item {
    if ('remark' in member) return { doc: '', comments: comments('//', member.remark, COMMENT_WIDTH), isComment: true };
    return { doc: [`.${member.name}(`, code(member.value), ')'] };
  }

  function code(one: Code): Doc {
    switch (one.kind) {
      case 'text': return text(one.value);
      case 'number':
      case 'flag': return String(one.value);
      case 'duration':
        imported.use('software.amazon.awscdk.Duration');
        return `Duration.${one.unit}(${one.amount})`;
      case 'member': return `${library(one.type)}.${one.name}`;
      case 'call': return callOf(`${library(one.type)}.${one.method}`, one.args.filter(({ kind }) => kind !== 'omitted').map(code));
      case 'list':
        imported.use('java.util.List');
        return callOf('List.of', one.elements.map(code));
      case 'map':
        imported.use('java.util.Map');
        return one.of === 'text' || one.entries.length < 2 ? mapOf(one.entries) : sortedMap(mapOf(one.entries));
      case 'struct': return builder(`${library(one.type)}.builder()`, one);
      case 'stack': return 'this';
      case 'omitted': return 'null';
    }
  }

  /** The order of `Map.of` differs in each run, which would change the template. CDK sorts tags itself. */
  function sortedMap(entries: Doc): Doc {
    imported.use('java.util.TreeMap');
    return ['new TreeMap<>(', entries, ')'];
  }

  function mapOf(entries: readonly (readonly [string, Code])[]): Doc {
    const pairs = entries.map(([key, value]): readonly Doc[] => [text(key), ', ', code(value)]);
    return entries.length < MANY_ENTRIES ? callOf('Map.of', pairs) : callOf('Map.ofEntries', pairs.map((pair) => ['Map.entry(', ...pair, ')']));
  }
}

const INDENT = ' '.repeat(8);

/** Java replaces `\u` before it parses the code, even with a line break or a quote. Therefore, control characters are octal. */
const text = (value: string) =>
  literal(value, { quote: '"', escape: (codePoint, character) => (codePoint < 0x80 ? `\\${codePoint.toString(8).padStart(3, '0')}` : utf16Escape(codePoint, character)) });

function callOf(method: string, args: readonly Doc[]): Doc {
  return args.length === 1 ? [`${method}(`, args[0], ')'] : { open: `${method}(`, items: items(args), close: ')', separator: ', ', indent: INDENT, closeAt: 'end' };
}
