import { isOutcomeUnknown, isThrottled } from '../../lambda/lightsail/errors';
import type { Lightsail } from '../../lambda/lightsail/lightsail';
import type { Write } from '../../lambda/lightsail/writes';

export type Attempt = Promise<unknown>;

const MAX_ATTEMPTS = 16;

/** As the SDK tries the calls of the port: all again that may be repeated, other writes only when they were throttled. */
export async function sdkTries(name: keyof Lightsail, args: unknown[], attempt: (number: number) => Attempt, pause: () => void): Promise<unknown> {
  const isOnce = name === 'send' && (args[0] as Write).call !== 'CreateDistribution';
  for (let number = 0; ; number += 1) {
    try {
      return await attempt(number);
    } catch (error) {
      const isRepeatable = isThrottled(error) || (isOutcomeUnknown(error) && !isOnce);
      if (!isRepeatable || number === MAX_ATTEMPTS - 1) throw error;
      pause();
    }
  }
}
