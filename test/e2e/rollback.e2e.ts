import { Duration, type CfnResource } from 'aws-cdk-lib';
import { busyUntilRollback } from './busy-until-rollback';
import { callsFor, distributionNames, isWrite, newCallsFor, operationIdOf } from './calls';
import { failingSibling, seedSibling } from './failing-sibling';
import { owned, seedOrigin, synthesize, synthesizeOwned } from './synthesize';
import { until } from './until';
import { LocalAws } from '../../local-aws/local-aws';
import { IpAddressType, type DistributionProps } from '../../src';

let local: LocalAws;
beforeAll(async () => {
  local = await LocalAws.start({ operationSeconds: 4, deploymentSeconds: 6 });
  await seedOrigin(local);
});
afterAll(() => local.close());

const former: Partial<DistributionProps> = { defaultRootObject: 'index.html', ipAddressType: IpAddressType.DUALSTACK };
const latter: Partial<DistributionProps> = { defaultRootObject: 'home.html', ipAddressType: IpAddressType.IPV4 };

const beside = (stackName: string, props: Partial<DistributionProps>) => synthesize(local, stackName, (stack) => {
  owned(stack, { distributionName: stackName, ...props });
  failingSibling(stack);
});

/** Waits for the poll at which a cancelled request ends. */
const gaveUp = (stackName: string) => until('the cancelled request has given up', async () =>
  (await local.aws.handlerLog(stackName)).some((line) => line.includes('"event":"failed"') && line.includes(`${stackName}: `)));

test.concurrent('a sibling that fails while an update is in progress: the settings end as before, and the update writes nothing more', async () => {
  await local.cdk.deploy(synthesizeOwned(local, 'Update', { distributionName: 'Update', ...former }));
  const before = await local.lightsail.distribution('Update');
  await seedSibling(local, 'Update');
  const calls = newCallsFor(local, 'Update');
  const since = (await calls()).length;

  const deployment = local.cdk.deploy(beside('Update', latter));
  await busyUntilRollback(local, 'Update', { after: 'UpdateDistribution', since, fences: 2 });
  expect((await deployment).exitCode).toBe(1);
  expect(await local.aws.failures('Update')).toContain('Resource update cancelled');
  expect(await local.aws.stackStatus('Update')).toBe('UPDATE_ROLLBACK_COMPLETE');
  await gaveUp('Update');
  // The second step of the update, SetIpAddressType, is never sent.
  expect((await calls()).filter((operation) => isWrite(operation) && !/^(Tag|Untag)/.test(operation))).toEqual(['UpdateDistribution', 'UpdateDistribution']);
  expect(await local.lightsail.distribution('Update')).toEqual(before);
});

test.concurrent('a sibling that fails while a create is in progress: CloudFormation never receives the name, and the distribution is deleted', async () => {
  await seedSibling(local, 'Create');
  const deployment = local.cdk.deploy(beside('Create', former));
  await busyUntilRollback(local, 'Create', { after: 'CreateDistribution', fences: 1 });
  expect((await deployment).exitCode).toBe(1);
  expect(await local.aws.failures('Create')).toContain('Resource creation cancelled');
  expect(await local.aws.stackStatus('Create')).toBe('ROLLBACK_COMPLETE');
  expect(await callsFor(local, 'Create')).toContain('CreateDistribution');
  expect(await distributionNames(local)).not.toContain('Create');
});

test.concurrent('a resource that fails after a create: the distribution is deleted', async () => {
  await seedSibling(local, 'After');
  const { exitCode } = await local.cdk.deploy(synthesize(local, 'After', (stack) => {
    failingSibling(stack, owned(stack, { distributionName: 'After' }));
  }));
  expect(exitCode).toBe(1);
  expect(await local.aws.stackStatus('After')).toBe('ROLLBACK_COMPLETE');
  expect(await callsFor(local, 'After')).toContain('CreateDistribution');
  expect(await distributionNames(local)).not.toContain('After');
});

test.concurrent('an update reports at its deadline what was pending, and is rolled back', async () => {
  await local.cdk.deploy(synthesizeOwned(local, 'TimeOut', { distributionName: 'TimeOut', ...former }));
  const before = await local.lightsail.distribution('TimeOut');
  const impatient = synthesize(local, 'TimeOut', (stack) => {
    const { node } = owned(stack, { distributionName: 'TimeOut', ...former, cacheBehaviorSettings: { defaultTtl: Duration.hours(2) } });
    (node.defaultChild as CfnResource).addPropertyOverride('timeoutSeconds', 1);
  });
  expect((await local.cdk.deploy(impatient)).exitCode).toBe(1);
  expect(await local.aws.failures('TimeOut')).toEqual([
    `Error: TimeOut: timed out after 1 s, pending: UpdateDistribution operation ${await operationIdOf('UpdateDistribution', local, 'TimeOut')} (Started); `
    + 'check the distribution, then deploy again or set a longer timeout',
  ]);
  expect(await local.aws.stackStatus('TimeOut')).toBe('UPDATE_ROLLBACK_COMPLETE');
  expect(await local.lightsail.distribution('TimeOut')).toEqual(before);
});

test('a create that fails after the distribution exists leaves nothing behind, and the next one succeeds', async () => {
  // Lightsail cannot create a disabled distribution, so the handler disables it in a second step.
  const app = synthesizeOwned(local, 'Step', { distributionName: 'Step', enabled: false });
  await local.lightsail.fault({ operation: 'UpdateDistribution', kind: 'failedOperation', code: 'InternalFailure', message: 'the edge said no' });
  expect((await local.cdk.deploy(app)).exitCode).toBe(1);
  expect(await local.aws.stackStatus('Step')).toBe('ROLLBACK_COMPLETE');
  expect(await distributionNames(local)).not.toContain('Step');

  expect((await local.cdk.deploy(app)).exitCode).toBe(0);
  expect(await local.lightsail.distribution('Step')).toMatchObject({ isEnabled: false, status: 'Deployed' });
});
