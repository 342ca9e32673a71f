import { AccountSeed } from './account-seed';
import { LoggedCall } from './call-log';
import { AccountDescription } from './calls/describe-account';
import { DistributionDescription } from './calls/describe-distribution';
import { Fault, NewFault } from './faults';
import { MetricSeed } from './model/metric';
import { CertificateSeed, DistributionPatch, OriginSeed, TagPatch } from './model/seeds';
import { TrafficSeed } from './model/traffic';

/**
 * A client of the control endpoint of a running local Lightsail, for tests and demos.
 * Its requests are not API calls: they are not logged, and faults do not apply to them.
 */
export class SimulatorControl {
  /** @param url The address of the local Lightsail, `http://127.0.0.1:PORT`. */
  constructor(private readonly url: string) {}

  /** Throws an error unless the local Lightsail is running. */
  async health(): Promise<void> {
    await this.send('GET', 'health');
  }

  /** Deletes all resources, DNS records and faults, and clears the log of calls. */
  async reset(): Promise<void> {
    await this.send('POST', 'reset');
  }

  /**
   * Replaces all resources with those of the seed, and removes the faults and the log of calls.
   * If a value of the seed is wrong, throws an error and changes nothing.
   */
  async seed(seed: AccountSeed): Promise<void> {
    await this.send('PUT', 'seed', seed);
  }

  /** Returns all distributions, certificates, buckets and operations of the account. Not logged as a call. */
  snapshot(): Promise<AccountDescription> {
    return this.send('GET', 'snapshot');
  }

  /** Creates or replaces a deployed distribution. A setting that the seed does not have gets the service default. */
  seedDistribution(name: string, seed: DistributionPatch = {}): Promise<DistributionDescription> {
    return this.send('PUT', `distributions/${name}`, seed);
  }

  /** Returns the distribution as GetDistributions returns it. */
  distribution(name: string): Promise<DistributionDescription> {
    return this.send('GET', `distributions/${name}`);
  }

  /**
   * Changes a distribution outside the stack. The change takes effect at once.
   * With `deploy`, it is made as UpdateDistribution does: refused while busy, then an operation and a deployment.
   */
  changeOutsideStack(name: string, patch: DistributionPatch, { deploy = false } = {}): Promise<DistributionDescription> {
    return this.send('PATCH', `distributions/${name}?deploy=${deploy}`, patch);
  }

  /** Changes tags outside the stack, at once. The value null removes a tag. */
  tagOutsideStack(name: string, tags: TagPatch): Promise<DistributionDescription> {
    return this.send('PATCH', `tags/${name}`, tags);
  }

  /**
   * Deletes a distribution outside the stack. The deletion takes effect at once.
   * With `deploy`, it is made as DeleteDistribution does: refused while busy, then an operation.
   */
  async removeDistribution(name: string, { deploy = false } = {}): Promise<void> {
    await this.send('DELETE', `distributions/${name}?deploy=${deploy}`);
  }

  /** Sets the data that GetDistributionMetricData returns for a metric. Replaces the earlier samples of this metric. */
  async seedMetricData(name: string, seed: MetricSeed): Promise<void> {
    await this.send('PUT', `metric-data/${name}`, seed);
  }

  /** Sets the traffic of a distribution, from which GetDistributionMetricData computes each metric that has no samples. */
  async seedTraffic(name: string, seed: TrafficSeed): Promise<void> {
    await this.send('PUT', `traffic/${name}`, seed);
  }

  /** Creates or replaces a certificate. The default status is ISSUED. */
  async seedCertificate(name: string, seed: CertificateSeed): Promise<void> {
    await this.send('PUT', `certificates/${name}`, seed);
  }

  /** Sets a CNAME record in DNS, which validates and renews certificates. The value null removes the record. */
  async seedDnsRecord(name: string, value: string | null): Promise<void> {
    await this.send('PUT', `dns-records/${name}`, { value });
  }

  /** Creates or replaces an instance, a load balancer or a bucket that distributions can have as their origin. */
  async seedOrigin(name: string, seed: OriginSeed): Promise<void> {
    await this.send('PUT', `origins/${name}`, seed);
  }

  /** Adds a fault, which makes later calls fail, respond late or have a wrong effect. */
  async fault(fault: NewFault): Promise<void> {
    await this.send('POST', 'faults', fault);
  }

  /** Returns the faults that have not been applied to a call yet. */
  faults(): Promise<readonly Fault[]> {
    return this.send('GET', 'faults');
  }

  /** Removes the faults that have not been applied to a call yet. */
  async clearFaults(): Promise<void> {
    await this.send('DELETE', 'faults');
  }

  /** Returns the log of API calls, each with its input and outcome. */
  calls(): Promise<readonly LoggedCall[]> {
    return this.send('GET', 'calls');
  }

  /** Clears the log of calls. */
  async clearCalls(): Promise<void> {
    await this.send('DELETE', 'calls');
  }

  /** Advances a manual clock. */
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
