import { asExpected, existingDistribution, writableDistribution } from './calls/call';
import { deploy } from './calls/deployment';
import { describeDistribution, DistributionDescription } from './calls/describe-distribution';
import { deleteDistribution } from './calls/distributions';
import { mergePatch } from './json-merge-patch';
import { metricSeed, MetricSeed } from './model/metric';
import { certificateSeed, CertificateSeed, DistributionPatch, dnsRecordSeed, DnsRecordSeed, originSeed, OriginSeed, TagPatch } from './model/seeds';
import { resourceName } from './model/settings';
import { trafficSeed, TrafficSeed } from './model/traffic';
import { patchedDistribution } from './patched-distribution';
import { restoredCertificate, restoredDistribution, ShownCertificate, ShownDistribution } from './restored';
import { Account, originKey } from './state/account';
import { defaultSettings, Distribution } from './state/distribution';
import { newDistribution } from './state/new-distribution';
import { endOperations } from './state/operations';
import { defaultOrigin } from './state/origin';
import { recordingPrevious } from './state/record-previous';

/** Changes the state without API calls: the initial state, and changes made outside the stack. */
export class Seeds {
  constructor(private readonly held: Account) {}

  /** Creates or replaces a deployed distribution. A setting that the seed does not have gets the service default. */
  seedDistribution(name: string, seed: DistributionPatch = {}, at = name): DistributionDescription {
    resourceName.decode(name, 'name', true);
    const { regionName, resourceType, name: originName } = seed.origin ?? {};
    const origin = defaultOrigin(this.account.behaviour, {
      name: originName ?? `${name}-origin`,
      regionName: regionName ?? 'us-east-1',
      resourceType: resourceType ?? 'Instance',
    });
    this.put(patchedDistribution(this.account, newDistribution(this.account, name, defaultSettings(origin), []), seed, at));
    // A seeded distribution has no earlier state that a stale read could return.
    this.account.previousDistributions.delete(name);
    return this.distribution(name);
  }

  /** Stores a distribution that another account returned, with any values. A busy one becomes idle after a deployment. */
  restoreDistribution(shown: ShownDistribution, { isBusy = false } = {}): void {
    this.put(restoredDistribution(this.account, shown, isBusy));
  }

  restoreCertificate(shown: ShownCertificate): void {
    this.account.certificates.set(shown.name, restoredCertificate(this.account, shown));
  }

  distribution(name: string): DistributionDescription {
    return describeDistribution(this.account, existingDistribution(this.account, name));
  }

  /** Changes the distribution at once, even if it is busy. */
  changeOutsideStack(name: string, patch: DistributionPatch): DistributionDescription {
    return this.change(name, (current) => {
      this.put(patchedDistribution(this.account, current, patch));
    });
  }

  /** Changes the distribution as UpdateDistribution does: refused while busy, then an operation and a deployment. */
  deployOutsideStack(name: string, patch: DistributionPatch): DistributionDescription {
    return this.change(name, () => {
      const current = writableDistribution(this.account, 'UpdateDistribution', name);
      const changed = this.put({ ...patchedDistribution(this.account, current, patch), deployed: current.deployed });
      deploy(this.account, changed, 'UpdateDistribution', changed.requested, asExpected);
    });
  }

  /** Changes tags at once. The value null removes a tag. */
  tagOutsideStack(name: string, patch: TagPatch): DistributionDescription {
    const { tags } = existingDistribution(this.account, name);
    const patched = mergePatch(Object.fromEntries(tags.map(({ key, value }) => [key, value])), patch) as Readonly<Record<string, string>>;
    return this.changeOutsideStack(name, { tags: Object.entries(patched).map(([key, value]) => ({ key, value })) });
  }

  /** Deletes the distribution at once, even if it is busy. */
  removeDistribution(name: string): void {
    recordingPrevious(this.account, () => this.account.distributions.delete(existingDistribution(this.account, name).name));
  }

  /** Deletes the distribution as DeleteDistribution does: refused while busy, then an operation. */
  deleteOutsideStack(name: string): DistributionDescription {
    return this.change(name, () => {
      deleteDistribution(this.account, { distributionName: name }, asExpected);
    });
  }

  /** Sets the data that GetDistributionMetricData returns for a metric. Replaces the earlier samples of this metric. */
  seedMetricData(name: string, seed: MetricSeed, at = 'metricData'): void {
    const { metricName, samples } = metricSeed.decode(seed, at, true);
    const distribution = existingDistribution(this.account, name);
    this.account.distributions.set(name, { ...distribution, metrics: { ...distribution.metrics, [metricName]: samples } });
  }

  /** From when on and how much is requested. GetDistributionMetricData reports it for each metric without samples. */
  seedTraffic(name: string, seed: TrafficSeed): void {
    const traffic = trafficSeed.decode(seed, 'traffic', true);
    this.account.distributions.set(name, { ...existingDistribution(this.account, name), traffic });
  }

  seedCertificate(name: string, seed: CertificateSeed, at = 'certificate'): void {
    resourceName.decode(name, 'name', true);
    const { domainName, subjectAlternativeNames = [], status = 'ISSUED', requestFailureReason, notAfter, renewalStatus, tags: givenTags } = certificateSeed.decode(seed, at, true);
    const { certificates, clock } = this.account;
    const { arn = this.account.arn('Certificate'), createdAt = clock.now(), tags = [] } = certificates.get(name) ?? {};
    certificates.set(name, {
      name,
      arn,
      domainName,
      subjectAlternativeNames: [...new Set([domainName, ...subjectAlternativeNames])],
      status,
      requestFailureReason,
      notAfter: notAfter === undefined ? undefined : notAfter * 1000,
      renewalStatus,
      createdAt,
      tags: givenTags ?? tags,
    });
    this.account.previousCertificates.delete(name);
  }

  /** Sets a CNAME record in DNS, which validates and renews certificates. The value null removes the record. */
  seedDnsRecord(name: string, seed: DnsRecordSeed, at = 'dnsRecord'): void {
    const { value } = dnsRecordSeed.decode(seed, at, true);
    if (value === undefined) this.account.dnsRecords.delete(name);
    else this.account.dnsRecords.set(name, value);
  }

  seedOrigin(name: string, seed: OriginSeed, at = 'origin'): void {
    resourceName.decode(name, 'name', true);
    const origin = { name, ...originSeed.decode(seed, at, true) };
    this.account.origins.set(originKey(origin.regionName, name), origin);
  }

  /** The account, after the operations that are due have ended. */
  private get account(): Account {
    endOperations(this.held);
    return this.held;
  }

  private change(name: string, make: (current: Distribution) => void): DistributionDescription {
    recordingPrevious(this.account, () => make(existingDistribution(this.account, name)));
    return this.distribution(name);
  }

  private put(distribution: Distribution): Distribution {
    const { name, regionName, resourceType } = distribution.requested.origin;
    this.account.origins.set(originKey(regionName, name), { name, regionName, resourceType });
    this.account.distributions.set(distribution.name, distribution);
    return distribution;
  }
}
