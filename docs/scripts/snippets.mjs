// Compiles every `ts` snippet of the documentation with jsii-rosetta, as the README of an assembly without types.
// The translations are in build/docs-snippets/.jsii.tabl.json.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}build/docs-snippets`;
const pages = ['.', 'concepts', 'guides'].flatMap((name) => readdirSync(`${root}docs/${name}`).filter((file) => file.endsWith('.md')).map((file) => `${root}docs/${name}/${file}`));
const snippets = pages.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^```ts[^\n]*\n.*?^```$/gms)].map(([snippet]) => snippet.replace(/^```ts.*$/m, '```ts')));

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const name of ['lib', 'node_modules']) symlinkSync(`${root}${name}`, `${folder}/${name}`);
cpSync(`${root}rosetta`, `${folder}/rosetta`, { recursive: true });
cpSync(`${root}package.json`, `${folder}/package.json`);
const assembly = JSON.parse(readFileSync(`${root}.jsii`, 'utf8'));
writeFileSync(`${folder}/.jsii`, JSON.stringify({ ...assembly, types: {}, readme: { markdown: snippets.join('\n\n') } }));
execFileSync(`${root}node_modules/.bin/jsii-rosetta`, ['extract', '--strict', folder], { stdio: 'inherit' });
// The folder is deleted, because a second package with this name would confuse Jest, and a second assembly jsii-docgen.
for (const name of ['.jsii', 'lib', 'node_modules', 'package.json', 'rosetta']) rmSync(`${folder}/${name}`, { recursive: true });
console.log(`${snippets.length} snippets of the documentation compile`);
