import type { CertificateSummary, LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';
import { EDGE_SECONDS } from './edge-seconds';
import { shownCertificate, shownDistribution } from './shown';
import { type Ports, simulatedLightsail } from './simulated-lightsail';
import { isReady } from '../../lambda/distribution/status';
import { operationState } from '../../lambda/lightsail/operation';
import type { LightsailService } from '../../simulator';
import type { LiveAccount } from '../live/live-account';

/**
 * The ports of the handler on a copy of the live account. At the start, the lists of distributions and certificates are copied. A distribution is
 * read by name when the handler first reads it. Until the handler changes it, the handler receives exactly what Lightsail returned.
 */
export class LiveCopy {
  static async of(live: LiveAccount, service: LightsailService, now: () => number): Promise<LiveCopy> {
    const [distributions, certificates] = [await live.distributions(), await live.certificates()];
    for (const one of distributions) service.seeds.restoreDistribution(shownDistribution(one), { isBusy: !isReady(one) });
    for (const one of certificates) service.seeds.restoreCertificate(shownCertificate(one));
    return new LiveCopy(live, service, now, new Set(distributions.map(({ name }) => name)), certificates);
  }

  /** The distributions as Lightsail returned them, by name. A write removes the entry. */
  private readonly unchanged = new Map<string, LightsailDistribution>();
  private readonly read = new Set<string>();
  private readonly simulated: Ports;

  private readonly operations = new Map<string, readonly Operation[]>();
  private readonly startedAt: number;

  private constructor(
    private readonly live: LiveAccount,
    private readonly service: LightsailService,
    private readonly now: () => number,
    /** The names of the distributions that existed at the start. */
    private readonly names: ReadonlySet<string | undefined>,
    private readonly certificates: readonly CertificateSummary[],
  ) {
    this.simulated = simulatedLightsail(service);
    this.startedAt = now();
  }

  get ports(): Ports {
    const { simulated } = this;
    return {
      ...simulated,
      distribution: (name) => this.distribution(name),
      certificate: async (name) => this.asLive(await simulated.certificate(name)),
      operationsFor: async (name) => [...await this.liveOperations(name), ...await simulated.operationsFor(name)],
      send: (write) => {
        const name = 'resourceName' in write.input ? write.input.resourceName : 'distributionName' in write.input ? write.input.distributionName : undefined;
        return simulated.send(write).then((operationId) => {
          if (name !== undefined) this.unchanged.delete(name);
          return operationId;
        });
      },
    };
  }

  /** Returns the distribution as Lightsail would return it now, or `undefined` if it does not exist. */
  async distribution(name: string): Promise<LightsailDistribution | undefined> {
    await this.readByName(name);
    const simulated = await this.simulated.distribution(name);
    const live = this.unchanged.get(name);
    if (simulated === undefined || live === undefined) return simulated;
    const isSame = isReady(live) === isReady(simulated);
    return { ...live, tags: simulated.tags, status: isSame ? live.status : simulated.status };
  }

  /**
   * Returns the operations that started before the dry run. They are read on demand, because the handler seldom needs them.
   * A pending operation has ended after the duration of a deployment.
   */
  private async liveOperations(name: string): Promise<readonly Operation[]> {
    if (!this.wasLive(name)) return [];
    const operations = this.operations.get(name) ?? await this.live.operations(name);
    this.operations.set(name, operations);
    const hasEnded = this.now() - this.startedAt >= EDGE_SECONDS * 1_000;
    return operations.map((one) => (hasEnded && operationState(one).kind === 'pending'
      ? { ...one, status: 'Succeeded', isTerminal: true, statusChangedAt: new Date(this.startedAt + EDGE_SECONDS * 1_000) } : one));
  }

  private wasLive(name: string): boolean {
    return this.names.has(name) || this.certificates.some(({ certificateName }) => certificateName === name);
  }

  /** Reads a distribution by name once, because a list lacks some members. A distribution that the dry run created is not in Lightsail. */
  private async readByName(name: string): Promise<void> {
    if (this.read.has(name)) return;
    this.read.add(name);
    const live = this.names.has(name) ? await this.live.distribution(name) : undefined;
    if (live === undefined) return;
    this.unchanged.set(name, live);
    this.service.seeds.restoreDistribution(shownDistribution(live), { isBusy: !isReady(live) });
  }

  /** Adds the validation records that Lightsail returned, because the simulator does not know them. */
  private asLive(simulated: CertificateSummary | undefined): CertificateSummary | undefined {
    const live = this.certificates.find(({ certificateName }) => certificateName === simulated?.certificateName);
    const records = live?.certificateDetail?.domainValidationRecords;
    if (simulated === undefined || records === undefined) return simulated;
    return { ...simulated, certificateDetail: { ...simulated.certificateDetail, domainValidationRecords: records } };
  }
}
