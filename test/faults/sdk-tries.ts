import { isOutcomeUnknown, isThrottled } from '../../lambda/lightsail/errors';
import type { Write } from '../../lambda/lightsail/writes';
import type { Ports } from '../lambda/simulated-lightsail';

export type Attempt = Promise<unknown>;

const MAX_ATTEMPTS = 16;
/** The Route 53 client has the default of the SDK. */
const MAX_ATTEMPTS_OF_RECORDS = 3;

/** Tries the calls of the port as the SDK does. It retries a write that must not be repeated only if it was throttled. */
export async function sdkTries(name: keyof Ports, args: unknown[], attempt: (number: number) => Attempt, pause: () => void): Promise<unknown> {
  const isOnce = name === 'send' && !(args[0] as Write).call.startsWith('Create');
  const maxAttempts = name === 'upsert' ? MAX_ATTEMPTS_OF_RECORDS : MAX_ATTEMPTS;
  for (let number = 0; ; number += 1) {
    try {
      return await attempt(number);
    } catch (error) {
      const isRepeatable = isThrottled(error) || (isOutcomeUnknown(error) && !isOnce);
      if (!isRepeatable || number === maxAttempts - 1) throw error;
      pause();
    }
  }
}
