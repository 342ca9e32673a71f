import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aws_lightsail as lightsail, CfnWaitConditionHandle, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { isWrite, newCallsFor } from './calls';
import { synthesize } from './synthesize';
import { COMMANDS } from '../../cli/commands';
import { run } from '../../cli/run';
import { terminalOf } from '../../cli/terminal';
import { ACCOUNT, ROOT } from '../../local-aws/environment';
import { LocalAws } from '../../local-aws/local-aws';
import { FULL, SMALL } from '../cli/import/examples';

/** These tests run the steps of docs/guides/move-to-this-library.md, except those for Terraform. */
let local: LocalAws;
beforeAll(async () => {
  local = await LocalAws.start({ operationSeconds: 1, deploymentSeconds: 2 });
  await local.lightsail.seedCertificate('shop-certificate', { domainName: 'shop.example.com' });
  await local.lightsail.seedOrigin('web', { regionName: 'us-east-1', resourceType: 'Instance' });
  Object.assign(process.env, { AWS_ENDPOINT_URL_LIGHTSAIL: local.lightsailUrl, AWS_ACCESS_KEY_ID: ACCOUNT, AWS_SECRET_ACCESS_KEY: 'local' });
});
afterAll(() => local.close());

const OWNER = 'cdk-lightsail-distribution:owner';
/** The folder is in the repository, so that the app finds the CDK. The paths of tsconfig.dev.json map the name of this library to its sources. */
const FOLDER = join(ROOT, 'build', 'imported');

/** Runs `import`. Returns the command of the printed app, and the notes. */
async function imported(name: string, ...args: readonly string[]) {
  const written = { out: '', notes: '' };
  const output = (to: 'out' | 'notes') => ({ write: (text: string) => { written[to] += text; return true; }, isTTY: false }) as never;
  expect(await run(['import', name, ...args], terminalOf(output('out'), output('notes'), {}), COMMANDS, '0.0.0')).toBe(0);
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `${name}${args.join('')}.ts`);
  // Each app has its own stack, because all apps share one account.
  writeFileSync(file, written.out.replaceAll('ImportedStack', `Imported${name.replaceAll('-', '')}${args.length}`));
  return { app: `npx tsx --tsconfig tsconfig.dev.json ${file}`, notes: written.notes };
}
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

/** Deploys an app. Returns the distribution without the owner tag, the owner, and the writes. */
async function deployed(name: string, app: string) {
  const calls = newCallsFor(local, name);
  await calls();
  expect((await local.cdk.deploy({ app })).exitCode).toBe(0);
  const { tags, ...distribution } = await local.lightsail.distribution(name);
  return {
    distribution: { ...distribution, tags: tags.filter(({ key }) => key !== OWNER) },
    owner: tags.find(({ key }) => key === OWNER)?.value,
    writes: (await calls()).filter(isWrite),
  };
}

test('from the console: the deployment of the printed app adopts the distribution and changes nothing else', async () => {
  const live = await local.lightsail.seedDistribution('my-shop', FULL);
  const { app, notes } = await imported('my-shop');
  expect(notes).toBe('note: my-shop: tag "aws:createdBy": left out, got "x"; keys that begin with "aws:" are reserved for AWS; it stays as it is\n');
  const { distribution, owner, writes } = await deployed('my-shop', app);
  expect(distribution).toEqual(live);
  expect(owner).toMatch(/^adopted /);
  expect([...new Set(writes)]).toEqual(['TagResource']);
  // A second deployment writes nothing.
  expect((await deployed('my-shop', app)).writes).toEqual([]);
});

test('from the console, without taking ownership: the deployment writes nothing', async () => {
  const live = await local.lightsail.seedDistribution('blog', SMALL);
  const { app } = await imported('blog', '--settings');
  expect(await deployed('blog', app)).toEqual({ distribution: live, owner: undefined, writes: [] });
});

test('from CfnDistribution: retained, removed from its stack, and adopted, the distribution does not change', async () => {
  const stack = (define: (scope: Stack) => void) => synthesize(local, 'Former', (scope) => {
    new CfnWaitConditionHandle(scope, 'Rest');
    define(scope);
  });
  const cfn = (policy: RemovalPolicy) => (scope: Stack) => new lightsail.CfnDistribution(scope, 'Cdn', {
    distributionName: 'former', bundleId: 'small_1_0', origin: { name: 'web', regionName: 'us-east-1' }, defaultCacheBehavior: { behavior: 'cache' },
  }).applyRemovalPolicy(policy);
  expect((await local.cdk.deploy(stack(cfn(RemovalPolicy.DESTROY)))).exitCode).toBe(0);
  const live = await local.lightsail.distribution('former');

  expect((await local.cdk.deploy(stack(cfn(RemovalPolicy.RETAIN)))).exitCode).toBe(0);
  expect((await local.cdk.deploy(stack(() => undefined))).exitCode).toBe(0);
  expect(await local.lightsail.distribution('former')).toEqual(live);

  const { app, notes } = await imported('former');
  expect(notes).toBe('');
  const { distribution, writes } = await deployed('former', app);
  expect(distribution).toEqual(live);
  expect([...new Set(writes)]).toEqual(['TagResource']);
});
