import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../local-aws/environment';
import * as library from '../../src';

interface Member {
  readonly name: string;
  readonly static?: boolean;
}

interface Type {
  readonly name: string;
  readonly kind: 'class' | 'enum' | 'interface';
  readonly members?: readonly Member[];
  readonly properties?: readonly Member[];
  readonly interfaces?: readonly string[];
}

/** The types that jsii translates to the other languages. */
const { types } = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8')) as { types: Readonly<Record<string, Type>> };

/** The names of the properties of a struct, including inherited ones. */
export function propertiesOf(struct: string): readonly string[] {
  const { properties = [], interfaces = [] } = types[`cdk-lightsail-distribution.${struct}`];
  return [...properties.map(({ name }) => name), ...interfaces.flatMap((parent) => propertiesOf(parent.split('.')[1]))].sort();
}

/** Every constant of the library, such as `OriginRegion.EU_WEST_1`, with its value. Outside TypeScript, an enum member has only its name. */
export function constants(): readonly string[] {
  return Object.values(types).flatMap(({ name, members = [], properties = [] }) => [
    ...members.map((member) => `${name}.${member.name}=${member.name}`),
    ...properties.filter((property) => property.static).map((property) => `${name}.${property.name}=${valueOf(name, property.name)}`),
  ]);
}

function valueOf(owner: string, member: string): string {
  const constant = (library as unknown as Record<string, Record<string, string | { readonly value: string }>>)[owner][member];
  return typeof constant === 'string' ? constant : constant.value;
}
