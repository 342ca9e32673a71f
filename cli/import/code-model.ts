/**
 * The code that `import` prints, independent of the language. Names are those of TypeScript, and each language converts them.
 */
export type Code =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'flag'; readonly value: boolean }
  | { readonly kind: 'duration'; readonly unit: DurationUnit; readonly amount: number }
  /** A member of an enum, or a constant of an enum-like class. The syntax differs in Go. */
  | { readonly kind: 'member'; readonly type: string; readonly name: string; readonly of: 'enum' | 'class' }
  /** A call of a static method. */
  | { readonly kind: 'call'; readonly type: string; readonly method: string; readonly args: readonly Code[] }
  | { readonly kind: 'list'; readonly of: ElementType; readonly elements: readonly Code[] }
  | { readonly kind: 'map'; readonly of: ElementType; readonly entries: readonly (readonly [key: string, value: Code])[] }
  | Struct
  /** The stack that the construct is in. */
  | { readonly kind: 'stack' }
  /** An optional argument at the end, which Go requires. */
  | { readonly kind: 'omitted' };

export interface Struct {
  readonly kind: 'struct';
  readonly type: string;
  readonly members: readonly Member[];
}

/** A member of a struct, or a comment in its place. */
export type Member =
  | { readonly name: string; readonly value: Code }
  | { readonly remark: string };

export type DurationUnit = 'seconds' | 'minutes' | 'hours' | 'days';

/** The element type of a list or a map, which typed languages need. */
export type ElementType = 'text' | 'number' | { readonly enum: string } | { readonly class: string } | { readonly struct: string };

/** A construct of the stack. */
export interface Construct {
  readonly type: string;
  readonly id: string;
  /** The comments above the construct. */
  readonly remarks: readonly string[];
  readonly props: Struct;
}

export interface Program {
  /** The comments at the top of the program. */
  readonly remarks: readonly string[];
  readonly constructs: readonly Construct[];
}

export const text = (value: string): Code => ({ kind: 'text', value });
export const number = (value: number): Code => ({ kind: 'number', value });
export const flag = (value: boolean): Code => ({ kind: 'flag', value });
export const enumMember = (type: string, name: string): Code => ({ kind: 'member', type, name, of: 'enum' });
export const constant = (type: string, name: string): Code => ({ kind: 'member', type, name, of: 'class' });
export const call = (type: string, method: string, ...args: readonly Code[]): Code => ({ kind: 'call', type, method, args });
export const list = (of: ElementType, elements: readonly Code[]): Code => ({ kind: 'list', of, elements });
export const map = (of: ElementType, entries: readonly (readonly [string, Code])[]): Code => ({ kind: 'map', of, entries });

/** Creates a struct with the members that have a value. */
export function struct(type: string, members: Readonly<Record<string, Code | undefined>>): Struct {
  return {
    kind: 'struct',
    type,
    members: Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }])),
  };
}

const UNITS: readonly (readonly [DurationUnit, number])[] = [['days', 86_400], ['hours', 3_600], ['minutes', 60]];

/** Creates a duration in the largest unit that divides it. */
export function duration(seconds: number): Code {
  const [unit, length] = UNITS.find(([, one]) => seconds > 0 && seconds % one === 0) ?? ['seconds', 1];
  return { kind: 'duration', unit, amount: seconds / length };
}
