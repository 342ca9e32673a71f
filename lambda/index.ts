import { handle, type OnEventResponse, type IsCompleteResponse } from './handle';
import { lightsailClient } from './lightsail/client';
import { log } from './log';
import type { ResourceEvent } from './protocol/event';
import { route53 } from './route53/on-demand';

// Created once for each execution environment, so that connections are reused.
const context = { lightsail: lightsailClient(), route53, now: Date.now, log };

/** Both roles of the provider framework: onEvent and isComplete. */
export async function handler(event: ResourceEvent): Promise<OnEventResponse | IsCompleteResponse> {
  return handle(context, event);
}
