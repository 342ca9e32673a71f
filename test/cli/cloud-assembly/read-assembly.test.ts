import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import type { AssemblyTemplate } from '../../../cli/cloud-assembly/assembly-stack';
import { readAssembly } from '../../../cli/cloud-assembly/read-assembly';
import { selectStacks } from '../../../cli/cloud-assembly/select-stacks';
import { UserError } from '../../../cli/user-error';
import { Distribution, DistributionCacheReset } from '../../../src';

const env = { account: '111122223333', region: 'eu-west-1' };
const outdir = mkdtempSync(join(tmpdir(), 'assembly-'));

beforeAll(() => {
  const app = new App({ outdir });
  const web = new Stack(app, 'Web', { env, stackName: 'web-stack' });
  const distribution = new Distribution(web, 'Cdn', { origin: { name: 'web' } });
  const nested = new NestedStack(web, 'Nested');
  new DistributionCacheReset(nested, 'Reset', { distribution, triggers: ['1'] });
  new NestedStack(nested, 'Inner');
  const stage = new Stage(app, 'Prod', { env });
  new Distribution(new Stack(stage, 'Web'), 'Cdn', { origin: { name: 'web' } });
  new Distribution(new Stack(app, 'Anywhere'), 'Cdn', { origin: { name: 'web' } });
  app.synth();
});

test('the stacks of an app and of its stages', () => {
  expect(readAssembly(outdir).map(({ id, stackName, account, region }) => ({ id, stackName, account, region }))).toEqual([
    { id: 'Anywhere', stackName: 'Anywhere', account: undefined, region: undefined },
    { id: 'Web', stackName: 'web-stack', ...env },
    { id: 'Prod/Web', stackName: 'Prod-Web', ...env },
  ]);
});

test('the paths of constructs, and nested stacks in nested stacks', () => {
  const [, web, inStage] = readAssembly(outdir);
  const idOf = ({ template }: AssemblyTemplate, type: string) => Object.entries(template.Resources!).find(([, { Type }]) => Type === type)![0];
  expect(web.paths[idOf(web, 'Custom::LightsailDistribution')]).toBe('Web/Cdn');
  expect(inStage.paths[idOf(inStage, 'Custom::LightsailDistribution')]).toBe('Prod/Web/Cdn');
  const nested = web.nested[idOf(web, 'AWS::CloudFormation::Stack')];
  expect(nested.paths[idOf(nested, 'Custom::LightsailDistributionCacheReset')]).toBe('Web/Nested/Reset');
  expect(Object.values(nested.nested)).toHaveLength(1);
});

test('the paths of constructs in the manifest itself, as an older CDK writes them', () => {
  const older = mkdtempSync(join(tmpdir(), 'older-'));
  cpSync(outdir, older, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(older, 'manifest.json'), 'utf8')) as { artifacts: Record<string, Record<string, unknown>> };
  const { additionalMetadataFile, ...artifact } = manifest.artifacts.Web;
  manifest.artifacts.Web = { ...artifact, metadata: JSON.parse(readFileSync(join(older, String(additionalMetadataFile)), 'utf8')) as object };
  writeFileSync(join(older, 'manifest.json'), JSON.stringify(manifest));
  expect(readAssembly(older)).toEqual(readAssembly(outdir));
});

test.each([
  [['Web'], ['Web']],
  [['web-stack'], ['Web']],
  [['Prod/*'], ['Prod/Web']],
  [['**'], ['Anywhere', 'Web', 'Prod/Web']],
  [[], ['Anywhere', 'Web', 'Prod/Web']],
])('the stacks that %j selects', (patterns, expected) => {
  expect(selectStacks(readAssembly(outdir), patterns).map(({ id }) => id)).toEqual(expected);
});

const refusal = (act: () => unknown) => {
  try {
    return act();
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as Error).message.replaceAll(tmpdir(), '');
  }
};

test('a stack that is not in the assembly', () => {
  expect(refusal(() => selectStacks(readAssembly(outdir), ['Wob'])))
    .toBe('no such stack, got Wob; Anywhere, Web, Prod/Web are in the cloud assembly; correct the name, or run cdk synth again');
});

test('no assembly, a newer one and a broken one', () => {
  expect(refusal(() => readAssembly('no-such-directory')))
    .toBe('no-such-directory: no cloud assembly, got no manifest.json; a directory that cdk synth wrote is allowed; run cdk synth first, or name the directory with --app');
  const newer = mkdtempSync(join(tmpdir(), 'newer-'));
  const manifest = JSON.parse(readFileSync(join(outdir, 'manifest.json'), 'utf8')) as object;
  writeFileSync(join(newer, 'manifest.json'), JSON.stringify({ ...manifest, version: '999.0.0' }));
  expect(refusal(() => readAssembly(newer))).toMatch(/: written by a newer CDK, got schema 999\.0\.0; schemas up to \d+\.x\.x are allowed; update cdk-lightsail-distribution$/);
  writeFileSync(join(newer, 'manifest.json'), '{');
  expect(refusal(() => readAssembly(newer))).toMatch(/: not a readable cloud assembly, got ".*"; run cdk synth again$/);
});
