import { isNotFound } from '../lambda/lightsail/errors';

/** Returns the result of a read in Lightsail, or `undefined` if the resource does not exist. */
export async function unlessNotFound<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}
