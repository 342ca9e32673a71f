// Lists the packages whose code is in the bundles, from the metafiles of esbuild. The notices and the SBOM use this list.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const METAFILES = ['handler.meta.json', 'monitor.meta.json', 'cli.meta.json', 'testing.meta.json'];

/** The licenses that a package under Apache-2.0 can include with only a notice. */
const LICENSES = ['Apache-2.0', 'MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause'];

/** Returns each package with its folder, its manifest and the bundles that contain its code. The order does not depend on the machine. */
export function bundledPackages() {
  const bundles = new Map();
  for (const [bundle, folder] of METAFILES.flatMap(contents)) bundles.set(folder, new Set(bundles.get(folder)).add(bundle));
  return [...bundles].map(([folder, inBundles]) => {
    const manifest = JSON.parse(readFileSync(`${root}/${folder}/package.json`, 'utf8'));
    const { name, license } = manifest;
    if (!LICENSES.includes(license)) throw new Error(`${name}: its code is in a bundle, got license ${license}; ${LICENSES.join(', ')} are allowed; use another package`);
    return { folder, manifest, bundles: [...inBundles].sort() };
  }).sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

const key = ({ manifest: { name, version }, folder }) => `${name} ${version} ${folder}`;

/** Returns a pair of bundle and package folder for each file of a package in the bundles of one metafile. */
function contents(metafile) {
  const { outputs } = JSON.parse(readFileSync(`${root}/build/${metafile}`, 'utf8'));
  return Object.entries(outputs).flatMap(([bundle, { inputs }]) => Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => {
    const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
    return folder !== undefined && bytesInOutput > 0 ? [[bundle, folder]] : [];
  }));
}
