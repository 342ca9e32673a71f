import { readFileSync } from 'node:fs';
import path from 'node:path';
import { App, aws_lambda as lambda, region_info, Stack, Token } from 'aws-cdk-lib';
import { majorOf, NODE_VERSIONS } from './node-versions';

const checked = NODE_VERSIONS.map((version) => `nodejs${majorOf(version)}.x`);

const runtimeIn = (region?: string) => lambda.determineLatestNodeRuntime(new Stack(new App(), 'Site', { env: { region } })).name;

test('the runtime that CDK chooses for the handler is checked, in every Region', () => {
  const picked = region_info.RegionInfo.regions.map(({ name }) => runtimeIn(name));
  expect(picked.length).toBeGreaterThan(30);
  expect(checked).toEqual(expect.arrayContaining([...new Set(picked)]));
});

test('the runtime that CDK chooses for the handler of a stack without a Region is checked', () => {
  const picked = runtimeIn();
  // If the Regions differ, the runtime is a token: it is looked up for the Region at deployment.
  if (!Token.isUnresolved(picked)) expect(checked).toContain(picked);
});

test('every Node.js that Lambda offers is checked', () => {
  // Only the documentation states that a runtime is deprecated.
  const declarations = readFileSync(path.join(path.dirname(require.resolve('aws-cdk-lib/package.json')), 'aws-lambda/lib/runtime.d.ts'), 'utf8');
  const offered = [...declarations.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\s*static readonly NODEJS_(\d+)_X: Runtime;/g)]
    .filter(([, documentation]) => !documentation.includes('@deprecated'))
    .map(([, , major]) => `nodejs${major}.x`);
  expect(offered.length).toBeGreaterThan(1);
  expect(checked).toEqual(expect.arrayContaining(offered));
});
