import { createHash } from 'node:crypto';
import { canonical, hasUnknown, isObject, Unknown, type Value, type ValueObject } from '../cloudformation/value';

/** Replaces a name that only the deployment knows. It is a valid name in Lightsail. */
export const PLACEHOLDER = 'known-after-deployment';

export interface KnownProperties {
  readonly properties: ValueObject;
  readonly former?: ValueObject;
  /** The properties that only the deployment knows. */
  readonly unknown: readonly string[];
}

/** The smallest parts that can be unknown: a property, a setting, a member of a group of settings, or a tag. */
type Units = ReadonlyMap<string, Value>;

const SETTINGS = 'settings';
const GROUPS = new Set(['settings.origin', 'settings.cacheBehaviorSettings']);
/** Properties for which a dry run accepts any text. */
const TEXTS = new Set(['triggers', 'hostedZones']);
/** The name of the origin, which a new distribution requires. */
const ORIGIN = 'settings.origin.name';

/**
 * Leaves out the properties that only the deployment knows. They are left out of the former properties too, so that they do not count as
 * removed from the template.
 */
export function knownProperties(properties: ValueObject, former: ValueObject | undefined): KnownProperties {
  const [units, formerUnits] = [unitsOf(properties), unitsOf(former ?? {})];
  const paths = [...new Set([...units.keys(), ...formerUnits.keys()])];
  const unknown = paths.filter((path) => [units, formerUnits].some((side) => hasUnknown(side.get(path) ?? null)));
  const isSame = (path: string) => former !== undefined && canonical(units.get(path)) === canonical(formerUnits.get(path));
  const isReplaced = (path: string) => TEXTS.has(path) || (path === ORIGIN && !isSame(path));
  const known = (side: Units) => assembled([...side].flatMap(([path, value]): (readonly [string, Value])[] => {
    if (!unknown.includes(path)) return [[path, value]];
    return isReplaced(path) ? [[path, withTexts(value)]] : [];
  }));
  return { properties: known(units), ...(former && { former: known(formerUnits) }), unknown: unknown.map((path) => path.replace(/^settings\./, '')) };
}

function unitsOf(properties: ValueObject): Units {
  return new Map(Object.entries(properties).flatMap(([name, value]): readonly (readonly [string, Value])[] => {
    if (name === 'tags' && Array.isArray(value)) return (value as readonly Value[]).map((tag) => [`tags.${keyOf(tag)}`, tag] as const);
    return name === SETTINGS ? membersOf(name, value) : [[name, value]];
  }));
}

function membersOf(path: string, value: Value): readonly (readonly [string, Value])[] {
  if (!isObject(value)) return [[path, value]];
  return Object.entries(value as ValueObject).flatMap(([name, member]): readonly (readonly [string, Value])[] =>
    (GROUPS.has(`${path}.${name}`) ? membersOf(`${path}.${name}`, member) : [[`${path}.${name}`, member]]));
}

function keyOf(tag: Value): string {
  return isObject(tag) ? String((tag as ValueObject).key) : canonical(tag);
}

function assembled(units: readonly (readonly [string, Value])[]): ValueObject {
  const result: Record<string, Value> = {};
  for (const [path, value] of units) {
    const [name, ...rest] = path.split('.');
    if (name === 'tags') result.tags = [...(result.tags as readonly Value[] | undefined) ?? [], value];
    else if (name !== SETTINGS) result[path] = value;
    else result.settings = withMember(result.settings as ValueObject | undefined, rest, value);
  }
  return result;
}

function withMember(parent: ValueObject = {}, [name, ...rest]: readonly string[], value: Value): ValueObject {
  return { ...parent, [name]: rest.length === 0 ? value : withMember(parent[name] as ValueObject | undefined, rest, value) };
}

/** Replaces unknown values with placeholders. The same expression gets the same placeholder. */
function withTexts(value: Value): Value {
  if (value instanceof Unknown) return `${PLACEHOLDER}-${createHash('sha256').update(value.expression).digest('hex').slice(0, 8)}`;
  if (Array.isArray(value)) return (value as readonly Value[]).map(withTexts);
  return isObject(value) ? Object.fromEntries(Object.entries(value as ValueObject).map(([name, member]) => [name, withTexts(member)])) : value;
}
