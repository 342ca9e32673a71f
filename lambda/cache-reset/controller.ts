import { decide } from './decide';
import { type Observation, observe } from './observe';
import { type CacheResetPhase, cacheResetPhase } from './phase';
import { recover } from './recover';
import { type CacheResetRequest, parseRequest } from './request';
import type { Controller } from '../controller';
import { resourceId } from '../protocol/event';
import { progressOf } from '../protocol/progress';
import { type Goal, reconcile } from '../reconcile';

/** The resource type of a cache reset. */
export const CACHE_RESET = 'Custom::LightsailDistributionCacheReset';

/** A cache reset that started after the request began has ended. */
export const RESET: Goal<CacheResetRequest, CacheResetPhase, Observation> = { observe, decide, recover };

/** `Custom::LightsailDistributionCacheReset`: resets the cache of a distribution. */
export const cacheReset: Controller<CacheResetPhase> = {
  parseProgress: ({ Progress }) => progressOf(cacheResetPhase)(Progress, 'event.Progress'),
  // Not the name of the distribution: another one would replace the resource.
  physicalResourceId: resourceId,
  mayCreate: () => false,
  reconcile: async (context, event, startedAt, phase) =>
    // A deleted construct resets nothing: the distribution may be deleted too, or the permission.
    (event.RequestType === 'Delete' ? { kind: 'complete', found: true } : reconcile(RESET, context, parseRequest(event, startedAt), phase)),
};
