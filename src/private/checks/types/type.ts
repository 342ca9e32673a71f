import { Token } from 'aws-cdk-lib';
import { finding, Findings } from '../finding';

/**
 * The type that a value must have. Compilers check it in TypeScript, Java, C# and Go, but nothing does in JavaScript or where a type is `any`.
 */
export interface Type<T> {
  /** With its article, such as "a Duration". */
  readonly name: string;

  /** Whether the value is of this type, apart from its members. */
  readonly is: (value: unknown) => value is T;

  /** Findings on the members of a value that is of this type. */
  readonly checkMembers?: (property: string, value: any) => Findings;

  /** What to use instead of a value that is not of this type. */
  readonly todo: (value: unknown) => string;

  /** Whether a token is accepted in its place: not if the construct reads the value or its members at synthesis. */
  readonly allowsTokens: boolean;

  /** Whether a value of this type must not be absent. */
  readonly isRequired?: boolean;
}

/** The type of an option that has no default. */
export interface RequiredType<T> extends Type<T> {
  readonly isRequired: true;
}

/** The types of all members of an interface. A member that is forgotten is a compile error, and so is a type that is not the one of the member. */
export type Shape<T> = {
  readonly [K in keyof T]-?: undefined extends T[K] ? Type<Exclude<T[K], undefined>> : RequiredType<T[K]>;
};

/** The same type for an option that has no default. */
export function required<T>(type: Type<T>): RequiredType<T> {
  return { ...type, isRequired: true };
}

/** The same type for an option that the construct reads at synthesis, where a token would have no effect. */
export function known<T>(type: Type<T>): Type<T> {
  return { ...type, is: (value): value is T => type.is(value) && !Token.isUnresolved(value), allowsTokens: false };
}

/** Checks a value, which must not be absent, and all its members. */
export function checkValue<T>(property: string, value: unknown, type: Type<T>): Findings {
  const findings = type.is(value) ? type.checkMembers?.(property, value) ?? [] : mismatch(property, value, type, type.todo(value));
  return findings.length > 0 && type.allowsTokens && Token.isUnresolved(value) ? [] : findings;
}

/**
 * Checks the members of a shape. Other members are allowed, although one can be a misspelled option. In TypeScript a variable
 * of a wider type may be passed, and a platform team can extend the props.
 */
export function checkShape(owner: string, value: object, members: readonly (readonly [string, Type<unknown>])[]): Findings {
  const prefix = owner === '' ? '' : `${owner}.`;
  const findings: string[] = [];
  // Not flatMap(), which takes twice the time, at every option of every distribution.
  for (const [name, type] of members) {
    const member = (value as Record<string, unknown>)[name];
    if (member !== undefined || type.isRequired) { findings.push(...checkMember(`${prefix}${name}`, member, type)); }
  }
  return findings;
}

/** Null is not the same as absent: the CDK renders it to the template, and CloudFormation refuses it there. */
function checkMember(property: string, member: unknown, type: Type<unknown>): Findings {
  return member === null && !type.isRequired ? mismatch(property, member, type, 'leave it out') : checkValue(property, member, type);
}

function mismatch(property: string, value: unknown, { name }: Type<unknown>, todo: string): Findings {
  return finding(property, { what: value === undefined ? 'missing' : `not ${name}`, got: described(value), allowed: `${name} is needed`, todo });
}

/** Name of the class that the value is an instance of. It is undefined, or `Object`, if there is none. */
export function classNameOf(value: object): string | undefined {
  return Object.getPrototypeOf(value)?.constructor?.name;
}

function described(value: unknown): string {
  if (value === undefined) { return 'nothing'; }
  if (Token.isUnresolved(value)) { return 'a token'; }
  if (typeof value === 'string') { return `"${value}"`; }
  if (typeof value === 'function') { return 'a function'; }
  if (typeof value !== 'object' || value === null) { return String(value); }
  if (Array.isArray(value)) { return 'a list'; }
  const className = classNameOf(value) ?? '';
  return ['', 'Object'].includes(className) ? 'an object' : `an instance of ${className}`;
}
