import type { Code } from './code-model';

/** The code of a value, or the reason why the constructs cannot express it. */
export type Expressed = Code | Inexpressible;

export interface Inexpressible {
  readonly kind: 'inexpressible';
  readonly why: string;
}

export const inexpressible = (why: string): Inexpressible => ({ kind: 'inexpressible', why });

export const isInexpressible = (one: Expressed): one is Inexpressible => one.kind === 'inexpressible';

export const orElse = (code: Code | undefined, why: string): Expressed => code ?? inexpressible(why);

export const NO_SUCH_VALUE = 'the library has no such value';

/** Returns the first reason that applies. */
export function firstOf(...reasons: readonly (string | false | undefined)[]): Inexpressible | undefined {
  const why = reasons.find((reason) => typeof reason === 'string');
  return why === undefined ? undefined : inexpressible(why);
}

/** Returns a reason if the value has a member that a later API version added, because the constructs would send the value without it. */
export function unknownMember(value: object, ...known: readonly string[]): string | undefined {
  const name = Object.entries(value).find(([member, one]) => !known.includes(member) && !isNothing(one))?.[0];
  return name === undefined ? undefined : `the library has no option for its member ${name}`;
}

/** Whether a value means that a member is absent. Lightsail returns an absent member in one of these forms. */
export const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (typeof value === 'object' && Object.values(value).every(isNothing));

export const unlessNothing = <T>(value: T | undefined): T | undefined => (isNothing(value) ? undefined : value);

/** Returns why the constructs do not accept a list of the API. The caller removes duplicates, which have no effect. */
export function refusedEntries(entries: readonly string[], most: number): string | undefined {
  if (entries.length > most) return `the library allows at most ${most} entries`;
  return entries.includes('') ? 'the library allows no empty entry' : undefined;
}

export const isSeconds = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
