import { CfnResource, Duration, type Stack } from 'aws-cdk-lib';
import { synthesize } from './synthesize';
import { writes } from '../../demo/stage';
import { LocalAws } from '../../local-aws/local-aws';
import { Distribution, DistributionSettings, type DistributionOptions } from '../../src';

let local: LocalAws;
beforeAll(async () => {
  local = await LocalAws.start();
});
afterAll(() => local.close());
beforeEach(() => local.lightsail.reset());

function settings(stack: Stack, distributionName: string, options: DistributionOptions): DistributionSettings {
  return new DistributionSettings(stack, 'Settings', {
    distribution: Distribution.fromDistributionName(stack, 'Distribution', distributionName),
    ...options,
  });
}

const app = (stackName: string, distributionName: string, options: DistributionOptions) =>
  synthesize(local, stackName, (stack) => settings(stack, distributionName, options));

const defaultTtl = (hours: number): DistributionOptions => ({ cacheBehaviorSettings: { defaultTtl: Duration.hours(hours) } });

/** What CloudFormation shows as the reason, without the framework's own lines below it. */
async function failureOf(stackName: string): Promise<string | undefined> {
  const failed = (await local.aws.stackEvents(stackName)).filter(({ ResourceStatus }) => /^(CREATE|UPDATE)_FAILED$/.test(ResourceStatus));
  return failed.at(-1)?.ResourceStatusReason?.split('\n')[0];
}

async function statusOf(stackName: string): Promise<string | undefined> {
  return (await local.aws.stackEvents(stackName)).at(-1)?.ResourceStatus;
}

test('a name that no distribution has fails with what to do, and nothing is written', async () => {
  const { exitCode } = await local.cdk.deploy(app('Nowhere', 'nowhere', { enabled: true }));
  expect(exitCode).toBe(1);
  expect(await failureOf('Nowhere')).toBe('Error: nowhere: no such distribution in this account; '
    + 'names are looked up with `aws lightsail get-distributions --region us-east-1`; correct the name or create the distribution first');
  expect(await statusOf('Nowhere')).toBe('ROLLBACK_COMPLETE');
  expect(await writes(local)).toEqual([]);
});

test('an operation that fails during an update is told, and the former settings come back', async () => {
  await local.lightsail.seedDistribution('site');
  await local.cdk.deploy(app('FailedOperation', 'site', defaultTtl(1)));
  const before = await local.lightsail.distribution('site');
  await local.lightsail.clearCalls();
  await local.lightsail.fault({ operation: 'UpdateDistribution', kind: 'failedOperation', code: 'InternalFailure', message: 'the edge said no' });

  const { exitCode } = await local.cdk.deploy(app('FailedOperation', 'site', { ...defaultTtl(2), defaultRootObject: 'index.html' }));
  expect(exitCode).toBe(1);
  const [{ operationId }] = (await local.lightsail.calls()).filter(({ operation }) => operation === 'UpdateDistribution');
  expect(await failureOf('FailedOperation')).toBe(
    `Error: site: UpdateDistribution operation ${operationId} (Failed) failed: InternalFailure: the edge said no; correct what it names and deploy again`,
  );
  expect(await statusOf('FailedOperation')).toBe('UPDATE_ROLLBACK_COMPLETE');
  expect(await local.lightsail.distribution('site')).toEqual(before);
});

test('a create that fails leaves nothing behind, and the next deployment goes through', async () => {
  await local.lightsail.seedDistribution('site');
  const before = await local.lightsail.distribution('site');
  await local.lightsail.fault({ operation: 'UpdateDistribution', kind: 'failedOperation' });
  const site = app('FailedCreate', 'site', defaultTtl(1));

  expect((await local.cdk.deploy(site)).exitCode).toBe(1);
  expect(await statusOf('FailedCreate')).toBe('ROLLBACK_COMPLETE');
  expect((await local.lightsail.distribution('site')).tags).toEqual(before.tags);

  expect((await local.cdk.deploy(site)).exitCode).toBe(0);
  expect((await local.lightsail.distribution('site')).cacheBehaviorSettings.defaultTTL).toBe(3600);
});

test('the handler fails by itself when its time is over, with what is pending', async () => {
  await local.lightsail.seedDistribution('site');
  const impatient = synthesize(local, 'TimeOut', (stack) => {
    const resource = settings(stack, 'site', defaultTtl(1)).node.findChild('Resource').node.defaultChild as CfnResource;
    // The construct takes nothing below a minute.
    resource.addPropertyOverride('timeoutSeconds', 1);
  });
  expect((await local.cdk.deploy(impatient)).exitCode).toBe(1);
  const [{ operationId }] = (await local.lightsail.calls()).filter(({ operation }) => operation === 'UpdateDistribution');
  expect(await failureOf('TimeOut')).toBe(
    `Error: site: not finished after 1 s, pending: UpdateDistribution operation ${operationId} (Started); `
    + 'look at the distribution, then deploy again or allow a longer timeout',
  );
});

describe('another distribution name is a replacement', () => {
  test('that gives the new one its settings and leaves the old one as it is', async () => {
    await local.lightsail.seedDistribution('old');
    await local.lightsail.seedDistribution('new');
    await local.cdk.deploy(app('Replacement', 'old', defaultTtl(1)));
    const old = await local.lightsail.distribution('old');
    await local.lightsail.clearCalls();

    expect((await local.cdk.deploy(app('Replacement', 'new', defaultTtl(1)))).exitCode).toBe(0);
    expect(await writes(local)).toEqual(['UpdateDistribution']);
    expect((await local.lightsail.distribution('new')).cacheBehaviorSettings.defaultTTL).toBe(3600);
    expect(await local.lightsail.distribution('old')).toEqual(old);
  });

  test('that fails without a write when there is no such distribution', async () => {
    await local.lightsail.seedDistribution('old');
    await local.cdk.deploy(app('FailedReplacement', 'old', defaultTtl(1)));
    const old = await local.lightsail.distribution('old');
    await local.lightsail.clearCalls();

    expect((await local.cdk.deploy(app('FailedReplacement', 'nowhere', defaultTtl(2)))).exitCode).toBe(1);
    expect(await statusOf('FailedReplacement')).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(await writes(local)).toEqual([]);
    expect(await local.lightsail.distribution('old')).toEqual(old);
  });
});
