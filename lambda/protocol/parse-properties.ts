import { InputError } from './codec';

/** Reads the properties of a resource; what is wrong with them is said about the resource, with what to do. */
export function parseProperties<T>(resourceName: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw error instanceof InputError
      ? new InputError(`${resourceName}: ${error.message}; correct the value in the app, and deploy construct and handler from one version of the package`, { cause: error })
      : error;
  }
}
