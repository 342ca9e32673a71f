import { monthOf } from './rules/bundle';
import { Account } from './state/account';
import { Certificate } from './state/certificate';
import { defaultSettings, Distribution, DistributionSettings } from './state/distribution';
import { defaultOrigin, Origin, OriginResourceType } from './state/origin';
import { CacheSettings, defaultCacheSettings } from './state/settings';
import { Tag } from './state/tag';

type Loose<T> = {
  readonly [K in keyof T]?: T[K] extends readonly unknown[] ? T[K] : T[K] extends object | undefined ? Loose<NonNullable<T[K]>> : T[K] | string
};
type ShownCacheSettings = NonNullable<ShownDistribution['cacheBehaviorSettings']>;

/** A distribution as GetDistributions of any account returns it. The simulator may not know its values. Times are in milliseconds. */
export interface ShownDistribution extends Loose<Omit<DistributionSettings, 'bundleChangedIn'>> {
  readonly name: string;
  readonly arn?: string;
  readonly supportCode?: string;
  readonly createdAt?: number;
  readonly domainName?: string;
  readonly ableToUpdateBundle?: boolean;
  readonly tags?: readonly Tag[];
}

/** A certificate as GetCertificates of any account returns it. Times are in milliseconds. */
export interface ShownCertificate {
  readonly name: string;
  readonly arn?: string;
  readonly domainName?: string;
  readonly subjectAlternativeNames?: readonly string[];
  readonly status?: string;
  readonly requestFailureReason?: string;
  readonly createdAt?: number;
  readonly tags?: readonly Tag[];
}

/** The distribution as it is stored. No rule of the service is enforced, because a live distribution can exist with any value. */
export function restoredDistribution(account: Account, shown: ShownDistribution, isBusy: boolean): Distribution {
  const { clock, timing } = account;
  const settings = restoredSettings(account, shown);
  const now = clock.now();
  const idleAt = now + timing.deploymentSeconds * 1000;
  return {
    name: shown.name,
    arn: shown.arn ?? account.arn('Distribution'),
    supportCode: shown.supportCode ?? '',
    createdAt: shown.createdAt ?? 0,
    domainName: shown.domainName ?? '',
    deployed: settings,
    requested: settings,
    tags: shown.tags ?? [],
    ...(isBusy && { deployment: { shownFrom: now, deployedAt: idleAt, idleAt } }),
  };
}

function restoredSettings({ behaviour, clock }: Account, shown: ShownDistribution): DistributionSettings {
  const resource = {
    name: shown.origin?.name ?? '',
    regionName: shown.origin?.regionName ?? '',
    resourceType: (shown.origin?.resourceType ?? 'Instance') as OriginResourceType,
  };
  const origin = { ...defaultOrigin(behaviour, resource), ...defined(shown.origin ?? {}), ...resource } as Origin;
  const { alternativeDomainNames, cacheBehaviors, customErrorResponses } = shown;
  const members = { alternativeDomainNames, cacheBehaviors, customErrorResponses };
  const { isEnabled, viewerMinimumTlsProtocolVersion, certificateName, defaultRootObject, bundleId, ipAddressType } = shown;
  const { waf, defaultCacheBehavior } = shown;
  return {
    ...defaultSettings(origin),
    ...defined({ ...members, isEnabled, viewerMinimumTlsProtocolVersion, certificateName, defaultRootObject, bundleId, ipAddressType }),
    ...(defaultCacheBehavior?.behavior !== undefined && { defaultCacheBehavior: { behavior: defaultCacheBehavior.behavior } }),
    cacheBehaviorSettings: restoredCacheSettings(shown.cacheBehaviorSettings ?? {}),
    ...(waf && { waf: { isWafEnabled: waf.isWafEnabled === true, wafRules: waf.wafRules ?? [] } }),
    ...(shown.ableToUpdateBundle === false && { bundleChangedIn: monthOf(clock.now()) }),
  } as DistributionSettings;
}

function restoredCacheSettings(shown: ShownCacheSettings): CacheSettings {
  const { forwardedCookies = {}, forwardedHeaders = {}, forwardedQueryStrings = {}, ...rest } = shown;
  return {
    ...defaultCacheSettings,
    ...defined(rest),
    forwardedCookies: { ...defaultCacheSettings.forwardedCookies, ...defined(forwardedCookies) },
    forwardedHeaders: { ...defaultCacheSettings.forwardedHeaders, ...defined(forwardedHeaders) },
    forwardedQueryStrings: { ...defaultCacheSettings.forwardedQueryStrings, ...defined(forwardedQueryStrings) },
  } as CacheSettings;
}

export function restoredCertificate(account: Account, shown: ShownCertificate): Certificate {
  const { domainName = '', subjectAlternativeNames = [] } = shown;
  return {
    name: shown.name,
    arn: shown.arn ?? account.arn('Certificate'),
    domainName,
    subjectAlternativeNames: [...new Set([domainName, ...subjectAlternativeNames])],
    status: shown.status ?? '',
    requestFailureReason: shown.requestFailureReason,
    createdAt: shown.createdAt ?? 0,
    tags: shown.tags ?? [],
  };
}

function defined<T extends object>(members: T): Partial<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined && value !== null)) as Partial<T>;
}
