import { App, aws_lightsail as lightsail, CfnParameter, Duration, Stack, Stage } from 'aws-cdk-lib';
import type { aws_lightsail } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { Distribution, DistributionCertificate, DistributionSettings, type DistributionProps, type DistributionSettingsProps } from '../../src';

const owned = (scope: Construct, id: string, props: Partial<DistributionProps> = {}) =>
  new Distribution(scope, id, { distributionName: 'my-cdn', origin: { name: 'web' }, ...props });
const settings = (
  scope: Construct, id: string, props: Omit<DistributionSettingsProps, 'distribution'>, distribution: aws_lightsail.IDistributionRef = Distribution.fromDistributionName(scope, `${id}Name`, 'my-cdn'),
) => new DistributionSettings(scope, id, { ...props, distribution });

const OWNED_TWICE = 'owned by two constructs, got "my-cdn", which Site/First owns too; a distribution is owned by one construct; choose another name';
const managedTwice = (setting: string, other = 'Site/First') =>
  `${setting}: managed by two constructs, got a value here and in ${other}; each setting of a distribution is managed by one construct; remove one of them`;

describe('a distribution that two constructs own is refused', () => {
  test('in one stack', () => {
    const stack = new Stack(new App(), 'Site');
    owned(stack, 'First');
    expect(() => owned(stack, 'Second')).toThrow(new Error(`Site/Second: distributionName: ${OWNED_TWICE}`));
  });

  test.each([
    ['of unknown accounts', {}, {}],
    ['of the same account', { account: '111122223333', region: 'eu-west-1' }, { account: '111122223333', region: 'us-east-1' }],
    ['of a known and an unknown account', { account: '111122223333', region: 'eu-west-1' }, {}],
  ])('in two stacks %s', (_what, env, otherEnv) => {
    const app = new App();
    owned(new Stack(app, 'Site', { env }), 'First');
    expect(() => owned(new Stack(app, 'Other', { env: otherEnv }), 'Second')).toThrow(new Error(`Other/Second: distributionName: ${OWNED_TWICE}`));
  });

  test('with all its other problems of this kind in one error', () => {
    const stack = new Stack(new App(), 'Site');
    owned(stack, 'First', { enabled: true });
    expect(() => owned(stack, 'Second', { enabled: true })).toThrow(new Error(`Site/Second: distributionName: ${OWNED_TWICE}\nSite/Second: ${managedTwice('enabled')}`));
  });
});

describe('a certificate that two constructs own is refused', () => {
  const certificate = (scope: Construct, id: string, certificateName?: string) => new DistributionCertificate(scope, id, { domainName: 'example.com', certificateName });
  const twice = 'certificateName: owned by two constructs, got "my-cert", which Site/First owns too; a certificate is owned by one construct; choose another name';

  test('in one stack, and in two stacks of the same account', () => {
    const app = new App();
    const stack = new Stack(app, 'Site');
    certificate(stack, 'First', 'my-cert');
    expect(() => certificate(stack, 'Second', 'my-cert')).toThrow(new Error(`Site/Second: ${twice}`));
    expect(() => certificate(new Stack(app, 'Other'), 'Second', 'my-cert')).toThrow(new Error(`Other/Second: ${twice}`));
  });

  test('also if one of them is a distribution, as Lightsail resources of all kinds have different names', () => {
    const stack = new Stack(new App(), 'Site');
    owned(stack, 'First', { distributionName: 'my-cert' });
    expect(() => certificate(stack, 'Second', 'my-cert')).toThrow(new Error(`Site/Second: ${twice}`));
    certificate(stack, 'Third', 'other-cert');
    expect(() => owned(stack, 'Fourth', { distributionName: 'other-cert' })).toThrow(new Error('Site/Fourth: distributionName: owned by two constructs, '
      + 'got "other-cert", which Site/Third owns too; a distribution is owned by one construct; choose another name'));
  });

  test('but not certificates of the same domain names whose names are generated or unknown, nor one that is imported besides', () => {
    const stack = new Stack(new App(), 'Site');
    const name = new CfnParameter(stack, 'Name').valueAsString;
    for (const id of ['First', 'Second']) certificate(stack, id);
    for (const id of ['Third', 'Fourth']) certificate(stack, id, name);
    certificate(stack, 'Fifth', 'my-cert');
    DistributionCertificate.fromCertificateName(stack, 'Imported', 'my-cert');
  });
});

describe('a setting that two constructs manage is refused', () => {
  const FIRST = { enabled: true, defaultRootObject: 'index.html', cacheBehaviorSettings: { defaultTtl: Duration.days(1), minimumTtl: Duration.seconds(0) } };

  test('of a distribution that is imported by its name', () => {
    const stack = new Stack(new App(), 'Site');
    settings(stack, 'First', FIRST);
    expect(() => settings(stack, 'Second', { enabled: false, cacheBehaviorSettings: { defaultTtl: Duration.days(2) } }))
      .toThrow(new Error(`Site/Second: ${managedTwice('enabled')}\nSite/Second: ${managedTwice('cacheBehaviorSettings.defaultTtl')}`));
  });

  test.each([['my-cdn'], [undefined]])('of a distribution of the app with the name %p', (distributionName) => {
    const stack = new Stack(new App(), 'Site');
    const distribution = owned(stack, 'First', { distributionName, ...FIRST });
    expect(() => settings(stack, 'Second', { enabled: false }, distribution)).toThrow(new Error(`Site/Second: ${managedTwice('enabled')}`));
  });

  test('of a distribution of other settings', () => {
    const stack = new Stack(new App(), 'Site');
    const first = settings(stack, 'First', FIRST);
    expect(() => settings(stack, 'Second', { enabled: false }, first)).toThrow(new Error(`Site/Second: ${managedTwice('enabled')}`));
  });

  test('of a distribution of CloudFormation', () => {
    const stack = new Stack(new App(), 'Site');
    const distribution = new lightsail.CfnDistribution(stack, 'Cdn', { distributionName: 'a', bundleId: 'small_1_0', defaultCacheBehavior: {}, origin: {} });
    settings(stack, 'First', FIRST, distribution);
    expect(() => settings(stack, 'Second', { enabled: false }, distribution)).toThrow(new Error(`Site/Second: ${managedTwice('enabled')}`));
  });

  test('of the origin, except its name, which every origin has', () => {
    const stack = new Stack(new App(), 'Site');
    owned(stack, 'First', { origin: { name: 'web', responseTimeout: Duration.seconds(20) } });
    expect(() => settings(stack, 'Second', { origin: { name: 'web', responseTimeout: Duration.seconds(30) } })).toThrow(new Error(`Site/Second: ${managedTwice('origin.responseTimeout')}`));
  });
});

describe('allowed are', () => {
  test('other settings of one distribution, also single ones of the cache and the origin', () => {
    const stack = new Stack(new App(), 'Site');
    owned(stack, 'First', { enabled: true, cacheBehaviorSettings: { defaultTtl: Duration.days(1) } });
    settings(stack, 'Second', { defaultRootObject: '', cacheBehaviorSettings: { minimumTtl: Duration.seconds(0) }, origin: { name: 'web', responseTimeout: Duration.seconds(20) } });
  });

  test('one name in two accounts, in two stages of unknown accounts, and in two apps', () => {
    const app = new App();
    for (const account of ['111111111111', '222222222222']) owned(new Stack(app, `Stack${account}`, { env: { account, region: 'eu-west-1' } }), 'Cdn', { enabled: true });
    for (const stage of ['Test', 'Production']) owned(new Stack(new Stage(app, stage), 'Stack'), 'Cdn', { enabled: true });
    owned(new Stack(new App(), 'Site'), 'Cdn', { enabled: true });
  });

  test('generated names and names that are unknown at synthesis', () => {
    const stack = new Stack(new App(), 'Site');
    const name = new CfnParameter(stack, 'Name').valueAsString;
    for (const id of ['First', 'Second']) owned(stack, id, { distributionName: undefined, enabled: true });
    for (const id of ['Third', 'Fourth']) owned(stack, id, { distributionName: name, enabled: true });
  });
});
