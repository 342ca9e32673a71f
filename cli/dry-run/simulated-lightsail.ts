import type { LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';
import { isNotFound } from '../../lambda/lightsail/errors';
import type { Lightsail } from '../../lambda/lightsail/lightsail';
import { assertTagsWritten } from '../../lambda/lightsail/parse-response';
import type { Log } from '../../lambda/log';
import type { Context } from '../../lambda/reconcile';
import type { Route53 } from '../../lambda/route53/route53';
import { ConnectionCut, type LightsailService } from '../../simulator';

/** The ports of the handler to Lightsail and Route 53. */
export type Ports = Lightsail & Route53;

/** Returns the context of the handler: the simulator, or an object that replaces parts of it. */
export const contextOf = (lightsail: Lightsail & Partial<Route53>, now: () => number, log: Log): Context =>
  ({ lightsail, route53: { upsert: noHostedZone, ...lightsail }, now, log });

const noHostedZone = () => Promise.reject(Object.assign(new Error('No hosted zone found'), { name: 'NoSuchHostedZone' }));

/** Implements the ports of the handler with the simulator, without HTTP. Every hosted zone belongs to the account. */
export function simulatedLightsail(service: LightsailService): Ports {
  const call: LightsailService['call'] = (operation, input) => {
    try {
      return service.call(operation, input);
    } catch (error) {
      throw error instanceof ConnectionCut ? Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }) : error;
    }
  };
  return {
    distribution: async (distributionName) => unlessNotFound(() => asSdk(call('GetDistributions', { distributionName })).distributions[0]),
    certificate: async (certificateName) =>
      unlessNotFound(() => asSdk(call('GetCertificates', { certificateName, includeCertificateDetails: true })).certificates[0]),
    distributionsWith: async (certificateName) =>
      asSdk(call('GetDistributions', {})).distributions.filter((one: LightsailDistribution) => one.certificateName === certificateName).map(({ name }) => name),
    upsert: async (zones) => {
      for (const { name, value } of zones.flatMap(({ records }) => records)) service.seeds.seedDnsRecord(name, { value });
    },
    operation: async (operationId) => unlessNotFound(() => asSdk(call('GetOperation', { operationId })).operation),
    operationsFor: async (resourceName) => {
      const pages: Sdk[] = [];
      do pages.push(asSdk(call('GetOperationsForResource', { resourceName, pageToken: pages.at(-1)?.nextPageToken })));
      while (pages.at(-1)?.nextPageToken);
      return pages.flatMap(({ operations }) => operations);
    },
    send: async (step) => {
      switch (step.call) {
        case 'SetIpAddressType': return call(step.call, asWire(step.input)).operations[0].id;
        case 'CreateCertificate':
        case 'DeleteCertificate': return call(step.call, asWire(step.input)).operations[0].id;
        default: return call(step.call, asWire(step.input)).operation.id;
      }
    },
    tag: async (resourceName, tags) => {
      assertTagsWritten(asSdk(call('TagResource', { resourceName, tags: asWire(tags) })));
    },
    untag: async (resourceName, tagKeys) => {
      assertTagsWritten(asSdk(call('UntagResource', { resourceName, tagKeys })));
    },
  };
}

/** Like the one of the handler, without a promise: the order of concurrent requests must not change. */
export function unlessNotFound<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/** JSON has no `undefined`, and times are in seconds. */
const asWire = (input: object): object => JSON.parse(JSON.stringify(input));

type Sdk = {
  readonly distributions: never[];
  readonly certificates: never[];
  readonly operation: Operation;
  readonly operations: Operation[];
  readonly nextPageToken?: string;
};

const asSdk = (output: object): Sdk => withDates(output) as Sdk;

/** A copy with dates and without `undefined`. `JSON.parse` with a reviver takes several times as long, and the fault walk makes many calls. */
function withDates(value: unknown, name = ''): unknown {
  if (typeof value === 'number' && name.endsWith('At')) return new Date(value * 1000);
  if (Array.isArray(value)) return value.map((element) => withDates(element));
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [member, inner] of Object.entries(value)) if (inner !== undefined) copy[member] = withDates(inner, member);
  return copy;
}
