/** One JSON line a decision. */
export function log(event: string, details: Readonly<Record<string, unknown>>): void {
  const entry = { event, ...details };
  // Lambda writes an object as JSON itself when the function's log format is JSON.
  console.info(process.env.AWS_LAMBDA_LOG_FORMAT === 'JSON' ? entry : JSON.stringify(entry));
}

/** The same of what a request does with a distribution. */
export function logOf(
  { distributionName, id }: { readonly distributionName: string; readonly id: string }, event: string, details: Readonly<Record<string, unknown>>,
): void {
  log(event, { distribution: distributionName, request: id, ...details });
}
