import { formatValue } from './format-value';

/** Input that is refused before any call. */
export class InputError extends Error {
  readonly name = 'InputError';
}

/** Restores the type of a value that CloudFormation converted to strings, or refuses the value. */
export type Codec<V> = (value: unknown, path: string) => V;

function refuse(path: string, what: string, value: unknown, allowed: string): never {
  throw new InputError(`${path}: ${what}, got ${formatValue(value)}; ${allowed}`);
}

/** Much longer than any text that Lightsail accepts. */
const MAX_TEXT_LENGTH = 4_096;

export const anyText: Codec<string> = (value, path) =>
  typeof value === 'string' ? value : refuse(path, 'not a string', value, 'a string is allowed');

export const text: Codec<string> = (value, path) =>
  anyText(value, path).length <= MAX_TEXT_LENGTH ? value as string : refuse(path, 'too long', value, `at most ${MAX_TEXT_LENGTH} characters are allowed`);

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

/** The members of an object; `undefined` members are dropped, as CloudFormation has none. */
export function members(value: unknown, path: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(path, 'not an object', value, 'an object is allowed');
  return Object.entries(value).filter(([, member]) => member !== undefined);
}

type Members<V> = { readonly [K in keyof V]-?: Codec<NonNullable<V[K]>> };

/** An object with these members and no others; the `required` ones must be present. */
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

/** One of several records, by the value of the member `tag`. The type of the table makes a forgotten variant a compile error. */
export const variantOf = <T extends string, V extends { readonly [K in T]: string }>(
  tag: T, variants: { readonly [K in V[T]]: Codec<Omit<Extract<V, { readonly [M in T]: K }>, T>> },
): Codec<V> => (value, path) => {
  const { [tag]: name, ...others } = Object.fromEntries(members(value, path));
  const variant = oneOf(...Object.keys(variants) as V[T][])(name, `${path}.${tag}`);
  return { [tag]: variant, ...variants[variant](others, path) } as unknown as V;
};
