import type { Sent } from '../../../lambda/cache-reset/phase';
import type { CacheResetRequest } from '../../../lambda/cache-reset/request';

const STARTED_AT = 10_000_000;

/** A request to reset the cache of `my-cdn`, which was not created recently, and the phase after its call. */
export const REQUEST: CacheResetRequest = {
  id: 'request-1',
  resourceName: 'my-cdn',
  distributionName: 'my-cdn',
  triggers: ['v2'],
  isTriggered: true,
  newSince: Infinity,
  waitForCompletion: true,
  failOnTimeout: false,
  timeoutSeconds: 900,
  startedAt: STARTED_AT,
};

export const DEADLINE = STARTED_AT + 900_000;

export const SENT: Sent = { phase: 'sent', sent: { call: 'ResetDistributionCache', at: STARTED_AT, operationId: 'op-1' } };
