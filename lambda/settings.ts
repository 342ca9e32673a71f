import type {
  BehaviorEnum, CacheBehaviorPerPath, CacheSettings, CertificateSummary, CookieObject, DistributionCustomErrorResponse, HeaderObject, InputOrigin,
  LightsailDistribution, OriginIpAddressTypeEnum, OriginProtocolPolicyEnum, QueryStringObject, RegionName, UpdateDistributionRequest,
  ViewerMinimumTlsProtocolVersionEnum, WafRule,
} from '@aws-sdk/client-lightsail';
import { servedCertificate } from './certificate';
import { type Codec, flag, listOf, oneOf, record, text, wholeNumber } from './codec';
import { wafRule } from './waf-rules';

/** The API calls that a setting's row may name. */
export type Call = 'UpdateDistribution' | 'UpdateDistributionBundle' | 'SetIpAddressType';

/** Every setting, under its path in the resource properties. */
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

/** Desired settings: an absent one is unmanaged and left alone. */
export type Settings = { readonly [K in SettingName]?: SettingValues[K] };

/** What a setting adds to an UpdateDistribution request. */
export type UpdatePart = Omit<UpdateDistributionRequest, 'distributionName'>;

/** One row of the table. */
export interface Setting<V> {
  /** Brings back the type that CloudFormation's strings have lost. */
  readonly decode: Codec<V>;
  /** The live value; the service's default where the service leaves it out. The certificate is the wanted one, if it was looked at. */
  readonly observe: (live: LightsailDistribution, certificate?: CertificateSummary) => V | undefined;
  /** What a setting that is taken out of the template goes back to; `undefined`: the service has no default, the value stays. */
  readonly serviceDefault: (live: LightsailDistribution) => V | undefined;
  /** The call that carries it. */
  readonly call: Call;
  /** What it adds to UpdateDistribution; nothing for a setting with a call of its own. */
  readonly update: (wanted: V) => UpdatePart;
}

const noDefault = () => undefined;

/** A setting that UpdateDistribution carries and whose default is known. */
const updated = <V>(
  decode: Codec<V>, serviceDefault: V, found: Setting<V>['observe'], update: (wanted: V) => UpdatePart,
): Setting<V> => ({
  decode,
  update,
  call: 'UpdateDistribution',
  serviceDefault: () => serviceDefault,
  observe: (live, certificate) => found(live, certificate) ?? serviceDefault,
});

/** A setting that UpdateDistribution carries and for which the service has no default. */
const updatedWithoutDefault = <V>(
  decode: Codec<V>, observe: (live: LightsailDistribution) => V | undefined, update: (wanted: V) => UpdatePart,
): Setting<V> => ({ decode, observe, update, call: 'UpdateDistribution', serviceDefault: noDefault });

/** A setting with a call of its own. */
const ownCall = <V>(
  call: Exclude<Call, 'UpdateDistribution'>, decode: Codec<V>, serviceDefault: V | undefined, found: (live: LightsailDistribution) => V | undefined,
): Setting<V> => ({
  decode, call, serviceDefault: () => serviceDefault, observe: (live) => found(live) ?? serviceDefault, update: () => ({}),
});

const originPart = (part: InputOrigin): UpdatePart => ({ origin: part });
const cachePart = (part: CacheSettings): UpdatePart => ({ cacheBehaviorSettings: part });

const seconds = (member: 'defaultTTL' | 'minimumTTL' | 'maximumTTL', serviceDefault: number) =>
  updated(wholeNumber, serviceDefault, (live) => live.cacheBehaviorSettings?.[member], (wanted) => cachePart({ [member]: wanted }));

const methods = (member: 'allowedHTTPMethods' | 'cachedHTTPMethods', serviceDefault: string, ...others: string[]) =>
  updated<string>(oneOf(...others, serviceDefault), serviceDefault,
    // The service takes the methods in one order only, but nothing says that it gives them back in that order.
    ({ cacheBehaviorSettings: { [member]: found } = {} }) => [...others, serviceDefault].find((known) => sorted(known) === sorted(found ?? '')) ?? found,
    (wanted) => cachePart({ [member]: wanted }));

const sorted = (commaSeparated: string) => commaSeparated.split(',').sort().join();

/** A list counts only under the option that asks for it. */
const listWhen = <T>(asked: boolean, list: T[] | undefined): T[] | undefined => (asked ? list : undefined);

const protocolPolicyDefault = (live: LightsailDistribution): OriginProtocolPolicyEnum =>
  // A bucket can be reached over HTTPS only.
  live.origin?.resourceType === 'Bucket' ? 'https-only' : 'http-only';

/** THE table. A setting without a row does not compile. */
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
    ({ cacheBehaviorSettings: { forwardedCookies: found } = {} }) =>
      found?.option && { option: found.option, cookiesAllowList: listWhen(found.option === 'allow-list', found.cookiesAllowList) },
    (forwardedCookies) => cachePart({ forwardedCookies })),
  'cacheBehaviorSettings.forwardedHeaders': updated(
    record<HeaderObject>({
      // The service takes and gives back `default` too, which its enumeration does not name.
      option: text as Codec<NonNullable<HeaderObject['option']>>,
      headersAllowList: listOf(text) as Codec<NonNullable<HeaderObject['headersAllowList']>>,
    }, ['option']),
    { option: 'default' as NonNullable<HeaderObject['option']> },
    ({ cacheBehaviorSettings: { forwardedHeaders: found } = {} }) =>
      found?.option && { option: found.option, headersAllowList: listWhen(found.option === 'allow-list', found.headersAllowList) },
    (forwardedHeaders) => cachePart({ forwardedHeaders })),
  'cacheBehaviorSettings.forwardedQueryStrings': updated(
    record<QueryStringObject>({ option: flag, queryStringsAllowList: listOf(text) as Codec<string[]> }, ['option']),
    { option: false },
    // AWS's text leaves open under which option the list counts, so it is always compared.
    ({ cacheBehaviorSettings: { forwardedQueryStrings: found } = {} }) => found && { ...found, option: found.option ?? false },
    (forwardedQueryStrings) => cachePart({ forwardedQueryStrings })),
  'cacheBehaviors': updated(
    listOf(record<CacheBehaviorPerPath>({ path: text, behavior: oneOf<BehaviorEnum>('cache', 'dont-cache') }, ['path', 'behavior'])),
    [], (live) => live.cacheBehaviors, (cacheBehaviors) => ({ cacheBehaviors: [...cacheBehaviors] })),
  'isEnabled': updated(flag, true, (live) => live.isEnabled, (isEnabled) => ({ isEnabled })),
  'viewerMinimumTlsProtocolVersion': updated(text, 'TLSv1.2_2021', (live) => live.viewerMinimumTlsProtocolVersion,
    (version) => ({ viewerMinimumTlsProtocolVersion: version as ViewerMinimumTlsProtocolVersionEnum })),
  'certificateName': updated(text, '', servedCertificate,
    // Without `useDefaultCertificate: false` beside it, a certificate may be recorded and yet not served.
    (certificateName) => (certificateName === '' ? { useDefaultCertificate: true } : { certificateName, useDefaultCertificate: false })),
  'defaultRootObject': updated(text, '', (live) => live.defaultRootObject, (defaultRootObject) => ({ defaultRootObject })),
  'customErrorResponses': updated(
    listOf(errorResponse), [], (live) => live.customErrorResponses?.map(withCachingDefault),
    (customErrorResponses) => ({ customErrorResponses: [...customErrorResponses] })),
  'enableWaf': updated(flag, false, (live) => live.waf?.isWafEnabled, (enableWaf) => ({ enableWaf })),
  'wafRules': updated(listOf(wafRule), [], (live) => live.waf?.wafRules, (wafRules) => ({ wafRules: [...wafRules] })),
  'bundleId': ownCall('UpdateDistributionBundle', text, undefined, (live) => live.bundleId),
  'ipAddressType': ownCall<string>('SetIpAddressType', oneOf('ipv4', 'dualstack'), 'dualstack', (live) => live.ipAddressType),
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
