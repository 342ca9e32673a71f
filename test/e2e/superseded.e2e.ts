import { setTimeout as sleep } from 'node:timers/promises';
import { Duration } from 'aws-cdk-lib';
import { synthesize } from './synthesize';
import { writes } from '../../demo/stage';
import { LocalAws } from '../../local-aws/local-aws';
import { Distribution, DistributionSettings, IpAddressType, type DistributionOptions } from '../../src';

// CloudFormation sends the rollback of a cancelled update at once, while the waiter of the cancelled request still polls.
let local: LocalAws;
beforeAll(async () => {
  // Long enough to cancel an update between two steps.
  local = await LocalAws.start({ operationSeconds: 4, deploymentSeconds: 6 });
});
afterAll(() => local.close());
beforeEach(() => local.lightsail.reset());

const app = (stackName: string, options: DistributionOptions) => synthesize(local, stackName, (stack) => {
  new DistributionSettings(stack, 'Settings', { distribution: Distribution.fromDistributionName(stack, 'Distribution', 'site'), ...options });
});

async function until(what: string, condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!await condition()) {
    if (Date.now() > deadline) throw new Error(`did not happen: ${what}`);
    await sleep(200);
  }
}

const called = (operation: string) => until(operation, async () => (await writes(local)).includes(operation));

/** The poll at which the cancelled request finds that it is superseded. */
const gaveUp = (stackName: string) => until('superseded', async () =>
  (await local.aws.handlerLog(stackName)).some((line) => line.includes('"event":"failed"') && line.includes('superseded')));

/** What was called apart from the tags that tell requests from each other. */
const updates = async () => (await writes(local)).filter((operation) => !/^(Tag|Untag)Resource$/.test(operation));

test('a cancelled request that waited for a busy distribution never writes', async () => {
  await local.lightsail.seedDistribution('site');
  await local.cdk.deploy(app('CancelledWait', { defaultRootObject: 'index.html' }));
  await local.lightsail.changeByAnotherHand('site', { isEnabled: true }, { deploy: true });
  await local.lightsail.clearCalls();

  const deployment = local.cdk.deploy(app('CancelledWait', { defaultRootObject: 'home.html' }));
  await called('TagResource');
  await local.aws.cancelUpdate('CancelledWait');
  expect((await deployment).exitCode).toBe(1);
  await gaveUp('CancelledWait');

  expect(await updates()).toEqual([]);
  expect((await local.lightsail.distribution('site')).defaultRootObject).toBe('index.html');
});

test('a cancelled request that was between two steps never sends the second', async () => {
  await local.lightsail.seedDistribution('site', { ipAddressType: 'dualstack' });
  const former: DistributionOptions = { cacheBehaviorSettings: { defaultTtl: Duration.hours(1) }, ipAddressType: IpAddressType.DUALSTACK };
  await local.cdk.deploy(app('CancelledSteps', former));
  const before = await local.lightsail.distribution('site');
  await local.lightsail.clearCalls();

  const deployment = local.cdk.deploy(app('CancelledSteps', { cacheBehaviorSettings: { defaultTtl: Duration.hours(2) }, ipAddressType: IpAddressType.IPV4 }));
  await called('UpdateDistribution');
  await local.aws.cancelUpdate('CancelledSteps');
  expect((await deployment).exitCode).toBe(1);
  await gaveUp('CancelledSteps');

  expect(await updates()).toEqual(['UpdateDistribution', 'UpdateDistribution']);
  expect(await local.lightsail.distribution('site')).toEqual(before);
});
