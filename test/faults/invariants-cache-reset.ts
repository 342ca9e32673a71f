import type { Run } from './run';
import type { Disturbance } from './schedule';
import { RESET_CALL } from '../../lambda/cache-reset/phase';

/**
 * An event has no time on it. So when Lambda or the framework begins a request again, the reset that it sent before does not count any more. And the list of
 * operations is all that a poll knows of a reset that another delivery sent: not if it acts at the same time, nor if the list is behind.
 */
const MAY_REPEAT: readonly Disturbance['kind'][] = ['killedBefore', 'killedAfter', 'restarted', 'firstAgain', 'afterwards', 'twice', 'atOnce', 'atOnceAnsweredFirst', 'staleRead'];

const resetsOf = ({ world }: Run) => world.writes.filter(({ operation, outcome }) => operation === RESET_CALL && (outcome === 'ok' || outcome === 'cutAfter'));

/** A request resets the cache once, and once more for each disturbance that hides the reset. Where the cache does not have to be reset, it never is. */
export function repeatedResets(run: Run, smooth: Run): readonly string[] {
  const most = resetsOf(smooth).length === 0 ? 0 : 1 + run.schedule.disturbances.filter(({ kind }) => MAY_REPEAT.includes(kind)).length;
  const requests = resetsOf(run).map(({ request }) => request);
  return [...new Set(requests)].map((request) => ({ request, times: requests.filter((one) => one === request).length }))
    .filter(({ times }) => times > most).map(({ request, times }) => `${request} reset the cache ${times} times, at most ${most} are needed`);
}

/** In milliseconds: clocks may differ by that. */
const CLOCK_SKEW = 1_000;

/** A request that says that the cache was reset has a reset that succeeded, and that started after the request began. */
export function untrueResets({ world, log, end }: Run): readonly string[] {
  return log.map((entry) => JSON.parse(entry) as Readonly<Record<string, unknown>>).filter(({ kind, reason }) => kind === 'complete' && reason === 'reset')
    .filter(({ request, resource }) => {
      const startedAt = world.passes.find((pass) => pass.request === request)?.at ?? 0;
      return !end.operations.some(({ operationType, status, resourceName, createdAt }) =>
        operationType === RESET_CALL && status === 'Succeeded' && resourceName === resource && createdAt * 1_000 >= startedAt - CLOCK_SKEW);
    })
    .map(({ request }) => `${String(request)} says that the cache was reset, and it was not`);
}
