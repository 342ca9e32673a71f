import type { Scope } from './scope';
import { hasUnknown, isObject, Unknown, type Value } from './value';

/** The result of `AWS::NoValue`: the property is absent. */
const NO_VALUE = Symbol('AWS::NoValue');

type Resolved = Value | typeof NO_VALUE;
type Intrinsic = (argument: unknown, scope: Scope) => Resolved;

/** Resolves the intrinsic functions of a value. A part that only the deployment knows becomes `Unknown`. */
export function resolve(value: unknown, scope: Scope): Value {
  const resolved = resolveAny(value, scope);
  return resolved === NO_VALUE ? null : resolved;
}

function resolveAny(value: unknown, scope: Scope): Resolved {
  if (typeof value === 'string') return value.includes('{{resolve:') ? new Unknown(value) : value;
  if (Array.isArray(value)) return value.map((element) => resolveAny(element, scope)).filter((element): element is Value => element !== NO_VALUE);
  if (!isObject(value)) return (value ?? null) as Value;
  const [[name, argument] = ['', undefined], ...others] = Object.entries(value);
  if (others.length === 0 && (Object.hasOwn(INTRINSICS, name) || name.startsWith('Fn::'))) {
    return Object.hasOwn(INTRINSICS, name) ? INTRINSICS[name](argument, scope) : unknown(name, resolve(argument, scope));
  }
  return Object.fromEntries(Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .map(([member, one]): [string, Resolved] => [member, resolveAny(one, scope)])
    .filter((entry): entry is [string, Value] => entry[1] !== NO_VALUE));
}

/** Whether a condition of the template is met. An unknown condition counts as met, so that its resources are shown. */
export function isMet(condition: string | undefined, scope: Scope): boolean {
  if (condition === undefined) return true;
  return resolve({ Condition: condition }, scope) !== false;
}

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  'Ref': (name, scope) => {
    const id = String(name);
    if (id === 'AWS::NoValue') return NO_VALUE;
    if (id.startsWith('AWS::')) return scope.pseudo[id] ?? unknown('Ref', id);
    return Object.hasOwn(scope.template.Parameters ?? {}, id) ? scope.parameter(id) : scope.reference(id);
  },
  'Fn::GetAtt': (argument, scope) => {
    const [id, ...rest] = typeof argument === 'string' ? argument.split('.') : argument as readonly unknown[];
    const attribute = typeof argument === 'string' ? rest.join('.') : resolve(rest[0], scope);
    return typeof attribute === 'string' ? scope.attribute(String(id), attribute) : unknown('Fn::GetAtt', [String(id), attribute]);
  },
  'Fn::Join': (argument, scope) => ifKnown('Fn::Join', argument, scope, ([delimiter, list]) => (list as readonly Value[]).map(String).join(String(delimiter))),
  'Fn::Split': (argument, scope) => ifKnown('Fn::Split', argument, scope, ([delimiter, text]) => String(text).split(String(delimiter))),
  // The selected element can be known even if other elements of the list are unknown.
  'Fn::Select': (argument, scope) => {
    const [index, list] = resolve(argument, scope) as readonly Value[];
    const selected = Array.isArray(list) && !(index instanceof Unknown) ? (list as readonly Value[])[Number(index)] : undefined;
    return selected ?? unknown('Fn::Select', [index, list]);
  },
  'Fn::Sub': (argument, scope) => {
    const [text, variables] = Array.isArray(argument) ? argument as [string, Readonly<Record<string, unknown>>] : [String(argument), {}];
    const parts = text.split(/(\$\{[^}]+\})/).map((part): Value => {
      const name = /^\$\{([^}]+)\}$/.exec(part)?.[1].trim();
      if (name === undefined) return part;
      if (name.startsWith('!')) return `\${${name.slice(1)}}`;
      if (Object.hasOwn(variables, name)) return resolve(variables[name], scope);
      return resolve(name.includes('.') ? { 'Fn::GetAtt': name } : { Ref: name }, scope);
    });
    return hasUnknown(parts) ? unknown('Fn::Sub', parts) : parts.map(String).join('');
  },
  'Fn::If': (argument, scope) => {
    const [condition, then, otherwise] = argument as readonly [string, unknown, unknown];
    const holds = resolve({ Condition: condition }, scope);
    if (holds instanceof Unknown) return unknown('Fn::If', [holds, resolve(then, scope), resolve(otherwise, scope)]);
    return resolveAny(holds === true ? then : otherwise, scope);
  },
  'Fn::FindInMap': (argument, scope) => ifKnown('Fn::FindInMap', argument, scope, ([map, first, second, options]) => {
    const { DefaultValue = null } = (options ?? {}) as { readonly DefaultValue?: Value };
    return (scope.template.Mappings?.[String(map)]?.[String(first)]?.[String(second)] as Value | undefined) ?? DefaultValue;
  }),
  'Fn::ImportValue': (argument, scope) => {
    const name = resolve(argument, scope);
    return typeof name === 'string' ? scope.importedValue(name) : unknown('Fn::ImportValue', name);
  },
  'Fn::Base64': (argument, scope) => ifKnown('Fn::Base64', [argument], scope, ([text]) => Buffer.from(String(text)).toString('base64')),
  'Condition': (name, scope) => resolve(scope.template.Conditions?.[String(name)] ?? true, scope),
  'Fn::Equals': (argument, scope) => ifKnown('Fn::Equals', argument, scope, ([one, other]) => String(one) === String(other)),
  'Fn::Not': (argument, scope) => ifKnown('Fn::Not', argument, scope, ([one]) => one !== true),
  'Fn::And': (argument, scope) => logical('Fn::And', argument, scope, false),
  'Fn::Or': (argument, scope) => logical('Fn::Or', argument, scope, true),
};

function ifKnown(name: string, argument: unknown, scope: Scope, compute: (known: readonly Value[]) => Value): Value {
  const resolved = resolve(argument, scope);
  return hasUnknown(resolved) ? unknown(name, resolved) : compute(resolved as readonly Value[]);
}

/** An operand with the deciding value determines the result, even if other operands are unknown. */
function logical(name: string, argument: unknown, scope: Scope, deciding: boolean): Value {
  const operands = resolve(argument, scope) as readonly Value[];
  if (operands.includes(deciding)) return deciding;
  return hasUnknown(operands) ? unknown(name, operands) : !deciding;
}

export function unknown(name: string, argument: Value): Unknown {
  return new Unknown(JSON.stringify({ [name]: argument }));
}
