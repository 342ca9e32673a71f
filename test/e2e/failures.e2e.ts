import { CfnResource, Duration, type Stack } from 'aws-cdk-lib';
import { callsFor, isWrite, newCallsFor, operationIdOf } from './calls';
import { synthesize } from './synthesize';
import { LocalAws } from '../../local-aws/local-aws';
import { Distribution, DistributionSettings, type DistributionOptions } from '../../src';

let local: LocalAws;
beforeAll(async () => {
  // An operation must last longer than the shortest deadline in these tests, on a busy machine too.
  local = await LocalAws.start({ operationSeconds: 5, deploymentSeconds: 5 });
});
afterAll(() => local.close());

function settings(stack: Stack, distributionName: string, options: DistributionOptions): DistributionSettings {
  return new DistributionSettings(stack, 'Settings', {
    distribution: Distribution.fromDistributionName(stack, 'Distribution', distributionName),
    ...options,
  });
}

const app = (stackName: string, distributionName: string, options: DistributionOptions) =>
  synthesize(local, stackName, (stack) => settings(stack, distributionName, options));

const defaultTtl = (hours: number): DistributionOptions => ({ cacheBehaviorSettings: { defaultTtl: Duration.hours(hours) } });

test.concurrent('a name that no distribution has fails with a message that states what to do, and nothing is written', async () => {
  const { exitCode } = await local.cdk.deploy(app('Nowhere', 'nowhere', { enabled: true }));
  expect(exitCode).toBe(1);
  expect(await local.aws.failures('Nowhere')).toEqual(['Error: nowhere: no such distribution in this account; '
    + 'names are listed by `aws lightsail get-distributions --region us-east-1`; correct the name or create the distribution first']);
  expect(await local.aws.stackStatus('Nowhere')).toBe('ROLLBACK_COMPLETE');
  expect((await callsFor(local, 'nowhere')).filter(isWrite)).toEqual([]);
});

test.concurrent('the handler fails at its deadline, and reports what is pending', async () => {
  await local.lightsail.seedDistribution('slow');
  const impatient = synthesize(local, 'TimeOut', (stack) => {
    const resource = settings(stack, 'slow', defaultTtl(1)).node.defaultChild as CfnResource;
    // The construct does not accept a timeout of less than one minute.
    resource.addPropertyOverride('timeoutSeconds', 1);
  });
  expect((await local.cdk.deploy(impatient)).exitCode).toBe(1);
  expect(await local.aws.failures('TimeOut')).toEqual([
    `Error: slow: timed out after 1 s, pending: UpdateDistribution operation ${await operationIdOf('UpdateDistribution', local, 'slow')} (Started); `
    + 'check the distribution, then deploy again or set a longer timeout',
  ]);
});

describe('another distribution name is a replacement', () => {
  test.concurrent('that gives the new one its settings and leaves the old one as it is', async () => {
    await local.lightsail.seedDistribution('old');
    await local.lightsail.seedDistribution('new');
    await local.cdk.deploy(app('Replacement', 'old', defaultTtl(1)));
    const old = await local.lightsail.distribution('old');
    const oldCalls = newCallsFor(local, 'old');
    await oldCalls();

    expect((await local.cdk.deploy(app('Replacement', 'new', defaultTtl(1)))).exitCode).toBe(0);
    expect((await oldCalls()).filter(isWrite)).toEqual([]);
    expect((await callsFor(local, 'new')).filter(isWrite)).toEqual(['UpdateDistribution']);
    expect((await local.lightsail.distribution('new')).cacheBehaviorSettings.defaultTTL).toBe(3600);
    expect(await local.lightsail.distribution('old')).toEqual(old);
  });

  test.concurrent('that fails without a write when there is no such distribution', async () => {
    await local.lightsail.seedDistribution('former');
    await local.cdk.deploy(app('FailedReplacement', 'former', defaultTtl(1)));
    const former = await local.lightsail.distribution('former');
    const calls = newCallsFor(local, 'former');
    await calls();

    expect((await local.cdk.deploy(app('FailedReplacement', 'missing', defaultTtl(2)))).exitCode).toBe(1);
    expect(await local.aws.stackStatus('FailedReplacement')).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect([...await calls(), ...await callsFor(local, 'missing')].filter(isWrite)).toEqual([]);
    expect(await local.lightsail.distribution('former')).toEqual(former);
  });
});

// A fault applies to the next call of its operation, from any test. So these tests run one after another, after the concurrent tests.
test('an operation that fails during an update is reported, and the former settings are restored', async () => {
  await local.lightsail.seedDistribution('site');
  await local.cdk.deploy(app('FailedOperation', 'site', defaultTtl(1)));
  const before = await local.lightsail.distribution('site');
  await local.lightsail.clearCalls();
  await local.lightsail.fault({ operation: 'UpdateDistribution', kind: 'failedOperation', code: 'InternalFailure', message: 'the edge said no' });

  const { exitCode } = await local.cdk.deploy(app('FailedOperation', 'site', { ...defaultTtl(2), defaultRootObject: 'index.html' }));
  expect(exitCode).toBe(1);
  expect(await local.aws.failures('FailedOperation')).toEqual([
    `Error: site: UpdateDistribution operation ${await operationIdOf('UpdateDistribution', local, 'site')} (Failed) failed: `
    + 'InternalFailure: the edge said no; correct the cause and deploy again',
  ]);
  expect(await local.aws.stackStatus('FailedOperation')).toBe('UPDATE_ROLLBACK_COMPLETE');
  expect(await local.lightsail.distribution('site')).toEqual(before);
});

test('a create that fails leaves nothing behind, and the next deployment succeeds', async () => {
  await local.lightsail.seedDistribution('shop');
  const before = await local.lightsail.distribution('shop');
  await local.lightsail.fault({ operation: 'UpdateDistribution', kind: 'failedOperation' });
  const shop = app('FailedCreate', 'shop', defaultTtl(1));

  expect((await local.cdk.deploy(shop)).exitCode).toBe(1);
  expect(await local.aws.stackStatus('FailedCreate')).toBe('ROLLBACK_COMPLETE');
  expect((await local.lightsail.distribution('shop')).tags).toEqual(before.tags);

  expect((await local.cdk.deploy(shop)).exitCode).toBe(0);
  expect((await local.lightsail.distribution('shop')).cacheBehaviorSettings.defaultTTL).toBe(3600);
});
