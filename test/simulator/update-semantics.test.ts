import { DEFAULT_CACHE_SETTINGS, invalid, lightsail, named, NAME, refusal } from './in-process';

const longCache = { defaultTTL: 1000, maximumTTL: 2000, forwardedCookies: { option: 'all' } };

describe('2.1 replace, merge, omit', () => {
  it('cacheBehaviorSettings replaces the stored object: what is left out goes back to the default', () => {
    const { update, read } = lightsail();
    update({ cacheBehaviorSettings: longCache });
    update({ cacheBehaviorSettings: { defaultTTL: 5 } });
    expect(read().cacheBehaviorSettings).toEqual({ ...DEFAULT_CACHE_SETTINGS, defaultTTL: 5 });
  });

  it('switch omittedCacheSettings=unchanged: what is left out stays', () => {
    const { update, read } = lightsail({ omittedCacheSettings: 'unchanged' });
    update({ cacheBehaviorSettings: longCache });
    update({ cacheBehaviorSettings: { defaultTTL: 5 } });
    expect(read().cacheBehaviorSettings).toMatchObject({ defaultTTL: 5, maximumTTL: 2000, forwardedCookies: { option: 'all' } });
  });

  it('a top-level member left out stays as it is, and null counts as left out', () => {
    const { update, read } = lightsail();
    const all = {
      defaultCacheBehavior: { behavior: 'dont-cache' },
      cacheBehaviorSettings: longCache,
      cacheBehaviors: [{ path: 'api/*', behavior: 'cache' }],
      isEnabled: false,
      viewerMinimumTlsProtocolVersion: 'TLSv1.2_2019',
      defaultRootObject: 'index.html',
      customErrorResponses: [{ errorCode: 404, errorCachingMinTTL: 1 }],
      origin: { name: `${NAME}-origin`, responseTimeout: 5 },
    };
    update(all);
    const before = read();
    update({ isEnabled: true, defaultRootObject: null });
    expect(read()).toEqual({ ...before, isEnabled: true });
  });

  it('cacheBehaviors and customErrorResponses replace the list, [] clears it, and \'\' clears defaultRootObject', () => {
    const { update, read } = lightsail();
    update({ cacheBehaviors: [{ path: 'a', behavior: 'cache' }], customErrorResponses: [{ errorCode: 404 }], defaultRootObject: 'index.html' });
    update({ cacheBehaviors: [{ path: 'b', behavior: 'dont-cache' }] });
    expect(read().cacheBehaviors).toEqual([{ path: 'b', behavior: 'dont-cache' }]);
    update({ cacheBehaviors: [], customErrorResponses: [], defaultRootObject: '' });
    expect(read()).toMatchObject({ cacheBehaviors: [], customErrorResponses: [], defaultRootObject: undefined });
  });

  it('switch emptyClears=false: [] and \'\' leave the setting as it is', () => {
    const { update, read } = lightsail({ emptyClears: false });
    update({ cacheBehaviors: [{ path: 'a', behavior: 'cache' }], defaultRootObject: 'index.html' });
    update({ cacheBehaviors: [], defaultRootObject: '' });
    expect(read()).toMatchObject({ cacheBehaviors: [{ path: 'a', behavior: 'cache' }], defaultRootObject: 'index.html' });
  });

  it('origin is replaced as one object: what is left out goes back to the default', () => {
    const { update, read } = lightsail();
    const origin = { name: `${NAME}-origin`, regionName: 'us-east-1' };
    update({ origin: { ...origin, responseTimeout: 5, protocolPolicy: 'https-only', ipAddressType: 'dualstack' } });
    update({ origin });
    expect(read().origin).toEqual({
      ...origin, resourceType: 'Instance', responseTimeout: 30, protocolPolicy: 'http-only', ipAddressType: 'ipv4', isPrivateOriginAccessEnabled: false,
    });
  });

  it('switch omittedOriginMembers=unchanged: what is left out of the same origin stays', () => {
    const { service, update, read } = lightsail({ omittedOriginMembers: 'unchanged' });
    service.seeds.seedOrigin('other', { regionName: 'eu-west-1', resourceType: 'LoadBalancer' });
    update({ origin: { name: `${NAME}-origin`, responseTimeout: 5 } });
    update({ origin: { name: `${NAME}-origin`, protocolPolicy: 'https-only' } });
    expect(read().origin).toMatchObject({ responseTimeout: 5, protocolPolicy: 'https-only' });
    update({ origin: { name: 'other' } });
    expect(read().origin).toMatchObject({ name: 'other', responseTimeout: 30, protocolPolicy: 'http-only' });
  });

  it('private origin access needs origin with the name in the same call, and a bucket', () => {
    const { service, update, read } = lightsail();
    service.seeds.seedOrigin('files', { regionName: 'eu-west-1', resourceType: 'Bucket' });
    expect(refusal(() => update({ enablePrivateOriginAccess: true })))
      .toBe(invalid('enablePrivateOriginAccess needs origin with the name of the resource, even when the origin does not change'));
    expect(refusal(() => update({ enablePrivateOriginAccess: true, origin: { name: `${NAME}-origin` } })))
      .toBe(invalid('private origin access is possible only with a bucket, got Instance'));
    update({ enablePrivateOriginAccess: true, origin: { name: 'files' } });
    expect(read().origin.isPrivateOriginAccessEnabled).toBe(true);
    update({ origin: { name: 'files', responseTimeout: 9 } });
    expect(read().origin).toMatchObject({ isPrivateOriginAccessEnabled: true, responseTimeout: 9 });
    update({ enablePrivateOriginAccess: false, origin: { name: 'files' } });
    expect(read().origin.isPrivateOriginAccessEnabled).toBe(false);
  });

  it('another origin starts without private access', () => {
    const { service, update, read } = lightsail();
    service.seeds.seedOrigin('files', { regionName: 'eu-west-1', resourceType: 'Bucket' });
    service.seeds.seedOrigin('more-files', { regionName: 'eu-west-1', resourceType: 'Bucket' });
    update({ enablePrivateOriginAccess: true, origin: { name: 'files' } });
    update({ origin: { name: 'more-files' } });
    expect(read().origin.isPrivateOriginAccessEnabled).toBe(false);
  });

  it('members that UpdateDistribution does not have change nothing', () => {
    const { update, read } = lightsail();
    const before = read();
    update({ bundleId: 'large_1_0', ipAddressType: 'ipv4', tags: [{ key: 'a', value: 'b' }], name: 'other', isEnabled: true });
    expect(read()).toEqual(before);
  });

  it('an update without the name is refused', () => {
    const { service } = lightsail();
    expect(refusal(() => service.call('UpdateDistribution', { isEnabled: false }))).toBe(invalid('UpdateDistribution.distributionName is required'));
  });
});

describe('2.1 WAF', () => {
  const common = { name: 'AWSManagedRulesCommonRuleSet' };
  const badInputs = { name: 'AWSManagedRulesKnownBadInputsRuleSet' };
  const onMedium = () => {
    const lit = lightsail();
    lit.service.seeds.changeOutsideStack(NAME, { bundleId: 'medium_1_0' });
    return lit;
  };

  it('wafRules replaces the list, [] turns all off, enabling without rules blocks nothing', () => {
    const { update, read } = onMedium();
    update({ enableWaf: true });
    expect(read().waf).toEqual({ isWafEnabled: true, wafRules: [] });
    update({ wafRules: [common] });
    update({ wafRules: [badInputs] });
    expect(read().waf).toEqual({ isWafEnabled: true, wafRules: [badInputs] });
    update({ isEnabled: false });
    expect(read().waf).toEqual({ isWafEnabled: true, wafRules: [badInputs] });
    update({ wafRules: [] });
    expect(read().waf).toEqual({ isWafEnabled: true, wafRules: [] });
  });

  it('enableWaf false drops the rules', () => {
    const { update, read } = onMedium();
    update({ enableWaf: true, wafRules: [common] });
    update({ enableWaf: false });
    expect(read().waf).toEqual({ isWafEnabled: false, wafRules: [] });
    update({ enableWaf: true });
    expect(read().waf).toEqual({ isWafEnabled: true, wafRules: [] });
  });

  it.each([{ wafRules: [common] }, { wafRules: [] }, { enableWaf: false, wafRules: [common] }])('wafRules while WAF is off is refused: %j', (input) => {
    const { update } = onMedium();
    expect(refusal(() => update(input))).toBe(invalid('wafRules can be specified only when WAF is enabled for the distribution'));
  });

  it('WAF is for medium and large bundles, and so are rule groups', () => {
    const small = lightsail();
    expect(refusal(() => small.update({ enableWaf: true })))
      .toBe(invalid('WAF is available only for the bundles medium_1_0 and large_1_0, got small_1_0'));
    const medium = onMedium();
    expect(refusal(() => medium.update({ enableWaf: true, wafRules: [{ name: 'AWSManagedRulesPHPRuleSet' }] })))
      .toBe(invalid('wafRules: the bundle medium_1_0 does not support the rule group AWSManagedRulesPHPRuleSet'));
  });

  const atpConfig = { loginPath: '/login', payloadType: 'JSON', usernameField: '/user', passwordField: '/password' };

  it.each([
    [{ name: 'AWSManagedRulesATPRuleSet' },
      'wafRules: atpConfig is required for the rule group AWSManagedRulesATPRuleSet and for no other, got it wrong for AWSManagedRulesATPRuleSet'],
    [{ ...common, atpConfig },
      'wafRules: atpConfig is required for the rule group AWSManagedRulesATPRuleSet and for no other, got it wrong for AWSManagedRulesCommonRuleSet'],
    [{ name: 'AWSManagedRulesATPRuleSet', atpConfig: { loginPath: 'login' } },
      'UpdateDistribution.wafRules[0].atpConfig.loginPath must start with / and have 1 to 256 characters, got "login"'],
    [{ name: 'AWSManagedRulesATPRuleSet', atpConfig: { ...atpConfig, usernameField: '' } },
      'UpdateDistribution.wafRules[0].atpConfig.usernameField must have 1 to 512 characters, got ""'],
    [{ name: 'AWSManagedRulesATPRuleSet', atpConfig: { payloadType: 'JSON', usernameField: 'user' } },
      'UpdateDistribution.wafRules[0].atpConfig must have JSON pointers, which start with /, as field names of a JSON payload, got {"payloadType":"JSON","usernameField":"user"}'],
    [{ name: 'AWSManagedRulesATPRuleSet', atpConfig: { responseInspection: { successCodes: [200], failureCodes: [401, 200] } } },
      'UpdateDistribution.wafRules[0].atpConfig.responseInspection must not have a code that is both a success and a failure, got {"successCodes":[200],"failureCodes":[401,200]}'],
    [{ name: 'AWSManagedRulesATPRuleSet', atpConfig: { responseInspection: { successCodes: [] } } },
      'UpdateDistribution.wafRules[0].atpConfig.responseInspection.successCodes must have at least 1 entries, got 0'],
    [{ name: 'AWSManagedRulesATPRuleSet', atpConfig: { responseInspection: { successCodes: [1000] } } },
      'UpdateDistribution.wafRules[0].atpConfig.responseInspection.successCodes[0] must be from 0 to 999, got 1000'],
    [{ name: 'AWSManagedRulesBotControlRuleSet', botControlConfig: { inspectionLevel: 'DEEP' } },
      'UpdateDistribution.wafRules[0].botControlConfig.inspectionLevel must be one of COMMON | TARGETED, got "DEEP"'],
  ])('a rule is refused: %j', (rule, message) => {
    const { service, update } = lightsail();
    service.seeds.changeOutsideStack(NAME, { bundleId: 'large_1_0' });
    expect(refusal(() => update({ enableWaf: true, wafRules: [rule] }))).toBe(invalid(message));
  });

  it('a rule with its configuration is retained as it was given', () => {
    const { service, update, read } = lightsail();
    service.seeds.changeOutsideStack(NAME, { bundleId: 'large_1_0' });
    const rule = { name: 'AWSManagedRulesATPRuleSet', atpConfig: { ...atpConfig, responseInspection: { successCodes: [200], failureCodes: [401] } } };
    update({ enableWaf: true, wafRules: [rule] });
    expect(read().waf.wafRules).toEqual([rule]);
  });
});

describe('1.5 empty update', () => {
  it('deploys', () => {
    const { service, read } = lightsail();
    expect(service.call('UpdateDistribution', named).operation.isTerminal).toBe(false);
    expect(read().status).toBe('InProgress');
  });

  it('switch emptyUpdateDeploys=false: ends at once', () => {
    const { service, read } = lightsail({ emptyUpdateDeploys: false });
    expect(service.call('UpdateDistribution', named).operation).toMatchObject({ isTerminal: true, status: 'Succeeded' });
    expect(read().status).toBe('Deployed');
  });
});
