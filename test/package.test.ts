import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = path.join(__dirname, '..');

/** An app like that of a user: it has the package from its tarball and the peer dependencies, but no files of this repository. */
describe('the packed package, installed into an empty app', () => {
  let app: string;
  let files: readonly string[];

  beforeAll(async () => {
    app = await mkdtemp(path.join(tmpdir(), 'packed-'));
    const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', app], { cwd: root });
    const [{ filename, files: packed }] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
    files = packed.map((file) => file.path);
    const { peerDependencies } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { peerDependencies: Record<string, string> };
    await writeFile(path.join(app, 'package.json'), JSON.stringify({ private: true }));
    const peers = Object.entries(peerDependencies).map(([name, range]) => `${name}@${range.replace('^', '')}`);
    await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${filename}`, ...peers], { cwd: app });
  });

  afterAll(() => rm(app, { recursive: true, force: true }));

  test('contains the bundles, the program and the notices, and neither sources nor tests', () => {
    const shipped = [
      'assets/handler/index.js', 'assets/handler/route53.js', 'assets/monitor/index.js', 'assets/cli/index.js', 'assets/sbom.cdx.json', 'testing/index.js', 'testing/index.d.ts', 'bin/cdk-lightsail-distribution', '.jsii', 'package.json',
      'LICENSE', 'NOTICE', 'README.md', 'API.md', 'CHANGELOG.md',
    ];
    expect(files).toEqual(expect.arrayContaining([...shipped, 'lib/index.js', 'lib/index.d.ts']));
    expect(files.filter((file) => !file.startsWith('lib/') && !shipped.includes(file))).toEqual([]);
  });

  test('names every package whose code is in a bundle', async () => {
    const notices = await readFile(path.join(app, 'node_modules', 'cdk-lightsail-distribution', 'NOTICE'), 'utf8');
    for (const [, name] of notices.matchAll(/^(@?\S+) \S+ \([\w.-]+\)$/gm)) expect(name).toMatch(/^(@aws|@aws-cdk|@aws-sdk|@smithy)\/|^(jsonschema|semver|cli-progress|string-width|strip-ansi|ansi-regex|emoji-regex|is-fullwidth-code-point)$/);
    for (const name of ['@aws-sdk/client-lightsail', '@aws-sdk/client-route-53', '@smithy/core', 'cli-progress']) expect(notices).toContain(`\n${name} `);
    expect(notices).toContain('Apache License');
    expect(notices).toContain('Copyright (c) 2015-2022 Andi Dittrich');
  });

  test('has no runtime dependency', async () => {
    const { stdout } = await run('npm', ['ls', '--all', '--json', '--package-lock-only'], { cwd: app });
    const { dependencies } = JSON.parse(stdout) as { dependencies: Record<string, { dependencies?: Record<string, unknown> }> };
    expect(Object.keys(dependencies['cdk-lightsail-distribution'].dependencies ?? {}).sort()).toEqual(['aws-cdk-lib', 'constructs']);
  });

  test('has the program, also in the jsii assembly', async () => {
    const { stdout } = await run('npx', ['--no', '--', 'cdk-lightsail-distribution', '--version'], { cwd: app });
    const installed = path.join(app, 'node_modules/cdk-lightsail-distribution');
    const { version, bin } = JSON.parse(await readFile(path.join(installed, '.jsii'), 'utf8')) as { version: string; bin: unknown };
    expect(stdout.trim()).toBe(version);
    expect(bin).toEqual({ 'cdk-lightsail-distribution': 'bin/cdk-lightsail-distribution' });
  });

  // Node.js cannot import a folder in an ES module, so the import names the file.
  test.each([
    ['test.cjs', "const { startLocalLightsail } = require('cdk-lightsail-distribution/testing');"],
    ['test.mjs', "import { startLocalLightsail } from 'cdk-lightsail-distribution/testing/index.js';"],
  ])('has the entry point for tests: %s', async (file, load) => {
    await writeFile(path.join(app, file), `${load}
      startLocalLightsail({ seed: { distributions: { shop: {} } } }).then(async ({ control, close }) => {
        console.log((await control.distribution('shop')).status);
        await close();
      });
    `);
    const { stdout } = await run(process.execPath, [file], { cwd: app });
    expect(stdout.trim()).toBe('Deployed');
  });

  test('synthesizes, with this bundle as the code of the function', async () => {
    await writeFile(path.join(app, 'app.js'), `
      const { App, Stack } = require('aws-cdk-lib');
      const { Distribution, DistributionSettings } = require('cdk-lightsail-distribution');
      const stack = new Stack(new App({ outdir: 'cdk.out' }), 'Site');
      new DistributionSettings(stack, 'Cdn', { distribution: Distribution.fromDistributionName(stack, 'Distribution', 'my-cdn'), enabled: true });
      stack.node.root.synth();
    `);
    await run(process.execPath, ['app.js'], { cwd: app });
    const template = JSON.parse(await readFile(path.join(app, 'cdk.out', 'Site.template.json'), 'utf8'));
    const handler = Object.entries<{ Type: string; Properties: { Code: { S3Key: string } } }>(template.Resources)
      .find(([id, { Type }]) => Type === 'AWS::Lambda::Function' && id.startsWith('LightsailDistributionProviderHandler'));
    const asset = `asset.${path.parse(handler![1].Properties.Code.S3Key).name}`;
    const [deployed, built] = await Promise.all([path.join(app, 'cdk.out', asset, 'index.js'), path.join(root, 'assets/handler/index.js')]
      .map((file) => readFile(file, 'utf8')));
    expect(deployed).toBe(built);
  });
});
