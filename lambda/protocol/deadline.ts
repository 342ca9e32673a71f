/** In milliseconds: CloudFormation waits no longer for a custom resource. */
export const MAX_REQUEST_DURATION = 3_600_000;

/** In milliseconds: how long after it began a request may still create something. */
export const MAX_CREATION_DELAY = 120_000;

/** In milliseconds: how long after a request began a call that creates something may still take effect, with all its retries. */
export const CREATION_WINDOW = 300_000;

/** A request with a timeout. */
export interface Timed {
  readonly startedAt: number;
  readonly timeoutSeconds: number;
}

/** Whether the timeout of the request has expired. */
export function isPastDeadline({ startedAt, timeoutSeconds }: Timed, now: number): boolean {
  return now - startedAt >= timeoutSeconds * 1000;
}

export function describeTimeout({ timeoutSeconds }: Timed, pending: string): string {
  return `timed out after ${timeoutSeconds} s, pending: ${pending}; check the distribution, then deploy again or set a longer timeout`;
}
