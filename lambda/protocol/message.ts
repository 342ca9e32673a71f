const MAX_BYTES = 2_000;

/** A message that fits into a response to CloudFormation. On one line, because the provider framework repeats all others. */
export function truncateMessage(message: string): string {
  // Each character takes at least one byte. The bound comes first: a match on megabytes of spaces would exceed the stack.
  return truncate(message.slice(0, 4 * MAX_BYTES).replace(/\s+/g, ' '), MAX_BYTES);
}

/** The longest beginning of the text that takes at most so many bytes in JSON. */
export function truncate(text: string, limit: number): string {
  if (jsonBytes(text) <= limit) return text;
  let end = Math.min(text.length, Math.max(0, limit));
  while (end > 0 && jsonBytes(`${text.slice(0, end)} ...`) > limit) end -= 1;
  return `${text.slice(0, end)} ...`;
}

/** As CloudFormation receives it: a quote takes two bytes in JSON. */
export const jsonBytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
