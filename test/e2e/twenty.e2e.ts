import { seedOrigin, synthesize } from './synthesize';
import { LocalAws } from '../../local-aws/local-aws';
import { Distribution } from '../../src';

let local: LocalAws;
beforeAll(async () => {
  local = await LocalAws.start({ operationSeconds: 1, deploymentSeconds: 2, requestsPerSecond: 10 });
  await seedOrigin(local);
});
afterAll(() => local.close());

test('twenty distributions in one stack, the quota of an account, are all created under throttling', async () => {
  const names = Array.from({ length: 20 }, (_, index) => `site-${index}`);
  const { exitCode } = await local.cdk.deploy(synthesize(local, 'Twenty', (stack) => {
    for (const distributionName of names) new Distribution(stack, distributionName, { distributionName, origin: { name: 'web' } });
  }));
  expect(exitCode).toBe(0);
  const { distributions } = await local.lightsail.snapshot();
  expect(distributions.map(({ name, status }) => `${name} ${status}`).sort()).toEqual(names.map((name) => `${name} Deployed`).sort());
  expect(distributions.map(({ tags }) => tags.map(({ key }) => key))).toEqual(names.map(() => ['cdk-lightsail-distribution:owner']));

  const calls = await local.lightsail.calls();
  expect(calls.filter(({ outcome }) => outcome === 'ThrottlingException').length).toBeGreaterThan(0);
  expect(calls.filter(({ operation, outcome }) => operation === 'CreateDistribution' && outcome === 'ok')).toHaveLength(names.length);
});
