import type {
  AttachCertificateToDistributionRequest, CacheSettings, CreateDistributionRequest, InputOrigin, IpAddressType, LightsailDistribution,
  SetIpAddressTypeRequest, UpdateDistributionBundleRequest, UpdateDistributionRequest,
} from '@aws-sdk/client-lightsail';
import type { Change } from './changes';
import type { Request } from './request';
import { SETTING_NAMES, SETTINGS, type SettingName, type Settings, type UpdatePart } from './settings';

/** One API write, and the changes it carries. */
export type Step = { readonly changes: readonly Change[] } & (
  | { readonly call: 'CreateDistribution'; readonly input: CreateDistributionRequest }
  | { readonly call: 'AttachCertificateToDistribution'; readonly input: AttachCertificateToDistributionRequest }
  | { readonly call: 'UpdateDistribution'; readonly input: UpdateDistributionRequest }
  | { readonly call: 'UpdateDistributionBundle'; readonly input: UpdateDistributionBundleRequest }
  | { readonly call: 'SetIpAddressType'; readonly input: SetIpAddressTypeRequest }
);

export type StepCall = Step['call'];

/** The writes that bring the live distribution to the wanted settings, in order. They go one at a time. */
export function steps(
  { distributionName, desired }: Pick<Request, 'distributionName' | 'desired'>, changes: readonly Change[], live: LightsailDistribution,
): readonly Step[] {
  const repair = changes.find((change): change is Change<'certificateName'> => isRecorded(change, live));
  const updates = changes.filter((change) => SETTINGS[change.setting].call === 'UpdateDistribution' && change !== repair);
  const bundle = changes.find((change): change is Change<'bundleId'> => change.setting === 'bundleId');
  const ipAddressType = changes.find((change): change is Change<'ipAddressType'> => change.setting === 'ipAddressType');

  const update: Step[] = updates.length === 0 ? [] : [
    { call: 'UpdateDistribution', changes: updates, input: { distributionName, ...updateParts(updates, desired, live) } },
  ];
  const change: Step[] = bundle === undefined ? [] : [
    { call: 'UpdateDistributionBundle', changes: [bundle], input: { distributionName, bundleId: bundle.wanted } },
  ];
  const setIpAddressType: Step[] = ipAddressType === undefined ? [] : [{
    call: 'SetIpAddressType',
    changes: [ipAddressType],
    input: { resourceType: 'Distribution', resourceName: distributionName, ipAddressType: ipAddressType.wanted as IpAddressType },
  }];
  const attach: Step[] = repair === undefined ? [] : [{
    call: 'AttachCertificateToDistribution', changes: [repair], input: { distributionName, certificateName: repair.wanted },
  }];
  // The bundle comes last: its change cannot be undone for a month, so nothing should fail after it, and a smaller one
  // must find WAF gone. Only where WAF is to change as well does a bigger one come first, as WAF needs it.
  const first = bundle !== undefined && isBigger(bundle) && updates.some(({ setting }) => setting === 'enableWaf' || setting === 'wafRules');
  return first ? [...change, ...update, ...attach, ...setIpAddressType] : [...update, ...attach, ...setIpAddressType, ...change];
}

/** A certificate that is named already and yet not served is not cured by naming it again: attaching it by its own call is known to help. */
function isRecorded({ setting, wanted }: Change, { certificateName }: LightsailDistribution): boolean {
  return setting === 'certificateName' && wanted !== '' && wanted === certificateName;
}

const BUNDLES_BY_SIZE = ['small_1_0', 'medium_1_0', 'large_1_0'];

/** A bundle that is not known here is a new one, and taken for bigger. */
const size = (bundleId: string) => (BUNDLES_BY_SIZE.includes(bundleId) ? BUNDLES_BY_SIZE.indexOf(bundleId) : Infinity);

const isBigger = ({ found = '', wanted }: Change<'bundleId'>) => size(wanted) > size(found);

/** What differs, and what the service couples to it. */
function updateParts(changes: readonly Change[], desired: Settings, live: LightsailDistribution): UpdatePart {
  const wanted: Settings = Object.fromEntries(changes.map((change) => [change.setting, change.wanted]));
  const { origin, cacheBehaviorSettings, wafRules, ...parts } = mergedParts(wanted);
  const waf = parts.enableWaf ?? live.waf?.isWafEnabled ?? false;
  const privateAccess = parts.enablePrivateOriginAccess ?? (origin && keptPrivateAccess({ ...writableOrigin(live), ...origin }, desired, live));
  return {
    ...parts,
    // Both objects are replaced whole: what is left out of them would go back to the service's default.
    ...(cacheBehaviorSettings && { cacheBehaviorSettings: { ...writableCacheSettings(live), ...cacheBehaviorSettings } }),
    // Private access is refused without the origin's name beside it.
    ...((origin || privateAccess !== undefined) && { origin: { ...writableOrigin(live), ...origin } }),
    ...(privateAccess !== undefined && { enablePrivateOriginAccess: privateAccess }),
    // Turning WAF off removes its rules, and rules are refused while it is off.
    ...(wafRules && waf && { wafRules }),
  };
}

/** What the settings add to a request, all together. */
export function mergedParts(settings: Settings): UpdatePart {
  return SETTING_NAMES.map((name) => partOf(name, settings[name])).reduce(merged, {});
}

function partOf<K extends SettingName>(name: K, value: Settings[K]): UpdatePart {
  return value === undefined ? {} : SETTINGS[name].update(value);
}

function merged(whole: UpdatePart, part: UpdatePart): UpdatePart {
  return {
    ...whole,
    ...part,
    ...(part.origin && { origin: { ...whole.origin, ...part.origin } }),
    ...(part.cacheBehaviorSettings && { cacheBehaviorSettings: { ...whole.cacheBehaviorSettings, ...part.cacheBehaviorSettings } }),
  };
}

/** Nothing says that private access survives a replaced origin, so it is said again; of another resource only if it is asked for. */
function keptPrivateAccess(origin: InputOrigin, { enablePrivateOriginAccess }: Settings, live: LightsailDistribution): boolean | undefined {
  const isSame = origin.name === live.origin?.name && origin.regionName === live.origin?.regionName;
  return isSame ? live.origin?.isPrivateOriginAccessEnabled || undefined : enablePrivateOriginAccess;
}

function writableOrigin({ origin = {} }: LightsailDistribution): InputOrigin {
  const { name, regionName, protocolPolicy, responseTimeout, ipAddressType } = origin;
  return { name, regionName, protocolPolicy, responseTimeout, ipAddressType };
}

function writableCacheSettings({ cacheBehaviorSettings = {} }: LightsailDistribution): CacheSettings {
  const { forwardedCookies, forwardedHeaders, forwardedQueryStrings } = cacheBehaviorSettings;
  return {
    ...cacheBehaviorSettings,
    // Lists that read back empty were never set.
    ...(forwardedCookies && { forwardedCookies: { ...forwardedCookies, cookiesAllowList: unlessEmpty(forwardedCookies.cookiesAllowList) } }),
    ...(forwardedHeaders && { forwardedHeaders: { ...forwardedHeaders, headersAllowList: unlessEmpty(forwardedHeaders.headersAllowList) } }),
    ...(forwardedQueryStrings && {
      forwardedQueryStrings: { ...forwardedQueryStrings, queryStringsAllowList: unlessEmpty(forwardedQueryStrings.queryStringsAllowList) },
    }),
  };
}

const unlessEmpty = <T>(list: T[] | undefined) => (list?.length ? list : undefined);
