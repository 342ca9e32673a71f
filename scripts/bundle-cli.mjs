// Bundles cli/ into assets/cli/index.js, one file without dependencies. A command is loaded when it is run, so that the program starts fast.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { consoleParts } from './console-parts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));

rmSync(`${root}/assets/cli`, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { index: 'cli/main.ts' },
  outdir: 'assets/cli',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  mainFields: ['module', 'main'],
  legalComments: 'none',
  charset: 'utf8',
  tsconfig: 'tsconfig.dev.json',
  define: { PACKAGE_VERSION: JSON.stringify(version), ...consoleParts },
  loader: { '.html': 'text', '.css': 'text', '.svg': 'text' },
  metafile: true,
  logLevel: 'warning',
});
mkdirSync(`${root}/build`, { recursive: true });
writeFileSync(`${root}/build/cli.meta.json`, JSON.stringify(metafile));
for (const [outfile, { bytes }] of Object.entries(metafile.outputs)) console.log(`${outfile}: ${bytes} bytes`);
