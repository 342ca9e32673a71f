import { CLAIM_LIFETIME, PERIOD, periodsOf, rangeOf, unclaimed } from './periods';
import { publishable, type Measured } from './publishable';
import { attempt } from '../../lambda/lightsail/attempt';
import type { Claims } from '../claims/claims';
import type { Point } from '../lightsail/lightsail';
import { TRAFFIC_NAMES, type TrafficName } from '../metrics';
import type { MonitorRequest } from '../request';
import type { Ports } from '../run';

export interface Traffic {
  /** What this run, and no other, publishes. */
  readonly measured: readonly Measured[];
  /** Why a claim may or may not have been made. If it was, its period stays a gap. */
  readonly unknown?: { readonly start: number; readonly description: string };
}

/** Reads what is due and claims it. After the last call here only the log is written, so that nothing comes between a claim and its publication. */
export async function claimTraffic({ lightsail, claims }: Ports, request: MonitorRequest, now: number): Promise<Traffic> {
  const { distributionName } = request;
  const names = TRAFFIC_NAMES.filter((name) => request.metrics.includes(name));
  if (names.length === 0) return { measured: [] };
  const periods = periodsOf({ ...request, now });
  const claimed = await claims.list(distributionName);
  await dropOld(claims, distributionName, claimed, now);
  const due = unclaimed(periods, claimed);
  if (due.length === 0) return { measured: [] };

  const series = new Map<TrafficName, readonly Point[]>();
  // One after the other: Lightsail throttles calls at rates that it does not publish.
  for (const name of names) series.set(name, await lightsail.metricData(distributionName, name, rangeOf(due)));

  const measured: Measured[] = [];
  for (const one of publishable(due, series, periods[periods.length - 1] + PERIOD)) {
    const taken = await attempt(() => claims.take(distributionName, one.start));
    // The next claims would probably fail as well; a later run makes them.
    if (!taken.ok) return { measured, unknown: { start: one.start, description: taken.failure.description } };
    if (taken.value) measured.push(one);
  }
  return { measured };
}

/** What could not be dropped is dropped by a later run. */
async function dropOld(claims: Claims, distributionName: string, claimed: readonly number[], now: number): Promise<void> {
  for (const start of claimed.filter((one) => one < now - CLAIM_LIFETIME)) await claims.drop(distributionName, start).catch(() => undefined);
}
