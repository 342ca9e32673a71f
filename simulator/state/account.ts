import { ServiceBehaviour } from '../behaviour';
import { Certificate } from './certificate';
import { Clock } from '../clock';
import { Distribution } from './distribution';
import { Operation } from './operation';
import { OriginResource } from './origin';
import { PreviousState } from './previous';

/** How long things take, in seconds. */
export interface Timing {
  readonly operationSeconds: number;
  readonly deploymentSeconds: number;
}

/** Everything one AWS account has in Lightsail, and the clock and behaviour of the service. The values in the maps are replaced, never changed. */
export class Account {
  readonly distributions = new Map<string, Distribution>();
  /** By name, what stale reads see: the distributions before the last change of each. */
  readonly previousDistributions = new Map<string, PreviousState<Distribution>>();
  readonly certificates = new Map<string, Certificate>();
  readonly previousCertificates = new Map<string, PreviousState<Certificate>>();
  /** When each certificate was requested: deleting one gives no request back. */
  readonly certificateRequests: number[] = [];
  /** CNAME records that DNS has: name to value, both with the final dot. */
  readonly dnsRecords = new Map<string, string>();
  readonly origins = new Map<string, OriginResource>();
  readonly operations = new Map<string, Operation>();
  /** The ids of the operations that have not ended yet. */
  readonly running = new Set<string>();

  constructor(
    readonly id: string,
    readonly clock: Clock,
    readonly newId: () => string,
    readonly timing: Timing,
    readonly behaviour: ServiceBehaviour,
  ) {}

  get location() {
    return { availabilityZone: this.behaviour.availabilityZone, regionName: 'us-east-1' };
  }

  arn(resourceType: 'Distribution' | 'Certificate'): string {
    return `arn:aws:lightsail:us-east-1:${this.id}:${resourceType}/${this.newId()}`;
  }

  /** Names are unique across all kinds of Lightsail resources of a Region. */
  nameIsTaken(name: string): boolean {
    return this.distributions.has(name) || this.certificates.has(name) || this.origins.has(originKey('us-east-1', name));
  }

  clear(): void {
    const { distributions, previousDistributions, certificates, previousCertificates, dnsRecords, origins, operations, running } = this;
    const all = [distributions, previousDistributions, certificates, previousCertificates, dnsRecords, origins, operations, running];
    for (const held of all) held.clear();
    this.certificateRequests.length = 0;
  }
}

export function originKey(regionName: string, name: string): string {
  return `${regionName}/${name}`;
}
