import { Clock, ManualClock } from '../clock';
import { DnsRecords } from '../dns-records';
import { ServiceError } from '../errors';
import { faultShape } from '../faults';
import { isObject } from '../json-merge-patch';
import { MetricSeed } from '../model/metric';
import { CertificateSeed, DistributionPatch, DnsRecordSeed, OriginSeed, TagPatch } from '../model/seeds';
import { constrained, structure, timestamp } from '../model/shape';
import { TrafficSeed } from '../model/traffic';
import { LightsailService } from '../service';
import { json, WireResponse } from './wire';

/** Requests under this path control the simulator. They are not part of Lightsail. */
export const controlPath = '/_simulator/';

export interface Controlled {
  readonly service: LightsailService;
  readonly clock: Clock;
  readonly manualClock?: ManualClock;
  readonly dnsRecords?: DnsRecords;
}

interface ControlRequest {
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly query: URLSearchParams;
}

type Handler = (controlled: Controlled, request: ControlRequest) => unknown;

const clockShape = structure({ advanceSeconds: constrained(timestamp, 'not be negative', (seconds) => seconds >= 0) }, {});

/** Method and path; `*` stands for a name. */
const routes: Readonly<Record<string, Handler>> = {
  'GET health': () => ({ status: 'ok' }),
  'POST reset': ({ service }) => service.reset(),
  'PUT seed': ({ service }, { body }) => service.seed(body),
  'GET snapshot': ({ service }) => service.snapshot(),
  'PUT distributions/*': ({ service }, { name, body }) => service.seeds.seedDistribution(name, body as DistributionPatch),
  'GET distributions/*': ({ service }, { name }) => service.seeds.distribution(name),
  'PATCH distributions/*': ({ service }, { name, body, query }) => (query.get('deploy') === 'true'
    ? service.seeds.deployOutsideStack(name, body as DistributionPatch)
    : service.seeds.changeOutsideStack(name, body as DistributionPatch)),
  'DELETE distributions/*': ({ service }, { name, query }) => (query.get('deploy') === 'true'
    ? service.seeds.deleteOutsideStack(name)
    : service.seeds.removeDistribution(name)),
  'PATCH tags/*': ({ service }, { name, body }) => service.seeds.tagOutsideStack(name, body as TagPatch),
  'PUT metric-data/*': ({ service }, { name, body }) => service.seeds.seedMetricData(name, body as MetricSeed),
  'PUT traffic/*': ({ service }, { name, body }) => service.seeds.seedTraffic(name, body as object as TrafficSeed),
  'PUT certificates/*': ({ service }, { name, body }) => service.seeds.seedCertificate(name, body as CertificateSeed),
  'PUT dns-records/*': ({ service }, { name, body }) => service.seeds.seedDnsRecord(name, body as object as DnsRecordSeed),
  'PUT origins/*': ({ service }, { name, body }) => service.seeds.seedOrigin(name, body as OriginSeed),
  'POST faults': ({ service }, { body }) => service.faults.add(faultShape.decode(body, 'fault', true)),
  'GET faults': ({ service }) => service.faults.all,
  'DELETE faults': ({ service }) => service.faults.clear(),
  'GET calls': ({ service }) => service.log.all,
  'DELETE calls': ({ service }) => service.log.clear(),
  'POST clock': ({ manualClock }, { body }) => {
    if (!manualClock) throw new Error('the clock is real; only a manual clock can be advanced');
    manualClock.advance(clockShape.decode(body, 'clock', true).advanceSeconds);
  },
};

export const controlRoutes = Object.keys(routes).map((route) => route.replace(' ', ` ${controlPath}`));

export function answerControl(controlled: Controlled, method: string, url: URL, body: string): WireResponse {
  const [collection, ...rest] = url.pathname.slice(controlPath.length).split('/');
  const handler = routes[`${method} ${rest.length === 0 ? collection : `${collection}/*`}`];
  if (!handler || rest.length > 1) return json(404, { message: `no such control: ${method} ${url.pathname}` });
  try {
    const request = { name: decodeURIComponent(rest.join('')), body: parseObject(body), query: url.searchParams };
    return json(200, handler(controlled, request) ?? {});
  } catch (error) {
    const isMissing = error instanceof ServiceError && error.code === 'DoesNotExist';
    return json(isMissing ? 404 : 400, { message: (error as Error).message });
  }
}

function parseObject(body: string): Readonly<Record<string, unknown>> {
  const parsed: unknown = body === '' ? {} : JSON.parse(body);
  if (!isObject(parsed)) throw new Error('the body must be a JSON object');
  return parsed;
}
