/** A value that only the deployment knows. Two unknown values are equal if their expressions are equal. */
export class Unknown {
  constructor(
    /** The expression of the value, with all its known parts resolved. */
    readonly expression: string,
  ) {}
}

/** A value of a template after its intrinsic functions are resolved. */
export type Value = string | number | boolean | null | Unknown | readonly Value[] | ValueObject;

export interface ValueObject {
  readonly [name: string]: Value;
}

export const KNOWN_AFTER_DEPLOYMENT = '(known after deployment)';

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Unknown);
}

export function hasUnknown(value: Value): boolean {
  if (value instanceof Unknown) return true;
  if (Array.isArray(value)) return value.some(hasUnknown);
  return isObject(value) && Object.values(value).some((member) => hasUnknown(member as Value));
}

/** Returns the same text for equal values, known or unknown. */
export function canonical(value: Value | undefined): string {
  if (value === undefined) return '';
  if (value instanceof Unknown) return `?${value.expression}`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(String(value));
  return `{${Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}:${canonical(member as Value)}`).sort().join(',')}}`;
}
