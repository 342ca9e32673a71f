import { call, type Code, constant, enumMember, text } from './code-model';

/** The constants of an enum-like class. A value without a constant is written with `of`. */
const constantOr = (type: string, names: Readonly<Record<string, string>>) => (value: string): Code =>
  (Object.hasOwn(names, value) ? constant(type, names[value]) : call(type, 'of', text(value)));

/** The members of an enum. A value without a member cannot be expressed. */
const memberOr = (type: string, names: Readonly<Record<string, string>>) => (value: string): Code | undefined =>
  (Object.hasOwn(names, value) ? enumMember(type, names[value]) : undefined);

/** The names of constants that follow from their values, for example `EU_WEST_1`. */
const upperCased = (...values: string[]) => Object.fromEntries(values.map((value) => [value, value.toUpperCase().replaceAll('-', '_')]));

export const originRegion = constantOr('OriginRegion', upperCased(
  'us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ap-east-1', 'ap-south-1', 'ap-northeast-1', 'ap-northeast-2', 'ap-southeast-1', 'ap-southeast-2',
  'ap-southeast-3', 'ap-southeast-5', 'ca-central-1', 'eu-central-1', 'eu-north-1', 'eu-south-2', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'sa-east-1',
));

export const bundle = constantOr('DistributionBundle', upperCased('small_1_0', 'medium_1_0', 'large_1_0'));

export const tlsVersion = constantOr('ViewerMinimumTlsProtocolVersion', {
  'TLSv1.1_2016': 'TLS_V1_1_2016', 'TLSv1.2_2018': 'TLS_V1_2_2018', 'TLSv1.2_2019': 'TLS_V1_2_2019', 'TLSv1.2_2021': 'TLS_V1_2_2021',
});

export const header = constantOr('HttpHeader', {
  ...upperCased('Accept', 'Accept-Charset', 'Accept-Datetime', 'Accept-Encoding', 'Accept-Language', 'Authorization', 'CloudFront-Forwarded-Proto'),
  ...upperCased('CloudFront-Is-Desktop-Viewer', 'CloudFront-Is-Mobile-Viewer', 'CloudFront-Is-Tablet-Viewer', 'CloudFront-Viewer-Country', 'Host'),
  ...upperCased('Origin', 'Referer'),
  'CloudFront-Is-SmartTV-Viewer': 'CLOUDFRONT_IS_SMART_TV_VIEWER',
});

export const ruleGroup = constantOr('WafRuleGroup', {
  AWSManagedRulesCommonRuleSet: 'COMMON',
  AWSManagedRulesKnownBadInputsRuleSet: 'KNOWN_BAD_INPUTS',
  AWSManagedRulesAnonymousIpList: 'ANONYMOUS_IP_LIST',
  AWSManagedRulesAdminProtectionRuleSet: 'ADMIN_PROTECTION',
  AWSManagedRulesSQLiRuleSet: 'SQL_INJECTION',
  AWSManagedRulesLinuxRuleSet: 'LINUX',
  AWSManagedRulesUnixRuleSet: 'UNIX',
  AWSManagedRulesWindowsRuleSet: 'WINDOWS',
  AWSManagedRulesPHPRuleSet: 'PHP',
  AWSManagedRulesWordPressRuleSet: 'WORDPRESS',
  AWSManagedRulesAmazonIpReputationList: 'AMAZON_IP_REPUTATION_LIST',
});

export const protocolPolicy = memberOr('OriginProtocolPolicy', upperCased('http-only', 'https-only'));
export const originIpAddressType = memberOr('OriginIpAddressType', upperCased('ipv4', 'ipv6', 'dualstack'));
export const ipAddressType = memberOr('IpAddressType', upperCased('ipv4', 'dualstack'));
export const cacheBehavior = memberOr('CacheBehavior', upperCased('cache', 'dont-cache'));
export const payloadType = memberOr('WafPayloadType', upperCased('JSON', 'FORM_ENCODED'));
export const inspectionLevel = memberOr('WafInspectionLevel', upperCased('COMMON', 'TARGETED'));

export const allowedMethods = memberOr('AllowedHttpMethods', {
  'GET,HEAD': 'GET_HEAD', 'GET,HEAD,OPTIONS': 'GET_HEAD_OPTIONS', 'GET,HEAD,OPTIONS,PUT,PATCH,POST,DELETE': 'ALL',
});

export const cachedMethods = memberOr('CachedHttpMethods', { 'GET,HEAD': 'GET_HEAD', 'GET,HEAD,OPTIONS': 'GET_HEAD_OPTIONS' });
