import { ServiceError } from './errors';
import { isObject } from './json-merge-patch';
import type { MetricSeed } from './model/metric';
import type { CertificateSeed, DistributionPatch, DnsRecordSeed, OriginSeed } from './model/seeds';
import type { Seeds } from './seeds';

/** What an account has: by their names, what the control endpoint takes for each. */
export interface AccountSeed {
  /** Instances, load balancers and buckets that distributions can have as their origin. */
  readonly origins?: Readonly<Record<string, OriginSeed>>;
  /** Certificates, by default ISSUED. */
  readonly certificates?: Readonly<Record<string, CertificateSeed>>;
  /** Deployed distributions: a part of what GetDistributions shows; the rest is the service's default. */
  readonly distributions?: Readonly<Record<string, DistributionPatch>>;
  /** CNAME records, by which certificates are validated and renewed. */
  readonly dnsRecords?: Readonly<Record<string, DnsRecordSeed>>;
  /** What GetDistributionMetricData reports for each distribution, one entry for each metric. */
  readonly metricData?: Readonly<Record<string, readonly MetricSeed[]>>;
}

type SeedOne = (seeds: Seeds, name: string, seed: unknown, at: string) => void;

/** In this order, since a distribution refers to its origin and certificate, and metric data to a distribution. */
const kinds: Readonly<Record<keyof AccountSeed, SeedOne>> = {
  origins: (seeds, name, seed, at) => seeds.seedOrigin(name, seed as OriginSeed, at),
  certificates: (seeds, name, seed, at) => seeds.seedCertificate(name, seed as CertificateSeed, at),
  distributions: (seeds, name, seed, at) => seeds.seedDistribution(name, members(seed, at), at),
  dnsRecords: (seeds, name, seed, at) => seeds.seedDnsRecord(name, seed as DnsRecordSeed, at),
  metricData: (seeds, name, seed, at) => entries(seed, at).forEach((metric, index) => seeds.seedMetricData(name, metric as MetricSeed, `${at}[${index}]`)),
};

/** Adds everything; an error names the path of the wrong value. */
export function seedAccount(seeds: Seeds, seed: unknown): void {
  const given = members(seed, 'seed');
  const unknown = Object.keys(given).find((kind) => !Object.hasOwn(kinds, kind));
  if (unknown !== undefined) throw new ServiceError('SerializationException', `${unknown}: unknown member; ${Object.keys(kinds).join(', ')} are allowed`);
  for (const [kind, seedOne] of Object.entries(kinds)) {
    for (const [name, one] of Object.entries(members(given[kind] ?? {}, kind))) {
      const at = `${kind}.${name}`;
      located(at, () => seedOne(seeds, name, one, at));
    }
  }
}

/** Some rules concern more than one value, and their message has no path. */
function located(at: string, seedOne: () => void): void {
  try {
    seedOne();
  } catch (error) {
    if (!(error instanceof ServiceError) || error.message.startsWith(at)) throw error;
    throw new ServiceError(error.name, `${at}: ${error.message}`, error.code);
  }
}

function members(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (!isObject(value)) throw new ServiceError('SerializationException', `${at}: expected an object, got ${JSON.stringify(value)}`);
  return value;
}

function entries(value: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new ServiceError('SerializationException', `${at}: expected a list, got ${JSON.stringify(value)}`);
  return value;
}
