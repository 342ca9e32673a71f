import { App, aws_lightsail as lightsail, CfnResource, Duration, NestedStack, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { addDistribution, addSettings, newStack, propertiesOf, RESOURCE_TYPE, settingsOf } from './stack-under-test';
import {
  AllowedHttpMethods, CacheBehavior, CachedHttpMethods, Distribution, DistributionBundle, DistributionSettings, ForwardedCookies, ForwardedHeaders,
  ForwardedQueryStrings, HttpHeader, IpAddressType, OriginIpAddressType, OriginProtocolPolicy, OriginRegion, Reconcile, ViewerCertificate,
  ViewerMinimumTlsProtocolVersion, Waf, WafInspectionLevel, WafPayloadType, WafRule, WafRuleGroup, type CacheBehaviorSettings,
} from '../../src';

const count = (stack: Stack) => Object.keys(Template.fromStack(stack).toJSON().Resources).length;

describe('properties', () => {
  test('the minimum: a name and one setting', () => {
    expect(propertiesOf({ enabled: true })).toEqual({
      ServiceToken: { 'Fn::GetAtt': [expect.stringContaining('frameworkonEvent'), 'Arn'] },
      distributionName: 'my-cdn',
      settings: { isEnabled: true },
    });
  });

  test('options that are not settings', () => {
    expect(propertiesOf({ enabled: true, waitForDeployment: false, timeout: Duration.minutes(1) })).toMatchObject({
      waitForDeployment: false,
      timeoutSeconds: 60,
    });
  });

  test('each option has the name of the Lightsail API', () => {
    const responseInspection = { successCodes: [200], failureCodes: [401] };
    const takeover = { loginPath: '/in', payloadType: WafPayloadType.JSON, usernameField: '/user', passwordField: '/password', responseInspection };
    const creation = { payloadType: WafPayloadType.FORM_ENCODED, creationPath: '/up', registrationPagePath: '/form', responseInspection };
    expect(settingsOf({
      origin: {
        name: 'files',
        regionName: OriginRegion.EU_WEST_1,
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        responseTimeout: Duration.minutes(1),
        ipAddressType: OriginIpAddressType.IPV6,
      },
      privateOriginAccess: true,
      defaultCacheBehavior: CacheBehavior.CACHE,
      cacheBehaviorSettings: {
        minimumTtl: Duration.seconds(1),
        defaultTtl: Duration.minutes(1),
        maximumTtl: Duration.hours(1),
        allowedHttpMethods: AllowedHttpMethods.ALL,
        cachedHttpMethods: CachedHttpMethods.GET_HEAD_OPTIONS,
      },
      cacheBehaviors: { 'api/*': CacheBehavior.DONT_CACHE, '*.jpg': CacheBehavior.CACHE },
      enabled: true,
      viewerMinimumTlsProtocolVersion: ViewerMinimumTlsProtocolVersion.TLS_V1_2_2019,
      certificate: ViewerCertificate.fromCertificateName('cert'),
      defaultRootObject: 'index.html',
      customErrorResponses: [{ errorCode: 404, responseCode: 200, responsePagePath: '/404.html', errorCachingMinTtl: Duration.minutes(2) }],
      waf: Waf.enabled(
        WafRule.managed(WafRuleGroup.COMMON),
        WafRule.accountTakeoverPrevention(takeover),
        WafRule.accountCreationFraudPrevention(creation),
        WafRule.botControl({ inspectionLevel: WafInspectionLevel.TARGETED }),
      ),
      ipAddressType: IpAddressType.IPV4,
      bundle: DistributionBundle.LARGE_1_0,
    })).toEqual({
      origin: { name: 'files', regionName: 'eu-west-1', protocolPolicy: 'https-only', responseTimeout: 60, ipAddressType: 'ipv6' },
      enablePrivateOriginAccess: true,
      defaultCacheBehavior: 'cache',
      cacheBehaviorSettings: {
        minimumTTL: 1,
        defaultTTL: 60,
        maximumTTL: 3600,
        allowedHTTPMethods: 'GET,HEAD,OPTIONS,PUT,PATCH,POST,DELETE',
        cachedHTTPMethods: 'GET,HEAD,OPTIONS',
      },
      cacheBehaviors: [{ path: 'api/*', behavior: 'dont-cache' }, { path: '*.jpg', behavior: 'cache' }],
      isEnabled: true,
      viewerMinimumTlsProtocolVersion: 'TLSv1.2_2019',
      certificateName: 'cert',
      defaultRootObject: 'index.html',
      customErrorResponses: [{ errorCode: 404, responseCode: '200', responsePagePath: '/404.html', errorCachingMinTTL: 120 }],
      enableWaf: true,
      wafRules: [
        { name: 'AWSManagedRulesCommonRuleSet' },
        { name: 'AWSManagedRulesATPRuleSet', atpConfig: { ...takeover, payloadType: 'JSON' } },
        { name: 'AWSManagedRulesACFPRuleSet', acfpConfig: { ...creation, payloadType: 'FORM_ENCODED' } },
        { name: 'AWSManagedRulesBotControlRuleSet', botControlConfig: { inspectionLevel: 'TARGETED' } },
      ],
      bundleId: 'large_1_0',
      ipAddressType: 'ipv4',
    });
  });

  test.each<[CacheBehaviorSettings, object]>([
    [{ forwardedCookies: ForwardedCookies.none() }, { forwardedCookies: { option: 'none' } }],
    [{ forwardedCookies: ForwardedCookies.all() }, { forwardedCookies: { option: 'all' } }],
    [{ forwardedCookies: ForwardedCookies.allowList('id') }, { forwardedCookies: { option: 'allow-list', cookiesAllowList: ['id'] } }],
    [{ forwardedHeaders: ForwardedHeaders.none() }, { forwardedHeaders: { option: 'none' } }],
    [{ forwardedHeaders: ForwardedHeaders.all() }, { forwardedHeaders: { option: 'all' } }],
    [{ forwardedHeaders: ForwardedHeaders.serviceDefault() }, { forwardedHeaders: { option: 'default' } }],
    [{ forwardedHeaders: ForwardedHeaders.allowList(HttpHeader.HOST) }, { forwardedHeaders: { option: 'allow-list', headersAllowList: ['Host'] } }],
    [{ forwardedQueryStrings: ForwardedQueryStrings.none() }, { forwardedQueryStrings: { option: false } }],
    [{ forwardedQueryStrings: ForwardedQueryStrings.all() }, { forwardedQueryStrings: { option: true } }],
    [{ forwardedQueryStrings: ForwardedQueryStrings.allowList('page') }, { forwardedQueryStrings: { option: false, queryStringsAllowList: ['page'] } }],
  ])('forwarding has the values of the Lightsail API: %j', (cacheBehaviorSettings, expected) => {
    expect(settingsOf({ cacheBehaviorSettings })).toEqual({ cacheBehaviorSettings: expected });
  });

  test('false, the empty string and empty lists are values', () => {
    expect(settingsOf({
      enabled: false,
      defaultRootObject: '',
      cacheBehaviors: {},
      cacheBehaviorSettings: { minimumTtl: Duration.seconds(0) },
      customErrorResponses: [],
      waf: Waf.enabled(WafRule.botControl()),
    })).toEqual({
      isEnabled: false,
      defaultRootObject: '',
      cacheBehaviors: [],
      cacheBehaviorSettings: { minimumTTL: 0 },
      customErrorResponses: [],
      enableWaf: true,
      wafRules: [{ name: 'AWSManagedRulesBotControlRuleSet', botControlConfig: {} }],
    });
  });

  test('a WAF without rules turns off all rule groups, and no WAF leaves them unmanaged', () => {
    expect(settingsOf({ waf: Waf.enabled() })).toEqual({ enableWaf: true, wafRules: [] });
    expect(settingsOf({ waf: Waf.disabled() })).toEqual({ enableWaf: false });
  });

  test('the default certificate is a certificate without a name', () => {
    expect(settingsOf({ certificate: ViewerCertificate.defaultCertificate() })).toEqual({ certificateName: '' });
  });

  test('the status code for the viewer is a string, as Lightsail expects it', () => {
    expect(settingsOf({ customErrorResponses: [{ errorCode: 404, responseCode: 200, responsePagePath: '/' }] })).toEqual({
      customErrorResponses: [{ errorCode: 404, responseCode: '200', responsePagePath: '/' }],
    });
  });

  test('an object without values is not a setting', () => {
    expect(settingsOf({ enabled: true, cacheBehaviorSettings: {} })).toEqual({ isEnabled: true });
  });
});

describe('reconcile', () => {
  beforeEach(() => jest.useFakeTimers({ now: new Date('2026-11-22T10:00:00Z') }));
  afterEach(() => jest.useRealTimers());

  test('on change: two syntheses produce the same template', () => {
    const before = propertiesOf({ enabled: true, reconcile: Reconcile.ON_CHANGE });
    jest.advanceTimersByTime(1000);
    expect(propertiesOf({ enabled: true, reconcile: Reconcile.ON_CHANGE })).toEqual(before);
    expect(before).not.toHaveProperty('reconciledAt');
  });

  test('at every deployment: each synthesis produces another template', () => {
    expect(propertiesOf({ enabled: true, reconcile: Reconcile.EVERY_DEPLOYMENT }).reconciledAt).toBe('2026-11-22T10:00:00.000Z');
    jest.advanceTimersByTime(1000);
    expect(propertiesOf({ enabled: true, reconcile: Reconcile.EVERY_DEPLOYMENT }).reconciledAt).toBe('2026-11-22T10:00:01.000Z');
  });
});

describe('the distribution', () => {
  test('can be a CfnDistribution of the same stack, which is then deployed first', () => {
    const stack = newStack();
    const distribution = new lightsail.CfnDistribution(stack, 'Owned', {
      bundleId: 'small_1_0',
      defaultCacheBehavior: { behavior: 'cache' },
      distributionName: 'my-cdn',
      origin: { name: 'web', regionName: 'eu-west-1' },
    });
    expect(propertiesOf({ distribution, enabled: true }, stack)).toMatchObject({ distributionName: { Ref: 'Owned' } });
  });

  test('can be a Distribution of the same stack, which is then deployed first', () => {
    const stack = newStack();
    const distribution = addDistribution(stack, 'Owned', { distributionName: 'my-cdn' });
    const owned = stack.getLogicalId(distribution.node.defaultChild as CfnResource);
    expect(propertiesOf({ distribution, enabled: true }, stack)).toMatchObject({ distributionName: { 'Fn::GetAtt': [owned, 'distributionName'] } });
  });

  test('can be other settings of it, which are then deployed first', () => {
    const stack = newStack();
    const first = addSettings(stack, 'First', { enabled: true });
    const second = new DistributionSettings(stack, 'Second', { distribution: first, defaultCacheBehavior: CacheBehavior.CACHE });
    Template.fromStack(stack).hasResourceProperties(RESOURCE_TYPE, {
      distributionName: { 'Fn::GetAtt': [stack.getLogicalId(first.node.defaultChild as CfnResource), 'distributionName'] },
      settings: { defaultCacheBehavior: 'cache' },
    });
    expect(second.env.region).toBe('us-east-1');
  });

  test.each(['ab', '_9', 'A_b-9', 'a'.repeat(255)])('can have the name %s', (name) => {
    const stack = newStack();
    expect(Distribution.fromDistributionName(stack, 'Cdn', name).distributionRef.distributionName).toBe(name);
  });

  test('is in us-east-1, also when the stack is not', () => {
    const stack = new Stack(new App(), 'Site', { env: { region: 'eu-west-1', account: '111111111111' } });
    const expected = { region: 'us-east-1', account: '111111111111' };
    expect(Distribution.fromDistributionName(stack, 'Imported', 'my-cdn').env).toEqual(expected);
    expect(addSettings(stack, 'Cdn', { enabled: true }).env).toEqual(expected);
  });
});

describe('the resources of a stack', () => {
  test.each([
    ['without feature flags', {}],
    ['with the recommended feature flags', recommendedFlags],
  ])('at most 17 with the first construct, then 1 with each, and 1 for the permissions of an owner, %s', (_, context) => {
    const stack = new Stack(new App({ context }), 'Site');
    addSettings(stack, 'First', { enabled: true });
    expect(count(stack)).toBeLessThanOrEqual(17);

    const more = new Stack(new App({ context }), 'Site');
    addSettings(more, 'First', { enabled: true });
    addSettings(more, 'Second', { defaultRootObject: 'index.html' });
    for (const id of ['Third', 'Fourth']) addDistribution(more, id);
    expect(count(more)).toBe(count(stack) + 4);
  });

  test('are the same in every Region', () => {
    const [ireland, agnostic] = [{ env: { region: 'eu-west-1', account: '111111111111' } }, {}].map((props) => {
      const stack = new Stack(new App(), 'Site', props);
      addSettings(stack, 'Cdn', { enabled: true });
      return Template.fromStack(stack).toJSON().Resources;
    });
    const assets = expect.objectContaining({ S3Key: expect.any(String) });
    for (const resource of Object.values<{ Properties: { Code?: unknown } }>(agnostic)) {
      if (resource.Properties.Code) resource.Properties.Code = assets;
    }
    expect(ireland).toEqual(agnostic);
  });

  test('a nested stack has a separate provider', () => {
    const stack = newStack();
    const nested = new NestedStack(stack, 'Nested');
    addSettings(stack, 'Cdn', { enabled: true });
    addSettings(nested, 'Cdn', { defaultRootObject: 'index.html' });
    Template.fromStack(nested).resourceCountIs('AWS::StepFunctions::StateMachine', 1);
    Template.fromStack(stack).resourceCountIs('AWS::StepFunctions::StateMachine', 1);
  });
});
