import { asExpected, existingDistribution, writableDistribution } from './calls/call';
import { deploy } from './calls/deployment';
import { describeDistribution, DistributionDescription } from './calls/describe-distribution';
import { mergePatch } from './json-merge-patch';
import { certificateSeed, CertificateSeed, DistributionPatch, originSeed, OriginSeed, seededDistribution } from './model/seeds';
import { resourceName } from './model/settings';
import { ValueOf } from './model/shape';
import { isAbleToUpdateBundle, monthOf } from './rules/bundle';
import { newCacheSettings } from './rules/cache-settings';
import { customDomainsTlsProtocolVersion } from './rules/certificate';
import { newCustomErrorResponses } from './rules/error-responses';
import { defaultOrigin } from './rules/origin';
import { enforceWaf } from './rules/waf';
import { Account, originKey } from './state/account';
import { certificateDomains } from './state/certificate';
import { defaultSettings, Distribution, DistributionSettings, newDistribution, statusOf } from './state/distribution';
import { endOperations } from './state/operation';

/** State that comes about without the API: what is there at the start, and what another hand does. */
export class Seeds {
  constructor(private readonly held: Account) {}

  /** A deployed distribution; where the seed is silent, it has the service's defaults. */
  seedDistribution(name: string, seed: DistributionPatch = {}): DistributionDescription {
    resourceName.decode(name, 'name', true);
    const { regionName, resourceType, name: originName } = seed.origin ?? {};
    const origin = defaultOrigin(this.account.behaviour, {
      name: originName ?? `${name}-origin`,
      regionName: regionName ?? 'us-east-1',
      resourceType: resourceType ?? 'Instance',
    });
    this.put(this.patched(newDistribution(this.account, name, defaultSettings(origin), []), seed));
    return this.distribution(name);
  }

  distribution(name: string): DistributionDescription {
    return describeDistribution(this.account, existingDistribution(this.account, name));
  }

  /** Takes effect at once, whatever is going on. */
  changeByAnotherHand(name: string, patch: DistributionPatch): DistributionDescription {
    this.put(this.patched(existingDistribution(this.account, name), patch));
    return this.distribution(name);
  }

  /** Goes the way of an UpdateDistribution: refused while busy, then an operation and a deployment. */
  deployByAnotherHand(name: string, patch: DistributionPatch): DistributionDescription {
    const current = writableDistribution(this.account, 'UpdateDistribution', name);
    const changed = this.put({ ...this.patched(current, patch), deployed: current.deployed });
    deploy(this.account, changed, 'UpdateDistribution', changed.requested, asExpected);
    return this.distribution(name);
  }

  removeDistribution(name: string): void {
    this.account.distributions.delete(existingDistribution(this.account, name).name);
  }

  seedCertificate(name: string, seed: CertificateSeed): void {
    resourceName.decode(name, 'name', true);
    const { domainName, subjectAlternativeNames = [], status = 'ISSUED' } = certificateSeed.decode(seed, 'certificate', true);
    const { certificates, clock } = this.account;
    const { arn = this.account.arn('Certificate'), createdAt = clock.now(), tags = [] } = certificates.get(name) ?? {};
    certificates.set(name, { name, arn, domainName, subjectAlternativeNames, status, createdAt, tags });
  }

  seedOrigin(name: string, seed: OriginSeed): void {
    resourceName.decode(name, 'name', true);
    const origin = { name, ...originSeed.decode(seed, 'origin', true) };
    this.account.origins.set(originKey(origin.regionName, name), origin);
  }

  /** The account as time has made it. */
  private get account(): Account {
    endOperations(this.held);
    return this.held;
  }

  private put(distribution: Distribution): Distribution {
    const { name, regionName, resourceType } = distribution.requested.origin;
    this.account.origins.set(originKey(regionName, name), { name, regionName, resourceType });
    this.account.distributions.set(distribution.name, distribution);
    return distribution;
  }

  private patched(distribution: Distribution, patch: DistributionPatch): Distribution {
    const { behaviour, clock } = this.account;
    const { arn, supportCode, createdAt, domainName, tags } = this.merged(distribution, distribution.requested, patch);
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
      deployed: this.patchedSettings(distribution, distribution.deployed, patch),
      requested: this.patchedSettings(distribution, distribution.requested, patch),
    };
  }

  private patchedSettings(distribution: Distribution, current: DistributionSettings, patch: DistributionPatch): DistributionSettings {
    const { arn, supportCode, createdAt, domainName, tags, status, ableToUpdateBundle, ...settings } = this.merged(distribution, current, patch);
    enforceWaf(settings.bundleId, settings.waf);
    const wasAble = isAbleToUpdateBundle(current, this.account.clock.now());
    return {
      ...settings,
      alternativeDomainNames: this.namesServed(settings, patch),
      viewerMinimumTlsProtocolVersion: settings.viewerMinimumTlsProtocolVersion ?? (settings.certificateName && customDomainsTlsProtocolVersion),
      cacheBehaviorSettings: newCacheSettings(this.account.behaviour, current.cacheBehaviorSettings, settings.cacheBehaviorSettings),
      customErrorResponses: newCustomErrorResponses(settings.customErrorResponses),
      bundleChangedIn: ableToUpdateBundle === wasAble ? current.bundleChangedIn : ableToUpdateBundle ? undefined : monthOf(this.account.clock.now()),
    };
  }

  private namesServed(
    { certificateName, alternativeDomainNames }: Pick<ValueOf<typeof seededDistribution>, 'certificateName' | 'alternativeDomainNames'>,
    patch: DistributionPatch,
  ): readonly string[] {
    if (patch.certificateName === undefined || patch.alternativeDomainNames !== undefined) return alternativeDomainNames;
    const certificate = certificateName === undefined ? undefined : this.account.certificates.get(certificateName);
    return certificate ? certificateDomains(certificate) : [];
  }

  private merged(distribution: Distribution, settings: DistributionSettings, patch: DistributionPatch): ValueOf<typeof seededDistribution> {
    const { bundleChangedIn, ...shown } = settings;
    const { arn, supportCode, domainName, tags, createdAt } = distribution;
    const ableToUpdateBundle = isAbleToUpdateBundle(settings, this.account.clock.now());
    const readable = { ...shown, arn, supportCode, createdAt: createdAt / 1000, domainName, tags, ableToUpdateBundle };
    return seededDistribution.decode(mergePatch(readable, patch), distribution.name, true);
  }
}
