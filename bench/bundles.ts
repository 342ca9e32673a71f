import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { ROOT } from '../local-aws/environment';

const FOLDER = join(ROOT, 'build', 'bench');

/**
 * The package as published, at the place where npm installs it, because CDK skips the stack frames of installed packages in creation traces.
 * It is a copy, because a build that runs beside the benchmark would delete the original for a moment.
 */
export const PACKAGE = join(FOLDER, 'node_modules', 'cdk-lightsail-distribution');

const bundlesOf = (asset: string) => ({
  'ours': join(PACKAGE, 'assets', asset, 'index.js'),
  'SDK outside the bundle': join(FOLDER, asset, 'sdk-outside', 'index.js'),
  'esbuild\'s defaults': join(FOLDER, asset, 'esbuild-defaults', 'index.js'),
} as const);

/** Bundles of the handler. */
export const BUNDLES = bundlesOf('handler');

/** Bundles of the function of the monitor. */
export const MONITOR_BUNDLES = bundlesOf('monitor');

export type Bundle = keyof typeof BUNDLES;
export const BUNDLE_NAMES = Object.keys(BUNDLES) as readonly Bundle[];
export const OTHER_BUNDLES = BUNDLE_NAMES.filter((name) => name !== 'ours');

/** Builds all bundles that are measured. */
export async function prepare(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  for (const part of ['lib', 'assets', 'package.json']) cpSync(join(ROOT, part), join(PACKAGE, part), { recursive: true });
  await prepareBundles('lambda/index.ts', BUNDLES);
  await prepareBundles('monitor/index.ts', MONITOR_BUNDLES);
}

async function prepareBundles(entryPoint: string, bundles: Readonly<Record<Bundle, string>>): Promise<void> {
  const fromSources: BuildOptions = { absWorkingDir: ROOT, entryPoints: [entryPoint], bundle: true, platform: 'node', tsconfig: 'tsconfig.dev.json' };
  await build({
    ...fromSources,
    outfile: bundles['SDK outside the bundle'],
    minify: true,
    target: 'node20',
    external: ['@aws-sdk/*', '@smithy/*'],
  });
  await build({ ...fromSources, outfile: bundles['esbuild\'s defaults'] });
}
