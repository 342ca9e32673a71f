import { plannedScope } from './planned-scope';
import type { AssemblyTemplate } from '../cloud-assembly/assembly-stack';
import { inOrderOfDependencies } from '../cloudformation/dependencies';
import { deployedScope } from '../cloudformation/deployed-scope';
import type { DeployedStack } from '../cloudformation/deployed-stack';
import type { Environment } from '../cloudformation/environment';
import { isMet, resolve } from '../cloudformation/resolve';
import type { Value, ValueObject } from '../cloudformation/value';
import { resourceTypeOf } from '../resource-types';
import { withoutToken } from './resource-request';

/** A deployed resource that the new template does not have. */
export interface Removed {
  readonly logicalId: string;
  readonly type: string;
  readonly stackId: string;
  readonly physicalId: string;
  readonly properties: ValueObject;
  /** Whether the resource, or a nested stack that contains it, has the deletion policy `Retain` or `RetainExceptOnCreate`. */
  readonly isRetained: boolean;
}

const RETAINED = new Set(['Retain', 'RetainExceptOnCreate']);

/** Returns the deployed resources that the new template does not have, dependents first. */
export function removedFrom(
  deployed: DeployedStack, assembly: AssemblyTemplate, environment: Environment, exported: Map<string, Value>,
): readonly Removed[] {
  const { template, nested } = assembly;
  const scope = plannedScope({ template, name: '', id: '', environment, parameters: {}, deployed, exported, planned: new Map() });
  const isKept = (logicalId: string) => {
    const resource = template.Resources?.[logicalId];
    return resource !== undefined && resource.Type === deployed.template.Resources?.[logicalId]?.Type && isMet(resource.Condition, scope);
  };
  const ofNested = Object.entries(deployed.nested).filter(([logicalId]) => isKept(logicalId) && Object.hasOwn(nested, logicalId));
  return [
    ...ofNested.flatMap(([logicalId, one]) => removedFrom(one, nested[logicalId], environment, exported)),
    ...allResources(deployed, environment, exported, (logicalId) => !isKept(logicalId)),
  ];
}

/** Returns the resources of a deployed stack, including nested stacks, dependents first. */
export function allResources(
  deployed: DeployedStack, environment: Environment, exported: ReadonlyMap<string, Value>, isWanted: (logicalId: string) => boolean = () => true,
): readonly Removed[] {
  const { template, physicalIds, nested, description } = deployed;
  const scope = deployedScope(deployed, environment, exported);
  return [...inOrderOfDependencies(template)].reverse().flatMap((logicalId) => {
    const { Type, Properties = {}, DeletionPolicy = 'Delete' } = template.Resources![logicalId];
    const physicalId = physicalIds[logicalId];
    if (physicalId === undefined || !isWanted(logicalId)) return [];
    const isRetained = RETAINED.has(DeletionPolicy);
    if (Object.hasOwn(nested, logicalId)) {
      return allResources(nested[logicalId], environment, exported).map((one) => ({ ...one, isRetained: isRetained || one.isRetained }));
    }
    if (resourceTypeOf(Type) === undefined) return [];
    return [{ logicalId, type: Type, stackId: description.id, physicalId, properties: withoutToken(resolve(Properties, scope)), isRetained }];
  });
}
