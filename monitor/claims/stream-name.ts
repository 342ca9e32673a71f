/** The folder of the claims of a distribution. The IAM policy of the function names the first part. */
export function claimsOf(distributionName: string): string {
  return `published/${distributionName}/`;
}

/** The name of the log stream that claims a period: ten digits, so that the order of names is that of time. */
export function streamName(distributionName: string, start: number): string {
  return `${claimsOf(distributionName)}${String(start).padStart(10, '0')}`;
}

/** The start of the period that a log stream claims. */
export function startOf(distributionName: string, logStreamName: string): number | undefined {
  const [, digits] = /^(\d{10})$/.exec(logStreamName.slice(claimsOf(distributionName).length)) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
