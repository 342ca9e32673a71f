// Writes THIRD-PARTY-NOTICES: the packages whose code esbuild put into the bundles, with their licenses. Reads the metafiles that the bundling wrote.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const METAFILES = ['handler.meta.json', 'cli.meta.json'].map((name) => `${root}/build/${name}`);
const LICENSES = ['Apache-2.0', 'MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause'];

const inputs = METAFILES.flatMap((file) => Object.values(JSON.parse(readFileSync(file, 'utf8')).outputs).flatMap((output) => Object.entries(output.inputs)));
const folders = new Set(inputs.flatMap(([path, { bytesInOutput }]) => {
  const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
  return folder !== undefined && bytesInOutput > 0 ? [folder] : [];
}));

const packages = [...folders].map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(`${root}/${folder}/package.json`, 'utf8'));
  if (!LICENSES.includes(license)) throw new Error(`${name}: its code is in a bundle, got license ${license}; ${LICENSES.join(', ')} are allowed; use another package`);
  return { title: `${name} ${version} (${license})`, license, text: textOf(folder, license) };
});

/** Some packages of the AWS SDK have no file with the license, which is the one of this package. */
function textOf(folder, license) {
  const texts = readdirSync(`${root}/${folder}`).filter((file) => /^(licen[cs]e|notice)/i.test(file)).sort();
  if (texts.length === 0 && license === 'Apache-2.0') return readFileSync(`${root}/LICENSE`, 'utf8').trim();
  if (texts.length === 0) throw new Error(`${folder}: its code is in a bundle, got no file with its license; a notice needs one`);
  return texts.map((file) => readFileSync(`${root}/${folder}/${file}`, 'utf8').trim()).join('\n\n');
}

/** Many packages have the same text, some of them with other line breaks. */
const byText = new Map();
for (const one of packages) {
  const key = one.text.replace(/\s+/g, ' ');
  byText.set(key, [...(byText.get(key) ?? []), one]);
}

const sections = [...byText.values()].map((same) => [...new Set(same.map(({ title }) => title))].sort().join('\n') + `\n\n${same[0].text}`).sort();
const text = ['This package contains code of the following packages, in its bundles.', ...sections].join(`\n\n${'-'.repeat(80)}\n\n`);
writeFileSync(`${root}/THIRD-PARTY-NOTICES`, `${text}\n`);
console.log(`THIRD-PARTY-NOTICES: ${packages.length} packages, ${byText.size} texts`);
