// The options of all bundles: one file for Node.js without comments, from ES modules, which tree shaking needs.
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** The options of esbuild. */
export const bundleOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  // The default of esbuild for Node.js prefers `main`.
  mainFields: ['module', 'main'],
  legalComments: 'none',
  charset: 'utf8',
  tsconfig: 'tsconfig.dev.json',
  metafile: true,
  logLevel: 'warning',
};
