import { deployedParameter } from '../cloudformation/deployed-scope';
import type { DeployedStack } from '../cloudformation/deployed-stack';
import { type Environment, pseudoParameters } from '../cloudformation/environment';
import { resolve, unknown } from '../cloudformation/resolve';
import type { Scope } from '../cloudformation/scope';
import type { Template } from '../cloudformation/template';
import type { Value } from '../cloudformation/value';
import { resourceTypeOf } from '../resource-types';

/** The values that are known of a planned resource. */
export interface Planned {
  readonly physicalId?: string;
  /** The outputs of a nested stack, by name. */
  readonly outputs?: Readonly<Record<string, Value>>;
}

export interface PlannedStack {
  readonly name: Value;
  readonly id: Value;
  readonly environment: Environment;
  readonly template: Template;
  /** The parameters of the deployment. */
  readonly parameters: Readonly<Record<string, Value>>;
  readonly deployed?: DeployedStack;
  readonly exported: Map<string, Value>;
  /** The planned resources, by logical id. The map grows while the stack is planned. */
  readonly planned: ReadonlyMap<string, Planned>;
}

/** The property whose value `Ref` returns, by resource type. */
const NAME_PROPERTIES: Readonly<Record<string, string>> = {
  'AWS::Lightsail::Bucket': 'BucketName',
  'AWS::Lightsail::Container': 'ServiceName',
  'AWS::Lightsail::Instance': 'InstanceName',
  'AWS::Lightsail::LoadBalancer': 'LoadBalancerName',
  'AWS::Lightsail::Certificate': 'CertificateName',
  'AWS::Lightsail::Distribution': 'DistributionName',
};

/** Returns the scope of the new template. A resource of another type is assumed to keep its physical id, as in most updates. */
export function plannedScope(stack: PlannedStack): Scope {
  const { template, deployed, planned, parameters, exported, environment } = stack;
  const formerId = (logicalId: string) =>
    (deployed?.template.Resources?.[logicalId]?.Type === template.Resources?.[logicalId]?.Type ? deployed?.physicalIds[logicalId] : undefined);
  const scope: Scope = {
    template,
    pseudo: pseudoParameters(environment, stack.name, stack.id),
    parameter: (name) => parameters[name] ?? deployedParameter(name, template.Parameters?.[name], deployed?.description.parameters ?? {}),
    reference: (logicalId) => {
      const { Type = '', Properties = {} } = template.Resources?.[logicalId] ?? {};
      const name = Properties[NAME_PROPERTIES[Type] ?? ''];
      if (name !== undefined) return resolve(name, scope);
      return planned.get(logicalId)?.physicalId ?? formerId(logicalId) ?? unknown('Ref', logicalId);
    },
    attribute: (logicalId, name) => {
      const { physicalId, outputs = {} } = planned.get(logicalId) ?? {};
      const isName = resourceTypeOf(template.Resources?.[logicalId]?.Type ?? '')?.nameAttribute === name;
      return (isName ? physicalId : outputs[name.replace(/^Outputs\./, '')]) ?? unknown('Fn::GetAtt', [logicalId, name]);
    },
    importedValue: (name) => exported.get(name) ?? unknown('Fn::ImportValue', name),
  };
  return scope;
}
