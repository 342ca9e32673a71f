import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Template } from './cdk';
import { installGo } from './go-app';
import { run, type InstalledApp } from './installed-app';
import { installJava } from './java-app';
import { installPython } from './python-app';
import { TYPESCRIPT } from './typescript-app';

/** Compiles an app of a language, runs it, and returns the template of its stack `Site`. */
export type Synthesize = (source: string) => Promise<Template>;

export async function typescript(): Promise<Synthesize> {
  write(TYPESCRIPT, 'snippet.tsconfig.json', JSON.stringify({ extends: './tsconfig.json', files: ['snippet.ts'] }));
  return async (source) => {
    write(TYPESCRIPT, 'snippet.ts', source);
    await run(TYPESCRIPT, 'npx', ['tsc', '--project', 'snippet.tsconfig.json']);
    return templateOf(TYPESCRIPT, 'npx', 'tsx', 'snippet.ts');
  };
}

async function python(): Promise<Synthesize> {
  const app = await installPython('snippets-python');
  return (source) => {
    write(app, 'snippet.py', source);
    return templateOf(app, 'python', 'snippet.py');
  };
}

async function java(): Promise<Synthesize> {
  const app = await installJava('snippets-java');
  return (source) => {
    const [, className] = /public class (\w+)/.exec(source)!;
    write(app, `src/main/java/${className}.java`, source);
    return templateOf(app, 'mvn', '--quiet', '--batch-mode', 'compile', 'exec:java', `-Dexec.mainClass=${className}`);
  };
}

async function go(): Promise<Synthesize> {
  const app = await installGo('snippets-go');
  return (source) => {
    write(app, 'snippet/main.go', source);
    return templateOf(app, 'go', 'run', './snippet');
  };
}

export const environments = { python, java, go };

function write({ cwd }: InstalledApp, file: string, text: string): void {
  mkdirSync(dirname(join(cwd, file)), { recursive: true });
  writeFileSync(join(cwd, file), text);
}

async function templateOf({ cwd, env }: InstalledApp, command: string, ...args: string[]): Promise<Template> {
  const output = join(cwd, 'cdk.out.snippet');
  rmSync(output, { recursive: true, force: true });
  await run({ cwd, env: { ...env, CDK_OUTDIR: output } }, command, args);
  const text = readFileSync(join(output, 'Site.template.json'), 'utf8');
  return JSON.parse(text, (key, value: unknown) => key === 'reconciledAt' ? 'the time of the synthesis' : value) as Template;
}
