import { App, aws_lightsail as lightsail, Duration, PropertyInjectors, Resource, Stack, type StackProps } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { aws_lightsail } from 'aws-cdk-lib/interfaces';
import { addDistribution, addSettings, newStack, OWNED_TYPE, ownedResource, RESOURCE_TYPE } from './stack-under-test';
import { Distribution, DistributionOrigin, OriginIpAddressType, OriginProtocolPolicy, OriginRegion, type DistributionProps, type OriginOptions } from '../../src';

const ireland = { env: { account: '111111111111', region: 'eu-west-1' } };
const virginia = { env: { account: '111111111111', region: 'us-east-1' } };

const addBucket = (stack: Stack) => new lightsail.CfnBucket(stack, 'Bucket', { bucketName: 'files', bundleId: 'small_1_0' });
const addInstance = (stack: Stack) => new lightsail.CfnInstance(stack, 'Server', { instanceName: 'server', bundleId: 'nano_3_0', blueprintId: 'wordpress' });
const addLoadBalancer = (stack: Stack) => new lightsail.CfnLoadBalancer(stack, 'Balancer', { loadBalancerName: 'balancer', instancePort: 80 });
const addContainerService = (stack: Stack) => new lightsail.CfnContainer(stack, 'Service', { serviceName: 'service', power: 'nano', scale: 1 });
const addStaticIp = (stack: Stack) => new lightsail.CfnStaticIp(stack, 'Ip', { staticIpName: 'ip', attachedTo: 'server' });

/** A distribution with an origin: its settings in the template, and the resources of the origin that it depends on. */
function withOrigin(origin: (stack: Stack) => OriginOptions, props: Partial<DistributionProps> = {}, stack = newStack(ireland)) {
  addDistribution(stack, 'Cdn', { ...props, origin: origin(stack) });
  const [{ Properties, DependsOn }] = Object.values(Template.fromStack(stack).findResources(OWNED_TYPE));
  return { settings: Properties.settings as unknown, dependencies: (DependsOn as string[]).filter((id) => !id.startsWith('LightsailDistributionProvider')) };
}

const CONNECTION = { responseTimeout: Duration.seconds(20), ipAddressType: OriginIpAddressType.IPV4 };
const RENDERED_CONNECTION = { responseTimeout: 20, ipAddressType: 'ipv4' };
const HTTPS = { protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY };

describe('an origin of the app is created before the distribution, and brings its name, its Region and what its kind needs', () => {
  test.each<[string, (stack: Stack) => OriginOptions, object, string[]]>([
    ['a bucket', (stack) => DistributionOrigin.bucket(addBucket(stack)),
      { origin: { name: { Ref: 'Bucket' }, regionName: 'eu-west-1', protocolPolicy: 'https-only' }, enablePrivateOriginAccess: true }, ['Bucket']],
    ['a bucket with options', (stack) => DistributionOrigin.bucket(addBucket(stack), { ...CONNECTION, privateAccess: false }),
      {
        origin: { name: { Ref: 'Bucket' }, regionName: 'eu-west-1', protocolPolicy: 'https-only', ...RENDERED_CONNECTION },
        enablePrivateOriginAccess: false,
      }, ['Bucket']],
    ['an instance', (stack) => DistributionOrigin.instance(addInstance(stack)), { origin: { name: { Ref: 'Server' }, regionName: 'eu-west-1' } }, ['Server']],
    ['an instance and its static IP address', (stack) => DistributionOrigin.instance(addInstance(stack), { ...CONNECTION, ...HTTPS, staticIp: addStaticIp(stack) }),
      { origin: { name: { Ref: 'Server' }, regionName: 'eu-west-1', protocolPolicy: 'https-only', ...RENDERED_CONNECTION } }, ['Ip', 'Server']],
    ['a load balancer', (stack) => DistributionOrigin.loadBalancer(addLoadBalancer(stack)),
      { origin: { name: { Ref: 'Balancer' }, regionName: 'eu-west-1' } }, ['Balancer']],
    ['a load balancer with options', (stack) => DistributionOrigin.loadBalancer(addLoadBalancer(stack), { ...CONNECTION, ...HTTPS }),
      { origin: { name: { Ref: 'Balancer' }, regionName: 'eu-west-1', protocolPolicy: 'https-only', ...RENDERED_CONNECTION } }, ['Balancer']],
    ['a container service', (stack) => DistributionOrigin.containerService(addContainerService(stack)),
      { origin: { name: { Ref: 'Service' }, regionName: 'eu-west-1', protocolPolicy: 'https-only' } }, ['Service']],
    ['a container service with options', (stack) => DistributionOrigin.containerService(addContainerService(stack), CONNECTION),
      { origin: { name: { Ref: 'Service' }, regionName: 'eu-west-1', protocolPolicy: 'https-only', ...RENDERED_CONNECTION } }, ['Service']],
  ])('%s', (_, origin, settings, dependencies) => {
    expect(withOrigin(origin)).toEqual({ settings, dependencies });
  });

  test('also one for settings of an existing distribution', () => {
    const stack = newStack(ireland);
    addSettings(stack, 'Cdn', { origin: DistributionOrigin.bucket(addBucket(stack)) });
    const [resource] = Object.values(Template.fromStack(stack).findResources(RESOURCE_TYPE));
    expect(resource.DependsOn).toEqual(['Bucket']);
    expect(resource.Properties.settings).toEqual(
      { origin: { name: { Ref: 'Bucket' }, regionName: 'eu-west-1', protocolPolicy: 'https-only' }, enablePrivateOriginAccess: true });
  });
});

test.each<[string, OriginOptions, object]>([
  ['a bucket', DistributionOrigin.bucketFromName('files', OriginRegion.EU_WEST_1, CONNECTION),
    { origin: { name: 'files', regionName: 'eu-west-1', protocolPolicy: 'https-only', ...RENDERED_CONNECTION }, enablePrivateOriginAccess: true }],
  ['an instance', DistributionOrigin.instanceFromName('server', OriginRegion.EU_WEST_1, CONNECTION),
    { origin: { name: 'server', regionName: 'eu-west-1', ...RENDERED_CONNECTION } }],
  ['a load balancer', DistributionOrigin.loadBalancerFromName('balancer', OriginRegion.EU_WEST_1, { ...CONNECTION, ...HTTPS }),
    { origin: { name: 'balancer', regionName: 'eu-west-1', protocolPolicy: 'https-only', ...RENDERED_CONNECTION } }],
  ['a container service', DistributionOrigin.containerServiceFromName('service', OriginRegion.EU_WEST_1, CONNECTION),
    { origin: { name: 'service', regionName: 'eu-west-1', protocolPolicy: 'https-only', ...RENDERED_CONNECTION } }],
])('an origin outside the app has the same settings, and no dependencies: %s', (_, origin, settings) => {
  expect(withOrigin(() => origin)).toEqual({ settings, dependencies: [] });
});

test('the Region of a stack that is unknown at synthesis is the one of its deployment', () => {
  const { settings } = withOrigin((stack) => DistributionOrigin.bucket(addBucket(stack)), {}, newStack());
  expect(settings).toMatchObject({ origin: { name: { Ref: 'Bucket' }, regionName: { Ref: 'AWS::Region' } } });
});

test('an origin that the app only refers to has its own Region, and nothing to wait for', () => {
  class ReferencedBucket extends Resource implements aws_lightsail.IBucketRef {
    public readonly bucketRef = { bucketName: 'files', bucketArn: 'unknown' };
  }
  const { settings, dependencies } = withOrigin((stack) => DistributionOrigin.bucket(new ReferencedBucket(stack, 'Files', { region: 'eu-central-1' })));
  expect(settings).toMatchObject({ origin: { name: 'files', regionName: 'eu-central-1' } });
  expect(dependencies).toEqual([]);
});

describe('private access', () => {
  test.each([[true, false], [false, true]])('of the distribution takes precedence: %p over %p', (privateOriginAccess, privateAccess) => {
    const { settings } = withOrigin((stack) => DistributionOrigin.bucket(addBucket(stack), { privateAccess }), { privateOriginAccess });
    expect(settings).toMatchObject({ enablePrivateOriginAccess: privateOriginAccess });
  });

  test('of an origin without a construct is the one of the distribution', () => {
    expect(withOrigin(() => ({ name: 'files', privateAccess: true })).settings).toEqual({ origin: { name: 'files' }, enablePrivateOriginAccess: true });
  });

  test('is a setting that one construct manages', () => {
    const stack = newStack(ireland);
    const bucket = addBucket(stack);
    const first = addDistribution(stack, 'First', { origin: DistributionOrigin.bucket(bucket) });
    const origin = { name: 'files', dependencies: [bucket] };
    addSettings(stack, 'Second', { distribution: first, origin: { ...origin, responseTimeout: Duration.seconds(20) } });
    expect(() => addSettings(stack, 'Third', { distribution: first, origin: { ...origin, privateAccess: false } })).toThrow(new Error(
      'Site/Third: privateOriginAccess: managed by two constructs, got a value here and in Site/First; '
      + 'each setting of a distribution is managed by one construct; remove one of them'));
  });
});

test('an origin without a construct can have dependencies', () => {
  const { dependencies } = withOrigin((stack) => ({ name: 'server', dependencies: [addStaticIp(stack)] }));
  expect(dependencies).toEqual(['Ip']);
});

test('an injector can tell what was specified', () => {
  const app = new App();
  PropertyInjectors.of(app).add({
    constructUniqueId: Distribution.PROPERTY_INJECTION_ID,
    inject: (props: DistributionProps): DistributionProps => ({ ...props, origin: { ...HTTPS, ...CONNECTION, ...props.origin } }),
  });
  const { settings } = withOrigin(
    (stack) => DistributionOrigin.instance(addInstance(stack), { protocolPolicy: undefined, responseTimeout: undefined }), {}, new Stack(app, 'Site', ireland));
  expect(settings).toEqual({ origin: { name: { Ref: 'Server' }, regionName: 'eu-west-1', protocolPolicy: 'https-only', ...RENDERED_CONNECTION } });
});

describe('an origin in another stack', () => {
  /** A distribution in a stack whose origin is in another stack. */
  function refer(from: StackProps, to: StackProps, origin = (stack: Stack): OriginOptions => DistributionOrigin.bucket(addBucket(stack))) {
    const app = new App();
    const [owner, user] = [new Stack(app, 'Owner', from), new Stack(app, 'User', to)];
    addDistribution(user, 'Cdn', { origin: origin(owner) });
    return { owner, user, originOf: () => (ownedResource(user).Properties.settings as { readonly origin: OriginOptions }).origin };
  }

  test.each([['known', ireland], ['unknown', {}]])('is exported and imported in the same Region, which is %s at synthesis', (_, env) => {
    const { owner, user, originOf } = refer(env, env);
    expect(originOf().name).toEqual({ 'Fn::ImportValue': expect.stringMatching(/^Owner:ExportsOutputRefBucket/) });
    expect(user.dependencies).toEqual([owner]);
  });

  test('is passed at deployment to a stack in another Region', () => {
    const { owner, user, originOf } = refer(ireland, virginia);
    expect(originOf()).toMatchObject({
      name: { 'Fn::GetAtt': [expect.stringMatching(/^ExportsReader/), expect.stringMatching(/^\/cdk\/exports\/User\/Ownereuwest1RefBucket/)] },
      regionName: 'eu-west-1',
    });
    expect(user.dependencies).toEqual([owner]);
  });

  test('is deployed first, also if nothing in the template refers to it', () => {
    const { owner, user, originOf } = refer(ireland, virginia, (stack) => ({ name: 'files', dependencies: [addBucket(stack)] }));
    expect(originOf()).toEqual({ name: 'files' });
    expect(user.dependencies).toEqual([owner]);
  });
});
