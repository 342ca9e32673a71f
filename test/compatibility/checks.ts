import { deepStrictEqual } from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { NEWEST, nodeBinary } from './install';
import { runCommand } from '../../local-aws/command';
import { ROOT } from '../../local-aws/environment';

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** What to show when it has failed. */
  readonly output: string;
}

const passed: Outcome = { passed: 1, failed: 0, output: '' };
const failed = (output: string): Outcome => ({ passed: 0, failed: 1, output });

const tool = (file: string) => path.join(ROOT, 'node_modules', file);

const run = (node: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) =>
  runCommand(node, args, { cwd, env: { ...process.env, ...env }, signal: AbortSignal.timeout(600_000) });

/** The sources compile beside the newest, and so does an app with the declarations that ship, which it may check. */
export async function types(): Promise<Outcome> {
  const { exitCode, output } = await run(process.execPath, [tool('typescript/bin/tsc'), '-p', 'tsconfig.types.json'], NEWEST);
  return exitCode === 0 ? passed : failed(output);
}

/** Tests beside the newest, by that Node.js. Those who use what is deprecated fail. */
export async function tests(nodeVersion: string, ...args: readonly string[]): Promise<Outcome> {
  const results = path.join(NEWEST, 'results.json');
  const { output } = await run(
    nodeBinary(nodeVersion),
    [tool('jest/bin/jest.js'), '--config', 'test/compatibility/jest.config.json', '--json', '--outputFile', results, ...args],
    NEWEST,
    // CDK's own validation of the templates takes most of the time; `example` has it.
    { JSII_DEPRECATED: 'fail', CDK_VALIDATION: 'false' },
  );
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(results, 'utf8')) as Record<string, number>;
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites + (numPassedTests === 0 ? 1 : 0), output };
}

interface Resource { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>> }
type Resources = Readonly<Record<string, Resource>>;

/** What this library defines itself; the provider framework's functions are CDK's to change. */
function ownResources(cloudAssembly: string): Resources {
  const { Resources } = JSON.parse(readFileSync(path.join(cloudAssembly, 'ShopStack.template.json'), 'utf8')) as { Resources: Record<string, Resource> };
  return Object.fromEntries(Object.entries(Resources)
    .filter(([id]) => !/^LightsailDistributionProvider(framework|waiter)/.test(id))
    // The one thing that is to go with the version; `runtimes.test.ts` is about it.
    .map(([id, { Properties: { Runtime: _runtime, ...properties }, ...resource }]) => [id, { ...resource, Properties: properties }]));
}

/** The app of the example, with every feature flag that the version recommends, in silence. */
async function synthesize(folder: string, node: string): Promise<{ readonly said: string; readonly resources: Resources }> {
  const outdir = path.join(NEWEST, 'cdk.out');
  rmSync(outdir, { recursive: true, force: true });
  const flags = readFileSync(path.join(folder, 'node_modules/aws-cdk-lib/recommended-feature-flags.json'), 'utf8');
  const args = [tool('tsx/dist/cli.mjs'), '--tsconfig', 'tsconfig.dev.json', 'examples/typescript/app.ts'];
  const { exitCode, output } = await run(node, args, folder, { CDK_OUTDIR: outdir, CDK_CONTEXT_JSON: flags, JSII_DEPRECATED: 'warn' });
  if (exitCode !== 0) throw new Error(output);
  return { said: output, resources: ownResources(outdir) };
}

/** The result for it with the lowest aws-cdk-lib and the Node.js that runs this, with which `example` compares. */
export async function exampleOfLowest(): Promise<Resources> {
  return (await synthesize(ROOT, process.execPath)).resources;
}

/** An upgrade of aws-cdk-lib or of Node.js changes nothing of a user's stack that is this library's. */
export async function example(folder: string, nodeVersion: string, ofLowest: Resources): Promise<Outcome> {
  try {
    const { said, resources } = await synthesize(folder, nodeBinary(nodeVersion));
    deepStrictEqual(said, '');
    deepStrictEqual(resources, ofLowest);
    return passed;
  } catch (error) {
    return failed(String(error));
  }
}
