import { mergePatch } from './json-merge-patch';
import { DistributionPatch, seededDistribution } from './model/seeds';
import { ValueOf } from './model/shape';
import { isAbleToUpdateBundle, monthOf } from './rules/bundle';
import { newCacheSettings } from './rules/cache-settings';
import { customDomainsTlsProtocolVersion } from './rules/certificate';
import { newCustomErrorResponses } from './rules/error-responses';
import { enforceWaf } from './rules/waf';
import { Account } from './state/account';
import { certificateDomains } from './state/certificate';
import { Distribution, DistributionSettings, statusOf } from './state/distribution';

type Readable = ValueOf<typeof seededDistribution>;

/** Replaces a part of the distribution, given in the form that GetDistributions returns. The result keeps to the rules of the service. */
export function patchedDistribution(account: Account, distribution: Distribution, patch: DistributionPatch, at = distribution.name): Distribution {
  const { behaviour, clock } = account;
  const { arn, supportCode, createdAt, domainName, tags } = merged(account, distribution, distribution.requested, patch, at);
  const status = statusOf({ ...distribution, heldStatus: undefined }, behaviour, clock.now());
  const heldStatus = patch.status === undefined ? distribution.heldStatus : patch.status ?? undefined;
  return {
    ...distribution,
    arn,
    supportCode,
    createdAt: createdAt * 1000,
    domainName,
    tags,
    heldStatus: heldStatus === status ? undefined : heldStatus,
    deployed: patchedSettings(account, distribution, distribution.deployed, patch),
    requested: patchedSettings(account, distribution, distribution.requested, patch),
  };
}

function patchedSettings(
  account: Account,
  distribution: Distribution,
  current: DistributionSettings,
  patch: DistributionPatch,
): DistributionSettings {
  const now = account.clock.now();
  const { arn, supportCode, createdAt, domainName, tags, status, ableToUpdateBundle, ...settings } = merged(account, distribution, current, patch);
  enforceWaf(settings.bundleId, settings.waf);
  const wasAble = isAbleToUpdateBundle(current, now);
  return {
    ...settings,
    alternativeDomainNames: namesServed(account, settings, patch),
    viewerMinimumTlsProtocolVersion: settings.viewerMinimumTlsProtocolVersion ?? (settings.certificateName && customDomainsTlsProtocolVersion),
    cacheBehaviorSettings: newCacheSettings(account.behaviour, current.cacheBehaviorSettings, settings.cacheBehaviorSettings),
    customErrorResponses: newCustomErrorResponses(settings.customErrorResponses),
    bundleChangedIn: ableToUpdateBundle === wasAble ? current.bundleChangedIn : ableToUpdateBundle ? undefined : monthOf(now),
  };
}

function namesServed(
  { certificates }: Account,
  { certificateName, alternativeDomainNames }: Pick<Readable, 'certificateName' | 'alternativeDomainNames'>,
  patch: DistributionPatch,
): readonly string[] {
  if (patch.certificateName === undefined || patch.alternativeDomainNames !== undefined) return alternativeDomainNames;
  const certificate = certificateName === undefined ? undefined : certificates.get(certificateName);
  return certificate ? certificateDomains(certificate) : [];
}

function merged(
  account: Account, distribution: Distribution, settings: DistributionSettings, patch: DistributionPatch, at = distribution.name,
): Readable {
  const { bundleChangedIn, ...shown } = settings;
  const { arn, supportCode, domainName, tags, createdAt } = distribution;
  const ableToUpdateBundle = isAbleToUpdateBundle(settings, account.clock.now());
  const readable = { ...shown, arn, supportCode, createdAt: createdAt / 1000, domainName, tags, ableToUpdateBundle };
  return seededDistribution.decode(mergePatch(readable, patch), at, true);
}
