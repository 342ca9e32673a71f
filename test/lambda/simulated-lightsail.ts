import { contextOf as contextWith } from '../../cli/dry-run/simulated-lightsail';
import { isThrottled, isTransient } from '../../lambda/lightsail/errors';
import type { Lightsail } from '../../lambda/lightsail/lightsail';
import type { LightsailWrite } from '../../lambda/lightsail/writes';
import { log } from '../../lambda/log';
import type { Context } from '../../lambda/reconcile';
import type { Route53 } from '../../lambda/route53/route53';

export { type Ports, simulatedLightsail } from '../../cli/dry-run/simulated-lightsail';

/** What the handler gets of the outside world; it logs as in Lambda. */
export const contextOf = (lightsail: Lightsail & Partial<Route53>, now: () => number): Context => contextWith(lightsail, now, log);

/** The port as it has ended HTTP, where the SDK makes another try at whatever may be repeated, and at whatever was throttled; here one. */
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
