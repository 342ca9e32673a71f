import { CLAIM_LIFETIME, PERIOD, periodsOf, rangeOf, unclaimed } from './periods';
import { publishable } from './publishable';
import { attempt } from '../../lambda/lightsail/attempt';
import type { Claims } from '../claims/claims';
import { metricsLines } from '../emf';
import type { Point } from '../lightsail/lightsail';
import { TRAFFIC_NAMES, type TrafficName } from '../metrics';
import type { Ports } from '../ports';
import type { MonitorRequest } from '../request';

/**
 * Reads the due periods, and publishes each one as soon as it is claimed. A process that ends between the two loses one period at most. Returns
 * a failure if the outcome of a claim is unknown. If the claim took effect, its period stays a gap.
 */
export async function publishTraffic(ports: Ports, request: MonitorRequest, now: number): Promise<string | undefined> {
  const { lightsail, claims, write } = ports;
  const { distributionName } = request;
  const names = TRAFFIC_NAMES.filter((name) => request.metrics.includes(name));
  if (names.length === 0) return undefined;
  const periods = periodsOf({ ...request, now });
  const claimed = await claims.list(distributionName);
  await dropOld(claims, distributionName, claimed, now);
  const due = unclaimed(periods, claimed);
  if (due.length === 0) return undefined;

  const series = new Map<TrafficName, readonly Point[]>();
  // One after the other: Lightsail throttles calls at rates that it does not publish.
  for (const name of names) series.set(name, await lightsail.metricData(distributionName, name, rangeOf(due)));

  for (const { start, values } of publishable(due, series, periods[periods.length - 1] + PERIOD)) {
    const taken = await attempt(() => claims.take(distributionName, start));
    // The next claims would probably fail as well; a later run makes them.
    if (!taken.ok) return `the period that begins at ${start} could not be claimed, got ${taken.failure.description}`;
    if (taken.value) metricsLines(request, start, values).forEach(write);
  }
  return undefined;
}

/** A later run drops the claims that this one could not drop. */
async function dropOld(claims: Claims, distributionName: string, claimed: readonly number[], now: number): Promise<void> {
  for (const start of claimed.filter((one) => one < now - CLAIM_LIFETIME)) await claims.drop(distributionName, start).catch(() => undefined);
}
