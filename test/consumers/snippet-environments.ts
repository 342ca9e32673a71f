import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Template } from './cdk';
import { filesOf } from './dist';
import { installGo } from './go-app';
import { run, type InstalledApp } from './installed-app';
import { installJava } from './java-app';
import { PYTHON } from './python-app';
import { OUTPUT, type Sources } from './snippet-apps';
import { TYPESCRIPT } from './typescript-app';

const TEMPLATE = '.template.json';

/** Compiles a program of a language, runs it, and returns the templates of the stacks, by their path. The main file has the name that it has in `examples/smallest`. */
export type Synthesize = (sources: Sources) => Promise<Readonly<Record<string, Template>>>;

export async function typescript(): Promise<Synthesize> {
  write(TYPESCRIPT, '.', { 'snippets.tsconfig.json': JSON.stringify({ extends: './tsconfig.json', files: ['snippets/app.ts'] }) });
  return async (sources) => {
    write(TYPESCRIPT, 'snippets', sources);
    await run(TYPESCRIPT, 'npx', ['tsc', '--project', 'snippets.tsconfig.json']);
    return templatesOf(TYPESCRIPT, 'npx', 'tsx', 'snippets/app.ts');
  };
}

async function python(): Promise<Synthesize> {
  return (sources) => {
    write(PYTHON, 'snippets', sources);
    return templatesOf(PYTHON, 'python', 'snippets/app.py');
  };
}

async function java(): Promise<Synthesize> {
  const app = await installJava('snippets-java');
  return (sources) => {
    write(app, 'src/main/java', sources);
    return templatesOf(app, 'mvn', '--quiet', '--batch-mode', 'compile', 'exec:java', '-Dexec.mainClass=Site');
  };
}

async function go(): Promise<Synthesize> {
  const app = await installGo('snippets-go');
  return (sources) => {
    write(app, 'snippets', sources);
    return templatesOf(app, 'go', 'run', './snippets');
  };
}

export const environments = { python, java, go };

function write({ cwd }: InstalledApp, folder: string, sources: Sources): void {
  for (const [file, text] of Object.entries(sources)) {
    const path = join(cwd, folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

async function templatesOf({ cwd, env }: InstalledApp, command: string, ...args: string[]): Promise<Readonly<Record<string, Template>>> {
  const output = join(cwd, OUTPUT);
  rmSync(output, { recursive: true, force: true });
  await run({ cwd, env: { ...env, CDK_OUTDIR: output } }, command, args);
  return Object.fromEntries(filesOf(output).filter((file) => file.endsWith(TEMPLATE)).map((file) => {
    const text = readFileSync(join(output, file), 'utf8');
    return [
      file.slice(0, -TEMPLATE.length),
      JSON.parse(text, (key, value: unknown) => key === 'reconciledAt' ? 'the time of the synthesis' : value) as Template,
    ];
  }));
}
