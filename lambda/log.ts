/** Takes what the handler reports of itself. */
export type Log = (event: string, details: Readonly<Record<string, unknown>>) => void;

/** Writes one JSON line. */
export function log(event: string, details: Readonly<Record<string, unknown>>): void {
  const entry = { event, ...details };
  // Lambda converts an object to JSON itself when the log format of the function is JSON.
  console.info(process.env.AWS_LAMBDA_LOG_FORMAT === 'JSON' ? entry : JSON.stringify(entry));
}
