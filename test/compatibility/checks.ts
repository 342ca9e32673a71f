import { deepStrictEqual } from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { NEWEST, nodeBinary } from './install';
import { runCommand } from '../../local-aws/command';
import { ROOT } from '../../local-aws/environment';

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** The output to show if the check failed. */
  readonly output: string;
}

const passed: Outcome = { passed: 1, failed: 0, output: '' };
const failed = (output: string): Outcome => ({ passed: 0, failed: 1, output });

const tool = (file: string) => path.join(ROOT, 'node_modules', file);

const run = (node: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) =>
  runCommand(node, args, { cwd, env: { ...process.env, ...env }, signal: AbortSignal.timeout(600_000) });

/** The sources compile with the newest aws-cdk-lib. So does an app that checks the published declarations. */
export async function types(): Promise<Outcome> {
  const { exitCode, output } = await run(process.execPath, [tool('typescript/bin/tsc'), '-p', 'tsconfig.types.json'], NEWEST);
  return exitCode === 0 ? passed : failed(output);
}

/** Runs tests with the newest aws-cdk-lib and a version of Node.js. Tests that use deprecated APIs fail. */
export async function tests(nodeVersion: string, ...args: readonly string[]): Promise<Outcome> {
  const results = path.join(NEWEST, 'results.json');
  const { output } = await run(
    nodeBinary(nodeVersion),
    [tool('jest/bin/jest.js'), '--config', 'test/compatibility/jest.config.json', '--json', '--outputFile', results, ...args],
    NEWEST,
    // The validation of the templates by the CDK takes most of the time. Only `example` enables it.
    { JSII_DEPRECATED: 'fail', CDK_VALIDATION: 'false' },
  );
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(results, 'utf8')) as Record<string, number>;
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites + (numPassedTests === 0 ? 1 : 0), output };
}

interface Resource { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>> }
type Resources = Readonly<Record<string, Resource>>;

/** The resources that this library defines. The CDK may change the functions of the provider framework. */
function ownResources(cloudAssembly: string): Resources {
  const { Resources } = JSON.parse(readFileSync(path.join(cloudAssembly, 'ShopStack.template.json'), 'utf8')) as { Resources: Record<string, Resource> };
  return Object.fromEntries(Object.entries(Resources)
    .filter(([id]) => !/^LightsailDistributionProvider(framework|waiter)/.test(id))
    // Only the runtime depends on the version. `runtimes.test.ts` checks it.
    .map(([id, { Properties: { Runtime: _runtime, ...properties }, ...resource }]) => [id, { ...resource, Properties: properties }]));
}

/** Synthesizes the app of the example with all recommended feature flags of the version. Returns its output and its resources. */
async function synthesize(folder: string, node: string): Promise<{ readonly said: string; readonly resources: Resources }> {
  const outdir = path.join(NEWEST, 'cdk.out');
  rmSync(outdir, { recursive: true, force: true });
  const flags = readFileSync(path.join(folder, 'node_modules/aws-cdk-lib/recommended-feature-flags.json'), 'utf8');
  const args = [tool('tsx/dist/cli.mjs'), '--tsconfig', 'tsconfig.dev.json', 'examples/typescript/app.ts'];
  const { exitCode, output } = await run(node, args, folder, { CDK_OUTDIR: outdir, CDK_CONTEXT_JSON: flags, JSII_DEPRECATED: 'warn' });
  if (exitCode !== 0) throw new Error(output);
  return { said: output, resources: ownResources(outdir) };
}

/** The resources of the example with the lowest aws-cdk-lib and the current Node.js. `example` compares with them. */
export async function exampleOfLowest(): Promise<Resources> {
  return (await synthesize(ROOT, process.execPath)).resources;
}

/** An upgrade of aws-cdk-lib or of Node.js does not change the resources of this library in the stack of a user. */
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
