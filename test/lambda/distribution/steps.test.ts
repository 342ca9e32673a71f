import type { LightsailDistribution } from '@aws-sdk/client-lightsail';
import { changes } from '../../../lambda/distribution/changes';
import type { Settings } from '../../../lambda/distribution/settings';
import { planSteps } from '../../../lambda/distribution/steps';

const inputs = (desired: Settings, live: LightsailDistribution) =>
  planSteps({ resourceName: 'my-cdn', desired }, changes({ desired, removed: {} }, live), live).map(({ call, input }) => [call, JSON.parse(JSON.stringify(input))]);

const LIVE: LightsailDistribution = {
  bundleId: 'medium_1_0',
  origin: { name: 'web-1', resourceType: 'Instance', regionName: 'eu-west-1', protocolPolicy: 'https-only', responseTimeout: 20 },
  cacheBehaviorSettings: {
    defaultTTL: 60,
    minimumTTL: 10,
    maximumTTL: 600,
    forwardedCookies: { option: 'allow-list', cookiesAllowList: ['a'] },
    forwardedHeaders: { option: 'none', headersAllowList: [] },
    forwardedQueryStrings: { option: true, queryStringsAllowList: [] },
  },
};

test('nothing differs: nothing is sent', () => {
  expect(inputs({ 'origin.responseTimeout': 20 }, LIVE)).toEqual([]);
});

test('a write of one setting has no other', () => {
  expect(inputs({ isEnabled: false }, LIVE)).toEqual([['UpdateDistribution', { distributionName: 'my-cdn', isEnabled: false }]]);
});

test('Lightsail replaces the cache settings as one object, so the live ones are merged with the desired ones, without lists that are returned empty', () => {
  expect(inputs({ 'cacheBehaviorSettings.defaultTTL': 0, 'cacheBehaviorSettings.minimumTTL': 0 }, LIVE)).toEqual([['UpdateDistribution', {
    distributionName: 'my-cdn',
    cacheBehaviorSettings: {
      defaultTTL: 0,
      minimumTTL: 0,
      maximumTTL: 600,
      forwardedCookies: { option: 'allow-list', cookiesAllowList: ['a'] },
      forwardedHeaders: { option: 'none' },
      forwardedQueryStrings: { option: true },
    },
  }]]);
});

test('a list of headers is sent again, one of cookies that is returned empty is not', () => {
  const forwardedHeaders = { option: 'allow-list' as const, headersAllowList: ['Host' as const] };
  const live = { cacheBehaviorSettings: { forwardedCookies: { option: 'all' as const, cookiesAllowList: [] }, forwardedHeaders } };
  expect(inputs({ 'cacheBehaviorSettings.defaultTTL': 0 }, live)).toEqual([['UpdateDistribution', {
    distributionName: 'my-cdn', cacheBehaviorSettings: { defaultTTL: 0, forwardedCookies: { option: 'all' }, forwardedHeaders },
  }]]);
});

test('cache settings of a distribution that has none are sent alone', () => {
  expect(inputs({ 'cacheBehaviorSettings.defaultTTL': 0 }, {})).toEqual([['UpdateDistribution', {
    distributionName: 'my-cdn', cacheBehaviorSettings: { defaultTTL: 0 },
  }]]);
});

test('lists that the service does not return are not sent', () => {
  const live = { cacheBehaviorSettings: { forwardedCookies: { option: 'all' as const }, forwardedHeaders: { option: 'none' as const }, forwardedQueryStrings: { option: true } } };
  expect(inputs({ 'cacheBehaviorSettings.defaultTTL': 0 }, live)).toEqual([['UpdateDistribution', {
    distributionName: 'my-cdn', cacheBehaviorSettings: { defaultTTL: 0, ...live.cacheBehaviorSettings },
  }]]);
});

test('WAF rules are not sent while it is not known whether WAF is enabled', () => {
  expect(inputs({ wafRules: [{ name: 'AWSManagedRulesCommonRuleSet' }], isEnabled: false }, {})).toEqual([['UpdateDistribution', { distributionName: 'my-cdn', isEnabled: false }]]);
});

test('between two unknown bundles WAF changes first', () => {
  const steps = inputs({ bundleId: 'huge_2_0', enableWaf: true }, { bundleId: 'huge_1_0' }).map(([call]) => call);
  expect(steps).toEqual(['UpdateDistribution', 'UpdateDistributionBundle']);
});

test('each step has the changes that it carries', () => {
  const desired: Settings = { isEnabled: false, bundleId: 'large_1_0', ipAddressType: 'ipv4', certificateName: 'cert-1' };
  const live = { ...LIVE, certificateName: 'cert-1', alternativeDomainNames: [] };
  expect(planSteps({ resourceName: 'my-cdn', desired }, changes({ desired, removed: {} }, live), live).map(({ call, changes: carried }) => [call, carried.map(({ setting }) => setting)]))
    .toEqual([['UpdateDistribution', ['isEnabled']], ['AttachCertificateToDistribution', ['certificateName']], ['SetIpAddressType', ['ipAddressType']], ['UpdateDistributionBundle', ['bundleId']]]);
});

test('Lightsail replaces the origin as one object, so its live members are sent again, without those that are read-only', () => {
  expect(inputs({ 'origin.responseTimeout': 30 }, LIVE)).toEqual([['UpdateDistribution', {
    distributionName: 'my-cdn',
    origin: { name: 'web-1', regionName: 'eu-west-1', protocolPolicy: 'https-only', responseTimeout: 30 },
  }]]);
});

describe('private origin access', () => {
  const bucket = (isPrivateOriginAccessEnabled: boolean): LightsailDistribution =>
    ({ origin: { name: 'files', resourceType: 'Bucket', regionName: 'us-east-1', isPrivateOriginAccessEnabled } });

  test('is sent together with the origin', () => {
    expect(inputs({ enablePrivateOriginAccess: true }, bucket(false))).toEqual([['UpdateDistribution', {
      distributionName: 'my-cdn', origin: { name: 'files', regionName: 'us-east-1' }, enablePrivateOriginAccess: true,
    }]]);
  });

  test('is disabled together with the origin', () => {
    expect(inputs({ enablePrivateOriginAccess: false }, bucket(true))).toEqual([['UpdateDistribution', {
      distributionName: 'my-cdn', origin: { name: 'files', regionName: 'us-east-1' }, enablePrivateOriginAccess: false,
    }]]);
  });

  test.each<Settings>([
    { 'origin.responseTimeout': 5 },
    { 'origin.name': 'more-files', 'enablePrivateOriginAccess': true },
  ])('is said again when the origin is replaced with %j', (desired) => {
    expect(inputs(desired, bucket(true))).toEqual([['UpdateDistribution', expect.objectContaining({ enablePrivateOriginAccess: true })]]);
  });

  test.each<Settings>([{ 'origin.name': 'more-files' }, { 'origin.regionName': 'eu-west-1' }])(
    'is not given to another resource that nobody asked it for: %j', (desired) => {
      expect(inputs(desired, bucket(true))).toEqual([['UpdateDistribution', expect.not.objectContaining({ enablePrivateOriginAccess: expect.anything() })]]);
    });

  test('is not enabled by a change of the origin', () => {
    expect(inputs({ 'origin.responseTimeout': 5 }, bucket(false))).toEqual([['UpdateDistribution', {
      distributionName: 'my-cdn', origin: { name: 'files', regionName: 'us-east-1', responseTimeout: 5 },
    }]]);
  });
});

describe('the certificate', () => {
  test('is sent with useDefaultCertificate: false', () => {
    expect(inputs({ certificateName: 'cert-1' }, LIVE)).toEqual([['UpdateDistribution', {
      distributionName: 'my-cdn', certificateName: 'cert-1', useDefaultCertificate: false,
    }]]);
  });

  test('is detached by useDefaultCertificate: true', () => {
    expect(inputs({ certificateName: '' }, { certificateName: 'cert-1', alternativeDomainNames: ['example.com'] })).toEqual([['UpdateDistribution', {
      distributionName: 'my-cdn', useDefaultCertificate: true,
    }]]);
  });
});

describe('WAF', () => {
  const withWaf: LightsailDistribution = { bundleId: 'medium_1_0', waf: { isWafEnabled: true, wafRules: [{ name: 'AWSManagedRulesCommonRuleSet' }] } };

  test('is enabled with its rules in one write', () => {
    expect(inputs({ enableWaf: true, wafRules: [{ name: 'AWSManagedRulesCommonRuleSet' }] }, {})).toEqual([['UpdateDistribution', {
      distributionName: 'my-cdn', enableWaf: true, wafRules: [{ name: 'AWSManagedRulesCommonRuleSet' }],
    }]]);
  });

  test('is disabled without them, because Lightsail then refuses rules', () => {
    expect(inputs({ enableWaf: false, wafRules: [] }, withWaf)).toEqual([['UpdateDistribution', { distributionName: 'my-cdn', enableWaf: false }]]);
  });

  test('stays enabled without rules', () => {
    expect(inputs({ wafRules: [] }, withWaf)).toEqual([['UpdateDistribution', { distributionName: 'my-cdn', wafRules: [] }]]);
  });
});

describe('separate calls', () => {
  const call = (desired: Settings, live: LightsailDistribution) => inputs(desired, live).map(([name]) => name);

  test('bundle and IP address type are not part of UpdateDistribution', () => {
    expect(inputs({ ipAddressType: 'ipv4', bundleId: 'large_1_0' }, LIVE)).toEqual([
      ['SetIpAddressType', { resourceType: 'Distribution', resourceName: 'my-cdn', ipAddressType: 'ipv4' }],
      ['UpdateDistributionBundle', { distributionName: 'my-cdn', bundleId: 'large_1_0' }],
    ]);
  });

  test('the bundle comes last, as its change cannot be undone for a month', () => {
    expect(call({ bundleId: 'large_1_0', isEnabled: false, ipAddressType: 'ipv4' }, LIVE))
      .toEqual(['UpdateDistribution', 'SetIpAddressType', 'UpdateDistributionBundle']);
  });

  test('a smaller bundle comes last, when the WAF that it does not allow is deleted', () => {
    expect(call({ bundleId: 'small_1_0', enableWaf: false }, { ...LIVE, waf: { isWafEnabled: true } }))
      .toEqual(['UpdateDistribution', 'UpdateDistributionBundle']);
  });

  const withWaf = { ...LIVE, waf: { isWafEnabled: true } };
  test.each<[Settings, LightsailDistribution]>([
    [{ bundleId: 'large_1_0', enableWaf: true, ipAddressType: 'ipv4' }, LIVE],
    [{ bundleId: 'large_1_0', wafRules: [{ name: 'AWSManagedRulesPHPRuleSet' }], ipAddressType: 'ipv4' }, withWaf],
    [{ bundleId: 'huge_1_0', enableWaf: true, ipAddressType: 'ipv4' }, LIVE],
  ])('a bigger bundle comes first where WAF or one of its rule groups needs it: %j', (desired, live) => {
    expect(call(desired, live)).toEqual(['UpdateDistributionBundle', 'UpdateDistribution', 'SetIpAddressType']);
  });
});
