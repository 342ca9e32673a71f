import { CfnOutput, Duration, type Stack } from 'aws-cdk-lib';
import { distributionNames, isWrite, loggedCallsFor, newCallsFor } from './calls';
import { owned, seedOrigin, synthesize, synthesizeOwned } from './synthesize';
import { LocalAws } from '../../local-aws/local-aws';
import {
  CacheBehavior, Distribution, DistributionSettings, ForwardedQueryStrings, IpAddressType, Reconcile, ViewerMinimumTlsProtocolVersion,
  ViewerCertificate, type DistributionOptions, type DistributionProps,
} from '../../src';

let local: LocalAws;
beforeAll(async () => {
  local = await LocalAws.start({ operationSeconds: 1, deploymentSeconds: 2 });
  await seedOrigin(local);
});
afterAll(() => local.close());

const former: Partial<DistributionProps> = {
  defaultRootObject: 'index.html',
  cacheBehaviorSettings: { defaultTtl: Duration.hours(1), forwardedQueryStrings: ForwardedQueryStrings.allowList('page') },
  tags: { stage: 'test', owner: 'web team' },
  // Each deployment invokes the handler.
  reconcile: Reconcile.EVERY_DEPLOYMENT,
};
const changed: Partial<DistributionProps> = {
  ...former,
  defaultRootObject: 'home.html',
  cacheBehaviors: { 'api/*': CacheBehavior.DONT_CACHE },
  viewerMinimumTlsProtocolVersion: ViewerMinimumTlsProtocolVersion.TLS_V1_1_2016,
  ipAddressType: IpAddressType.IPV4,
};

test.concurrent('a distribution from its creation to its deletion', async () => {
  const app = (props: Partial<DistributionProps>) => synthesize(local, 'Lifecycle', (stack) => {
    const cdn = owned(stack, props);
    new CfnOutput(stack, 'Name', { value: cdn.distributionName });
    new CfnOutput(stack, 'Arn', { value: cdn.distributionArn });
    new CfnOutput(stack, 'DomainName', { value: cdn.distributionDomainName });
    new CfnOutput(stack, 'Status', { value: cdn.distributionStatus });
    new CfnOutput(stack, 'Changes', { value: cdn.changes });
  });
  const name = expect.stringMatching(/^Lifecycle-Cdn[0-9A-F]{8}-[0-9a-f]{12}$/) as unknown;

  const { outputs: { Lifecycle: created } } = await local.cdk.deploy(app(former));
  const live = await local.lightsail.distribution(created.Name);
  expect(created).toEqual({ Name: name, Arn: live.arn, DomainName: live.domainName, Status: 'Deployed', Changes: 'created' });
  expect(live).toMatchObject({ status: 'Deployed', bundleId: 'small_1_0', defaultRootObject: 'index.html', origin: { name: 'web', regionName: 'eu-west-1' } });
  const calls = newCallsFor(local, created.Name);
  expect((await calls()).filter(isWrite)).toEqual(['CreateDistribution', 'UntagResource']);

  const { outputs: { Lifecycle: updated } } = await local.cdk.deploy(app(changed));
  expect(updated.Changes.split('; ')).toEqual([
    'cacheBehaviors: [] -> [{"path":"api/*","behavior":"dont-cache"}]',
    'viewerMinimumTlsProtocolVersion: "TLSv1.2_2021" -> "TLSv1.1_2016"',
    'defaultRootObject: "index.html" -> "home.html"',
    'ipAddressType: "dualstack" -> "ipv4"',
  ]);
  expect(await local.lightsail.distribution(created.Name)).toMatchObject({ arn: live.arn, defaultRootObject: 'home.html', ipAddressType: 'ipv4' });
  expect((await calls()).filter(isWrite)).toEqual(['TagResource', 'UpdateDistribution', 'TagResource', 'SetIpAddressType', 'UntagResource']);

  const { outputs: { Lifecycle: unchanged } } = await local.cdk.deploy(app(changed));
  expect(unchanged.Changes).toBe('nothing changed');
  expect(await calls()).toEqual(['GetDistributions']);

  const { outputs: { Lifecycle: tagged } } = await local.cdk.deploy(app({ ...changed, tags: { stage: 'production' } }));
  expect(tagged.Changes).toBe('tag stage: "test" -> "production"; tag owner: "web team" -> nothing');
  expect(await calls()).toEqual(['GetDistributions', 'TagResource', 'UntagResource']);

  expect((await local.cdk.destroy(app(changed))).exitCode).toBe(0);
  expect(await distributionNames(local)).not.toContain(created.Name);
  expect((await calls()).filter(isWrite)).toEqual(['DeleteDistribution']);
});

test.concurrent('a setting that is removed from the template returns to the service default, others stay', async () => {
  const app = (options: DistributionOptions) => synthesizeOwned(local, 'TakenOut', { distributionName: 'taken-out', ...options });
  await local.cdk.deploy(app({ defaultRootObject: 'index.html', cacheBehaviors: { 'api/*': CacheBehavior.DONT_CACHE } }));
  await local.lightsail.changeOutsideStack('taken-out', { viewerMinimumTlsProtocolVersion: 'TLSv1.1_2016' });

  expect((await local.cdk.deploy(app({ defaultRootObject: 'index.html' }))).exitCode).toBe(0);
  expect(await local.lightsail.distribution('taken-out'))
    .toMatchObject({ cacheBehaviors: [], defaultRootObject: 'index.html', viewerMinimumTlsProtocolVersion: 'TLSv1.1_2016' });
});

test.concurrent('a distribution that was deleted outside the stack is created again by an update', async () => {
  const app = (defaultRootObject: string) => synthesizeOwned(local, 'ByHand', { distributionName: 'by-hand', defaultRootObject });
  await local.cdk.deploy(app('index.html'));
  await local.lightsail.removeDistribution('by-hand');
  const calls = newCallsFor(local, 'by-hand');
  await calls();

  expect((await local.cdk.deploy(app('home.html'))).exitCode).toBe(0);
  expect(await local.lightsail.distribution('by-hand')).toMatchObject({ status: 'Deployed', defaultRootObject: 'home.html' });
  expect((await calls()).filter(isWrite)).toEqual(['CreateDistribution', 'UntagResource']);
});

test.concurrent('settings of two other stacks can be applied to it', async () => {
  const settings = (stackName: string, options: DistributionOptions) => synthesize(local, stackName, (stack: Stack) => {
    new DistributionSettings(stack, 'Settings', { distribution: Distribution.fromDistributionName(stack, 'Distribution', 'shared'), ...options });
  });
  const owner = (defaultRootObject: string) => synthesizeOwned(local, 'Owner', { distributionName: 'shared', defaultRootObject });
  const [tls, ttl] = [
    settings('Tls', { viewerMinimumTlsProtocolVersion: ViewerMinimumTlsProtocolVersion.TLS_V1_1_2016 }),
    settings('Ttl', { cacheBehaviorSettings: { defaultTtl: Duration.hours(2) } }),
  ];
  await local.cdk.deploy(owner('index.html'));
  const deployments = await Promise.all([tls, ttl, owner('home.html')].map((app) => local.cdk.deploy(app)));
  expect(deployments.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
  expect(await local.lightsail.distribution('shared')).toMatchObject({
    viewerMinimumTlsProtocolVersion: 'TLSv1.1_2016', cacheBehaviorSettings: { defaultTTL: 7200 }, defaultRootObject: 'home.html',
  });
  // Each request has removed its fence.
  expect((await local.lightsail.distribution('shared')).tags.map(({ key }) => key)).toEqual(['cdk-lightsail-distribution:owner']);
});

test.concurrent('another certificate is one deployment to the edge, and its domain names are served', async () => {
  for (const name of ['one', 'two']) await local.lightsail.seedCertificate(name, { domainName: `${name}.example.com` });
  const app = (certificate: string) => synthesizeOwned(local, 'Certificate', {
    distributionName: 'certified', certificate: ViewerCertificate.fromCertificateName(certificate),
  });
  expect((await local.cdk.deploy(app('one'))).exitCode).toBe(0);
  expect(await local.lightsail.distribution('certified')).toMatchObject({ certificateName: 'one', alternativeDomainNames: ['one.example.com'] });
  const calls = newCallsFor(local, 'certified');
  expect((await calls()).filter(isWrite)).toEqual(['CreateDistribution', 'UntagResource']);

  expect((await local.cdk.deploy(app('two'))).exitCode).toBe(0);
  expect(await local.lightsail.distribution('certified')).toMatchObject({ certificateName: 'two', alternativeDomainNames: ['two.example.com'] });
  expect((await calls()).filter(isWrite)).toEqual(['TagResource', 'UpdateDistribution', 'UntagResource']);
});

test('a create whose response was lost continues', async () => {
  await local.lightsail.fault({ operation: 'CreateDistribution', kind: 'cutAfter' });
  expect((await local.cdk.deploy(synthesizeOwned(local, 'Lost', { distributionName: 'lost' }))).exitCode).toBe(0);
  expect(await local.lightsail.distribution('lost')).toMatchObject({ status: 'Deployed' });
  const creations = (await loggedCallsFor(local, 'lost')).filter(({ operation }) => operation === 'CreateDistribution');
  expect(creations.map(({ outcome }) => outcome)).toEqual(['cutAfter', 'InvalidInputException']);
});
