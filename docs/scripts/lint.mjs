// Lints the prose of the repository with textlint and the rule of this project.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { TextlintKernelDescriptor } from '@textlint/kernel';
import { createLinter } from 'textlint';
import prose from './prose-rule.mjs';

const plugin = createRequire(import.meta.url)('@textlint/textlint-plugin-markdown').default;
const root = fileURLToPath(new URL('../..', import.meta.url));
const markdownIn = (folder) => readdirSync(root + folder).filter((file) => file.endsWith('.md')).map((file) => `${root}${folder}/${file}`);
const files = [`${root}README.md`, `${root}CONTRIBUTING.md`, `${root}bench/README.md`, ...['docs', 'docs/concepts', 'docs/guides'].flatMap(markdownIn)];

const linter = createLinter({
  descriptor: new TextlintKernelDescriptor({ rules: [{ ruleId: 'prose', rule: prose }], plugins: [{ pluginId: '@textlint/markdown', plugin }], filterRules: [] }),
});
const results = await linter.lintFiles(files);
const messages = results.flatMap(({ filePath, messages: found }) => found.map(({ loc, message }) => `${filePath.replace(root, '')}:${loc.start.line}: ${message}`));
messages.forEach((message) => console.error(message));
console.log(`${files.length} files, ${messages.length} problems of prose`);
process.exitCode = messages.length > 0 ? 1 : 0;
