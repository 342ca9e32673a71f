import { Duration } from 'aws-cdk-lib';
import { owned, synthesize } from './synthesize';
import { LocalAws } from '../../local-aws/local-aws';
import { Distribution, DistributionSettings } from '../../src';

let local: LocalAws;
beforeAll(async () => {
  local = await LocalAws.start({ regions: ['eu-west-1', 'us-east-1'] });
});
afterAll(() => local.close());

test.concurrent.each(['eu-west-1', 'us-east-1'])('two distributions of one stack in %s are both updated, in us-east-1', async (region) => {
  const [shop, blog] = [`shop-${region}`, `blog-${region}`];
  await local.lightsail.seedDistribution(shop);
  await local.lightsail.seedDistribution(blog);
  const both = synthesize(local, `Both-${region}`, (stack) => {
    for (const [name, hours] of [[shop, 1], [blog, 2]] as const) {
      new DistributionSettings(stack, name, {
        distribution: Distribution.fromDistributionName(stack, `${name}-distribution`, name),
        cacheBehaviorSettings: { defaultTtl: Duration.hours(hours) },
      });
    }
  }, region);

  expect((await local.cdk.deploy(both)).exitCode).toBe(0);
  expect((await local.lightsail.distribution(shop)).cacheBehaviorSettings.defaultTTL).toBe(3600);
  expect((await local.lightsail.distribution(blog)).cacheBehaviorSettings.defaultTTL).toBe(7200);
  const regions = (await local.lightsail.calls()).map((call) => call.region);
  expect(new Set(regions)).toEqual(new Set(['us-east-1']));
});

test.concurrent('a new distribution has its origin in the Region of its stack', async () => {
  await local.lightsail.seedOrigin('web', { regionName: 'us-east-1', resourceType: 'Instance' });
  const { exitCode } = await local.cdk.deploy(synthesize(local, 'Owner', (stack) => {
    owned(stack, { distributionName: 'new' });
  }, 'us-east-1'));
  expect(exitCode).toBe(0);
  expect(await local.lightsail.distribution('new')).toMatchObject({ status: 'Deployed', origin: { name: 'web', regionName: 'us-east-1' } });
});

test.concurrent('the handler never logs a ResponseURL', async () => {
  await local.lightsail.seedDistribution('site');
  const site = synthesize(local, 'Logged', (stack) => {
    new DistributionSettings(stack, 'Settings', { distribution: Distribution.fromDistributionName(stack, 'Distribution', 'site'), enabled: false });
  });
  await local.cdk.deploy(site);
  const lines = await local.aws.handlerLog('Logged');
  expect(lines.filter((line) => line.includes('"event":"sent"'))).toHaveLength(1);
  expect(lines.filter((line) => /ResponseURL|cfn-response/.test(line))).toEqual([]);
});
