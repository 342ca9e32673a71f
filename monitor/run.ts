import type { CertificateSummary, LightsailDistribution } from '@aws-sdk/client-lightsail';
import { metricsLines } from './emf';
import { GAUGE_NAMES, type GaugeName, type Gauges } from './metrics';
import type { Ports } from './ports';
import type { MonitorRequest } from './request';
import { certificateGauges } from './state/certificate';
import { differences } from './state/drift';
import { DAY, firstDay, transferGauges, type Month } from './state/transfer';
import { publishTraffic } from './traffic/publish-traffic';
import { attempt, type Attempt } from '../lambda/lightsail/attempt';

/** The time at which a run reads, in seconds since 1970, and its month. */
export interface Now {
  readonly now: number;
  readonly month: Month;
}

/** AWS does not document whether a gigabyte of the quota has 1000 or 1024 megabytes. With 1000, an alarm is raised earlier. */
const GIGABYTE = 1_000_000_000;

/** Returns the failures of the run. If one part fails, the others continue. */
export async function run(ports: Ports, request: MonitorRequest, time: Now): Promise<readonly string[]> {
  const { distributionName } = request;
  const found = await attempt(() => ports.lightsail.distribution(distributionName));
  const failures = found.ok ? await monitor(ports, request, found.value, time) : [failure('the distribution', found)];
  for (const reason of failures) ports.write({ event: 'failed', distributionName, reason });
  return failures;
}

async function monitor(ports: Ports, request: MonitorRequest, live: LightsailDistribution | undefined, time: Now): Promise<readonly string[]> {
  if (live === undefined) {
    reportAbsent(ports, request);
    return [];
  }
  const state = await attempt(() => reportState(ports, request, live, time));
  const transfer = await attempt(() => reportTransfer(ports, request, live, time));
  const traffic = await attempt(() => publishTraffic(ports, request, time.now));
  return [
    ...(state.ok ? [] : [failure('the certificate', state)]),
    ...(transfer.ok ? [] : [failure('the transfer quota', transfer)]),
    ...(traffic.ok ? [traffic.value ?? []].flat() : [failure('the metrics', traffic)]),
  ];
}

function failure(what: string, { failure: { description } }: Exclude<Attempt<unknown>, { readonly ok: true }>): string {
  return `${what} could not be read, got ${description}`;
}

/** Writes the requested gauges, with the time of the schedule. */
function writeGauges({ write }: Ports, request: MonitorRequest, values: Gauges): void {
  const wanted = GAUGE_NAMES.filter((name) => request.metrics.includes(name) && values[name] !== undefined);
  metricsLines(request, request.scheduledAt, Object.fromEntries(wanted.map((name) => [name, values[name]]))).forEach(write);
}

const wants = ({ metrics }: MonitorRequest, ...names: readonly GaugeName[]) => names.some((name) => metrics.includes(name));

function reportAbsent(ports: Ports, request: MonitorRequest): void {
  const { distributionName } = request;
  ports.write({ event: 'absent', distributionName, reason: 'the distribution does not exist' });
  writeGauges(ports, request, reportDrift(ports, request, undefined, undefined));
}

async function reportState(ports: Ports, request: MonitorRequest, live: LightsailDistribution, { now }: Now): Promise<void> {
  const { certificateName } = live;
  const isNeeded = wants(request, 'CertificateDaysToExpiry', 'CertificateRenewalBlocked') || request.desired?.certificateName !== undefined;
  const certificate = certificateName && isNeeded ? await ports.lightsail.certificate(certificateName) : undefined;
  writeGauges(ports, request, { ...reportDrift(ports, request, live, certificate), ...certificateGauges(certificate, now) });
}

/** Writes one line for each setting that differs. */
function reportDrift(
  ports: Ports, request: MonitorRequest, live: LightsailDistribution | undefined, certificate: CertificateSummary | undefined,
): Gauges {
  const { desired, distributionName } = request;
  const found = desired && wants(request, 'Drift') ? differences(desired, live, certificate) : undefined;
  for (const { setting, live: is, template } of found ?? []) {
    ports.write({ event: 'drift', distributionName, setting, message: `${distributionName}: ${setting} is ${is}; the template has ${template}` });
  }
  return found === undefined ? {} : { Drift: found.length };
}

async function reportTransfer(ports: Ports, request: MonitorRequest, live: LightsailDistribution, { now, month }: Now): Promise<void> {
  const { bundleId, createdAt } = live;
  if (!wants(request, 'TransferUsed', 'TransferForecast')) return;
  const { transferPerMonthInGb: quota = 0 } = (await ports.lightsail.bundles()).find((bundle) => bundle.bundleId === bundleId) ?? {};
  if (!(quota > 0)) return;
  const to = Math.floor(now / DAY) * DAY + DAY;
  const days = await ports.lightsail.metricData(request.distributionName, 'BytesDownloaded', { from: firstDay(month, now), to, period: DAY });
  writeGauges(ports, request, transferGauges(days, quota * GIGABYTE, month, now, (createdAt?.getTime() ?? 0) / 1000));
}
