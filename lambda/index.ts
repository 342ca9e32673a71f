import { handle, type OnEventResponse, type IsCompleteResponse } from './handle';
import { lightsailClient } from './lightsail/client';
import type { ResourceEvent } from './protocol/event';

// Created once for each execution environment, so that connections are reused.
const lightsail = lightsailClient();

/** Both roles of the provider framework: onEvent and isComplete. */
export async function handler(event: ResourceEvent): Promise<OnEventResponse | IsCompleteResponse> {
  return handle(lightsail, event, Date.now);
}
