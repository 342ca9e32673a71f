import { Account, owned } from './account';
import type { Stack } from './cloudformation';
import { nested } from './cloudformation-strings';
import { inputsOf } from './handler-over-http';
import { changes } from '../../lambda/distribution/changes';
import type { Settings } from '../../lambda/distribution/settings';

let account: Account;
let stack: Stack;

beforeEach(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  account = new Account();
  stack = account.stack();
});

/** Creates a distribution of the stack, and clears the log. */
async function created(settings: object = {}, more: object = {}) {
  expect(await stack.create(owned(settings, more))).toMatchObject({ status: 'CREATE_COMPLETE' });
  account.calls();
}

/** For each setting, a value that differs from that of a distribution with the service defaults. */
const ONE_SETTING: Settings = {
  'origin.name': 'web-2',
  'origin.regionName': 'us-east-1',
  'origin.protocolPolicy': 'https-only',
  'origin.responseTimeout': 5,
  'origin.ipAddressType': 'dualstack',
  'enablePrivateOriginAccess': true,
  'defaultCacheBehavior': 'dont-cache',
  'cacheBehaviorSettings.defaultTTL': 0,
  'cacheBehaviorSettings.minimumTTL': 1,
  'cacheBehaviorSettings.maximumTTL': 86_400,
  'cacheBehaviorSettings.allowedHTTPMethods': 'GET,HEAD',
  'cacheBehaviorSettings.cachedHTTPMethods': 'GET,HEAD,OPTIONS',
  'cacheBehaviorSettings.forwardedCookies': { option: 'allow-list', cookiesAllowList: ['a'] },
  'cacheBehaviorSettings.forwardedHeaders': { option: 'allow-list', headersAllowList: ['Host'] },
  'cacheBehaviorSettings.forwardedQueryStrings': { option: true },
  'cacheBehaviors': [{ path: 'api/*', behavior: 'dont-cache' }],
  'isEnabled': false,
  'viewerMinimumTlsProtocolVersion': 'TLSv1.2_2019',
  'certificateName': 'cert-1',
  'defaultRootObject': 'index.html',
  'customErrorResponses': [{ errorCode: 404, responseCode: '200', responsePagePath: '/index.html', errorCachingMinTTL: 10 }],
  'enableWaf': true,
  'wafRules': [{ name: 'AWSManagedRulesCommonRuleSet' }],
  'bundleId': 'medium_1_0',
  'ipAddressType': 'ipv4',
};

const CALL_OF: Readonly<Record<string, string>> = { bundleId: 'UpdateDistributionBundle', ipAddressType: 'SetIpAddressType' };
/** The settings that Lightsail requires to accept a setting. */
const GROUND: Readonly<Record<string, object>> = {
  enablePrivateOriginAccess: { origin: { name: 'files' } },
  enableWaf: { bundleId: 'medium_1_0' },
  wafRules: { bundleId: 'medium_1_0', enableWaf: true },
};

describe('update', () => {
  beforeEach(() => {
    account.service.seeds.seedOrigin('web', { regionName: 'us-east-1', resourceType: 'Instance' });
    account.service.seeds.seedOrigin('files', { regionName: 'eu-west-1', resourceType: 'Bucket' });
  });

  test('where nothing differs is 1 read and 0 writes', async () => {
    const tags = [{ key: 'team', value: 'web' }];
    await created({ isEnabled: true, bundleId: 'small_1_0' }, { tags });
    const result = await stack.update(owned({ isEnabled: true, bundleId: 'small_1_0' }, { tags, reconciledAt: '2026-06-01T00:00:00Z' }));
    expect(result).toMatchObject({ status: 'UPDATE_COMPLETE', data: { changes: 'nothing changed' } });
    expect(account.calls()).toEqual(['GetDistributions']);
  });

  test('to a template that the live state already satisfies is 1 read more: a cancelled write may still take effect', async () => {
    await created({ isEnabled: true });
    expect(await stack.update(owned({ defaultRootObject: '' }))).toMatchObject({ status: 'UPDATE_COMPLETE', data: { changes: 'nothing changed' } });
    expect(account.calls()).toEqual(['GetDistributions', 'GetOperationsForResource']);
  });

  test.each(Object.entries(ONE_SETTING))('of %s alone is 1 write and 1 deployment', async (name, wanted) => {
    const ground = GROUND[name] ?? {};
    await created(ground);
    const settings = nested({ ...flat(ground), [name]: wanted });
    const before = { ...account.live() };
    expect(await stack.update(owned({ ...settings, origin: { name: 'web', ...settings.origin as object } }))).toMatchObject({ status: 'UPDATE_COMPLETE' });
    expect(changes({ desired: { [name]: wanted }, removed: {} }, before)).toHaveLength(1);
    expect(changes({ desired: { [name]: wanted }, removed: {} }, account.live()!)).toEqual([]);
    expect(account.deployments).toEqual([CALL_OF[name] ?? 'UpdateDistribution']);
    expect(account.calls().filter((operation) => operation.endsWith('agResource')))
      .toEqual(name === 'certificateName' ? ['TagResource', 'UntagResource'] : []);
  });

  test('of all settings at once is one write for each of the three calls', async () => {
    await created();
    const desired: Settings = { ...ONE_SETTING, 'origin.regionName': 'eu-west-1', 'origin.name': 'files', 'cacheBehaviorSettings.minimumTTL': 0 };
    expect(await stack.update(owned(nested(desired)))).toMatchObject({ status: 'UPDATE_COMPLETE' });
    expect(changes({ desired, removed: {} }, account.live()!)).toEqual([]);
    expect(account.deployments).toEqual(['UpdateDistributionBundle', 'UpdateDistribution', 'SetIpAddressType']);
    expect(Object.keys(account.tags())).toEqual(['cdk-lightsail-distribution:owner']);
  });

  test('with a setting removed resets it to the service default, unless it was changed outside the stack since', async () => {
    await created({ defaultRootObject: 'index.html', cacheBehaviorSettings: { defaultTTL: 60, maximumTTL: 600_000 } });
    account.service.seeds.changeOutsideStack('my-cdn', { cacheBehaviorSettings: { maximumTTL: 700_000 } });
    expect(await stack.update(owned())).toMatchObject({
      status: 'UPDATE_COMPLETE', data: { changes: 'cacheBehaviorSettings.defaultTTL: 60 -> 86400; defaultRootObject: "index.html" -> ""' },
    });
    expect(account.live()).toMatchObject({ cacheBehaviorSettings: { defaultTTL: 86_400, maximumTTL: 700_000 } });
    expect(account.deployments).toEqual(['UpdateDistribution']);
  });

  test('does not change the defaults that a distribution was created with', async () => {
    await created();
    account.service.seeds.changeOutsideStack('my-cdn', { defaultCacheBehavior: { behavior: 'dont-cache' }, bundleId: 'large_1_0' });
    expect(await stack.update(owned())).toMatchObject({ status: 'UPDATE_COMPLETE', data: { changes: 'nothing changed' } });
    expect(account.calls()).toEqual(['GetDistributions']);
  });

  test('of the bundle a second time in a month is refused before any write', async () => {
    await created();
    await stack.update(owned({ bundleId: 'medium_1_0' }));
    account.pass(60);
    account.calls();
    expect(await stack.update(owned({ bundleId: 'large_1_0', isEnabled: false }))).toEqual({
      status: 'UPDATE_ROLLBACK_COMPLETE',
      data: expect.objectContaining({ changes: 'nothing changed' }),
      reasons: ['my-cdn: bundleId: cannot change now, got "large_1_0" while "medium_1_0" is applied; '
        + 'Lightsail allows one change in a billing month; deploy again next month, or leave the bundle as it is'],
    });
    expect(account.calls()).toEqual(['GetDistributions', 'GetDistributions', 'GetOperationsForResource']);
  });

  test('that replaces the certificate is 1 deployment, domain names included', async () => {
    await created({ certificateName: 'cert-1' });
    expect(await stack.update(owned({ certificateName: 'cert-2' }))).toMatchObject({
      status: 'UPDATE_COMPLETE', data: { alternativeDomainNames: 'example.org', changes: 'certificateName: "cert-1" -> "cert-2"' },
    });
    expect(inputsOf(account.writes).filter(([operation]) => !String(operation).endsWith('agResource'))).toEqual([
      ['UpdateDistribution', { distributionName: 'my-cdn', certificateName: 'cert-2', useDefaultCertificate: false }],
    ]);
  });

  test('of a distribution that was deleted outside the stack creates it again', async () => {
    await created({}, { tags: [{ key: 'team', value: 'web' }] });
    account.service.seeds.removeDistribution('my-cdn');
    expect(await stack.update(owned({ defaultRootObject: 'index.html' }, { tags: [{ key: 'team', value: 'web' }] })))
      .toMatchObject({ status: 'UPDATE_COMPLETE', data: { changes: 'created' } });
    expect(account.live()).toMatchObject({ defaultRootObject: 'index.html' });
    expect(account.tags()).toEqual({ 'team': 'web', 'cdk-lightsail-distribution:owner': `created ${stack.id}/Cdn` });
    expect(account.deployments).toEqual(['CreateDistribution']);
  });

  test('of a distribution that lost its owner tag continues, and then it is adopted', async () => {
    await created();
    account.service.seeds.tagOutsideStack('my-cdn', { 'cdk-lightsail-distribution:owner': null });
    expect(await stack.update(owned({ isEnabled: false }))).toMatchObject({ status: 'UPDATE_COMPLETE', data: { changes: 'isEnabled: true -> false; adopted' } });
    expect(account.tags()).toEqual({ 'cdk-lightsail-distribution:owner': `adopted ${stack.id}/Cdn` });
    await stack.delete();
    expect([account.names, account.tags()]).toEqual([['my-cdn'], {}]);
  });

  test('that fails is rolled back, including the writes that succeeded', async () => {
    await created({ isEnabled: true });
    account.service.faults.add({ operation: 'SetIpAddressType', kind: 'failedOperation', code: 'EdgeFull', message: 'No room at the edge' });
    expect(await stack.update(owned({ isEnabled: false, ipAddressType: 'ipv4' }))).toMatchObject({
      status: 'UPDATE_ROLLBACK_COMPLETE', reasons: [expect.stringMatching(/^my-cdn: SetIpAddressType operation \S+ \(Failed\) failed: EdgeFull: No room at the edge; /)],
    });
    expect(account.live()).toMatchObject({ isEnabled: true, ipAddressType: 'dualstack' });
    expect(Object.keys(account.tags())).toEqual(['cdk-lightsail-distribution:owner']);
  });

  test('reports at its deadline what was pending', async () => {
    await created({ isEnabled: true });
    expect(await stack.update(owned({ isEnabled: false, ipAddressType: 'ipv4' }, { timeoutSeconds: 40 }))).toMatchObject({
      status: 'UPDATE_ROLLBACK_COMPLETE',
      reasons: ['my-cdn: timed out after 40 s, pending: status "InProgress"; check the distribution, then deploy again or set a longer timeout'],
    });
    expect(account.live()).toMatchObject({ isEnabled: true });
  });
});

const flat = (settings: object) =>
  Object.fromEntries(Object.entries(settings).flatMap(([name, value]) => (name === 'origin' ? Object.entries(value).map(([member, one]) => [`origin.${member}`, one]) : [[name, value]])));
