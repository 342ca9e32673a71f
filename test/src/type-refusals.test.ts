import { App, aws_lightsail as lightsail, aws_route53 as route53, Duration, Lazy, Stack, Token } from 'aws-cdk-lib';
import { newStack } from './stack-under-test';
import {
  CertificateValidation, Distribution, DistributionAliasRecords, DistributionBundle, DistributionCacheReset, DistributionCertificate,
  DistributionMonitor, DistributionOrigin, DistributionSettings, DistributionTarget, ForwardedCookies, ForwardedHeaders,
  ForwardedQueryStrings, HttpHeader, OriginRegion, ViewerCertificate, ViewerMinimumTlsProtocolVersion, Waf, WafRule, WafRuleGroup,
  type CacheBehaviorSettings, type CustomErrorResponse, type DistributionAlarmOptions, type DistributionAliasRecordsProps,
  type DistributionAttributes, type DistributionCacheResetProps, type DistributionCertificateProps, type DistributionMonitorProps,
  type DistributionOptions, type DistributionProps, type OriginOptions, type WafAccountCreationFraudPreventionOptions,
  type WafAccountTakeoverPreventionOptions, type WafBotControlOptions, type WafResponseInspection,
} from '../../src';

/** A wrong value of every option, with the complete message without its path. */
type WrongValues<T> = { readonly [K in keyof Required<T>]: readonly [value: unknown, message: string] };

const cases = <T>(wrong: WrongValues<T>) =>
  Object.entries<readonly [unknown, string]>(wrong).map(([option, [value, message]]) => [option, value, message] as const);

const aString = (got: string, example: string) => `not a string, got ${got}; a string is needed; use a string such as "${example}"`;
const aBoolean = (got: string) => `not a boolean, got ${got}; a boolean is needed; use true or false`;
const aNumber = (got: string, example: number) => `not a number, got ${got}; a number is needed; use a number such as ${example}`;
const aDuration = (got: string, call = 'a method such as Duration.seconds(60)') => `not a Duration, got ${got}; a Duration is needed; use ${call}`;
const aList = (got: string, example: string) => `not a list, got ${got}; a list is needed; use a list such as ${example}`;
const anObject = (got: string, example: string) => `not an object, got ${got}; an object is needed; use an object such as ${example}`;
const aMap = (got: string, example: string) => `not a map, got ${got}; a map is needed; use an object such as ${example}`;
const aMember = (name: string, got: string, members: string) => `not ${name}, got ${got}; ${name} is needed; use ${members}`;

const WRONG_ORIGIN: WrongValues<OriginOptions> = {
  name: [['web'], aString('a list', 'my-instance')],
  regionName: ['eu-west-1', 'not an OriginRegion, got "eu-west-1"; an OriginRegion is needed; use OriginRegion.of("eu-west-1") or one of its constants'],
  protocolPolicy: ['https', aMember('an OriginProtocolPolicy', '"https"', 'OriginProtocolPolicy.HTTP_ONLY or OriginProtocolPolicy.HTTPS_ONLY')],
  responseTimeout: [30, aDuration('30', 'Duration.seconds(30)')],
  ipAddressType: [4, aMember('an OriginIpAddressType', '4', 'OriginIpAddressType.IPV4, OriginIpAddressType.IPV6 or OriginIpAddressType.DUALSTACK')],
  privateAccess: ['no', aBoolean('"no"')],
  dependencies: [{}, aList('an object', '[bucket]')],
};

const WRONG_CACHE_BEHAVIOR_SETTINGS: WrongValues<CacheBehaviorSettings> = {
  defaultTtl: [60, aDuration('60', 'Duration.seconds(60)')],
  minimumTtl: ['1 day', aDuration('"1 day"')],
  maximumTtl: [-1, aDuration('-1')],
  allowedHttpMethods: ['GET', aMember('an AllowedHttpMethods', '"GET"', 'AllowedHttpMethods.GET_HEAD, AllowedHttpMethods.GET_HEAD_OPTIONS or AllowedHttpMethods.ALL')],
  cachedHttpMethods: [['GET', 'HEAD'], aMember('a CachedHttpMethods', 'a list', 'CachedHttpMethods.GET_HEAD or CachedHttpMethods.GET_HEAD_OPTIONS')],
  forwardedCookies: ['all', aMember('a ForwardedCookies', '"all"', 'a method such as ForwardedCookies.allowList("session")')],
  forwardedHeaders: [ForwardedCookies.none(), aMember('a ForwardedHeaders', 'an instance of ForwardedCookies', 'a method such as ForwardedHeaders.allowList(HttpHeader.HOST)')],
  forwardedQueryStrings: [true, aMember('a ForwardedQueryStrings', 'true', 'a method such as ForwardedQueryStrings.allowList("page")')],
};

const WRONG_CUSTOM_ERROR_RESPONSE: WrongValues<CustomErrorResponse> = {
  errorCode: ['404', aNumber('"404"', 404)],
  responseCode: ['200', aNumber('"200"', 200)],
  responsePagePath: [404, aString('404', '/404.html')],
  errorCachingMinTtl: [10, aDuration('10', 'Duration.seconds(10)')],
};

const WRONG_OPTIONS: WrongValues<DistributionOptions> = {
  privateOriginAccess: ['yes', aBoolean('"yes"')],
  cachingPreset: ['static', aMember('a CachingPreset', '"static"', 'CachingPreset.BEST_FOR_STATIC_CONTENT, CachingPreset.BEST_FOR_DYNAMIC_CONTENT, '
    + 'CachingPreset.BEST_FOR_WORDPRESS or CachingPreset.CACHED_WORDPRESS')],
  defaultCacheBehavior: ['chache', aMember('a CacheBehavior', '"chache"', 'CacheBehavior.CACHE or CacheBehavior.DONT_CACHE')],
  cacheBehaviorSettings: [Duration.days, anObject('a function', '{ defaultTtl: Duration.days(1) }')],
  cacheBehaviors: [[{ path: '*.jpg', behavior: 'cache' }], aMap('a list', '{ "*.jpg": CacheBehavior.CACHE }')],
  enabled: [1, aBoolean('1')],
  viewerMinimumTlsProtocolVersion: ['TLSv1.3', 'not a ViewerMinimumTlsProtocolVersion, got "TLSv1.3"; a ViewerMinimumTlsProtocolVersion is needed; '
    + 'use ViewerMinimumTlsProtocolVersion.of("TLSv1.3") or one of its constants'],
  certificate: ['cert', 'not a ViewerCertificate, got "cert"; a ViewerCertificate is needed; '
    + 'use ViewerCertificate.fromCertificateName("cert") or ViewerCertificate.fromCertificate()'],
  defaultRootObject: [false, aString('false', 'index.html')],
  customErrorResponses: [{ errorCode: 404 }, aList('an object', '[{ errorCode: 404 }]')],
  waf: [true, aMember('a Waf', 'true', 'Waf.enabled() or Waf.disabled()')],
  ipAddressType: ['IPV4', aMember('an IpAddressType', '"IPV4"', 'IpAddressType.IPV4 or IpAddressType.DUALSTACK')],
  bundle: [OriginRegion.EU_WEST_1, 'not a DistributionBundle, got an instance of OriginRegion; a DistributionBundle is needed; '
    + 'use DistributionBundle.of("small_1_0") or one of its constants'],
  waitForDeployment: ['false', aBoolean('"false"')],
  reconcile: [true, aMember('a Reconcile', 'true', 'Reconcile.ON_CHANGE or Reconcile.EVERY_DEPLOYMENT')],
  timeout: [{ minutes: 10 }, aDuration('an object')],
};

const WRONG_PROPS: WrongValues<DistributionProps> = {
  ...WRONG_OPTIONS,
  origin: ['web', anObject('"web"', '{ name: "my-instance" }')],
  distributionName: [{ name: 'my-cdn' }, aString('an object', 'my-cdn')],
  tags: [[{ key: 'stage', value: 'production' }], aMap('a list', '{ stage: "production" }')],
  removalPolicy: ['retained', aMember('a RemovalPolicy', '"retained"', 'RemovalPolicy.DESTROY, RemovalPolicy.RETAIN or RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE')],
  onExisting: [true, aMember('an OnExisting', 'true', 'OnExisting.FAIL or OnExisting.ADOPT')],
};

const WRONG_ATTRIBUTES: WrongValues<DistributionAttributes> = {
  distributionName: [5, aString('5', 'my-cdn')],
  distributionArn: [5, aString('5', 'arn:aws:lightsail:us-east-1:111111111111:Distribution/0dc1b5b2')],
  distributionDomainName: [5, aString('5', 'd1234567890abc.cloudfront.net')],
};

const WRONG_ALIAS_RECORDS: WrongValues<DistributionAliasRecordsProps> = {
  distribution: ['my-cdn', aMember('a distribution', '"my-cdn"', 'a Distribution or a DistributionSettings')],
  certificate: ['my-cert', aMember('a DistributionCertificate', '"my-cert"', 'a DistributionCertificate, or domainNames')],
  domainNames: ['www.example.com', aList('"www.example.com"', '["www.example.com"]')],
  hostedZone: ['ZEXAMPLE', aMember('a hosted zone', '"ZEXAMPLE"', 'a HostedZone, or HostedZone.fromHostedZoneAttributes()')],
  hostedZones: [new Map(), aMap('an instance of Map', '{ "www.example.com": zone }')],
  ipv6: ['no', aBoolean('"no"')],
};

const WRONG_CERTIFICATE: WrongValues<DistributionCertificateProps> = {
  domainName: [['example.com'], aString('a list', 'example.com')],
  subjectAlternativeNames: ['www.example.com', aList('"www.example.com"', '["www.example.com"]')],
  certificateName: [5, aString('5', 'my-cert')],
  tags: [['production'], aMap('a list', '{ stage: "production" }')],
  validation: ['dns', aMember('a CertificateValidation', '"dns"', 'a method such as CertificateValidation.fromDns(zone)')],
  waitForIssuance: ['no', aBoolean('"no"')],
  removalPolicy: ['retained', aMember('a RemovalPolicy', '"retained"', 'RemovalPolicy.DESTROY, RemovalPolicy.RETAIN or RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE')],
  timeout: [600, aDuration('600', 'Duration.seconds(600)')],
};

const WRONG_CACHE_RESET: WrongValues<DistributionCacheResetProps> = {
  distribution: ['my-cdn', aMember('a distribution', '"my-cdn"', 'a Distribution, or Distribution.fromDistributionName(this, "Cdn", "my-cdn")')],
  triggers: ['v2', aList('"v2"', '["v2"]')],
  executeAfter: [{}, aList('an object', '[content]')],
  waitForCompletion: ['no', aBoolean('"no"')],
  failOnTimeout: [0, aBoolean('0')],
  timeout: [600, aDuration('600', 'Duration.seconds(600)')],
};

const METRICS = 'DistributionMetric.REQUESTS, DistributionMetric.BYTES_DOWNLOADED, DistributionMetric.BYTES_UPLOADED, DistributionMetric.TOTAL_ERROR_RATE, '
  + 'DistributionMetric.HTTP_4XX_ERROR_RATE, DistributionMetric.HTTP_5XX_ERROR_RATE, DistributionMetric.DRIFT, DistributionMetric.CERTIFICATE_DAYS_TO_EXPIRY, '
  + 'DistributionMetric.CERTIFICATE_RENEWAL_BLOCKED, DistributionMetric.TRANSFER_USED or DistributionMetric.TRANSFER_FORECAST';

const WRONG_MONITOR: WrongValues<DistributionMonitorProps> = {
  distribution: ['my-cdn', aMember('a distribution', '"my-cdn"', 'a Distribution, or Distribution.fromDistributionName(this, "Cdn", "my-cdn")')],
  metrics: ['Requests', aList('"Requests"', '[DistributionMetric.REQUESTS]')],
  namespace: [5, aString('5', 'Lightsail/Distributions')],
  delay: [600, aDuration('600', 'Duration.seconds(600)')],
};

const WRONG_ALARMS: WrongValues<DistributionAlarmOptions> = {
  topic: ['arn:aws:sns:eu-west-1:111111111111:alarms', aMember('a topic', '"arn:aws:sns:eu-west-1:111111111111:alarms"', 'a Topic, or Topic.fromTopicArn()')],
  http5xxErrorRateThreshold: ['5', aNumber('"5"', 5)],
  certificateDaysToExpiryThreshold: [Duration.days(30), aNumber('an instance of Duration', 30)],
  transferForecastThreshold: [null, 'not a number, got null; a number is needed; leave it out'],
};

const WRONG_RESPONSE_INSPECTION: WrongValues<WafResponseInspection> = {
  successCodes: [200, aList('200', '[200]')],
  failureCodes: ['403', aList('"403"', '[403]')],
};

const PAYLOAD_TYPES = 'WafPayloadType.JSON or WafPayloadType.FORM_ENCODED';
const WRONG_ACCOUNT_TAKEOVER_PREVENTION: WrongValues<WafAccountTakeoverPreventionOptions> = {
  loginPath: [/login/, aString('an instance of RegExp', '/login')],
  payloadType: ['json', aMember('a WafPayloadType', '"json"', PAYLOAD_TYPES)],
  usernameField: [1, aString('1', '/user')],
  passwordField: [2, aString('2', '/password')],
  responseInspection: [[200], anObject('a list', '{ successCodes: [200], failureCodes: [403] }')],
};

const WRONG_ACCOUNT_CREATION_FRAUD_PREVENTION: WrongValues<WafAccountCreationFraudPreventionOptions> = {
  payloadType: [null, 'not a WafPayloadType, got null; a WafPayloadType is needed; leave it out'],
  creationPath: [1, aString('1', '/accounts')],
  registrationPagePath: [2, aString('2', '/register')],
  responseInspection: [200, anObject('200', '{ successCodes: [200], failureCodes: [403] }')],
};

const WRONG_BOT_CONTROL: WrongValues<WafBotControlOptions> = {
  inspectionLevel: ['common', aMember('a WafInspectionLevel', '"common"', 'WafInspectionLevel.COMMON or WafInspectionLevel.TARGETED')],
};

const distribution = (props: any) => new Distribution(newStack(), 'Cdn', props);
const withOrigin = (props: any) => distribution({ origin: { name: 'web' }, ...props });
const settings = (props: any, stack = newStack()) =>
  new DistributionSettings(stack, 'Cdn', { distribution: Distribution.fromDistributionName(stack, 'Imported', 'my-cdn'), ...props });
const aliasRecords = (props: any) => {
  const stack = newStack();
  const hostedZone = route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'ZEXAMPLE', zoneName: 'example.com' });
  return new DistributionAliasRecords(stack, 'Cdn', {
    distribution: Distribution.fromDistributionName(stack, 'Imported', 'my-cdn'), domainNames: ['www.example.com'], hostedZone, ...props,
  });
};
const atCdn = (...messages: string[]) => new Error(messages.map((message) => `Site/Cdn: ${message}`).join('\n'));

describe('a value of a wrong type is refused: every option', () => {
  test.each(cases(WRONG_PROPS))('%s of a Distribution', (option, value, message) => {
    expect(() => withOrigin({ [option]: value })).toThrow(atCdn(`${option}: ${message}`));
  });

  test.each(cases({ ...WRONG_OPTIONS, origin: WRONG_PROPS.origin }))('%s of DistributionSettings', (option, value, message) => {
    expect(() => settings({ [option]: value })).toThrow(atCdn(`${option}: ${message}`));
  });

  test.each(cases(WRONG_ORIGIN))('%s of an origin', (option, value, message) => {
    expect(() => distribution({ origin: { name: 'web', [option]: value } })).toThrow(atCdn(`origin.${option}: ${message}`));
  });

  test.each(cases(WRONG_CACHE_BEHAVIOR_SETTINGS))('%s of cache behavior settings', (option, value, message) => {
    expect(() => settings({ cacheBehaviorSettings: { [option]: value } })).toThrow(atCdn(`cacheBehaviorSettings.${option}: ${message}`));
  });

  test.each(cases(WRONG_CUSTOM_ERROR_RESPONSE))('%s of a custom error response', (option, value, message) => {
    const customErrorResponses = [{ errorCode: 500 }, { errorCode: 404, [option]: value }];
    expect(() => settings({ customErrorResponses })).toThrow(atCdn(`customErrorResponses[1].${option}: ${message}`));
  });

  test.each(cases(WRONG_ATTRIBUTES))('%s of an imported distribution', (option, value, message) => {
    const attributes: any = { distributionName: 'my-cdn', [option]: value };
    expect(() => Distribution.fromDistributionAttributes(newStack(), 'Cdn', attributes)).toThrow(atCdn(`${option}: ${message}`));
  });

  test.each(cases(WRONG_ALIAS_RECORDS))('%s of alias records', (option, value, message) => {
    expect(() => aliasRecords({ [option]: value })).toThrow(atCdn(`${option}: ${message}`));
  });

  test.each(cases(WRONG_CERTIFICATE))('%s of a certificate', (option, value, message) => {
    const props: any = { domainName: 'example.com', [option]: value };
    expect(() => new DistributionCertificate(newStack(), 'Cdn', props)).toThrow(atCdn(`${option}: ${message}`));
  });

  const monitor = (props: any, stack = newStack()) =>
    new DistributionMonitor(stack, 'Cdn', { distribution: Distribution.fromDistributionName(stack, 'Imported', 'my-cdn'), ...props });

  test.each(cases(WRONG_MONITOR))('%s of a monitor', (option, value, message) => {
    expect(() => monitor({ [option]: value })).toThrow(atCdn(`${option}: ${message}`));
  });

  test('a metric of a monitor', () => {
    expect(() => monitor({ metrics: ['Cost'] })).toThrow(atCdn(`metrics[0]: ${aMember('a DistributionMetric', '"Cost"', METRICS)}`));
  });

  test.each(cases(WRONG_ALARMS))('%s of alarms', (option, value, message) => {
    expect(() => monitor({}).addAlarms({ [option]: value })).toThrow(`DistributionMonitor.addAlarms(): options.${option}: ${message}`);
  });

  test.each(cases(WRONG_CACHE_RESET))('%s of a cache reset', (option, value, message) => {
    const stack = newStack();
    const props: any = { distribution: Distribution.fromDistributionName(stack, 'Imported', 'my-cdn'), [option]: value };
    expect(() => new DistributionCacheReset(stack, 'Cdn', props)).toThrow(atCdn(`${option}: ${message}`));
  });

  test.each(cases(WRONG_ACCOUNT_TAKEOVER_PREVENTION))('%s of account takeover prevention', (option, value, message) => {
    expect(() => WafRule.accountTakeoverPrevention({ [option]: value })).toThrow(new Error(`WafRule.accountTakeoverPrevention: options.${option}: ${message}`));
  });

  test.each(cases(WRONG_ACCOUNT_CREATION_FRAUD_PREVENTION))('%s of account creation fraud prevention', (option, value, message) => {
    expect(() => WafRule.accountCreationFraudPrevention({ [option]: value }))
      .toThrow(new Error(`WafRule.accountCreationFraudPrevention: options.${option}: ${message}`));
  });

  test.each(cases(WRONG_BOT_CONTROL))('%s of bot control', (option, value, message) => {
    expect(() => WafRule.botControl({ [option]: value } as any)).toThrow(new Error(`WafRule.botControl: options.${option}: ${message}`));
  });

  test.each(cases(WRONG_RESPONSE_INSPECTION))('%s of the inspection of responses', (option, value, message) => {
    expect(() => WafRule.accountTakeoverPrevention({ responseInspection: { [option]: value } }))
      .toThrow(new Error(`WafRule.accountTakeoverPrevention: options.responseInspection.${option}: ${message}`));
  });
});

describe('a value of a wrong type is refused: what options contain', () => {
  test.each<[string, () => unknown, string]>([
    ['an entry of a list', () => settings({ customErrorResponses: [404] }), `customErrorResponses[0]: ${anObject('404', '{ errorCode: 404 }')}`],
    ['a gap in a list', () => settings({ customErrorResponses: new Array(1) }),
      'customErrorResponses[0]: missing, got nothing; an object is needed; use an object such as { errorCode: 404 }'],
    ['a value of a map', () => settings({ cacheBehaviors: { '*.jpg': 'no' } }),
      `cacheBehaviors["*.jpg"]: ${aMember('a CacheBehavior', '"no"', 'CacheBehavior.CACHE or CacheBehavior.DONT_CACHE')}`],
    ['the value of a tag', () => withOrigin({ tags: { version: 5 } }), `tags["version"]: ${aString('5', 'production')}`],
    ['the zone of a domain name', () => aliasRecords({ hostedZones: { 'www.example.com': {} } }),
      `hostedZones["www.example.com"]: ${aMember('a hosted zone', 'an object', 'a HostedZone, or HostedZone.fromHostedZoneAttributes()')}`],
    ['a member of an object that looks like a value', () => settings({ bundle: { value: 5 } }), `bundle.value: ${aString('5', 'small_1_0')}`],
    ['a rule that looks like one', () => settings({ waf: { isEnabled: true, rules: [{ name: 'x', botControlOptions: { inspectionLevel: 1 } }] } }),
      `waf.rules[0].botControlOptions.inspectionLevel: ${aMember('a WafInspectionLevel', '1', 'WafInspectionLevel.COMMON or WafInspectionLevel.TARGETED')}`],
    ['a construct for the certificate, which has a name too', () => {
      const stack = newStack();
      const certificate = new lightsail.CfnCertificate(stack, 'Certificate', { certificateName: 'web', domainName: 'example.com' });
      return settings({ certificate }, stack);
    }, 'certificate: not a ViewerCertificate, got an instance of CfnCertificate; a ViewerCertificate is needed; '
      + 'use ViewerCertificate.fromCertificateName("my-cert") or ViewerCertificate.fromCertificate()'],
    ['a name for the distribution', () => settings({ distribution: 'cdn-1', enabled: true }),
      `distribution: ${aMember('a distribution', '"cdn-1"', 'a Distribution, or Distribution.fromDistributionName(this, "Cdn", "cdn-1")')}`],
    ['a distribution of CloudFront', () => settings({ distribution: { distributionRef: { distributionId: 'E1' } }, enabled: true }),
      'distribution.distributionRef.distributionName: missing, got nothing; a string is needed; use a string such as "my-cdn"'],
    ['a reference to nothing', () => settings({ distribution: { distributionRef: undefined }, enabled: true }),
      'distribution.distributionRef: missing, got nothing; a reference with distributionName is needed; '
      + 'use a Distribution, or Distribution.fromDistributionName(this, "Cdn", "my-cdn")'],
  ])('%s', (_, define, message) => {
    expect(define).toThrow(atCdn(message));
  });
});

describe('a missing value is refused', () => {
  const missing = (name: string, example: string) => `missing, got nothing; ${name} is needed; use ${example}`;
  const inStack = newStack as () => any;

  test.each<[string, () => unknown, string]>([
    ['no props of a distribution', () => distribution(undefined), `props: ${missing('an object', 'an object such as { origin: { name: "my-instance" } }')}`],
    ['no props of settings', () => new DistributionSettings(inStack(), 'Cdn', undefined as any),
      `props: ${missing('an object', 'an object such as { distribution, enabled: true }')}`],
    ['no props of alias records', () => new DistributionAliasRecords(inStack(), 'Cdn', undefined as any),
      `props: ${missing('an object', 'an object such as { distribution, certificate }')}`],
    ['no origin', () => distribution({}), `origin: ${missing('an object', 'an object such as { name: "my-instance" }')}`],
    ['no name of the origin', () => distribution({ origin: {} }), `origin.name: ${missing('a string', 'a string such as "my-instance"')}`],
    ['no distribution of settings', () => settings({ distribution: undefined, enabled: true }),
      `distribution: ${missing('a distribution', 'a Distribution, or Distribution.fromDistributionName(this, "Cdn", "my-cdn")')}`],
    ['no error code', () => settings({ customErrorResponses: [{}] }), `customErrorResponses[0].errorCode: ${missing('a number', 'a number such as 404')}`],
    ['no name of an imported distribution', () => Distribution.fromDistributionName(inStack(), 'Cdn', undefined as any),
      `distributionName: ${missing('a string', 'a string such as "my-cdn"')}`],
    ['no attributes of an imported distribution', () => Distribution.fromDistributionAttributes(inStack(), 'Cdn', undefined as any),
      `attributes: ${missing('an object', 'an object such as { distributionName: "my-cdn" }')}`],
    ['no props of a certificate', () => new DistributionCertificate(inStack(), 'Cdn', undefined as any),
      `props: ${missing('an object', 'an object such as { domainName: "example.com" }')}`],
    ['no domain name of a certificate', () => new DistributionCertificate(inStack(), 'Cdn', {} as any),
      `domainName: ${missing('a string', 'a string such as "example.com"')}`],
  ])('%s', (_, define, message) => {
    expect(define).toThrow(atCdn(message));
  });

  test('in a scope without a path, with the ID of the construct alone', () => {
    expect(() => new Distribution(new App(), 'Cdn', {} as any)).toThrow(new Error(`Cdn: origin: ${missing('an object', 'an object such as { name: "my-instance" }')}`));
  });
});

test('null is not a missing value, since the CDK renders it, and CloudFormation refuses it in a template', () => {
  expect(() => distribution({ origin: { name: null }, timeout: null, certificate: null })).toThrow(atCdn(
    'certificate: not a ViewerCertificate, got null; a ViewerCertificate is needed; leave it out',
    'timeout: not a Duration, got null; a Duration is needed; leave it out',
    `origin.name: ${aString('null', 'my-instance')}`,
  ));
});

test('one error has all values of wrong types, and no other problems, which can be a consequence', () => {
  expect(() => distribution({ distributionName: '-', enabled: 'no', origin: { name: '', responseTimeout: 5 }, timeout: Duration.days(1) })).toThrow(atCdn(
    `enabled: ${aBoolean('"no"')}`,
    `origin.responseTimeout: ${aDuration('5', 'Duration.seconds(5)')}`,
  ));
});

test('a construct that is refused does not become part of the app', () => {
  const stack = newStack();
  expect(() => new Distribution(stack, 'Cdn', {} as any)).toThrow();
  expect(stack.node.children).toEqual([]);
});

describe('a method refuses an argument of a wrong type', () => {
  const any = (value: unknown) => value as any;

  test.each<[string, () => unknown, string]>([
    ['OriginRegion.of', () => OriginRegion.of(any(5)), `value: ${aString('5', 'eu-west-1')}`],
    ['DistributionBundle.of', () => DistributionBundle.of(any(undefined)), 'value: missing, got nothing; a string is needed; use a string such as "small_1_0"'],
    ['ViewerMinimumTlsProtocolVersion.of', () => ViewerMinimumTlsProtocolVersion.of(any(1.2)), `value: ${aString('1.2', 'TLSv1.2_2021')}`],
    ['HttpHeader.of', () => HttpHeader.of(any(null)), `value: ${aString('null', 'Accept')}`],
    ['WafRuleGroup.of', () => WafRuleGroup.of(any(WafRuleGroup.LINUX)), `value: ${aString('an instance of WafRuleGroup', 'AWSManagedRulesCommonRuleSet')}`],
    ['ViewerCertificate.fromCertificateName', () => ViewerCertificate.fromCertificateName(any({})), `certificateName: ${aString('an object', 'my-cert')}`],
    ['ViewerCertificate.fromCertificate', () => ViewerCertificate.fromCertificate(any(undefined)),
      'certificate: missing, got nothing; a certificate is needed; use a construct such as a CfnCertificate, or ViewerCertificate.fromCertificateName("my-cert")'],
    ['ViewerCertificate.fromCertificate', () => ViewerCertificate.fromCertificate(any('cert')),
      `certificate: ${aMember('a certificate', '"cert"', 'a construct such as a CfnCertificate, or ViewerCertificate.fromCertificateName("cert")')}`],
    ['ViewerCertificate.fromCertificate', () => ViewerCertificate.fromCertificate(any({ certificateRef: { certificateArn: 'arn' } })),
      'certificate.certificateRef.certificateName: missing, got nothing; a string is needed; use a string such as "my-cert"'],
    ['ForwardedCookies.allowList', () => ForwardedCookies.allowList('session', any(1)), `names[1]: ${aString('1', 'session')}`],
    ['ForwardedCookies.of', () => ForwardedCookies.of('all', any(null)), `names: ${aList('null', '["session"]')}`],
    ['ForwardedHeaders.allowList', () => ForwardedHeaders.allowList(any('Host')),
      'headers[0]: not an HttpHeader, got "Host"; an HttpHeader is needed; use HttpHeader.of("Host") or one of its constants'],
    ['ForwardedHeaders.of', () => ForwardedHeaders.of(any(true)), `option: ${aString('true', 'all')}`],
    ['ForwardedQueryStrings.allowList', () => ForwardedQueryStrings.allowList(any(['page'])), `names[0]: ${aString('a list', 'page')}`],
    ['ForwardedQueryStrings.of', () => ForwardedQueryStrings.of(any('all')), `option: ${aBoolean('"all"')}`],
    ['Waf.enabled', () => Waf.enabled(any('x')), `rules[0]: ${aMember('a WafRule', '"x"', 'a method such as WafRule.managed(WafRuleGroup.COMMON)')}`],
    ['Waf.enabled', () => Waf.enabled(any(WafRuleGroup.COMMON)),
      `rules[0]: ${aMember('a WafRule', 'an instance of WafRuleGroup', 'a method such as WafRule.managed(WafRuleGroup.COMMON)')}`],
    ['WafRule.managed', () => WafRule.managed(any('AWSManagedRulesLinuxRuleSet')), 'group: not a WafRuleGroup, got "AWSManagedRulesLinuxRuleSet"; '
      + 'a WafRuleGroup is needed; use WafRuleGroup.of("AWSManagedRulesLinuxRuleSet") or one of its constants'],
    ['WafRule.botControl', () => WafRule.botControl(any('COMMON')), `options: ${anObject('"COMMON"', '{ inspectionLevel: WafInspectionLevel.COMMON }')}`],
    ['DistributionCertificate.fromCertificateName', () => DistributionCertificate.fromCertificateName(newStack(), 'Cdn', any(5)), `certificateName: ${aString('5', 'my-cert')}`],
    ['CertificateValidation.fromDns', () => CertificateValidation.fromDns(any('ZEXAMPLE')),
      `hostedZone: ${aMember('a hosted zone', '"ZEXAMPLE"', 'a HostedZone, or HostedZone.fromHostedZoneAttributes()')}`],
    ['CertificateValidation.fromDns', () => CertificateValidation.fromDns(undefined, any({ role: 'arn:aws:iam::1:role/dns' })),
      `options.role: ${aMember('a role', '"arn:aws:iam::1:role/dns"', 'a Role, or Role.fromRoleArn()')}`],
    ['CertificateValidation.fromDnsMultiZone', () => CertificateValidation.fromDnsMultiZone(any([])), `hostedZones: ${aMap('a list', '{ "example.com": zone }')}`],
    ['CertificateValidation.fromLightsailDns', () => CertificateValidation.fromLightsailDns(any('example.com')),
      `domain: ${aMember('a DNS zone of Lightsail', '"example.com"', 'a CfnDomain')}`],
    ['DistributionOrigin.bucket', () => DistributionOrigin.bucket(any('files')), `bucket: ${aMember('a bucket', '"files"', 'a CfnBucket, or DistributionOrigin.bucketFromName()')}`],
    ['DistributionOrigin.bucketFromName', () => DistributionOrigin.bucketFromName('files', any('eu-west-1')),
      'regionName: not an OriginRegion, got "eu-west-1"; an OriginRegion is needed; use OriginRegion.of("eu-west-1") or one of its constants'],
    ['DistributionOrigin.instance', () => DistributionOrigin.instance(any({ instanceRef: {} }), any({ staticIp: '1.2.3.4' })),
      `options.staticIp: ${aMember('a static IP address', '"1.2.3.4"', 'a CfnStaticIp')}`],
    ['DistributionOrigin.loadBalancerFromName', () => DistributionOrigin.loadBalancerFromName(any(undefined), OriginRegion.EU_WEST_1),
      'loadBalancerName: missing, got nothing; a string is needed; use a string such as "my-origin"'],
    ['DistributionOrigin.containerService', () => DistributionOrigin.containerService(any({ containerRef: {} }), any({ responseTimeout: 20 })),
      `options.responseTimeout: ${aDuration('20', 'Duration.seconds(20)')}`],
    ['new DistributionTarget', () => new DistributionTarget(any('d1.cloudfront.net')),
      `distribution: ${aMember('a distribution', '"d1.cloudfront.net"', 'a Distribution or a DistributionSettings')}`],
    ['DistributionTarget.domainEntry', () => DistributionTarget.domainEntry(any({ distributionDomainName: 'd1.cloudfront.net' }), any(undefined)),
      'domainName: missing, got nothing; a string is needed; use a string such as "www.example.com"'],
  ])('%s', (method, call, message) => {
    expect(call).toThrow(new Error(`${method}: ${message}`));
  });
});

describe('a token', () => {
  const stack = new Stack(new App(), 'Tokens');
  const token = Lazy.any({ produce: () => stack.stackName });

  test.each(['privateOriginAccess', 'defaultCacheBehavior', 'enabled', 'defaultRootObject', 'ipAddressType', 'waitForDeployment', 'distributionName'])('is allowed for %s', (option) => {
    expect(() => withOrigin({ [option]: token })).not.toThrow();
    expect(() => withOrigin({ [option]: Token.asString(token) })).not.toThrow();
  });

  test('is allowed within options, for strings, numbers and lists', () => {
    expect(() => withOrigin({
      origin: { name: token, regionName: OriginRegion.of(token as any), protocolPolicy: token, ipAddressType: token },
      cacheBehaviorSettings: { allowedHttpMethods: token, cachedHttpMethods: Token.asString(token), forwardedCookies: ForwardedCookies.of('allow-list', token as any) },
      cacheBehaviors: { '*.jpg': token },
      customErrorResponses: [{ errorCode: token, responseCode: Token.asNumber(token), responsePagePath: token }],
      tags: { stage: token },
    })).not.toThrow();
  });

  test.each<[string, string]>([
    ['origin', anObject('a token', '{ name: "my-instance" }')],
    ['cacheBehaviors', aMap('a token', '{ "*.jpg": CacheBehavior.CACHE }')],
    ['certificate', 'not a ViewerCertificate, got a token; a ViewerCertificate is needed; use ViewerCertificate.fromCertificateName("my-cert") or ViewerCertificate.fromCertificate()'],
    ['customErrorResponses', aList('a token', '[{ errorCode: 404 }]')],
    ['timeout', aDuration('a token')],
    ['reconcile', aMember('a Reconcile', 'a token', 'Reconcile.ON_CHANGE or Reconcile.EVERY_DEPLOYMENT')],
    ['removalPolicy', aMember('a RemovalPolicy', 'a token', 'RemovalPolicy.DESTROY, RemovalPolicy.RETAIN or RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE')],
    ['onExisting', aMember('an OnExisting', 'a token', 'OnExisting.FAIL or OnExisting.ADOPT')],
  ])('is refused for %s, which is read at synthesis', (option, message) => {
    expect(() => withOrigin({ [option]: token })).toThrow(atCdn(`${option}: ${message}`));
  });

  test('of a number is not the number of seconds', () => {
    expect(() => withOrigin({ timeout: Token.asNumber(token) })).toThrow(atCdn(`timeout: ${aDuration('a token')}`));
  });
});
