import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../local-aws/environment';

const read = (...file: string[]) => readFileSync(path.join(ROOT, ...file), 'utf8');

/** The main file of an app, by language. */
export const MAIN = { typescript: 'app.ts', python: 'app.py', java: 'Site.java', csharp: 'Program.cs', go: 'main.go' } as const;

/** The complete app of the documentation in a language. */
export function appOf(language: keyof typeof MAIN): string {
  return read('examples', 'smallest', MAIN[language]);
}

export interface Snippet {
  /** The location and the first line of the snippet. */
  readonly title: string;
  readonly typescript: string;
  readonly python: string;
  readonly java: string;
  readonly go: string;
}

/** The snippets of the README, of the doc comments and of docs/, and their translations by jsii-rosetta in the packages. */
export function snippets(): readonly Snippet[] {
  type Translations = Record<'$' | 'python' | 'java' | 'go', { readonly source: string }>;
  type Location = { readonly field: { readonly line?: number }; readonly api: { readonly fqn?: string } };
  type Tablet = { readonly snippets: Record<string, { readonly translations: Translations; readonly location: Location }> };
  const tablets = ['.jsii.tabl.json', 'build/docs-snippets/.jsii.tabl.json'].map((file) => JSON.parse(read(file)) as Tablet);
  // A snippet that is in both tablets is returned once.
  return Object.values(Object.assign({}, ...tablets.map(({ snippets: found }) => found)) as Tablet['snippets']).map(({ translations: { $, python, java, go }, location: { api, field } }) => ({
    title: `${api.fqn ?? 'README.md'}:${field.line ?? ''}: ${$.source.split('\n')[0]}`,
    typescript: $.source,
    python: python.source,
    java: java.source,
    go: go.source,
  }));
}
