import { describeError, isAccessDenied, isBusy, isNameInUse, isNotFound, isOutcomeUnknown, isThrottled } from './errors';

/** Why a call to Lightsail failed. */
export interface Failure {
  readonly kind:
  | 'not found'
  /** Another change is in progress; this one had no effect. */
  | 'busy'
  /** It had no effect. */
  | 'throttled'
  /** It may or may not have taken effect. */
  | 'outcome unknown'
  | 'name in use'
  | 'access denied'
  | 'refused';
  readonly description: string;
  readonly error: unknown;
}

export type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** The one place that catches and classifies errors of calls. */
export async function attempt<T>(call: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await call() };
  } catch (error) {
    return { ok: false, failure: { kind: kindOf(error), description: describeError(error), error } };
  }
}

function kindOf(error: unknown): Failure['kind'] {
  // What is worth another try comes first: nothing is lost by one.
  if (isBusy(error)) return 'busy';
  if (isThrottled(error)) return 'throttled';
  if (isOutcomeUnknown(error)) return 'outcome unknown';
  if (isNotFound(error)) return 'not found';
  if (isNameInUse(error)) return 'name in use';
  return isAccessDenied(error) ? 'access denied' : 'refused';
}

/** Worth another try at the next poll. */
export function isTransientFailure({ kind }: Failure): boolean {
  return kind === 'busy' || kind === 'throttled' || kind === 'outcome unknown';
}
