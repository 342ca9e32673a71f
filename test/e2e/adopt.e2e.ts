import { CfnWaitConditionHandle, RemovalPolicy } from 'aws-cdk-lib';
import { distributionNames, isWrite, newCallsFor } from './calls';
import { owned, seedOrigin, synthesize, synthesizeOwned } from './synthesize';
import { LocalAws } from '../../local-aws/local-aws';
import { OnExisting, type DistributionProps } from '../../src';

let local: LocalAws;
beforeAll(async () => {
  local = await LocalAws.start({ operationSeconds: 1, deploymentSeconds: 2 });
  await seedOrigin(local);
});
afterAll(() => local.close());

const OWNER = 'cdk-lightsail-distribution:owner';
const BY_HAND = { origin: { name: 'web', regionName: 'eu-west-1' }, tags: [{ key: 'team', value: 'web' }] } as const;

/** A stack with another resource, so that it is not empty after the distribution is removed. */
const app = (stackName: string, props?: Partial<DistributionProps>) => synthesize(local, stackName, (stack) => {
  new CfnWaitConditionHandle(stack, 'Rest');
  if (props) owned(stack, props);
});

/** Adopts a distribution, then removes the construct from the stack. Returns the live distribution between the two deployments. */
async function adoptAndRemove(stackName: string, distributionName: string, props: Partial<DistributionProps>) {
  await local.lightsail.seedDistribution(distributionName, BY_HAND);
  const calls = newCallsFor(local, distributionName);
  const { exitCode } = await local.cdk.deploy(
    app(stackName, { distributionName, onExisting: OnExisting.ADOPT, defaultRootObject: 'index.html', ...props }),
  );
  expect(exitCode).toBe(0);
  const adopted = await local.lightsail.distribution(distributionName);
  expect(adopted).toMatchObject({ defaultRootObject: 'index.html', status: 'Deployed' });
  const [stack] = await local.aws.stackEvents(stackName);
  expect(adopted.tags).toEqual([
    ...BY_HAND.tags, { key: OWNER, value: expect.stringMatching(`^adopted ${stack.PhysicalResourceId}/Cdn[0-9A-F]{8}$`) as unknown },
  ]);
  expect((await calls()).filter(isWrite)).toEqual(['TagResource', 'UpdateDistribution', 'TagResource', 'UntagResource']);
  expect((await local.cdk.deploy(app(stackName))).exitCode).toBe(0);
  return adopted;
}

test.concurrent('an adopted distribution is released when its construct is removed', async () => {
  const adopted = await adoptAndRemove('Release', 'released', {});
  expect(await local.lightsail.distribution('released')).toEqual({ ...adopted, tags: BY_HAND.tags });
});

test.concurrent('RemovalPolicy.DESTROY deletes an adopted distribution', async () => {
  await adoptAndRemove('Destroy', 'destroyed', { removalPolicy: RemovalPolicy.DESTROY });
  expect(await distributionNames(local)).not.toContain('destroyed');
});

test.concurrent('RemovalPolicy.RETAIN leaves an adopted distribution as it is, and the same construct can continue with it', async () => {
  const adopted = await adoptAndRemove('Retain', 'retained', { removalPolicy: RemovalPolicy.RETAIN });
  expect(await local.lightsail.distribution('retained')).toEqual(adopted);

  expect((await local.cdk.deploy(app('Retain', { distributionName: 'retained', defaultRootObject: 'home.html' }))).exitCode).toBe(0);
  expect(await local.lightsail.distribution('retained')).toEqual({ ...adopted, defaultRootObject: 'home.html' });
});

test.concurrent('a distribution that belongs to no stack is refused, and left as it is', async () => {
  const foreign = await local.lightsail.seedDistribution('foreign', BY_HAND);
  expect((await local.cdk.deploy(synthesizeOwned(local, 'Foreign', { distributionName: 'foreign' }))).exitCode).toBe(1);
  expect(await local.aws.failures('Foreign')).toEqual([
    'Error: foreign: exists already and belongs to no stack, got a distribution without the tag cdk-lightsail-distribution:owner; '
    + 'it is left unchanged; choose another name, or keep this name and set onExisting to OnExisting.ADOPT',
  ]);
  expect(await local.aws.stackStatus('Foreign')).toBe('ROLLBACK_COMPLETE');
  expect(await local.lightsail.distribution('foreign')).toEqual(foreign);
});

test.concurrent('a distribution of another stack is refused even with ADOPT, and left as it is', async () => {
  await local.cdk.deploy(synthesizeOwned(local, 'Owner', { distributionName: 'theirs' }));
  const theirs = await local.lightsail.distribution('theirs');
  const [owner] = await local.aws.stackEvents('Owner');
  const adopting = synthesizeOwned(local, 'Adopting', { distributionName: 'theirs', onExisting: OnExisting.ADOPT, removalPolicy: RemovalPolicy.DESTROY });
  expect((await local.cdk.deploy(adopting)).exitCode).toBe(1);
  expect(await local.aws.failures('Adopting')).toEqual([
    `Error: theirs: belongs to another resource, got "${owner.PhysicalResourceId}/Cdn9963B1AD"; a distribution belongs to one resource only; `
    + 'choose another name, or remove it there with RemovalPolicy.RETAIN, remove its tag with '
    + '`aws lightsail untag-resource --resource-name theirs --tag-keys cdk-lightsail-distribution:owner --region us-east-1`, and adopt it',
  ]);
  expect(await local.lightsail.distribution('theirs')).toEqual(theirs);
});
