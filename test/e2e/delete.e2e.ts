import { callsFor, distributionNames, isWrite, newCallsFor } from './calls';
import { seedOrigin, synthesizeOwned } from './synthesize';
import { until } from './until';
import { LocalAws } from '../../local-aws/local-aws';

let local: LocalAws;
beforeAll(async () => {
  local = await LocalAws.start({ operationSeconds: 1, deploymentSeconds: 3 });
  await seedOrigin(local);
});
afterAll(() => local.close());

/** Deploys a stack with a distribution of the same name. */
async function deployed(name: string) {
  const app = synthesizeOwned(local, name, { distributionName: name });
  await local.cdk.deploy(app);
  const calls = newCallsFor(local, name);
  await calls();
  return { app, calls, writes: async () => (await calls()).filter(isWrite) };
}

test.concurrent('waits until the distribution is idle, and completes when it is deleted', async () => {
  const { app, writes } = await deployed('Busy');
  await local.lightsail.changeOutsideStack('Busy', { status: 'InProgress' });
  const looks = (await callsFor(local, 'Busy')).length;
  const destroyed = local.cdk.destroy(app);
  await until('a third look', async () => (await callsFor(local, 'Busy')).length >= looks + 3);
  await local.lightsail.changeOutsideStack('Busy', { status: 'Deployed' });
  expect((await destroyed).exitCode).toBe(0);
  expect(await distributionNames(local)).not.toContain('Busy');
  expect(await writes()).toEqual(['DeleteDistribution']);
});

test.concurrent('leaves a distribution that is no longer owned', async () => {
  const { app, writes } = await deployed('Foreign');
  const foreign = await local.lightsail.tagOutsideStack('Foreign', { 'cdk-lightsail-distribution:owner': null });
  expect((await local.cdk.destroy(app)).exitCode).toBe(0);
  expect(await local.lightsail.distribution('Foreign')).toEqual(foreign);
  expect(await writes()).toEqual([]);
});

test.concurrent('succeeds when the distribution was deleted outside the stack', async () => {
  const { app, calls } = await deployed('Gone');
  await local.lightsail.removeDistribution('Gone', { deploy: true });
  await until('gone', async () => !(await distributionNames(local)).includes('Gone'));
  expect((await local.cdk.destroy(app)).exitCode).toBe(0);
  // The second call shows that the distribution was deleted. The first read alone can be stale and not show a new distribution.
  expect(await calls()).toEqual(['GetDistributions', 'GetOperationsForResource']);
});

test.concurrent('succeeds when somebody is deleting the distribution already', async () => {
  const { app, writes } = await deployed('Going');
  await local.lightsail.removeDistribution('Going', { deploy: true });
  expect((await local.cdk.destroy(app)).exitCode).toBe(0);
  expect(await distributionNames(local)).not.toContain('Going');
  expect(await writes()).toEqual([]);
});

test('that is refused keeps the stack, and can be retried', async () => {
  const { app } = await deployed('Refused');
  await local.lightsail.fault({ operation: 'DeleteDistribution', kind: 'accessDenied', message: 'not allowed' });
  expect((await local.cdk.destroy(app)).exitCode).toBe(1);
  expect(await local.aws.stackStatus('Refused')).toBe('DELETE_FAILED');
  expect(await local.aws.failures('Refused')).toEqual(['Error: Refused: its deletion was denied, got AccessDeniedException: not allowed; the role of the function has this permission for every distribution that its stack '
    + 'manages; if a permissions boundary or a service control policy denies the action, allow it there and deploy again']);
  expect((await local.cdk.destroy(app)).exitCode).toBe(0);
  expect(await distributionNames(local)).not.toContain('Refused');
});

test('succeeds for the last distribution of the account', async () => {
  await local.lightsail.reset();
  await seedOrigin(local);
  const { app } = await deployed('Last');
  expect(await distributionNames(local)).toEqual(['Last']);
  expect((await local.cdk.destroy(app)).exitCode).toBe(0);
  expect(await distributionNames(local)).toEqual([]);
});
