import { join } from 'node:path';
import type { Construct } from 'constructs';
import ts from 'typescript';
import { ROOT } from '../../../local-aws/environment';

/** The exports of a printed program. */
export interface Printed {
  readonly ImportedStack: new (scope: Construct, id: string) => Construct & { readonly node: Construct['node'] };
}

/** Compiles printed programs in TypeScript with one compiler and the options of this repository, and loads them. Fails with all compile errors. */
export function compiled(texts: readonly string[]): readonly Printed[] {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.dev.json'), (path) => ts.sys.readFile(path)) as { config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, ROOT);
  const files = new Map(texts.map((text, index) => [join(ROOT, 'test', `imported-${index}.ts`), text]));
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (path, ...others) => {
    const text = files.get(path);
    return text === undefined ? getSourceFile.call(host, path, ...others) : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  };
  host.fileExists = (path) => files.has(path) || fileExists.call(host, path);
  host.readFile = (path) => files.get(path) ?? readFile.call(host, path);
  const program = ts.createProgram([...files.keys()], options, host);
  const errors = [...files.keys()].flatMap((path) => [program.getSyntacticDiagnostics, program.getSemanticDiagnostics]
    .flatMap((diagnostics) => diagnostics(program.getSourceFile(path)))
    .map(({ messageText, start }) => `${ts.flattenDiagnosticMessageText(messageText, '\n')}\n${files.get(path)!.slice(start, start! + 200)}`));
  if (errors.length > 0) throw new Error(errors.join('\n\n'));
  return texts.map(loaded);
}

/** Loads a program without the app at its end, so that each test has its own app. */
function loaded(program: string): Printed {
  const text = program.slice(0, program.indexOf('\nconst app = '));
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  });
  const exports = {};
  // eslint-disable-next-line no-new-func, @typescript-eslint/no-implied-eval
  new Function('require', 'exports', outputText)(require, exports);
  return exports as Printed;
}
