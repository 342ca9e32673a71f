import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Construct } from 'constructs';
import { lightsailOverHttp, type Lightsail } from '../lambda/lightsail';
import { startSimulator, type Simulator } from '../simulator';
import { Distribution, DistributionSettings } from '../src';

const settingsOnly = (scope: Construct) =>
  void new DistributionSettings(scope, 'Settings', { distribution: Distribution.fromDistributionName(scope, 'Imported', 'my-cdn'), enabled: true });
const owning = (scope: Construct) => void new Distribution(scope, 'Cdn', { origin: { name: 'web' } });

const { AWS_ENDPOINT_URL_LIGHTSAIL, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = process.env;
let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator();
  Object.assign(process.env, { AWS_ENDPOINT_URL_LIGHTSAIL: simulator.url, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
});

afterAll(async () => {
  Object.assign(process.env, { AWS_ENDPOINT_URL_LIGHTSAIL, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY });
  await simulator.close();
});

type Calls = { readonly [K in keyof Lightsail]: readonly Promise<unknown>[] };

/** Everything that the handler's port can do, but for what only the owner of a distribution does. A method that is new does not compile until it is here. */
const shared = (lightsail: Lightsail): Omit<Calls, 'delete'> => ({
  distribution: [lightsail.distribution('my-cdn')],
  certificate: [lightsail.certificate('cert')],
  operation: [lightsail.operation('op-1')],
  operationsFor: [lightsail.operationsFor('my-cdn')],
  send: [
    lightsail.send({ call: 'UpdateDistribution', changes: [], input: { distributionName: 'my-cdn' } }),
    lightsail.send({ call: 'UpdateDistributionBundle', changes: [], input: { distributionName: 'my-cdn', bundleId: 'small_1_0' } }),
    lightsail.send({ call: 'AttachCertificateToDistribution', changes: [], input: { distributionName: 'my-cdn', certificateName: 'cert' } }),
    lightsail.send({ call: 'SetIpAddressType', changes: [], input: { resourceType: 'Distribution', resourceName: 'my-cdn', ipAddressType: 'ipv4' } }),
  ],
  tag: [lightsail.tag('my-cdn', [{ key: 'k', value: 'v' }])],
  untag: [lightsail.untag('my-cdn', ['k'])],
});

const all = (lightsail: Lightsail): Calls => {
  const calls = shared(lightsail);
  const input = {
    distributionName: 'my-cdn', bundleId: 'small_1_0', origin: { name: 'web', regionName: 'eu-west-1' as const }, defaultCacheBehavior: { behavior: 'cache' as const },
  };
  return { ...calls, delete: [lightsail.delete('my-cdn')], send: [...calls.send, lightsail.send({ call: 'CreateDistribution', changes: [], input })] };
};

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

function statementsOf(define: (scope: Construct) => void): readonly Statement[] {
  const stack = new Stack(new App(), 'Site');
  define(stack);
  const template = Template.fromStack(stack);
  const documents = [
    ...Object.values(template.findResources('AWS::IAM::Role')).flatMap(({ Properties }) => (Properties.Policies ?? []) as { PolicyDocument: unknown }[]),
    ...Object.values(template.findResources('AWS::IAM::Policy')).map(({ Properties }) => Properties as { PolicyDocument: unknown }),
  ];
  return documents.flatMap(({ PolicyDocument }) => (PolicyDocument as { Statement: Statement[] }).Statement);
}

test.each([
  ['only applies settings', settingsOnly, shared],
  ['owns a distribution', owning, all],
  ['does both', (scope: Construct) => [settingsOnly, owning].forEach((define) => define(scope)), all],
] as const)('in a stack that %s the role may do what the handler calls in Lightsail, and nothing else there', async (_what, define, callsOf) => {
  simulator.service.log.clear();
  await Promise.allSettled(Object.values(callsOf(lightsailOverHttp())).flat());
  const called = simulator.service.log.all.map(({ operation }) => `lightsail:${operation}`);
  const granted = statementsOf(define).flatMap(({ Action }) => Action).filter((action) => action.startsWith('lightsail:'));
  expect([...granted].sort()).toEqual([...new Set(called)].sort());
});

test('the role may delete what has the stack\'s own owner tag only', () => {
  const statement = statementsOf(owning).find(({ Action }) => [Action].flat().includes('lightsail:DeleteDistribution'));
  expect(statement?.Condition).toEqual({
    StringLike: { 'aws:ResourceTag/cdk-lightsail-distribution:owner': { 'Fn::Join': ['', ['* ', { Ref: 'AWS::StackId' }, '/*']] } },
  });
});
