import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { DIST, filesOf, sha256, unpack } from './dist';
import { ROOT } from '../../local-aws/environment';

const read = (...names: string[]) => readFileSync(path.join(...names), 'utf8');
const { version, description } = JSON.parse(read(ROOT, 'package.json')) as Record<string, string>;
const assembly = JSON.parse(read(ROOT, '.jsii')) as { types: Record<string, { name: string }> };
const types = Object.values(assembly.types).map(({ name }) => name);

const tarball = `cdk-lightsail-distribution@${version}.jsii.tgz`;
const jar = path.join('io/github/cdklightsail/cdk-lightsail-distribution', version, `cdk-lightsail-distribution-${version}`);
const javaPackage = 'io/github/cdklightsail/distribution';
const go = path.join(DIST, 'go/cdklightsaildistribution');
const csharp = path.join(DIST, 'dotnet/CdkLightsail.Distributions');

let scratch: string, npm: string, wheel: string, sdist: string, classes: string, sources: string, javadoc: string;

beforeAll(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'packages-'));
  npm = path.join(unpack(path.join(DIST, 'js', tarball), scratch), 'package');
  wheel = unpack(path.join(DIST, 'python', `cdk_lightsail_distribution-${version}-py3-none-any.whl`), scratch);
  sdist = path.join(unpack(path.join(DIST, 'python', `cdk_lightsail_distribution-${version}.tar.gz`), scratch), `cdk_lightsail_distribution-${version}`);
  [classes, sources, javadoc] = ['', '-sources', '-javadoc'].map((kind) => unpack(path.join(DIST, 'java', `${jar}${kind}.jar`), scratch));
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test('dist has the artefacts of every language, and no other', () => {
  expect(filesOf(path.join(DIST, 'js'))).toEqual([tarball]);
  expect(filesOf(path.join(DIST, 'python'))).toEqual([
    `cdk_lightsail_distribution-${version}-py3-none-any.whl`, `cdk_lightsail_distribution-${version}.tar.gz`,
  ]);
  const withSums = (file: string) => [file, `${file}.md5`, `${file}.sha1`];
  expect(filesOf(path.join(DIST, 'java'))).toEqual([
    ...['-javadoc.jar', '-sources.jar', '.jar', '.pom'].flatMap((kind) => withSums(`${jar}${kind}`)),
    ...withSums('io/github/cdklightsail/cdk-lightsail-distribution/maven-metadata.xml'),
  ]);
  expect(filesOf(path.join(DIST, 'go')).filter((file) => !file.endsWith('.go'))).toEqual(
    ['LICENSE', 'NOTICE', 'README.md', 'go.mod', `jsii/cdk-lightsail-distribution-${version}.tgz`, 'version'].map((file) => `cdklightsaildistribution/${file}`));
  expect(filesOf(path.join(DIST, 'dotnet')).filter((file) => !file.endsWith('.cs'))).toEqual(
    ['CdkLightsail.Distributions.csproj', 'Directory.Build.targets', 'LICENSE', 'NOTICE', `cdk-lightsail-distribution-${version}.tgz`].map((file) => `CdkLightsail.Distributions/${file}`));
});

test('the npm tarball has the library as it is compiled now, and nothing else', () => {
  const compiled = filesOf(path.join(ROOT, 'src')).flatMap((file) => ['.d.ts', '.js'].map((kind) => `lib/${file.replace(/\.ts$/, kind)}`));
  const bundled = [
    'assets/cli/index.js', 'assets/handler/index.js', 'assets/handler/route53.js', 'assets/monitor/index.js', 'assets/sbom.cdx.json',
    'testing/index.d.ts', 'testing/index.js',
  ];
  expect(filesOf(npm)).toEqual([
    '.jsii', 'API.md', 'CHANGELOG.md', 'LICENSE', 'NOTICE', 'README.md', 'package.json', 'bin/cdk-lightsail-distribution', ...bundled, ...compiled,
  ].sort());
  expect(filesOf(npm).filter((file) => sha256(path.join(npm, file)) !== sha256(path.join(ROOT, file)))).toEqual([]);
});

test('packing once more gives the same bytes', () => {
  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', '--json', '--pack-destination', scratch], { cwd: ROOT, encoding: 'utf8' })) as { filename: string }[];
  expect(sha256(path.join(scratch, filename))).toBe(sha256(path.join(DIST, 'js', tarball)));
});

test('the packages of all other languages contain this tarball, and so the same handler', () => {
  const brought = [
    path.join(wheel, 'cdk_lightsail_distribution/_jsii', tarball),
    path.join(sdist, 'src/cdk_lightsail_distribution/_jsii', tarball),
    path.join(classes, javaPackage, tarball),
    path.join(sources, javaPackage, tarball),
    path.join(go, `jsii/cdk-lightsail-distribution-${version}.tgz`),
    path.join(csharp, `cdk-lightsail-distribution-${version}.tgz`),
  ];
  expect(brought.map(sha256)).toEqual(brought.map(() => sha256(path.join(DIST, 'js', tarball))));
});

test('every language has every type', () => {
  const python = read(wheel, 'cdk_lightsail_distribution/__init__.py');
  const lacking = (has: (type: string) => boolean) => types.filter((type) => !has(type));
  expect(types).toContain('DistributionSettings');
  expect(lacking((type) => new RegExp(`^class ${type}[(:]`, 'm').test(python))).toEqual([]);
  expect(lacking((type) => existsSync(path.join(classes, javaPackage, `${type}.class`)))).toEqual([]);
  expect(lacking((type) => existsSync(path.join(sources, javaPackage, `${type}.java`)))).toEqual([]);
  expect(lacking((type) => existsSync(path.join(javadoc, javaPackage, `${type}.html`)))).toEqual([]);
  expect(lacking((type) => existsSync(path.join(go, `${type}.go`)))).toEqual([]);
  expect(lacking((type) => existsSync(path.join(csharp, 'CdkLightsail/Distributions', `${type}.cs`)))).toEqual([]);
});

test('Python: the wheel is typed, and has its metadata and dependencies', () => {
  expect(existsSync(path.join(wheel, 'cdk_lightsail_distribution/py.typed'))).toBe(true);
  const [header] = read(wheel, `cdk_lightsail_distribution-${version}.dist-info/METADATA`).split('\n\n');
  const field = (name: string) => header.split('\n').filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2));
  expect(Object.fromEntries(['Name', 'Version', 'Summary', 'License', 'Requires-Python', 'Requires-Dist'].map((name) => [name, field(name)]))).toEqual({
    'Name': ['cdk-lightsail-distribution'],
    'Version': [version],
    'Summary': [description],
    'License': ['Apache-2.0'],
    'Requires-Python': ['>=3.10'],
    'Requires-Dist': ['aws-cdk-lib <3.0.0,>=2.257.0', 'constructs <11.0.0,>=10.5.1', expect.stringMatching(/^jsii <2\.0\.0,>=1\.\d+\.\d+$/), 'publication >=0.0.3'],
  });
});

test('Python: the wheel has the program as a script', () => {
  expect(filesOf(wheel).filter((file) => file.includes('.data/'))).toEqual([`cdk_lightsail_distribution-${version}.data/scripts/cdk-lightsail-distribution`]);
});

test('Java: the POM has the metadata and dependencies', () => {
  const pom = read(DIST, 'java', `${jar}.pom`).replace(/<build>[^]*<\/build>/, '');
  const element = (xml: string, name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  expect(element(pom, 'description')).toBe(description);
  expect(element(/<license>[^]*<\/license>/.exec(pom)![0], 'name')).toBe('Apache License 2.0');
  const dependencies = [...pom.matchAll(/<dependency>[^]*?<\/dependency>/g)].map(([xml]) => [element(xml, 'artifactId'), element(xml, 'version'), element(xml, 'scope')]);
  // At packaging time, Maven selects the newest allowed version. An app that specifies an older version uses that version.
  expect(dependencies).toEqual([
    ['aws-cdk-lib', expect.stringMatching(/^2\.(25[7-9]|2[6-9]\d|[3-9]\d\d)\.\d+$/), undefined],
    ['constructs', expect.stringMatching(/^10\.([6-9]|[1-9]\d)\.\d+$|^10\.5\.[1-9]/), undefined],
    ['jsii-runtime', expect.stringMatching(/^1\.\d+\.\d+$/), undefined],
    ['annotations', expect.any(String), 'provided'],
    ['javax.annotation-api', expect.any(String), 'provided'],
  ]);
});

test('Go: the module has the metadata and dependencies', () => {
  const mod = read(go, 'go.mod');
  expect(mod).toMatch(/^module github\.com\/cdklightsail\/cdk-lightsail-distribution-go\/cdklightsaildistribution\n\ngo 1\.25\n/);
  expect(mod.split('\n').filter((line) => line.startsWith('\t') && !line.endsWith('// indirect'))).toEqual([
    expect.stringMatching(/^\tgithub\.com\/aws\/jsii-runtime-go v1\.\d+\.\d+$/),
    '\tgithub.com/aws/aws-cdk-go/awscdk/v2 v2.257.0',
    '\tgithub.com/aws/constructs-go/constructs/v10 v10.5.1',
  ]);
  expect(mod).not.toContain('replace');
  expect(read(go, 'version').trim()).toBe(version);
});

test('C#: the project has the metadata and dependencies', () => {
  const project = read(csharp, 'CdkLightsail.Distributions.csproj');
  expect(project).toContain(`<PackageVersion>${version}</PackageVersion>`);
  expect(project).toContain('<PackageLicenseExpression>Apache-2.0</PackageLicenseExpression>');
  expect([...project.matchAll(/<PackageReference Include="([^"]*)" Version="([^"]*)"/g)].map(([, name, range]) => `${name} ${range}`)).toEqual([
    expect.stringMatching(/^Amazon\.JSII\.Runtime \[1\.\d+\.\d+,2\.0\.0\)$/), 'Amazon.CDK.Lib [2.257.0,3.0.0)', 'Constructs [10.5.1,11.0.0)',
  ]);
});

test.each(['LICENSE', 'NOTICE'])('every language has %s where its users look for it', (file) => {
  const metadata = `cdk_lightsail_distribution-${version}.dist-info`;
  const copies = [npm, path.join(wheel, metadata), sdist, path.join(classes, 'META-INF'), go, csharp].map((folder) => path.join(folder, file));
  expect(copies.map(sha256)).toEqual(copies.map(() => sha256(path.join(ROOT, file))));
  // The .NET SDK puts the files at the root of the NuGet package, which only the release workflow builds.
  expect(read(csharp, 'Directory.Build.targets')).toContain(`<None Include="${file}" Pack="true" PackagePath="/" />`);
});

test('the examples of the README are in the language of the package', () => {
  const documents: readonly [text: string, example: string][] = [
    [read(wheel, `cdk_lightsail_distribution-${version}.dist-info/METADATA`), ' Distribution(self, "'],
    [read(sources, javaPackage, 'package-info.java'), ' Distribution.Builder.create(this, "'],
    [read(go, 'README.md'), ' cdklightsaildistribution.NewDistribution(this, jsii.String("'],
    [read(csharp, 'CdkLightsail/Distributions/NamespaceDoc.cs'), ' new Distribution(this, "'],
  ];
  for (const [text, example] of documents) {
    expect(text).toContain(example);
    // The example in TypeScript.
    expect(text).not.toContain(" new Distribution(this, '");
  }
});

test('no artefact contains a path of the build machine', () => {
  const marks = [ROOT, `${homedir()}/`, `${path.dirname(tmpdir())}/`].map((mark) => Buffer.from(mark));
  const found = [npm, wheel, sdist, classes, sources, javadoc, go, csharp]
    .flatMap((folder) => filesOf(folder).map((file) => path.join(folder, file)))
    .filter((file) => marks.some((mark) => readFileSync(file).includes(mark)));
  expect(found).toEqual([]);
});
