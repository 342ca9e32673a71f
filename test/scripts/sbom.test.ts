import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';

const root = path.join(__dirname, '..', '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const FILE = 'assets/sbom.cdx.json';

interface Component {
  readonly 'type': string;
  readonly 'bom-ref': string;
  readonly 'group'?: string;
  readonly 'name': string;
  readonly 'version'?: string;
  readonly 'hashes'?: readonly { readonly alg: string; readonly content: string }[];
  readonly 'licenses'?: readonly { readonly license: { readonly id: string } }[];
}

const { components, dependencies, metadata } = JSON.parse(read(FILE)) as {
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
  readonly metadata: { readonly component: Component };
};
const dependenciesOf = (ref: string) => dependencies.find((one) => one.ref === ref)!.dependsOn ?? [];
const files = components.filter(({ type }) => type === 'file');
const packages = components.filter(({ type }) => type === 'library');

test('the SBOM is valid', async () => {
  // The strict validator also refuses properties that the schema does not have.
  expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(read(FILE))).toBeNull();
});

test('an invalid SBOM is found', async () => {
  const { bomFormat, ...invalid } = JSON.parse(read(FILE)) as Record<string, unknown>;
  expect(bomFormat).toBe('CycloneDX');
  expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(JSON.stringify(invalid))).not.toBeNull();
});

test('it has the packages of the notices, with their licenses', () => {
  const noticed = [...read('NOTICE').matchAll(/^(@?\S+) (\S+) \(([\w.-]+)\)$/gm)].map(([, ...one]) => one.join(' '));
  const listed = packages.map(({ group, name, version, licenses }) => `${group ? `${group}/` : ''}${name} ${version} ${licenses?.map(({ license }) => license.id).join()}`);
  expect(listed.sort()).toEqual([...new Set(noticed)].sort());
  expect(listed.length).toBeGreaterThan(10);
});

test('it has every bundle with its hash, and says which packages are in which', () => {
  const bundles = ['assets/cli/index.js', 'assets/handler/index.js', 'assets/handler/route53.js', 'assets/monitor/index.js', 'testing/index.js'];
  expect(files.map((file) => [file.name, file.hashes])).toEqual(
    bundles.map((bundle) => [bundle, [{ alg: 'SHA-256', content: createHash('sha256').update(readFileSync(path.join(root, bundle))).digest('hex') }]]));
  expect(dependenciesOf(metadata.component['bom-ref'])).toEqual(bundles);
  // Each package is in a bundle, and bundles contain only packages.
  expect([...new Set(bundles.flatMap(dependenciesOf))].sort()).toEqual(packages.map((one) => one['bom-ref']).sort());
  const inHandler = dependenciesOf('assets/handler/index.js').join('\n');
  expect(inHandler).toContain('/client-lightsail@');
  expect(inHandler).not.toContain('cli-progress');
});

test('writing it once more gives the same bytes, without a path of the machine', () => {
  const before = read(FILE);
  execFileSync(process.execPath, ['scripts/sbom.mjs'], { cwd: root });
  expect(read(FILE)).toBe(before);
  expect(before).not.toContain(root);
  expect(before).not.toMatch(/"timestamp"|"serialNumber"/);
});
