import { InputError, wholeNumber } from './codec';

/** In seconds. The provider framework gives up after 55 minutes, without a message that says what is pending. */
const MAX_TIMEOUT = 3_000;

/** Reads the timeout of a request, in seconds. */
export function parseTimeout(value: unknown = MAX_TIMEOUT): number {
  const seconds = wholeNumber(value, 'timeoutSeconds');
  if (seconds < 1 || seconds > MAX_TIMEOUT) throw new InputError(`timeoutSeconds: out of range, got ${seconds}; 1 to ${MAX_TIMEOUT} are allowed`);
  return seconds;
}
