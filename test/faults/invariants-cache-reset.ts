import type { Run } from './run';
import type { Disturbance } from './schedule';
import { RESET_CALL } from '../../lambda/cache-reset/phase';

/**
 * The disturbances after which a request may reset the cache again. An event has no timestamp, so a restarted request ignores the reset that it sent
 * before. A poll finds the reset of another delivery only in the list of operations. It misses the reset if both run concurrently or if the list is
 * stale.
 */
const MAY_REPEAT: readonly Disturbance['kind'][] = ['killedBefore', 'killedAfter', 'restarted', 'firstAgain', 'afterwards', 'twice', 'atOnce', 'atOnceAnsweredFirst', 'staleRead'];

const resetsOf = ({ world }: Run) => world.writes.filter(({ operation, outcome }) => operation === RESET_CALL && (outcome === 'ok' || outcome === 'cutAfter'));

/**
 * A request resets the cache once, and at most once more for each disturbance that hides the reset. If the undisturbed run does not reset the cache,
 * the request never does.
 */
export function repeatedResets(run: Run, smooth: Run): readonly string[] {
  const most = resetsOf(smooth).length === 0 ? 0 : 1 + run.schedule.disturbances.filter(({ kind }) => MAY_REPEAT.includes(kind)).length;
  const requests = resetsOf(run).map(({ request }) => request);
  return [...new Set(requests)].map((request) => ({ request, times: requests.filter((one) => one === request).length }))
    .filter(({ times }) => times > most).map(({ request, times }) => `${request} reset the cache ${times} times, at most ${most} are needed`);
}

/** The allowed difference between two clocks, in milliseconds. */
const CLOCK_SKEW = 1_000;

/** If a request logs that the cache was reset, a reset that started after the request has succeeded. */
export function untrueResets({ world, log, end }: Run): readonly string[] {
  return log.map((entry) => JSON.parse(entry) as Readonly<Record<string, unknown>>).filter(({ kind, reason }) => kind === 'complete' && reason === 'reset')
    .filter(({ request, resource }) => {
      const startedAt = world.passes.find((pass) => pass.request === request)?.at ?? 0;
      return !end.operations.some(({ operationType, status, resourceName, createdAt }) =>
        operationType === RESET_CALL && status === 'Succeeded' && resourceName === resource && createdAt * 1_000 >= startedAt - CLOCK_SKEW);
    })
    .map(({ request }) => `${String(request)} says that the cache was reset, and it was not`);
}
