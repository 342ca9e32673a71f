import type { DeployedStack } from './deployed-stack';
import { type Environment, pseudoParameters } from './environment';
import { unknown } from './resolve';
import type { Scope } from './scope';
import type { TemplateParameter } from './template';
import type { Value } from './value';
import { resourceTypeOf } from '../resource-types';

/** CloudFormation returns asterisks for the value of a parameter with `NoEcho`. */
const HIDDEN = /^\*+$/;

/** Returns the scope of the template of the last deployment. */
export function deployedScope(deployed: DeployedStack, environment: Environment, exported: ReadonlyMap<string, Value>): Scope {
  const { description, template, physicalIds, nested } = deployed;
  return {
    template,
    pseudo: pseudoParameters(environment, description.name, description.id),
    parameter: (name) => deployedParameter(name, template.Parameters?.[name], description.parameters),
    reference: (logicalId) => physicalIds[logicalId] ?? unknown('Ref', logicalId),
    attribute: (logicalId, name) => {
      const type = template.Resources?.[logicalId]?.Type ?? '';
      const isName = resourceTypeOf(type)?.nameAttribute === name;
      const known = isName ? physicalIds[logicalId] : nested[logicalId]?.description.outputs[name.replace(/^Outputs\./, '')];
      return known ?? unknown('Fn::GetAtt', [logicalId, name]);
    },
    importedValue: (name) => exported.get(name) ?? unknown('Fn::ImportValue', name),
  };
}

/** Returns the value of a parameter at the last deployment. */
export function deployedParameter(name: string, parameter: TemplateParameter | undefined, values: Readonly<Record<string, string>>): Value {
  const value = values[name] ?? parameter?.Default;
  // The value of an SSM parameter is the name of a parameter that each deployment reads.
  if (value === undefined || HIDDEN.test(String(value)) || parameter?.Type.startsWith('AWS::SSM::')) return unknown('Ref', name);
  return parameter?.Type.startsWith('List<') || parameter?.Type === 'CommaDelimitedList' ? String(value).split(',').map((one) => one.trim()) : value;
}
