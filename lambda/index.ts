import type { ResourceEvent } from './event';
import { handle, type FirstAnswer, type PollAnswer } from './handle';
import { lightsailOverHttp } from './lightsail';

// Made once for each execution environment, so that connections are used again.
const lightsail = lightsailOverHttp();

/** Both roles of the provider framework. */
export async function handler(event: ResourceEvent): Promise<FirstAnswer | PollAnswer> {
  return handle(lightsail, event, Date.now);
}
