import { Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { checkShape, checkValue, classNameOf, Shape, Type } from './type';

/** A string, with an example of one. */
export function text(example: string): Type<string> {
  return {
    name: 'a string', is: (value): value is string => typeof value === 'string', todo: () => `use a string such as "${example}"`, allowsTokens: true,
  };
}

/** A number, with an example of one. */
export function number(example: number): Type<number> {
  return {
    name: 'a number', is: (value): value is number => typeof value === 'number', todo: () => `use a number such as ${example}`, allowsTokens: true,
  };
}

export const BOOLEAN: Type<boolean> = {
  name: 'a boolean', is: (value): value is boolean => typeof value === 'boolean', todo: () => 'use true or false', allowsTokens: true,
};

/** One of the values of an enum. A message names these members of it. */
export function enumOf<E extends { readonly [member: string]: string }>(
  name: string, values: E, members: readonly string[] = Object.keys(values),
): Type<E[keyof E]> {
  const allowed: readonly unknown[] = Object.values(values);
  const [, enumName] = name.split(' ');
  return {
    name,
    is: (value): value is E[keyof E] => allowed.includes(value),
    todo: () => `use ${alternatives(members.map((member) => `${enumName}.${member}`))}`,
    allowsTokens: true,
  };
}

/** A list, with an example of one as TypeScript spells it. */
export function listOf<T>(type: Type<T>, example: string): Type<T[]> {
  return {
    name: 'a list',
    is: (value): value is T[] => Array.isArray(value),
    // As a new list, since the methods of a list skip elements that it does not have.
    checkMembers: (property, value: unknown[]) => [...value].flatMap((one, index) => checkValue(`${property}[${index}]`, one, type)),
    todo: () => `use a list such as ${example}`,
    allowsTokens: type.allowsTokens,
  };
}

/** A map by any keys, with an example of one as TypeScript spells it. */
export function mapOf<T>(type: Type<T>, example: string): Type<{ [key: string]: T }> {
  return {
    name: 'a map',
    is: (value): value is { [key: string]: T } => isRecord(value),
    checkMembers: (property, value: object) => Object.entries(value).flatMap(([key, one]) => checkValue(`${property}["${key}"]`, one, type)),
    todo: () => `use an object such as ${example}`,
    allowsTokens: false,
  };
}

/** An object with options, with an example of one as TypeScript spells it. */
export function optionsOf<T>(shape: Shape<T>, example: string): Type<T> {
  const members = Object.entries<Type<unknown>>(shape);
  return {
    name: 'an object',
    is: (value): value is T => isRecord(value),
    checkMembers: (property, value: object) => checkShape(property, value, members),
    todo: () => `use an object such as ${example}`,
    allowsTokens: false,
  };
}

/**
 * An instance of a class. It is recognized by its members, not by its class, since an app can load two copies of a package. That is not enough
 * to tell apart the classes in `others`, which have the same members, and constructs, which can have any.
 */
export function instanceOf<T>(name: string, shape: Shape<T>, others: readonly string[], todo: Type<T>['todo']): Type<T> {
  const members = Object.entries<Type<unknown>>(shape);
  return {
    name,
    is: (value): value is T => isRecord(value) && members.some(([member]) => member in value) && !others.includes(classNameOf(value) ?? ''),
    checkMembers: (property, value: object) => checkShape(property, value, members),
    todo,
    allowsTokens: false,
  };
}

/** Whether the value has members of its own, unlike a list, a `Map`, a construct and a token. */
function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null
    && !(Symbol.iterator in value) && !Construct.isConstruct(value) && !Token.isUnresolved(value);
}

function alternatives(all: readonly string[]): string {
  return all.length < 2 ? all.join() : `${all.slice(0, -1).join(', ')} or ${all[all.length - 1]}`;
}
