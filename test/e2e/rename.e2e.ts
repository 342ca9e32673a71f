import { RemovalPolicy } from 'aws-cdk-lib';
import { busyUntilRollback } from './busy-until-rollback';
import { callsFor, distributionNames, isWrite, operationIdOf } from './calls';
import { failingSibling, seedSibling } from './failing-sibling';
import { owned, seedOrigin, synthesize, synthesizeOwned } from './synthesize';
import { LocalAws } from '../../local-aws/local-aws';
import type { DistributionProps } from '../../src';

let local: LocalAws;
beforeAll(async () => {
  local = await LocalAws.start();
  await seedOrigin(local);
});
afterAll(() => local.close());

/** Deploys a stack with a distribution whose name is that of the stack and `-former`. Returns the live distribution. */
async function deployFormer(stackName: string, props: Partial<DistributionProps> = {}) {
  await local.cdk.deploy(synthesizeOwned(local, stackName, { distributionName: `${stackName}-former`, ...props }));
  return local.lightsail.distribution(`${stackName}-former`);
}

const renamed = (stackName: string, props: Partial<DistributionProps> = {}) =>
  synthesizeOwned(local, stackName, { distributionName: `${stackName}-latter`, ...props });

/** Expects that the rollback left the former distribution unchanged, and deleted the new one. */
async function expectRolledBack(stackName: string, former: unknown): Promise<void> {
  expect(await local.aws.stackStatus(stackName)).toBe('UPDATE_ROLLBACK_COMPLETE');
  expect(await distributionNames(local)).not.toContain(`${stackName}-latter`);
  expect(await local.lightsail.distribution(`${stackName}-former`)).toEqual(former);
}

test.concurrent('the new distribution exists before the former one is deleted', async () => {
  await deployFormer('Rename');
  expect((await local.cdk.deploy(renamed('Rename'))).exitCode).toBe(0);
  expect(await local.lightsail.distribution('Rename-latter')).toMatchObject({ status: 'Deployed' });
  expect(await distributionNames(local)).not.toContain('Rename-former');
  const writes = (await local.lightsail.calls()).filter(({ operation }) => isWrite(operation));
  const [finished, deleted] = [['UntagResource', 'Rename-latter'], ['DeleteDistribution', 'Rename-former']].map(([wanted, name]) =>
    writes.findIndex(({ operation, input }) => operation === wanted && Object.values(input as object).includes(name)));
  expect(finished).toBeGreaterThan(0);
  expect(deleted).toBeGreaterThan(finished);
});

test.concurrent('RemovalPolicy.RETAIN leaves the former one as it is', async () => {
  const former = await deployFormer('Retain', { removalPolicy: RemovalPolicy.RETAIN });
  expect((await local.cdk.deploy(renamed('Retain', { removalPolicy: RemovalPolicy.RETAIN }))).exitCode).toBe(0);
  expect(await local.lightsail.distribution('Retain-former')).toEqual(former);
  expect(await local.lightsail.distribution('Retain-latter')).toMatchObject({ status: 'Deployed' });
});

test.concurrent('the name of a distribution that no stack owns is refused, and both stay as they are', async () => {
  const former = await deployFormer('Taken');
  const foreign = await local.lightsail.seedDistribution('Taken-latter');
  expect((await local.cdk.deploy(renamed('Taken'))).exitCode).toBe(1);
  expect(await local.aws.failures('Taken')).toEqual([
    'Error: Taken-latter: exists already and belongs to no stack, got a distribution without the tag cdk-lightsail-distribution:owner; '
    + 'it is left unchanged; choose another name, or keep this name and set onExisting to OnExisting.ADOPT',
  ]);
  expect(await local.aws.stackStatus('Taken')).toBe('UPDATE_ROLLBACK_COMPLETE');
  expect(await local.lightsail.distribution('Taken-former')).toEqual(former);
  expect(await local.lightsail.distribution('Taken-latter')).toEqual(foreign);
});

test.concurrent('when it is cancelled, CloudFormation never receives the new name, and the new distribution is deleted', async () => {
  const former = await deployFormer('Cancelled');
  const deployment = local.cdk.deploy(renamed('Cancelled'));
  await busyUntilRollback(local, 'Cancelled-latter', { after: 'CreateDistribution', fences: 1, cancel: () => local.aws.cancelUpdate('Cancelled') });
  expect((await deployment).exitCode).toBe(1);
  await expectRolledBack('Cancelled', former);
  // The rollback replaces the fence of the cancelled request, whose waiter continues to poll.
  expect((await callsFor(local, 'Cancelled-latter')).filter(isWrite)).toEqual(['CreateDistribution', 'TagResource', 'DeleteDistribution']);
});

test.concurrent('when a later resource fails, the new one is deleted again', async () => {
  const former = await deployFormer('Later');
  await seedSibling(local, 'Later');
  const { exitCode } = await local.cdk.deploy(synthesize(local, 'Later', (stack) => {
    failingSibling(stack, owned(stack, { distributionName: 'Later-latter' }));
  }));
  expect(exitCode).toBe(1);
  await expectRolledBack('Later', former);
});

test.concurrent('when a step after the creation fails, the new one is deleted again', async () => {
  const former = await deployFormer('Step');
  await local.lightsail.fault({ operation: 'UpdateDistribution', kind: 'failedOperation', code: 'InternalFailure', message: 'the edge said no' });
  // Lightsail cannot create a disabled distribution, so the handler disables it in a second step.
  expect((await local.cdk.deploy(renamed('Step', { enabled: false }))).exitCode).toBe(1);
  expect(await callsFor(local, 'Step-latter')).toContain('UpdateDistribution');
  await expectRolledBack('Step', former);
});

test('when the creation itself fails, no new distribution remains', async () => {
  const former = await deployFormer('Creation');
  await local.lightsail.fault({ operation: 'CreateDistribution', kind: 'failedOperation', code: 'InternalFailure', message: 'the edge said no' });
  expect((await local.cdk.deploy(renamed('Creation'))).exitCode).toBe(1);
  expect(await local.aws.failures('Creation')).toEqual([
    `Error: Creation-latter: CreateDistribution operation ${await operationIdOf('CreateDistribution', local, 'Creation-latter')} (Failed) failed: `
    + 'InternalFailure: the edge said no; correct the cause and deploy again',
  ]);
  await expectRolledBack('Creation', former);
});
