import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { majorOf, NODE_VERSIONS } from './node-versions';
import { runCommand } from '../../local-aws/command';
import { ROOT } from '../../local-aws/environment';

const FOLDER = path.join(ROOT, 'build', 'compatibility');

/** The folder with the newest aws-cdk-lib, the package of this repository, and the tests. The tests find the rest in the repository around it. */
export const NEWEST = path.join(FOLDER, 'newest');

const NODES = path.join(FOLDER, 'nodes');
const nameOf = (nodeVersion: string) => `node-${majorOf(nodeVersion)}`;

/** The path of a version of Node.js. */
export const nodeBinary = (nodeVersion: string) => path.join(NODES, 'node_modules', nameOf(nodeVersion), 'bin', 'node');

export const versionIn = (folder: string, name: string) =>
  (JSON.parse(readFileSync(path.join(folder, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;

async function npm(cwd: string, ...args: string[]): Promise<string> {
  const { exitCode, stdout, output } = await runCommand('npm', args, { cwd, env: process.env, signal: AbortSignal.timeout(300_000) });
  if (exitCode !== 0) throw new Error(`npm ${args.join(' ')} in ${cwd}: failed with ${exitCode}\n${output}`);
  return stdout;
}

const install = (cwd: string, dependencies: Readonly<Record<string, string>>) => {
  mkdirSync(cwd, { recursive: true });
  writeFileSync(path.join(cwd, 'package.json'), JSON.stringify({ private: true, dependencies }));
  return npm(cwd, 'install', '--no-audit', '--no-fund');
};

export async function installNewest(wanted: string): Promise<void> {
  rmSync(NEWEST, { recursive: true, force: true });
  mkdirSync(NEWEST, { recursive: true });
  const [{ filename }] = JSON.parse(await npm(ROOT, 'pack', '--json', '--pack-destination', NEWEST)) as [{ filename: string }];
  await install(NEWEST, { 'cdk-lightsail-distribution': `file:${filename}`, 'aws-cdk-lib': wanted, 'constructs': '10', 'cdk-nag': '3' });

  for (const part of ['examples/blueprint', 'examples/typescript', 'lambda', 'monitor', 'cli', 'simulator', 'test', 'tsconfig.json', 'tsconfig.dev.json']) {
    // Packages that are installed in an example are not copied.
    cpSync(path.join(ROOT, part), path.join(NEWEST, part), { recursive: true, filter: (file) => path.basename(file) !== 'node_modules' });
  }
  // The tests use the files that users install: the compiled constructs and the bundle of the package.
  const installed = path.join('node_modules', 'cdk-lightsail-distribution');
  symlinkSync(path.join(installed, 'lib'), path.join(NEWEST, 'src'));
  symlinkSync(path.join(installed, 'assets'), path.join(NEWEST, 'assets'));
  cpSync(path.join(ROOT, 'src'), path.join(NEWEST, 'sources'), { recursive: true });
  writeFileSync(path.join(NEWEST, 'tsconfig.types.json'), JSON.stringify({
    extends: './tsconfig.json',
    compilerOptions: { noEmit: true, rootDir: '.', skipLibCheck: false },
    include: ['sources', 'examples/blueprint/*.ts', 'examples/typescript'],
  }));
}

/** Installs the packages that contain the binaries. The package `node` downloads them with an install script, which npm may not run. */
export async function installNodes(): Promise<void> {
  const { platform, arch } = process;
  const packageName = `${platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node'}-${platform}-${arch}`;
  await install(NODES, Object.fromEntries(NODE_VERSIONS.map((version) => [nameOf(version), `npm:${packageName}@${version}`])));
}
