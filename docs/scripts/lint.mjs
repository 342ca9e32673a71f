// Lints the prose of the repository with textlint and the rule of this project: the documentation, the comments, and the messages that users read.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { TextlintKernelDescriptor } from '@textlint/kernel';
import { createLinter } from 'textlint';
import { proseOfSource } from './prose-of-source.mjs';
import prose from './prose-rule.mjs';

const plugin = createRequire(import.meta.url)('@textlint/textlint-plugin-markdown').default;
const root = fileURLToPath(new URL('../..', import.meta.url));

const filesIn = (folder, pattern, recursive = false) => readdirSync(root + folder, { recursive })
  .filter((file) => pattern.test(file) && !/node_modules|cdk\.out/.test(file)).map((file) => `${folder}/${file}`);
const pages = [
  'README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'bench/README.md', 'simulator/README.md', 'examples/blueprint/README.md',
  ...['docs', 'docs/concepts', 'docs/guides'].flatMap((folder) => filesIn(folder, /\.md$/)),
];
/** The messages of these folders are read by users. */
const SHIPPED = ['src', 'lambda', 'monitor', 'cli'];
const FOLDERS = [...SHIPPED, 'simulator', 'local-aws', 'examples', 'demo', 'bench', 'scripts', 'projenrc', 'test', 'docs/scripts', 'docs/.vitepress/theme'];
const sources = FOLDERS.flatMap((folder) => filesIn(folder, /(?<!\.d)\.(ts|mts|mjs|cjs|js)$/, true));

const linter = createLinter({
  descriptor: new TextlintKernelDescriptor({ rules: [{ ruleId: 'prose', rule: prose }], plugins: [{ pluginId: '@textlint/markdown', plugin }], filterRules: [] }),
});
const lint = async (file, text) => (await linter.lintText(text, `${file}.md`)).messages.map(({ loc, message }) => `${file}:${loc.start.line}: ${message}`);

const found = [];
for (const file of [...pages, ...sources]) {
  const text = readFileSync(root + file, 'utf8');
  found.push(...await lint(file, file.endsWith('.md') ? text : proseOfSource(file, text, { withMessages: SHIPPED.includes(file.split('/')[0]) })));
}
found.forEach((problem) => console.error(problem));
console.log(`${pages.length} pages and ${sources.length} source files, ${found.length} problems of prose`);
process.exitCode = found.length > 0 ? 1 : 0;
