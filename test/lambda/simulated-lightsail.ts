import { contextOf as contextWith } from '../../cli/dry-run/simulated-lightsail';
import { isThrottled, isTransient } from '../../lambda/lightsail/errors';
import type { Lightsail } from '../../lambda/lightsail/lightsail';
import type { LightsailWrite } from '../../lambda/lightsail/writes';
import { log } from '../../lambda/log';
import type { Context } from '../../lambda/reconcile';
import type { Route53 } from '../../lambda/route53/route53';

export { type Ports, simulatedLightsail } from '../../cli/dry-run/simulated-lightsail';

/** The context of the handler, with the log of Lambda. */
export const contextOf = (lightsail: Lightsail & Partial<Route53>, now: () => number): Context => contextWith(lightsail, now, log);

/** Adds the retries of the SDK to a port without HTTP: one more attempt for an idempotent call, and for any call that was throttled. */
export function repeating<P extends Lightsail>(port: P): P {
  return Object.fromEntries(Object.entries(port).map(([name, method]) => [name, (...args: unknown[]) => {
    const attempt = method as (...given: unknown[]) => Promise<unknown>;
    const isOnce = name === 'send' && !(args[0] as LightsailWrite).call.startsWith('Create');
    return attempt(...args).catch((error: unknown) => {
      if (isThrottled(error) || (!isOnce && isTransient(error))) return attempt(...args);
      throw error;
    });
  }])) as object as P;
}
