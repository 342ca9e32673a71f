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

/** The bundles of the handler that are measured. */
export const BUNDLES = {
  'ours': join(PACKAGE, 'assets', 'handler', 'index.js'),
  'SDK outside the bundle': join(FOLDER, 'sdk-outside', 'index.js'),
  'esbuild\'s defaults': join(FOLDER, 'esbuild-defaults', 'index.js'),
} as const;

export type Bundle = keyof typeof BUNDLES;
export const BUNDLE_NAMES = Object.keys(BUNDLES) as readonly Bundle[];
export const OTHER_BUNDLES = BUNDLE_NAMES.filter((name) => name !== 'ours');

/** Builds all bundles that are measured. */
export async function prepare(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  for (const part of ['lib', 'assets', 'package.json']) cpSync(join(ROOT, part), join(PACKAGE, part), { recursive: true });
  const fromSources: BuildOptions = { absWorkingDir: ROOT, entryPoints: ['lambda/index.ts'], bundle: true, platform: 'node', tsconfig: 'tsconfig.dev.json' };
  await build({
    ...fromSources,
    outfile: BUNDLES['SDK outside the bundle'],
    minify: true,
    target: 'node20',
    external: ['@aws-sdk/*', '@smithy/*'],
  });
  await build({ ...fromSources, outfile: BUNDLES['esbuild\'s defaults'] });
}
