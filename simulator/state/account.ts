import { ServiceBehaviour } from '../behaviour';
import { Bucket } from './bucket';
import { Certificate } from './certificate';
import { Clock } from '../clock';
import { Distribution } from './distribution';
import { Operation } from './operation';
import { OriginResource } from './origin';
import { PreviousState } from './previous';

/** Distributions and their certificates exist only in this Region. Every other Region refuses their operations. */
export const DISTRIBUTION_REGION = 'us-east-1';

/** The durations in seconds. */
export interface Timing {
  readonly operationSeconds: number;
  readonly deploymentSeconds: number;
}

/** All resources of one AWS account in Lightsail, and the clock and behavior of the service. The values in the maps are immutable. */
export class Account {
  readonly distributions = new Map<string, Distribution>();
  /** By name, the state before the last change of each distribution, which stale reads return. */
  readonly previousDistributions = new Map<string, PreviousState<Distribution>>();
  readonly certificates = new Map<string, Certificate>();
  readonly previousCertificates = new Map<string, PreviousState<Certificate>>();
  /** The times of all requests for certificates. They count toward the quota even after the certificate is deleted. */
  readonly certificateRequests: number[] = [];
  /** The seeded CNAME records: name to value, both with the final dot. */
  readonly dnsRecords = new Map<string, string>();
  /** The CNAME records of a DNS outside the simulator, from the last lookup. */
  readonly lookedUpRecords = new Map<string, string>();
  /** The buckets of all Regions, by name. */
  readonly buckets = new Map<string, Bucket>();
  readonly origins = new Map<string, OriginResource>();
  readonly operations = new Map<string, Operation>();
  /** The ids of the operations that have not ended. */
  readonly running = new Set<string>();

  constructor(
    readonly id: string,
    readonly clock: Clock,
    readonly newId: () => string,
    readonly timing: Timing,
    readonly behaviour: ServiceBehaviour,
  ) {}

  location(regionName = DISTRIBUTION_REGION) {
    return { availabilityZone: this.behaviour.availabilityZone, regionName };
  }

  arn(resourceType: 'Distribution' | 'Certificate' | 'Bucket', regionName = DISTRIBUTION_REGION): string {
    return `arn:aws:lightsail:${regionName}:${this.id}:${resourceType}/${this.newId()}`;
  }

  bucket(name: string, regionName: string): Bucket | undefined {
    const bucket = this.buckets.get(name);
    return bucket?.regionName === regionName ? bucket : undefined;
  }

  /** Names are unique across all kinds of Lightsail resources in a Region. */
  nameIsTaken(name: string, regionName: string): boolean {
    const isDistributionOrCertificate = regionName === DISTRIBUTION_REGION && (this.distributions.has(name) || this.certificates.has(name));
    return isDistributionOrCertificate || this.buckets.get(name)?.regionName === regionName || this.origins.has(originKey(regionName, name));
  }

  clear(): void {
    const { distributions, previousDistributions, certificates, previousCertificates, buckets, origins, operations, running } = this;
    const all = [distributions, previousDistributions, certificates, previousCertificates, buckets, origins, operations, running];
    for (const held of [...all, this.dnsRecords, this.lookedUpRecords]) held.clear();
    this.certificateRequests.length = 0;
  }
}

export function originKey(regionName: string, name: string): string {
  return `${regionName}/${name}`;
}
