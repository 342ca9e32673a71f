import { invalidInput, ServiceError } from '../errors';

/**
 * The allowed values of a type in the service model, with its TypeScript type.
 * With `closed`, `decode` refuses members that the model does not have. The service itself ignores them.
 */
export interface Shape<T> {
  decode(value: unknown, at: string, closed: boolean): T;
}

export type ValueOf<S> = S extends Shape<infer T> ? T : never;

type Members = Readonly<Record<string, Shape<unknown>>>;
type Structure<R extends Members, O extends Members> =
  { readonly [K in keyof R]: ValueOf<R[K]> } & { readonly [K in keyof O]?: ValueOf<O[K]> };

function typed<T>(type: string, is: (value: unknown) => boolean): Shape<T> {
  return {
    decode(value, at) {
      if (!is(value)) throw new ServiceError('SerializationException', `${at}: expected ${type}, got ${JSON.stringify(value)}`);
      return value as T;
    },
  };
}

export const string = typed<string>('a string', (value) => typeof value === 'string');
export const integer = typed<number>('an integer', (value) => Number.isSafeInteger(value));
export const boolean = typed<boolean>('a boolean', (value) => typeof value === 'boolean');
export const number = typed<number>('a number', (value) => Number.isFinite(value));
export const timestamp = typed<number>('a timestamp in seconds', (value) => Number.isFinite(value));
const array = typed<readonly unknown[]>('a list', Array.isArray);
const object = typed<Readonly<Record<string, unknown>>>('an object', (value) => typeof value === 'object' && value !== null && !Array.isArray(value));

/** Adds a rule to a shape. `rule` completes the sentence "member must …". */
export function constrained<T>(shape: Shape<T>, rule: string, holds: (value: T) => boolean): Shape<T> {
  return {
    decode(value, at, closed) {
      const decoded = shape.decode(value, at, closed);
      if (!holds(decoded)) throw invalidInput(`${at} must ${rule}, got ${shortened(decoded)}`);
      return decoded;
    },
  };
}

/** A refused value, shortened for a message. */
function shortened(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 500 ? `${text.slice(0, 500)}...` : text;
}

export function oneOf<const T extends string>(...values: readonly T[]): Shape<T> {
  return constrained(string, `be one of ${values.join(' | ')}`, (value) => (values as readonly string[]).includes(value)) as Shape<T>;
}

/** Longer than any text that has a pattern. The length is checked first, because a match on megabytes can exceed the stack. */
const MAX_MATCHED_LENGTH = 2_048;

export function matching(pattern: RegExp, rule: string): Shape<string> {
  return constrained(string, rule, (value) => value.length <= MAX_MATCHED_LENGTH && pattern.test(value));
}

export function between(minimum: number, maximum: number): Shape<number> {
  return constrained(integer, `be from ${minimum} to ${maximum}`, (value) => value >= minimum && value <= maximum);
}

export function list<T>(shape: Shape<T>, { min = 0, max = Infinity }: { readonly min?: number; readonly max?: number } = {}): Shape<readonly T[]> {
  return {
    decode(value, at, closed) {
      const items = array.decode(value, at, closed);
      if (items.length > max) throw invalidInput(`${at} must have at most ${max} entries, got ${items.length}`);
      if (items.length < min) throw invalidInput(`${at} must have at least ${min} entries, got ${items.length}`);
      return items.map((item, index) => shape.decode(item, `${at}[${index}]`, closed));
    },
  };
}

/** Members that are null count as left out, as in all AWS JSON protocols. */
export function structure<R extends Members, O extends Members>(required: R, optional: O): Shape<Structure<R, O>> {
  const members = Object.entries({ ...required, ...optional });
  const names = new Set(members.map(([name]) => name));
  return {
    decode(value, at, closed) {
      const given = object.decode(value, at, closed);
      const unknown = closed ? Object.keys(given).find((name) => !names.has(name)) : undefined;
      if (unknown !== undefined) throw new ServiceError('SerializationException', `${at}: unknown member ${unknown}`);
      const decoded: Record<string, unknown> = {};
      for (const [name, shape] of members) {
        const member = Object.hasOwn(given, name) ? given[name] ?? undefined : undefined;
        if (member !== undefined) {
          decoded[name] = shape.decode(member, `${at}.${name}`, closed);
        } else if (Object.hasOwn(required, name)) {
          throw invalidInput(`${at}.${name} is required`);
        }
      }
      return decoded as Structure<R, O>;
    },
  };
}
