import { AccountSeed } from './account-seed';
import { LoggedCall } from './call-log';
import { AccountDescription } from './calls/describe-account';
import { DistributionDescription } from './calls/describe-distribution';
import { Fault, NewFault } from './faults';
import { MetricSeed } from './model/metric';
import { CertificateSeed, DistributionPatch, OriginSeed, TagPatch } from './model/seeds';
import { TrafficSeed } from './model/traffic';

/** The control endpoint of a running local Lightsail, for tests and demos: what it does is neither logged as a call nor met by a fault. */
export class SimulatorControl {
  /** The address of the local Lightsail, `http://127.0.0.1:PORT`. */
  constructor(private readonly url: string) {}

  /** Fails unless the local Lightsail runs. */
  async health(): Promise<void> {
    await this.send('GET', 'health');
  }

  /** Deletes everything: resources, records, faults and the log of calls. */
  async reset(): Promise<void> {
    await this.send('POST', 'reset');
  }

  /** Replaces everything by what the seed has, or changes nothing if a value in it is wrong. */
  async seed(seed: AccountSeed): Promise<void> {
    await this.send('PUT', 'seed', seed);
  }

  /** Everything the account has; not one of its calls. */
  snapshot(): Promise<AccountDescription> {
    return this.send('GET', 'snapshot');
  }

  /** A deployed distribution, in place of one with this name; what the seed does not have is the service's default. */
  seedDistribution(name: string, seed: DistributionPatch = {}): Promise<DistributionDescription> {
    return this.send('PUT', `distributions/${name}`, seed);
  }

  /** What GetDistributions shows of it. */
  distribution(name: string): Promise<DistributionDescription> {
    return this.send('GET', `distributions/${name}`);
  }

  /** At once, or the way of an accepted UpdateDistribution. */
  changeOutsideStack(name: string, patch: DistributionPatch, { deploy = false } = {}): Promise<DistributionDescription> {
    return this.send('PATCH', `distributions/${name}?deploy=${deploy}`, patch);
  }

  /** At once; null removes a tag. */
  tagOutsideStack(name: string, tags: TagPatch): Promise<DistributionDescription> {
    return this.send('PATCH', `tags/${name}`, tags);
  }

  /** At once, or the way of an accepted DeleteDistribution. */
  async removeDistribution(name: string, { deploy = false } = {}): Promise<void> {
    await this.send('DELETE', `distributions/${name}?deploy=${deploy}`);
  }

  /** What GetDistributionMetricData reports, in place of the former samples of the metric. */
  async seedMetricData(name: string, seed: MetricSeed): Promise<void> {
    await this.send('PUT', `metric-data/${name}`, seed);
  }

  /** From when on and how much is requested, which GetDistributionMetricData reports for each metric without samples. */
  async seedTraffic(name: string, seed: TrafficSeed): Promise<void> {
    await this.send('PUT', `traffic/${name}`, seed);
  }

  /** A certificate, by default ISSUED. */
  async seedCertificate(name: string, seed: CertificateSeed): Promise<void> {
    await this.send('PUT', `certificates/${name}`, seed);
  }

  /** A CNAME record in DNS, by which certificates are validated and renewed; null removes it. */
  async seedDnsRecord(name: string, value: string | null): Promise<void> {
    await this.send('PUT', `dns-records/${name}`, { value });
  }

  /** An instance, a load balancer or a bucket that distributions can have as their origin. */
  async seedOrigin(name: string, seed: OriginSeed): Promise<void> {
    await this.send('PUT', `origins/${name}`, seed);
  }

  /** Makes coming calls fail, be late or go wrong. */
  async fault(fault: NewFault): Promise<void> {
    await this.send('POST', 'faults', fault);
  }

  /** The faults that no call has met yet. */
  faults(): Promise<readonly Fault[]> {
    return this.send('GET', 'faults');
  }

  /** Takes back the faults that no call has met yet. */
  async clearFaults(): Promise<void> {
    await this.send('DELETE', 'faults');
  }

  /** The calls of the API so far, each with its input and outcome. */
  calls(): Promise<readonly LoggedCall[]> {
    return this.send('GET', 'calls');
  }

  /** Empties the log of calls. */
  async clearCalls(): Promise<void> {
    await this.send('DELETE', 'calls');
  }

  /** Moves a manual clock. */
  async advance(seconds: number): Promise<void> {
    await this.send('POST', 'clock', { advanceSeconds: seconds });
  }

  private async send<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(new URL(`/_simulator/${path}`, this.url), { method, body: body && JSON.stringify(body) });
    const answer = await response.json() as T & { readonly message?: string };
    if (!response.ok) throw new Error(`simulator, ${method} ${path}: ${answer.message}`);
    return answer;
  }
}
