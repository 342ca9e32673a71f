import { Duration } from 'aws-cdk-lib';
import { busyUntilRollback } from './busy-until-rollback';
import { isWrite, newCallsFor } from './calls';
import { synthesize } from './synthesize';
import { until } from './until';
import { LocalAws } from '../../local-aws/local-aws';
import { Distribution, DistributionSettings, IpAddressType, type DistributionOptions } from '../../src';

// CloudFormation sends the rollback of a cancelled update immediately, while the waiter of the cancelled request still polls.
let local: LocalAws;
beforeAll(async () => {
  local = await LocalAws.start();
});
afterAll(() => local.close());

/** A stack with settings of a distribution of the same name. */
const app = (name: string, options: DistributionOptions) => synthesize(local, name, (stack) => {
  new DistributionSettings(stack, 'Settings', { distribution: Distribution.fromDistributionName(stack, 'Distribution', name), ...options });
});

/** Waits for the poll at which the cancelled request finds that it is superseded. */
const gaveUp = (stackName: string) => until('superseded', async () =>
  (await local.aws.handlerLog(stackName)).some((line) => line.includes('"event":"failed"') && line.includes('superseded')));

/** Cancels a deployment after its call `after`. Returns the writes of the deployment and its rollback, without those of tags. */
async function updatesOfCancelled(name: string, options: DistributionOptions, after: string): Promise<readonly string[]> {
  const calls = newCallsFor(local, name);
  const since = (await calls()).length;
  const deployment = local.cdk.deploy(app(name, options));
  await busyUntilRollback(local, name, { after, since, fences: 2, cancel: () => local.aws.cancelUpdate(name) });
  expect((await deployment).exitCode).toBe(1);
  await gaveUp(name);
  return (await calls()).filter((operation) => isWrite(operation) && !/^(Tag|Untag)Resource$/.test(operation));
}

test.concurrent('a cancelled request that waited for a busy distribution never writes', async () => {
  await local.lightsail.seedDistribution('Waiting');
  await local.cdk.deploy(app('Waiting', { defaultRootObject: 'index.html' }));
  await local.lightsail.changeOutsideStack('Waiting', { status: 'InProgress' });

  expect(await updatesOfCancelled('Waiting', { defaultRootObject: 'home.html' }, 'TagResource')).toEqual([]);
  expect((await local.lightsail.distribution('Waiting')).defaultRootObject).toBe('index.html');
});

test.concurrent('a cancelled request that was between two steps never sends the second', async () => {
  await local.lightsail.seedDistribution('Stepping', { ipAddressType: 'dualstack' });
  await local.cdk.deploy(app('Stepping', { cacheBehaviorSettings: { defaultTtl: Duration.hours(1) }, ipAddressType: IpAddressType.DUALSTACK }));
  const before = await local.lightsail.distribution('Stepping');

  const options: DistributionOptions = { cacheBehaviorSettings: { defaultTtl: Duration.hours(2) }, ipAddressType: IpAddressType.IPV4 };
  expect(await updatesOfCancelled('Stepping', options, 'UpdateDistribution')).toEqual(['UpdateDistribution', 'UpdateDistribution']);
  expect(await local.lightsail.distribution('Stepping')).toEqual(before);
});
