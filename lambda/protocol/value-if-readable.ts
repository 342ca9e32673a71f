/** `undefined` for a value that cannot be read. */
export function valueIfReadable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
