import { InputError } from '../../lambda/protocol/codec';

/** Returns the message of the `InputError` that refuses the input, or `undefined` if the input is accepted. */
export function refusalOf(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    return error instanceof InputError ? error.message : `not an InputError: ${String(error)}`;
  }
}
