import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { asCloudFormationSends } from './lambda/cloudformation-strings';
import type { ResourceEvent } from '../lambda/event';
import { lightsailOverHttp, type Lightsail } from '../lambda/lightsail';
import { parseRequest } from '../lambda/request';
import { SETTING_NAMES } from '../lambda/settings';
import { startSimulator } from '../simulator';
import {
  AllowedHttpMethods, CacheBehavior, CachedHttpMethods, Distribution, DistributionBundle, DistributionSettings, ForwardedCookies, ForwardedHeaders,
  ForwardedQueryStrings, HttpHeader, IpAddressType, OriginIpAddressType, OriginProtocolPolicy, OriginRegion, Reconcile, ViewerCertificate,
  ViewerMinimumTlsProtocolVersion, Waf, WafInspectionLevel, WafPayloadType, WafRule, WafRuleGroup,
} from '../src';

const stack = new Stack(new App(), 'Site');
new DistributionSettings(stack, 'Cdn', {
  distribution: Distribution.fromDistributionName(stack, 'Distribution', 'my-cdn'),
  reconcile: Reconcile.EVERY_DEPLOYMENT,
  origin: {
    name: 'files',
    regionName: OriginRegion.EU_WEST_1,
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    responseTimeout: Duration.seconds(20),
    ipAddressType: OriginIpAddressType.IPV4,
  },
  privateOriginAccess: true,
  defaultCacheBehavior: CacheBehavior.CACHE,
  cacheBehaviorSettings: {
    defaultTtl: Duration.seconds(0),
    minimumTtl: Duration.seconds(0),
    maximumTtl: Duration.days(365),
    allowedHttpMethods: AllowedHttpMethods.GET_HEAD_OPTIONS,
    cachedHttpMethods: CachedHttpMethods.GET_HEAD,
    forwardedCookies: ForwardedCookies.allowList('session'),
    forwardedHeaders: ForwardedHeaders.allowList(HttpHeader.HOST),
    forwardedQueryStrings: ForwardedQueryStrings.allowList('page'),
  },
  cacheBehaviors: { 'api/*': CacheBehavior.DONT_CACHE },
  enabled: false,
  viewerMinimumTlsProtocolVersion: ViewerMinimumTlsProtocolVersion.TLS_V1_2_2021,
  certificate: ViewerCertificate.fromCertificateName('cert'),
  defaultRootObject: '',
  customErrorResponses: [{ errorCode: 404, responseCode: 200, responsePagePath: '/index.html', errorCachingMinTtl: Duration.seconds(0) }],
  waf: Waf.enabled(
    WafRule.managed(WafRuleGroup.COMMON),
    WafRule.accountTakeoverPrevention({
      loginPath: '/login', payloadType: WafPayloadType.FORM_ENCODED, responseInspection: { successCodes: [200], failureCodes: [403] },
    }),
    WafRule.botControl({ inspectionLevel: WafInspectionLevel.TARGETED }),
  ),
  ipAddressType: IpAddressType.IPV4,
  bundle: DistributionBundle.LARGE_1_0,
});
const template = Template.fromStack(stack);

test('every setting of the handler\'s table can be set by the construct, and arrives as it was set', () => {
  const [{ Properties }] = Object.values(template.findResources('Custom::LightsailDistributionSettings'));
  const event: ResourceEvent = {
    RequestType: 'Create', RequestId: '1', ResourceType: 'Custom::LightsailDistributionSettings', StackId: 'stack', LogicalResourceId: 'Cdn', ResourceProperties: asCloudFormationSends(Properties) as Record<string, unknown>,
  };
  const { desired, waitForDeployment, timeoutSeconds } = parseRequest(event, 0);
  expect(Object.keys(desired).sort()).toEqual([...SETTING_NAMES].sort());
  expect([waitForDeployment, timeoutSeconds]).toEqual([true, 3_000]);
  expect(desired).toMatchObject({
    'origin.responseTimeout': 20,
    'enablePrivateOriginAccess': true,
    'cacheBehaviorSettings.defaultTTL': 0,
    'cacheBehaviorSettings.forwardedQueryStrings': { option: false, queryStringsAllowList: ['page'] },
    'cacheBehaviors': [{ path: 'api/*', behavior: 'dont-cache' }],
    'isEnabled': false,
    'defaultRootObject': '',
    'customErrorResponses': [{ errorCode: 404, responseCode: '200', responsePagePath: '/index.html', errorCachingMinTTL: 0 }],
    'enableWaf': true,
  });
});

test('the role may do what the handler\'s port calls in Lightsail, and nothing else there', async () => {
  const simulator = await startSimulator();
  const { AWS_ENDPOINT_URL_LIGHTSAIL, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = process.env;
  Object.assign(process.env, { AWS_ENDPOINT_URL_LIGHTSAIL: simulator.url, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
  try {
    const lightsail = lightsailOverHttp();
    const everyCall: { readonly [K in keyof Lightsail]: readonly Promise<unknown>[] } = {
      distribution: [lightsail.distribution('my-cdn')],
      certificate: [lightsail.certificate('cert')],
      operation: [lightsail.operation('op-1')],
      operationsFor: [lightsail.operationsFor('my-cdn')],
      send: [
        lightsail.send({ call: 'UpdateDistribution', changes: [], input: { distributionName: 'my-cdn' } }),
        lightsail.send({ call: 'UpdateDistributionBundle', changes: [], input: { distributionName: 'my-cdn', bundleId: 'small_1_0' } }),
        lightsail.send({
          call: 'SetIpAddressType', changes: [], input: { resourceType: 'Distribution', resourceName: 'my-cdn', ipAddressType: 'ipv4' },
        }),
      ],
      delete: [lightsail.delete('my-cdn')],
      tag: [lightsail.tag('my-cdn', [{ key: 'k', value: 'v' }])],
      untag: [lightsail.untag('my-cdn', ['k'])],
    };
    await Promise.allSettled(Object.values(everyCall).flat());
    const called = simulator.service.log.all.map(({ operation }) => `lightsail:${operation}`);
    const granted = Object.values(template.findResources('AWS::IAM::Role'))
      .flatMap(({ Properties }) => (Properties.Policies ?? []) as { PolicyDocument: { Statement: { Action: string | string[] }[] } }[])
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement.flatMap(({ Action }) => Action))
      .filter((action) => action.startsWith('lightsail:'));
    expect([...granted].sort()).toEqual([...new Set(called)].sort());
  } finally {
    Object.assign(process.env, { AWS_ENDPOINT_URL_LIGHTSAIL, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY });
    await simulator.close();
  }
});
