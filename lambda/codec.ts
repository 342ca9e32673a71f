/** Input that is refused before any call. */
export class InputError extends Error {
  readonly name = 'InputError';
}

/** Brings back the type of a value that CloudFormation has turned into strings, or refuses it. */
export type Codec<V> = (value: unknown, path: string) => V;

/** A value as it appears in a message: short, whatever it is. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  // Each member takes a character at least, so that no more of them can be seen; and what is too deep or too long is beyond `JSON.stringify`.
  let left = SHOWN;
  const seen = (member: unknown) => (typeof member === 'string' ? member.slice(0, SHOWN) : member);
  const text = JSON.stringify(value, (_name, member: unknown) => (left-- > 0 ? seen(member) : undefined));
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 3)}...` : text;
}

const SHOWN = 120;

function refuse(path: string, what: string, value: unknown, allowed: string): never {
  throw new InputError(`${path}: ${what}, got ${shown(value)}; ${allowed}`);
}

/** Far more than Lightsail takes anywhere. */
const LONGEST_TEXT = 4_096;

export const anyText: Codec<string> = (value, path) =>
  typeof value === 'string' ? value : refuse(path, 'not a text', value, 'a string is allowed');

export const text: Codec<string> = (value, path) =>
  anyText(value, path).length <= LONGEST_TEXT ? value as string : refuse(path, 'too long', value, `at most ${LONGEST_TEXT} characters are allowed`);

export const textLike = (pattern: RegExp, allowed: string): Codec<string> => (value, path) =>
  pattern.test(text(value, path)) ? value as string : refuse(path, 'malformed', value, allowed);

export const flag: Codec<boolean> = (value, path) => {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  return refuse(path, 'not a boolean', value, 'true or false is allowed');
};

export const wholeNumber: Codec<number> = (value, path) => {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(number) && (number as number) >= 0 ? number as number : refuse(path, 'not a whole number', value, 'a whole number of 0 or more is allowed');
};

export const oneOf = <V extends string>(...allowed: readonly V[]): Codec<V> => (value, path) =>
  allowed.find((one) => one === value) ?? refuse(path, 'unknown value', value, `allowed are ${allowed.join(' | ')}`);

export const listOf = <V>(entry: Codec<V>): Codec<readonly V[]> => (value, path) =>
  Array.isArray(value) ? value.map((one, index) => entry(one, `${path}[${index}]`)) : refuse(path, 'not a list', value, 'a list is allowed');

/** The members of an object; `undefined` members are dropped, as CloudFormation knows none. */
export function members(value: unknown, path: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(path, 'not an object', value, 'an object is allowed');
  return Object.entries(value).filter(([, member]) => member !== undefined);
}

type Members<V> = { readonly [K in keyof V]-?: Codec<NonNullable<V[K]>> };

/** An object with these members and no other; `required` ones must be there. */
export const record = <V extends object>(codecs: Members<V>, required: readonly (keyof V & string)[] = []): Codec<V> => (value, path) => {
  const decoded = members(value, path).map(([name, member]) => {
    if (!Object.hasOwn(codecs, name)) refuse(`${path}.${name}`, 'unknown member', member, `allowed are ${Object.keys(codecs).join(', ')}`);
    return [name, codecs[name as keyof V](member, `${path}.${name}`)] as const;
  });
  const result = Object.fromEntries(decoded);
  const missing = required.find((name) => !Object.hasOwn(result, name));
  if (missing !== undefined) refuse(`${path}.${missing}`, 'missing', undefined, 'it is required');
  return result as V;
};
