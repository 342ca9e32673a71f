// Writes NOTICE: the packages whose code is in the bundles, with their licenses.
// jsii-pacmak copies a file with this name into the packages of the other languages.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { bundledPackages, root } from './bundled-packages.mjs';

const packages = bundledPackages().map(({ folder, manifest: { name, version, license } }) => (
  { title: `${name} ${version} (${license})`, text: textOf(folder, license) }));

/** Some packages of the AWS SDK have no license file. Their license is that of this package. */
function textOf(folder, license) {
  const texts = readdirSync(`${root}/${folder}`).filter((file) => /^(licen[cs]e|notice)/i.test(file)).sort();
  if (texts.length === 0 && license === 'Apache-2.0') return readFileSync(`${root}/LICENSE`, 'utf8').trim();
  if (texts.length === 0) throw new Error(`${folder}: its code is in a bundle, got no file with its license; a notice needs one`);
  return texts.map((file) => readFileSync(`${root}/${folder}/${file}`, 'utf8').trim()).join('\n\n');
}

/** Many packages have the same text, some of them with different line breaks. */
const byText = new Map();
for (const one of packages) {
  const key = one.text.replace(/\s+/g, ' ');
  byText.set(key, [...(byText.get(key) ?? []), one]);
}

const sections = [...byText.values()].map((same) => [...new Set(same.map(({ title }) => title))].sort().join('\n') + `\n\n${same[0].text}`).sort();
const text = [
  'cdk-lightsail-distribution\nCopyright The cdk-lightsail-distribution authors\n\nThis package contains code of the following packages, in its bundles.', ...sections,
].join(`\n\n${'-'.repeat(80)}\n\n`);
writeFileSync(`${root}/NOTICE`, `${text}\n`);
console.log(`NOTICE: ${packages.length} packages, ${byText.size} texts`);
