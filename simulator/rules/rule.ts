import { invalidInput } from '../errors';

/** A rule for a value: the condition, and the error message of the service if it does not hold. */
export type Rule<T> = readonly [holds: (value: T) => boolean, message: string];

export function enforce<T>(rules: readonly Rule<T>[], value: T): void {
  const broken = rules.find(([holds]) => !holds(value));
  if (broken) throw invalidInput(broken[1]);
}
