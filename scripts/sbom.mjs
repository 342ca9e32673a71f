// Writes assets/sbom.cdx.json, a CycloneDX SBOM of the bundles: each bundle with its hash, and the packages whose code is in it.
// It has no timestamp and no serial number, so that the same sources produce the same bytes.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Contrib, Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import { bundledPackages, root } from './bundled-packages.mjs';

const FILE = 'assets/sbom.cdx.json';
const builder = new Contrib.FromNodePackageJson.Builders.ComponentBuilder(
  new Contrib.FromNodePackageJson.Factories.ExternalReferenceFactory(), new Contrib.License.Factories.LicenseFactory());

/** Returns a package as a component, which its package URL identifies. */
function component(manifest) {
  const made = builder.makeComponent(manifest);
  made.purl = `pkg:npm/${manifest.name.replace('@', '%40')}@${manifest.version}`;
  made.bomRef.value = made.purl;
  return made;
}

function bundleFile(path) {
  const sha256 = createHash('sha256').update(readFileSync(`${root}/${path}`)).digest('hex');
  return new Models.Component(Enums.ComponentType.File, path, { bomRef: path, hashes: new Models.HashDictionary([[Enums.HashAlgorithm['SHA-256'], sha256]]) });
}

const subject = component(JSON.parse(readFileSync(`${root}/package.json`, 'utf8')));
const bom = new Models.Bom({ metadata: new Models.Metadata({ component: subject }) });
const packages = new Map();
const files = new Map();
for (const { manifest, bundles } of bundledPackages()) {
  // A package with the same version can be in several folders.
  const made = component(manifest);
  const known = packages.get(made.purl) ?? made;
  packages.set(known.purl, known);
  for (const path of bundles) {
    const file = files.get(path) ?? bundleFile(path);
    files.set(path, file);
    file.dependencies.add(known.bomRef);
  }
}
for (const file of files.values()) subject.dependencies.add(file.bomRef);
for (const one of [...files.values(), ...packages.values()]) bom.components.add(one);

const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
const text = `${serializer.serialize(bom, { sortLists: true, space: 1 })}\n`;
// The file is not written if it is unchanged, because a test that packs the package may read it at that moment.
if (!existsSync(`${root}/${FILE}`) || readFileSync(`${root}/${FILE}`, 'utf8') !== text) writeFileSync(`${root}/${FILE}`, text);
console.log(`${FILE}: ${packages.size} packages in ${files.size} bundles`);
