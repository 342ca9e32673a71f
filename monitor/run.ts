import type { CertificateSummary, LightsailDistribution } from '@aws-sdk/client-lightsail';
import type { Claims } from './claims/claims';
import { metricsLine } from './emf';
import type { LightsailReads } from './lightsail/lightsail';
import { GAUGE_NAMES, type GaugeName, type Gauges } from './metrics';
import type { MonitorRequest } from './request';
import { certificateGauges } from './state/certificate';
import { differences } from './state/drift';
import { DAY, firstDay, transferGauges, type Month } from './state/transfer';
import { claimTraffic } from './traffic/publish-traffic';
import { attempt } from '../lambda/lightsail/attempt';

export interface Ports {
  readonly lightsail: LightsailReads;
  readonly claims: Claims;
}

/** The time at which a run reads, in seconds since 1970, and its month. */
export interface Now {
  readonly now: number;
  readonly month: Month;
}

/** What a run writes to the log, and what it could not do. */
export interface Outcome {
  readonly lines: readonly object[];
  readonly failures: readonly string[];
}

/** A part of a run. When one fails, the others go on. */
type Part = Outcome;

const NOTHING: Part = { lines: [], failures: [] };

/** The quota is in gigabytes. AWS does not say whether of 1000 or of 1024 megabytes; with the smaller ones an alarm comes earlier. */
const GIGABYTE = 1_000_000_000;

/** Reads everything first, then claims, and returns what the caller writes at once. */
export async function run(ports: Ports, request: MonitorRequest, time: Now): Promise<Outcome> {
  const { distributionName } = request;
  const found = await attempt(() => ports.lightsail.distribution(distributionName));
  if (!found.ok) return failed('the distribution', found.failure.description);
  const live = found.value;
  if (live === undefined) return together(request, [absent(request)]);
  const parts: Part[] = [];
  const certificate = await attempt(() => certificateOf(ports, request, live));
  parts.push(certificate.ok ? ofState(request, live, certificate.value, time) : failed('the certificate', certificate.failure.description));
  parts.push(await guarded('the transfer quota', () => transfer(ports, request, live, time)));
  // Last, since nothing may come between a claim and the publication.
  parts.push(await guarded('the metrics', () => traffic(ports, request, time)));
  return together(request, parts);
}

function together(request: MonitorRequest, parts: readonly Part[]): Outcome {
  const failures = parts.flatMap((part) => part.failures);
  const { distributionName } = request;
  return { lines: [...parts.flatMap(({ lines }) => lines), ...failures.map((reason) => ({ event: 'failed', distributionName, reason }))], failures };
}

async function guarded(what: string, part: () => Promise<Part>): Promise<Part> {
  const tried = await attempt(part);
  return tried.ok ? tried.value : failed(what, tried.failure.description);
}

const failed = (what: string, description: string): Part => ({ lines: [], failures: [`${what} could not be read, got ${description}`] });

/** The values of the gauges that are asked for, at the time of the schedule. */
function gauges(request: MonitorRequest, values: Gauges): readonly object[] {
  const wanted = GAUGE_NAMES.filter((name) => request.metrics.includes(name) && values[name] !== undefined);
  return metricsLine(request, request.scheduledAt, Object.fromEntries(wanted.map((name) => [name, values[name]])));
}

const wants = ({ metrics }: MonitorRequest, ...names: readonly GaugeName[]) => names.some((name) => metrics.includes(name));

function absent(request: MonitorRequest): Part {
  const { distributionName, desired } = request;
  const reason = 'the distribution does not exist';
  if (desired === undefined) return { ...NOTHING, lines: [{ event: 'absent', distributionName, reason }] };
  return drift(request, undefined, undefined, {});
}

function certificateOf({ lightsail }: Ports, request: MonitorRequest, { certificateName }: LightsailDistribution): Promise<CertificateSummary | undefined> {
  const isNeeded = wants(request, 'CertificateDaysToExpiry', 'CertificateRenewalBlocked') || request.desired?.certificateName !== undefined;
  return certificateName && isNeeded ? lightsail.certificate(certificateName) : Promise.resolve(undefined);
}

function ofState(request: MonitorRequest, live: LightsailDistribution, certificate: CertificateSummary | undefined, { now }: Now): Part {
  return drift(request, live, certificate, certificateGauges(certificate, now));
}

function drift(request: MonitorRequest, live: LightsailDistribution | undefined, certificate: CertificateSummary | undefined, more: Gauges): Part {
  const { desired, distributionName } = request;
  const found = desired && wants(request, 'Drift') ? differences(desired, live, certificate) : undefined;
  const lines = (found ?? []).map(({ setting, live: is, template }) => ({
    event: 'drift', distributionName, setting, message: `${distributionName}: ${setting} is ${is}; the template has ${template}`,
  }));
  return { ...NOTHING, lines: [...lines, ...gauges(request, { ...more, ...(found && { Drift: found.length }) })] };
}

async function transfer({ lightsail }: Ports, request: MonitorRequest, { bundleId, createdAt }: LightsailDistribution, { now, month }: Now): Promise<Part> {
  if (!wants(request, 'TransferUsed', 'TransferForecast')) return NOTHING;
  const { transferPerMonthInGb: quota = 0 } = (await lightsail.bundles()).find((bundle) => bundle.bundleId === bundleId) ?? {};
  if (!(quota > 0)) return NOTHING;
  const to = Math.floor(now / DAY) * DAY + DAY;
  const days = await lightsail.metricData(request.distributionName, 'BytesDownloaded', { from: firstDay(month, now), to, period: DAY });
  return { ...NOTHING, lines: gauges(request, transferGauges(days, quota * GIGABYTE, month, now, (createdAt?.getTime() ?? 0) / 1000)) };
}

async function traffic(ports: Ports, request: MonitorRequest, { now }: Now): Promise<Part> {
  const { measured, unknown } = await claimTraffic(ports, request, now);
  return {
    lines: measured.flatMap(({ start, values }) => metricsLine(request, start, values)),
    failures: unknown === undefined ? [] : [`the period that begins at ${unknown.start} could not be claimed, got ${unknown.description}`],
  };
}
