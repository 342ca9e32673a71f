// Bundles simulator/testing.ts, the entry point for the tests of users, into testing/index.js and testing/index.d.ts, without dependencies.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { bundleOptions, root } from './bundle-options.mjs';
import { consoleParts } from './console-parts.mjs';

const ENTRY = 'simulator/testing.ts';

rmSync(`${root}/testing`, { recursive: true, force: true });
const { metafile } = await build({
  ...bundleOptions,
  entryPoints: { index: ENTRY },
  outdir: 'testing',
  define: consoleParts,
});
mkdirSync(`${root}/build`, { recursive: true });
writeFileSync(`${root}/build/testing.meta.json`, JSON.stringify(metafile));

const declarations = await rollup({ input: `${root}/${ENTRY}`, external: /^node:/, plugins: [dts({ tsconfig: `${root}/tsconfig.dev.json` })] });
await declarations.write({ file: `${root}/testing/index.d.ts` });

for (const [outfile, { bytes }] of Object.entries(metafile.outputs)) console.log(`${outfile}: ${bytes} bytes`);
