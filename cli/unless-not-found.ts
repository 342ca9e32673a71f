import { isNotFound } from '../lambda/lightsail/errors';

/** What a read of Lightsail returns; `undefined` if there is no such resource. */
export async function unlessNotFound<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}
