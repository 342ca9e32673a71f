// What all bundles have in common: one file for Node.js, without comments, from the sources in ES modules, which tree shaking needs.
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** For esbuild. */
export const bundleOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  // esbuild's default for Node.js prefers `main`.
  mainFields: ['module', 'main'],
  legalComments: 'none',
  charset: 'utf8',
  tsconfig: 'tsconfig.dev.json',
  metafile: true,
  logLevel: 'warning',
};
