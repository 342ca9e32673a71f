import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Fn, Stack } from 'aws-cdk-lib';
import { queryServer, type QueryServer, Refusal } from './aws-over-http';
import { ACCOUNT, REGION } from './fake-aws';
import { COMMANDS } from '../../cli/commands';
import { PERMISSIONS, policyOf } from '../../cli/permissions';
import { run } from '../../cli/run';
import { startSimulator, type Simulator } from '../../simulator';
import { Distribution, Reconcile, ViewerMinimumTlsProtocolVersion } from '../../src';

let lightsail: Simulator;
let others: QueryServer;
const before = { ...process.env };
const COUNT = 19;

const physicalIds = Object.fromEntries(Array.from({ length: COUNT }, (_, index) => [`Cdn${index}`, `cdn-${index}`]));
const deployed = {
  Parameters: { Root: { Type: 'String' } },
  Resources: Object.fromEntries(Object.entries(physicalIds).map(([logicalId, distributionName]) => [logicalId, {
    Type: 'Custom::LightsailDistribution',
    Properties: { distributionName, tags: [], settings: { defaultRootObject: { Ref: 'Root' }, viewerMinimumTlsProtocolVersion: { 'Fn::ImportValue': 'tls' } } },
  }])),
};

beforeAll(async () => {
  lightsail = await startSimulator({ account: ACCOUNT });
  for (const name of Object.values(physicalIds)) {
    lightsail.service.seeds.seedDistribution(name, {
      origin: { name: 'web', regionName: REGION },
      defaultRootObject: 'index.html',
      tags: [{ key: 'cdk-lightsail-distribution:owner', value: `created arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/web/0b5f8a1e/${name.replace('cdn-', 'Cdn')}` }],
    });
  }
});
afterAll(() => lightsail.close());

beforeEach(async () => {
  lightsail.service.log.clear();
  await serve();
});
afterEach(() => others.close());
afterAll(() => { process.env = before; });

async function serve(changed: Parameters<typeof queryServer>[2] = {}): Promise<void> {
  others = await queryServer(deployed, physicalIds, changed);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_LIGHTSAIL: lightsail.url,
    AWS_ENDPOINT_URL_CLOUDFORMATION: others.url,
    AWS_ENDPOINT_URL_STS: others.url,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: REGION,
    AWS_MAX_ATTEMPTS: '1',
  });
}

const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'permissions-')) });
const stack = new Stack(app, 'web', { env: { account: ACCOUNT, region: REGION } });
for (const [id, distributionName] of Object.entries(physicalIds)) {
  const distribution = new Distribution(stack, id, {
    distributionName,
    origin: { name: 'web' },
    defaultRootObject: 'home.html',
    viewerMinimumTlsProtocolVersion: ViewerMinimumTlsProtocolVersion.of(Fn.importValue('tls')),
    reconcile: Reconcile.EVERY_DEPLOYMENT,
  });
  stack.renameLogicalId(stack.getLogicalId(distribution.node.findChild('Resource') as never), id);
}
const assembly = app.synth().directory;

async function runProgram(...args: readonly string[]) {
  const [output, errors]: [string[], string[]] = [[], []];
  const terminal = {
    columns: 80,
    isInteractive: false,
    print: (line = '') => void output.push(line),
    note: (line: string) => void errors.push(line),
    styled: (_style: unknown, text: string) => text,
    progress: () => undefined,
  };
  return { exitCode: await run(args, terminal, COMMANDS, '0.0.0'), output: output.join('\n'), errors: errors.join('\n') };
}

const used = () => new Set([...others.actions, ...lightsail.service.log.all.map(({ operation }) => `lightsail:${operation}`)]);
const actionsOf = (command: keyof typeof PERMISSIONS) => PERMISSIONS[command].map(({ action }) => action);

test('plan reads 19 distributions with 21 calls to Lightsail, and uses only the actions that it documents', async () => {
  const { exitCode, output } = await runProgram('plan', '--app', assembly, '--detailed-exitcode');
  expect(output.split('\n').at(-1)).toBe('Plan: 19 to update, 19 calls, 19 deployments to the edge (about 5 minutes).');
  expect(exitCode).toBe(2);
  expect(lightsail.service.log.all.map(({ operation }) => operation)).toEqual(['GetDistributions', 'GetCertificates', ...Array<string>(COUNT).fill('GetDistributions')]);
  expect(actionsOf('plan')).toEqual(expect.arrayContaining([...used()]));
  // No other test used this action. It is called only for a request whose change is already live.
  expect(actionsOf('plan').filter((action) => !used().has(action))).toEqual(['lightsail:GetOperationsForResource']);
});

test('drift of all stacks of a Region', async () => {
  const { exitCode, output } = await runProgram('drift', '--region', REGION);
  expect([exitCode, output.split('\n').at(-1)]).toEqual([0, 'Drift: none in 19 resources.']);
  expect(actionsOf('drift')).toEqual(expect.arrayContaining([...used()]));
});

test('the policy of a command', () => {
  expect(policyOf('plan')).toEqual({
    Version: '2012-10-17',
    Statement: [{
      Effect: 'Allow',
      Action: [
        'cloudformation:DescribeStacks', 'cloudformation:GetTemplate', 'cloudformation:ListExports', 'cloudformation:ListStackResources',
        'lightsail:GetCertificates', 'lightsail:GetDistributions', 'lightsail:GetOperationsForResource',
      ],
      Resource: '*',
    }],
  });
});

describe('an error is one line that says what to do', () => {
  test('access denied for one call', async () => {
    await others.close();
    await serve({ GetTemplate: () => { throw new Refusal('AccessDenied', 'User: me is not authorized to perform: cloudformation:GetTemplate'); } });
    expect(await runProgram('plan', '--app', assembly)).toEqual({
      exitCode: 1,
      output: '',
      errors: 'error: cloudformation:GetTemplate in eu-west-1: access denied, got "User: me is not authorized to perform: cloudformation:GetTemplate"; attach the policy of the permissions guide to the user or role',
    });
  });

  test('no credentials', async () => {
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) delete process.env[name];
    Object.assign(process.env, { AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null', AWS_EC2_METADATA_DISABLED: 'true' });
    expect((await runProgram('plan', '--app', assembly)).errors).toMatch(/^error: sts:GetCallerIdentity: no usable AWS credentials, got "[^\n]*"; configure them [^\n]*$/);
  });

  test('another account', async () => {
    await others.close();
    await serve({ GetCallerIdentity: () => '<Account>444455556666</Account>' });
    expect((await runProgram('plan', '--app', assembly)).errors)
      .toBe('error: web: another account, got credentials of 444455556666; the stack is for 111122223333; use the credentials of that account, for example with --profile, or name other stacks');
  });

  test('a stack that is not deployed', async () => {
    expect((await runProgram('drift', 'other', '--region', REGION)).errors)
      .toBe('error: other: not deployed, got no such stack in eu-west-1; correct the name, or use --region for another Region');
  });

  test('no cloud assembly', async () => {
    expect((await runProgram('plan', '--app', 'no-such-directory')).errors)
      .toBe('error: no-such-directory: no cloud assembly, got no manifest.json; a directory that cdk synth wrote is allowed; run cdk synth first, or name the directory with --app');
  });

  test('a template that is not JSON', async () => {
    await others.close();
    await serve({ GetTemplate: () => '<TemplateBody>Resources: {}</TemplateBody>' });
    expect((await runProgram('plan', '--app', assembly)).errors)
      .toBe('error: web: what is deployed is not readable, its template is not JSON; deploy the stack with the CDK CLI, or name other stacks');
    expect((await runProgram('drift', 'web', '--region', REGION)).output)
      .toBe('Not looked at: settings and tags that the templates do not have; resources of other types (see cdk drift); stack web, its template is not JSON.\n\nDrift: none in 0 resources.');
  });
});

