import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Language, type Node, Parser } from 'web-tree-sitter';
import { filesOf } from './dist';
import { printed } from './imported';
import { appOf } from './snippets';
import { ROOT } from '../../local-aws/environment';

// The sources are parsed, not compiled. These tests do not check names and types.
let parser: Parser;

beforeAll(async () => {
  await Parser.init();
  parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync(require.resolve('tree-sitter-c-sharp/tree-sitter-c_sharp.wasm'))));
});

/** The lines of a source with a syntax error, counted from 1. */
function syntaxErrors(source: string): number[] {
  const broken = (node: Node): Node[] => [...(node.isError || node.isMissing ? [node] : []), ...node.children.flatMap(broken)];
  return broken(parser.parse(source)!.rootNode).map((node) => node.startPosition.row + 1);
}

test('the C# sources of the package and of the examples have no syntax error', () => {
  const sources = ['dist/dotnet', 'examples'].flatMap((folder) => filesOf(path.join(ROOT, folder)).map((file) => path.join(folder, file)))
    .filter((file) => file.endsWith('.cs'));
  expect(sources).toContain('dist/dotnet/CdkLightsail.Distributions/CdkLightsail/Distributions/Distribution.cs');
  expect(sources.flatMap((file) => syntaxErrors(readFileSync(path.join(ROOT, file), 'utf8')).map((line) => `${file}:${line}`))).toEqual([]);
});

test('the smallest app in C# has no syntax error', () => {
  expect(syntaxErrors(appOf('csharp'))).toEqual([]);
});

test('what import prints in C# has no syntax error', () => {
  expect(syntaxErrors(printed('csharp'))).toEqual([]);
});

test('a syntax error is found', () => {
  expect(syntaxErrors('class A\n{\n    string? B { get; set }\n}\n')).toEqual([3]);
});
