import { InputError } from '../../lambda/protocol/codec';

/** The message of the `InputError` with which input is refused; `undefined` if it is accepted. */
export function refusalOf(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    return error instanceof InputError ? error.message : `not an InputError: ${String(error)}`;
  }
}
