// Bundles cli/ into assets/cli/index.js, one file without dependencies. A command is loaded when it is run, so that the program starts fast.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { bundleOptions, root } from './bundle-options.mjs';
import { consoleParts } from './console-parts.mjs';

const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));

rmSync(`${root}/assets/cli`, { recursive: true, force: true });
const { metafile } = await build({
  ...bundleOptions,
  entryPoints: { index: 'cli/main.ts' },
  outdir: 'assets/cli',
  define: { PACKAGE_VERSION: JSON.stringify(version), ...consoleParts },
});
mkdirSync(`${root}/build`, { recursive: true });
writeFileSync(`${root}/build/cli.meta.json`, JSON.stringify(metafile));
for (const [outfile, { bytes }] of Object.entries(metafile.outputs)) console.log(`${outfile}: ${bytes} bytes`);
