import { ServiceError } from './errors';
import { isObject } from './json-merge-patch';
import type { MetricSeed } from './model/metric';
import type { CertificateSeed, DistributionPatch, DnsRecordSeed, OriginSeed } from './model/seeds';
import type { Seeds } from './seeds';

/** The resources of an account, by name. The values have the format that the control endpoint accepts for each kind. */
export interface AccountSeed {
  /** Instances, load balancers and buckets that distributions can have as their origin. */
  readonly origins?: Readonly<Record<string, OriginSeed>>;
  /** Certificates. The default status is ISSUED. */
  readonly certificates?: Readonly<Record<string, CertificateSeed>>;
  /** Deployed distributions, each with a part of what GetDistributions returns. The other settings have the service default. */
  readonly distributions?: Readonly<Record<string, DistributionPatch>>;
  /** CNAME records, which validate and renew certificates. */
  readonly dnsRecords?: Readonly<Record<string, DnsRecordSeed>>;
  /** The data that GetDistributionMetricData returns for each distribution, with one entry for each metric. */
  readonly metricData?: Readonly<Record<string, readonly MetricSeed[]>>;
}

type SeedOne = (seeds: Seeds, name: string, seed: unknown, at: string) => void;

/** The order matters: a distribution refers to its origin and certificate, and metric data refers to a distribution. */
const kinds: Readonly<Record<keyof AccountSeed, SeedOne>> = {
  origins: (seeds, name, seed, at) => seeds.seedOrigin(name, seed as OriginSeed, at),
  certificates: (seeds, name, seed, at) => seeds.seedCertificate(name, seed as CertificateSeed, at),
  distributions: (seeds, name, seed, at) => seeds.seedDistribution(name, members(seed, at), at),
  dnsRecords: (seeds, name, seed, at) => seeds.seedDnsRecord(name, seed as DnsRecordSeed, at),
  metricData: (seeds, name, seed, at) => entries(seed, at).forEach((metric, index) => seeds.seedMetricData(name, metric as MetricSeed, `${at}[${index}]`)),
};

/** Adds all resources of the seed. An error names the path of the wrong value. */
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

/** Adds the path to the message of a rule that concerns more than one value. Such a message has no path. */
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
