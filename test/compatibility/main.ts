import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { example, exampleOfLowest, tests, types, type Outcome } from './checks';
import { installNewest, installNodes, NEWEST, versionIn } from './install';
import { majorOf, NEWEST_NODE, NODE_VERSIONS } from './node-versions';
import { ROOT } from '../../local-aws/environment';

/** The tests that synthesize constructs. */
const CONSTRUCTS = ['test/src', 'test/construct-and-handler', 'test/construct-and-monitor', 'test/permissions', 'test/compatibility/runtimes', 'examples/blueprint'];

/** The files with tests that run twice, for the sources and for the bundle. Loading all others would take most of the time. */
function testsOfBundle(): readonly string[] {
  return readdirSync(path.join(ROOT, 'test', 'lambda'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.join('test', 'lambda', file))
    .filter((file) => /the bundle that ships|handler-over-http'/.test(readFileSync(path.join(ROOT, file), 'utf8')));
}

/**
 * By default, this check uses the newest version of aws-cdk-lib on npm. The range of the peer dependency promises that the library works with it. So
 * a release of aws-cdk-lib can make this check fail. The output names the version.
 */
async function main(wanted: string): Promise<void> {
  await Promise.all([installNewest(wanted), installNodes()]);
  const newest = `aws-cdk-lib ${versionIn(NEWEST, 'aws-cdk-lib')}`;
  const lowest = `aws-cdk-lib ${versionIn(ROOT, 'aws-cdk-lib')}`;
  const ofLowest = await exampleOfLowest();
  console.log(`newest: ${newest} with constructs ${versionIn(NEWEST, 'constructs')}; lowest: ${lowest}, with which npm test runs all tests`);

  const checks: readonly (readonly [string, () => Promise<Outcome>])[] = [
    [`${newest}: types`, types],
    // `npm test` runs them with the lowest aws-cdk-lib. With each version of Node.js, the example synthesizes.
    [`${newest}, Node.js ${NEWEST_NODE}: the constructs`, () => tests(NEWEST_NODE, ...CONSTRUCTS)],
    ...NODE_VERSIONS.flatMap((version) => [
      [`${lowest}, Node.js ${version}: the example`, () => example(ROOT, version, ofLowest)],
      [`${newest}, Node.js ${version}: the example`, () => example(NEWEST, version, ofLowest)],
    ] as const),
    // `npm test` runs them with the current version.
    ...NODE_VERSIONS.filter((version) => majorOf(version) !== majorOf(process.versions.node)).flatMap((version) => [
      [`Node.js ${version}: the handler's bundle`, () => tests(version, ...testsOfBundle(), '--testNamePattern', '^the bundle that ships over HTTP')],
      [`Node.js ${version}: the monitor's bundle`, () => tests(version, 'test/monitor/bundle')],
    ] as const),
  ];

  const rows: Record<string, { passed: number; failed: number; seconds: number }> = {};
  for (const [what, check] of checks) {
    const startedAt = Date.now();
    const { passed, failed, output } = await check();
    rows[what] = { passed, failed, seconds: Math.round((Date.now() - startedAt) / 1000) };
    console.log(`${failed === 0 ? 'passed' : 'FAILED'}  ${what}`);
    if (failed > 0) {
      console.log(output);
      process.exitCode = 1;
    }
  }
  console.table(rows);
}

void main(process.argv[2] ?? '2');
