import { InputError } from './codec';

/** Reads input. An `InputError` says which resource the input is about, and what to do. */
export function inputOf<T>(resourceName: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof InputError
      ? new InputError(`${resourceName}: ${error.message}; correct the value in the app, and deploy construct and handler from one version of the package`, { cause: error })
      : error;
  }
}
