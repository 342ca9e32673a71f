import type { CacheSettings, InputOrigin, IpAddressType, LightsailDistribution } from '@aws-sdk/client-lightsail';
import { type Change, changeOf } from './changes';
import { SETTING_NAMES, type SettingName, type Settings, SETTINGS, type UpdatePart } from './settings';
import type { Write } from '../lightsail/writes';

/** One API call, and the changes it carries. */
export type Step = Write & { readonly changes: readonly Change[] };

/** The calls that bring the live distribution to the desired settings, in order. They are sent one at a time. */
export function planSteps(
  { resourceName: distributionName, desired }: { readonly resourceName: string; readonly desired: Settings },
  changes: readonly Change[], live: LightsailDistribution,
): readonly Step[] {
  const certificate = changeOf(changes, 'certificateName');
  const repair = certificate && isRecorded(certificate, live) ? certificate : undefined;
  const updates = changes.filter((change) => SETTINGS[change.setting].call === 'UpdateDistribution' && change !== repair);
  const bundle = changeOf(changes, 'bundleId');
  const ipAddressType = changeOf(changes, 'ipAddressType');

  const update: Step[] = updates.length === 0 ? [] : [
    { call: 'UpdateDistribution', changes: updates, input: { distributionName, ...updateParts(updates, desired, live) } },
  ];
  const changeBundle: Step[] = bundle === undefined ? [] : [
    { call: 'UpdateDistributionBundle', changes: [bundle], input: { distributionName, bundleId: bundle.desired } },
  ];
  const setIpAddressType: Step[] = ipAddressType === undefined ? [] : [{
    call: 'SetIpAddressType',
    changes: [ipAddressType],
    input: { resourceType: 'Distribution', resourceName: distributionName, ipAddressType: ipAddressType.desired as IpAddressType },
  }];
  const attach: Step[] = repair === undefined ? [] : [{
    call: 'AttachCertificateToDistribution', changes: [repair], input: { distributionName, certificateName: repair.desired },
  }];
  // The bundle comes last: it cannot be changed again for a month, so nothing should fail after it, and a smaller one needs WAF to be
  // disabled first. Only if WAF changes as well does a bigger one come first, because WAF needs it.
  const first = bundle !== undefined && isBigger(bundle) && updates.some(({ setting }) => setting === 'enableWaf' || setting === 'wafRules');
  return first ? [...changeBundle, ...update, ...attach, ...setIpAddressType] : [...update, ...attach, ...setIpAddressType, ...changeBundle];
}

/** A certificate that is recorded but not served: another update does not help, attaching it with the separate call does. */
function isRecorded({ desired }: Change<'certificateName'>, { certificateName }: LightsailDistribution): boolean {
  return desired !== '' && desired === certificateName;
}

const BUNDLES_BY_SIZE = ['small_1_0', 'medium_1_0', 'large_1_0'];

/** An unknown bundle is a new one, and assumed to be bigger. */
const size = (bundleId: string) => (BUNDLES_BY_SIZE.includes(bundleId) ? BUNDLES_BY_SIZE.indexOf(bundleId) : Infinity);

const isBigger = ({ current = '', desired }: Change<'bundleId'>) => size(desired) > size(current);

/** What differs, and what the service requires together with it. */
function updateParts(changes: readonly Change[], desired: Settings, live: LightsailDistribution): UpdatePart {
  const differing: Settings = Object.fromEntries(changes.map((change) => [change.setting, change.desired]));
  const { origin, cacheBehaviorSettings, wafRules, ...parts } = mergedParts(differing);
  const waf = parts.enableWaf ?? live.waf?.isWafEnabled ?? false;
  const privateAccess = parts.enablePrivateOriginAccess ?? (origin && retainedPrivateAccess({ ...writableOrigin(live), ...origin }, desired, live));
  return {
    ...parts,
    // Lightsail replaces both objects as a whole: an omitted member would return to the service default.
    ...(cacheBehaviorSettings && { cacheBehaviorSettings: { ...writableCacheSettings(live), ...cacheBehaviorSettings } }),
    // Private access is refused without the name of the origin.
    ...((origin || privateAccess !== undefined) && { origin: { ...writableOrigin(live), ...origin } }),
    ...(privateAccess !== undefined && { enablePrivateOriginAccess: privateAccess }),
    // Disabling WAF removes its rules, and rules are refused while it is disabled.
    ...(wafRules && waf && { wafRules }),
  };
}

/** What all the settings add to a request. */
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

/** Private access is not documented to survive a replaced origin, so it is sent again; for another origin only if the template has it. */
function retainedPrivateAccess(origin: InputOrigin, { enablePrivateOriginAccess }: Settings, live: LightsailDistribution): boolean | undefined {
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
    // Lists that are returned empty were never set.
    ...(forwardedCookies && { forwardedCookies: { ...forwardedCookies, cookiesAllowList: unlessEmpty(forwardedCookies.cookiesAllowList) } }),
    ...(forwardedHeaders && { forwardedHeaders: { ...forwardedHeaders, headersAllowList: unlessEmpty(forwardedHeaders.headersAllowList) } }),
    ...(forwardedQueryStrings && {
      forwardedQueryStrings: { ...forwardedQueryStrings, queryStringsAllowList: unlessEmpty(forwardedQueryStrings.queryStringsAllowList) },
    }),
  };
}

const unlessEmpty = <T>(list: T[] | undefined) => (list?.length ? list : undefined);
