import { invalidInput } from '../errors';

/** A rule over a value: what must hold, and what the service says when it does not. */
export type Rule<T> = readonly [holds: (value: T) => boolean, message: string];

export function enforce<T>(rules: readonly Rule<T>[], value: T): void {
  const broken = rules.find(([holds]) => !holds(value));
  if (broken) throw invalidInput(broken[1]);
}
