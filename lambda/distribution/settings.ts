import type {
  BehaviorEnum, CacheBehaviorPerPath, CacheSettings, CertificateSummary, CookieObject, DistributionCustomErrorResponse, HeaderObject, InputOrigin,
  LightsailDistribution, OriginIpAddressTypeEnum, OriginProtocolPolicyEnum, QueryStringObject, RegionName, UpdateDistributionRequest,
  ViewerMinimumTlsProtocolVersionEnum, WafRule,
} from '@aws-sdk/client-lightsail';
import { servedCertificate } from './served-certificate';
import { wafRule } from './waf-rules';
import { type Codec, flag, listOf, oneOf, record, text, wholeNumber } from '../protocol/codec';

/** The API calls that a setting's row may name. */
export type Call = 'UpdateDistribution' | 'UpdateDistributionBundle' | 'SetIpAddressType';

/** Every setting, by its path in the resource properties. */
export interface SettingValues {
  readonly 'origin.name': string;
  readonly 'origin.regionName': string;
  readonly 'origin.protocolPolicy': OriginProtocolPolicyEnum;
  readonly 'origin.responseTimeout': number;
  readonly 'origin.ipAddressType': OriginIpAddressTypeEnum;
  readonly 'enablePrivateOriginAccess': boolean;
  readonly 'defaultCacheBehavior': BehaviorEnum;
  readonly 'cacheBehaviorSettings.defaultTTL': number;
  readonly 'cacheBehaviorSettings.minimumTTL': number;
  readonly 'cacheBehaviorSettings.maximumTTL': number;
  readonly 'cacheBehaviorSettings.allowedHTTPMethods': string;
  readonly 'cacheBehaviorSettings.cachedHTTPMethods': string;
  readonly 'cacheBehaviorSettings.forwardedCookies': CookieObject;
  readonly 'cacheBehaviorSettings.forwardedHeaders': HeaderObject;
  readonly 'cacheBehaviorSettings.forwardedQueryStrings': QueryStringObject;
  readonly 'cacheBehaviors': readonly CacheBehaviorPerPath[];
  readonly 'isEnabled': boolean;
  readonly 'viewerMinimumTlsProtocolVersion': string;
  readonly 'certificateName': string;
  readonly 'defaultRootObject': string;
  readonly 'customErrorResponses': readonly DistributionCustomErrorResponse[];
  readonly 'enableWaf': boolean;
  readonly 'wafRules': readonly WafRule[];
  readonly 'bundleId': string;
  readonly 'ipAddressType': string;
}

export type SettingName = keyof SettingValues;

/** Values of settings. In the desired state, an absent setting is unmanaged and left alone. */
export type Settings = { readonly [K in SettingName]?: SettingValues[K] };

/** What a setting adds to an UpdateDistribution request. */
export type UpdatePart = Omit<UpdateDistributionRequest, 'distributionName'>;

/** One row of the table. */
export interface Setting<V> {
  /** Restores the type that CloudFormation converted to a string. */
  readonly decode: Codec<V>;
  /** The live value, or the service default where the service omits it. The certificate is the desired one, if it was read. */
  readonly observe: (live: LightsailDistribution, certificate?: CertificateSummary) => V | undefined;
  /** The value that a setting removed from the template returns to; `undefined`: the service has no default, so the value stays. */
  readonly serviceDefault: (live: LightsailDistribution) => V | undefined;
  /** The call that carries it. */
  readonly call: Call;
  /** What it adds to UpdateDistribution; nothing for a setting with a separate call. */
  readonly update: (desired: V) => UpdatePart;
}

const noDefault = () => undefined;

/** A setting that UpdateDistribution carries and whose default is known. */
const updated = <V>(
  decode: Codec<V>, serviceDefault: V, live: Setting<V>['observe'], update: (desired: V) => UpdatePart,
): Setting<V> => ({
  decode,
  update,
  call: 'UpdateDistribution',
  serviceDefault: () => serviceDefault,
  observe: (distribution, certificate) => live(distribution, certificate) ?? serviceDefault,
});

/** A setting that UpdateDistribution carries and for which the service has no default. */
const updatedWithoutDefault = <V>(
  decode: Codec<V>, observe: (live: LightsailDistribution) => V | undefined, update: (desired: V) => UpdatePart,
): Setting<V> => ({ decode, observe, update, call: 'UpdateDistribution', serviceDefault: noDefault });

/** A setting with a separate call. */
const separateCall = <V>(
  call: Exclude<Call, 'UpdateDistribution'>, decode: Codec<V>, serviceDefault: V | undefined, live: (distribution: LightsailDistribution) => V | undefined,
): Setting<V> => ({
  decode, call, serviceDefault: () => serviceDefault, observe: (distribution) => live(distribution) ?? serviceDefault, update: () => ({}),
});

const originPart = (part: InputOrigin): UpdatePart => ({ origin: part });
const cachePart = (part: CacheSettings): UpdatePart => ({ cacheBehaviorSettings: part });

const seconds = (member: 'defaultTTL' | 'minimumTTL' | 'maximumTTL', serviceDefault: number) =>
  updated(wholeNumber, serviceDefault, (live) => live.cacheBehaviorSettings?.[member], (desired) => cachePart({ [member]: desired }));

const methods = (member: 'allowedHTTPMethods' | 'cachedHTTPMethods', serviceDefault: string, ...others: string[]) =>
  updated<string>(oneOf(...others, serviceDefault), serviceDefault,
    // The service accepts the methods in one order only, but is not documented to return them in that order.
    ({ cacheBehaviorSettings: { [member]: current } = {} }) => [...others, serviceDefault].find((known) => sorted(known) === sorted(current ?? '')) ?? current,
    (desired) => cachePart({ [member]: desired }));

const sorted = (commaSeparated: string) => commaSeparated.split(',').sort().join();

/** A list has an effect only with the option that uses it. */
const listIf = <T>(isUsed: boolean, list: T[] | undefined): T[] | undefined => (isUsed ? list : undefined);

const protocolPolicyDefault = (live: LightsailDistribution): OriginProtocolPolicyEnum =>
  // A bucket accepts HTTPS only.
  live.origin?.resourceType === 'Bucket' ? 'https-only' : 'http-only';

/** The table of settings. A setting without a row does not compile. */
export const SETTINGS: { readonly [K in SettingName]: Setting<SettingValues[K]> } = {
  'origin.name': updatedWithoutDefault(text, (live) => live.origin?.name, (name) => originPart({ name })),
  'origin.regionName': updatedWithoutDefault(text, (live) => live.origin?.regionName, (regionName) => originPart({ regionName: regionName as RegionName })),
  'origin.protocolPolicy': {
    decode: oneOf<OriginProtocolPolicyEnum>('http-only', 'https-only'),
    observe: (live) => live.origin?.protocolPolicy ?? protocolPolicyDefault(live),
    serviceDefault: protocolPolicyDefault,
    call: 'UpdateDistribution',
    update: (protocolPolicy) => originPart({ protocolPolicy }),
  },
  'origin.responseTimeout': updated(wholeNumber, 30, (live) => live.origin?.responseTimeout, (responseTimeout) => originPart({ responseTimeout })),
  'origin.ipAddressType': updatedWithoutDefault(oneOf<OriginIpAddressTypeEnum>('ipv4', 'ipv6', 'dualstack'),
    (live) => live.origin?.ipAddressType, (ipAddressType) => originPart({ ipAddressType })),
  'enablePrivateOriginAccess': updated(flag, false,
    (live) => live.origin?.isPrivateOriginAccessEnabled, (enablePrivateOriginAccess) => ({ enablePrivateOriginAccess })),
  'defaultCacheBehavior': updatedWithoutDefault(oneOf<BehaviorEnum>('cache', 'dont-cache'),
    (live) => live.defaultCacheBehavior?.behavior, (behavior) => ({ defaultCacheBehavior: { behavior } })),
  'cacheBehaviorSettings.defaultTTL': seconds('defaultTTL', 86_400),
  'cacheBehaviorSettings.minimumTTL': seconds('minimumTTL', 0),
  'cacheBehaviorSettings.maximumTTL': seconds('maximumTTL', 31_536_000),
  'cacheBehaviorSettings.allowedHTTPMethods':
    methods('allowedHTTPMethods', 'GET,HEAD,OPTIONS,PUT,PATCH,POST,DELETE', 'GET,HEAD', 'GET,HEAD,OPTIONS'),
  'cacheBehaviorSettings.cachedHTTPMethods': methods('cachedHTTPMethods', 'GET,HEAD', 'GET,HEAD,OPTIONS'),
  'cacheBehaviorSettings.forwardedCookies': updated(
    record<CookieObject>({ option: text as Codec<NonNullable<CookieObject['option']>>, cookiesAllowList: listOf(text) as Codec<string[]> }, ['option']),
    { option: 'none' },
    ({ cacheBehaviorSettings: { forwardedCookies: current } = {} }) =>
      current?.option && { option: current.option, cookiesAllowList: listIf(current.option === 'allow-list', current.cookiesAllowList) },
    (forwardedCookies) => cachePart({ forwardedCookies })),
  'cacheBehaviorSettings.forwardedHeaders': updated(
    record<HeaderObject>({
      // The service also accepts and returns `default`, which its API reference does not list.
      option: text as Codec<NonNullable<HeaderObject['option']>>,
      headersAllowList: listOf(text) as Codec<NonNullable<HeaderObject['headersAllowList']>>,
    }, ['option']),
    { option: 'default' as NonNullable<HeaderObject['option']> },
    ({ cacheBehaviorSettings: { forwardedHeaders: current } = {} }) =>
      current?.option && { option: current.option, headersAllowList: listIf(current.option === 'allow-list', current.headersAllowList) },
    (forwardedHeaders) => cachePart({ forwardedHeaders })),
  'cacheBehaviorSettings.forwardedQueryStrings': updated(
    record<QueryStringObject>({ option: flag, queryStringsAllowList: listOf(text) as Codec<string[]> }, ['option']),
    { option: false },
    // AWS does not document with which option the list has an effect, so it is always compared.
    ({ cacheBehaviorSettings: { forwardedQueryStrings: current } = {} }) => current && { ...current, option: current.option ?? false },
    (forwardedQueryStrings) => cachePart({ forwardedQueryStrings })),
  'cacheBehaviors': updated(
    listOf(record<CacheBehaviorPerPath>({ path: text, behavior: oneOf<BehaviorEnum>('cache', 'dont-cache') }, ['path', 'behavior'])),
    [], (live) => live.cacheBehaviors, (cacheBehaviors) => ({ cacheBehaviors: [...cacheBehaviors] })),
  'isEnabled': updated(flag, true, (live) => live.isEnabled, (isEnabled) => ({ isEnabled })),
  'viewerMinimumTlsProtocolVersion': updated(text, 'TLSv1.2_2021', (live) => live.viewerMinimumTlsProtocolVersion,
    (version) => ({ viewerMinimumTlsProtocolVersion: version as ViewerMinimumTlsProtocolVersionEnum })),
  'certificateName': updated(text, '', servedCertificate,
    // Without `useDefaultCertificate: false` a certificate may be recorded but not served.
    (certificateName) => (certificateName === '' ? { useDefaultCertificate: true } : { certificateName, useDefaultCertificate: false })),
  'defaultRootObject': updated(text, '', (live) => live.defaultRootObject, (defaultRootObject) => ({ defaultRootObject })),
  'customErrorResponses': updated(
    listOf(errorResponse), [], (live) => live.customErrorResponses?.map(withCachingDefault),
    (customErrorResponses) => ({ customErrorResponses: [...customErrorResponses] })),
  'enableWaf': updated(flag, false, (live) => live.waf?.isWafEnabled, (enableWaf) => ({ enableWaf })),
  'wafRules': updated(listOf(wafRule), [], (live) => live.waf?.wafRules, (wafRules) => ({ wafRules: [...wafRules] })),
  'bundleId': separateCall('UpdateDistributionBundle', text, undefined, (live) => live.bundleId),
  'ipAddressType': separateCall<string>('SetIpAddressType', oneOf('ipv4', 'dualstack'), 'dualstack', (live) => live.ipAddressType),
};

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

function withCachingDefault(response: DistributionCustomErrorResponse): DistributionCustomErrorResponse {
  return { ...response, errorCachingMinTTL: response.errorCachingMinTTL ?? 10 };
}

function errorResponse(value: unknown, path: string): DistributionCustomErrorResponse {
  return withCachingDefault(record<DistributionCustomErrorResponse>(
    { errorCode: wholeNumber, responseCode: text, responsePagePath: text, errorCachingMinTTL: wholeNumber }, ['errorCode'],
  )(value, path));
}
