import * as fc from 'fast-check';

const nested = (depth: number, around: (inner: unknown) => unknown): unknown =>
  Array.from({ length: depth }).reduce<unknown>((inner) => around(inner), 'inmost');

const MANY = 5_000;

/** Values that replace a member. They are referred to by name, so that a counterexample with 10 MB is still short. */
const JUNK = {
  'null': null,
  'true': true,
  'text of a boolean': 'true',
  'a number': 12,
  'a negative number': -1,
  'a fraction': 0.5,
  '1e21': 1e21,
  'text of a number': '12',
  'text of a fraction': '1.5',
  'text of an exponent': '1e3',
  'NaN': 'NaN',
  'no text': '',
  'a word of another enum': 'sideways',
  '__proto__': '__proto__',
  'constructor': 'constructor',
  'unicode': '\u0000💥\u202e\ud800é',
  'lines': 'one\n two\r\nthree\u2028four',
  'another distribution': 'other-cdn',
  '10 MB of letters': 'x'.repeat(10_000_000),
  '10 MB of spaces': ' '.repeat(10_000_000),
  '10 MB of lines': '\n'.repeat(10_000_000),
  'an empty list': [],
  'a list of null': [null],
  'a list of lists': [[[]]],
  'the name in a list': ['my-cdn'],
  'many entries': Array.from({ length: MANY }, (_, index) => String(index)),
  'an empty object': {},
  'what looks like a list': { 0: 'one', length: 1 },
  'what cannot be made a text': { toString: 'none', valueOf: 5 },
  'a prototype of its own': JSON.parse('{ "__proto__": { "polluted": true }, "constructor": { "prototype": { "polluted": true } } }') as unknown,
  'many members': Object.fromEntries(Array.from({ length: MANY }, (_, index) => [`m${index}`, index])),
  'lists, 50,000 deep': nested(50_000, (inner) => [inner]),
  'objects, 50,000 deep': nested(50_000, (inner) => ({ inner })),
} as const;

const ALL_JUNK = new Set<unknown>(Object.values(JUNK));

const KEYS = {
  ...Object.fromEntries(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', 'origin.name', 'a.b', '', ' ', 'é💥', 'one\ntwo'].map((key) => [key, key])),
  '10 MB of letters': 'k'.repeat(10_000_000),
  '10 MB of spaces': ' '.repeat(10_000_000),
};

/** One mutation. `at` counts the members of the whole value, including nested ones. */
export interface Mutation {
  readonly at: number;
  readonly how: 'take out' | 'replace' | 'add' | 'put into a list' | 'double';
  readonly junk: keyof typeof JUNK;
  readonly key: string;
}

export const anyMutations: fc.Arbitrary<readonly Mutation[]> = fc.array(fc.record({
  // Half of the mutations are at the top, where there are few members.
  at: fc.oneof(fc.nat(12), fc.nat(200)),
  how: fc.constantFrom(...['replace', 'replace', 'replace', 'take out', 'add', 'put into a list', 'double'] as const),
  junk: fc.constantFrom(...Object.keys(JUNK) as (keyof typeof JUNK)[]),
  key: fc.constantFrom(...Object.keys(KEYS)),
}), { minLength: 1, maxLength: 3 });

interface Place {
  readonly owner: object;
  readonly name: string;
  readonly path: string;
}

/** A pattern is matched only against the start of a path, because a key of 10 MB can exceed the stack of the regular expression. */
const MAX_PATH_LENGTH = 500;

/** Returns every member of a value, except members of junk, which are the same everywhere. */
function placesIn(value: unknown, path = ''): Place[] {
  if (typeof value !== 'object' || value === null || ALL_JUNK.has(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => [
    { owner: value, name, path: `${path}/${name}`.slice(0, MAX_PATH_LENGTH) },
    ...placesIn(member, `${path}/${name}`.slice(0, MAX_PATH_LENGTH)),
  ]);
}

// Defines the member as `JSON.parse` does, without calling a setter.
const put = (owner: object, name: string, value: unknown) =>
  Object.defineProperty(owner, name, { value, enumerable: true, configurable: true, writable: true });

/** Returns a copy of the value with these mutations, at places that the pattern allows. */
export function mutated<T extends object>(value: T, mutations: readonly Mutation[], allowed = /^/): T {
  const copy = structuredClone(value);
  for (const mutation of mutations) mutate(copy, mutation, allowed);
  return copy;
}

function mutate(value: object, { at, how, junk, key }: Mutation, allowed: RegExp): void {
  const places = placesIn(value).filter(({ path }) => allowed.test(path));
  if (places.length === 0) return;
  const { owner, name } = places[at % places.length];
  const member = (owner as Record<string, unknown>)[name];
  switch (how) {
    case 'take out':
      if (Array.isArray(owner)) owner.splice(Number(name), 1);
      else delete (owner as Record<string, unknown>)[name];
      break;
    case 'replace': put(owner, name, JUNK[junk]); break;
    case 'add': put(owner, Array.isArray(owner) ? String(owner.length) : KEYS[key as keyof typeof KEYS], JUNK[junk]); break;
    case 'put into a list': put(owner, name, [member]); break;
    case 'double': put(owner, name, [member, member]); break;
  }
}

/** Whether a message meets the rules for messages that users read. */
export function isReadable(message: string, beginning: RegExp): boolean {
  return Buffer.byteLength(JSON.stringify(message)) <= 2_000 && beginning.test(message) && !/[\n\r\u2028\u2029]/.test(message)
    && !/Cannot (read|convert|destructure)|is not (a function|iterable)|call stack|Invalid array/.test(message);
}
