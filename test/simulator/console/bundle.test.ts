import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { parts } from '../../../simulator/console/parts';

const run = promisify(execFile);
const root = path.join(__dirname, '../../..');

/** Bundles the simulator as the program is bundled, and requests every file of the console, in a folder without these files. */
const script = (folder: string) => `
  import { build } from 'esbuild';
  import { createRequire } from 'node:module';
  import { consoleParts } from ${JSON.stringify(path.join(root, 'scripts/console-parts.mjs'))};
  const outfile = ${JSON.stringify(path.join(folder, 'simulator.js'))};
  await build({
    absWorkingDir: ${JSON.stringify(root)}, entryPoints: ['simulator/index.ts'], outfile, bundle: true, minify: true, platform: 'node', format: 'cjs',
    tsconfig: 'tsconfig.dev.json', define: consoleParts,
  });
  const simulator = await createRequire(import.meta.url)(outfile).startSimulator();
  const answers = [];
  for (const part of ${JSON.stringify(Object.keys(parts))}) {
    const response = await fetch(simulator.url + part);
    answers.push([part, response.status, (await response.text()).length > 0]);
  }
  await simulator.close();
  console.log(JSON.stringify(answers));
`;

it('a bundle has the console in itself', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'console-'));
  try {
    // Runs in the repository, where Node.js finds esbuild.
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script(folder)], { cwd: root });
    expect(JSON.parse(stdout)).toEqual(Object.keys(parts).map((part) => [part, 200, true]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
