import type { DeployedStack } from '../cloudformation/deployed-stack';
import { deployedScope } from '../cloudformation/deployed-scope';
import { inOrderOfDependencies } from '../cloudformation/dependencies';
import type { Environment } from '../cloudformation/environment';
import { resolve } from '../cloudformation/resolve';
import { NESTED_STACK } from '../cloudformation/template';
import type { Value, ValueObject } from '../cloudformation/value';
import { resourceTypeOf } from '../resource-types';
import { withoutToken } from './resource-request';

/** A resource that the last deployment left and the new template does not have. */
export interface Removed {
  readonly logicalId: string;
  readonly type: string;
  readonly stackId: string;
  readonly physicalId: string;
  readonly properties: ValueObject;
  /** `DeletionPolicy: Retain`, of the resource or of a nested stack that it is in. */
  readonly isRetained: boolean;
}

const RETAINED = new Set(['Retain', 'RetainExceptOnCreate']);

/** What CloudFormation removes of a stack, dependents first. `isKept` tells what the new template still has. */
export function removedResources(
  deployed: DeployedStack, environment: Environment, exported: ReadonlyMap<string, Value>, isKept: (logicalId: string, type: string) => boolean,
): readonly Removed[] {
  const { template, physicalIds, nested, description } = deployed;
  const scope = deployedScope(deployed, environment, exported);
  return [...inOrderOfDependencies(template)].reverse().flatMap((logicalId) => {
    const { Type, Properties = {}, DeletionPolicy = 'Delete' } = template.Resources![logicalId];
    const physicalId = physicalIds[logicalId];
    if (physicalId === undefined || isKept(logicalId, Type)) return [];
    const isRetained = RETAINED.has(DeletionPolicy);
    if (Type === NESTED_STACK && nested[logicalId] !== undefined) {
      return removedResources(nested[logicalId], environment, exported, () => false).map((one) => ({ ...one, isRetained: isRetained || one.isRetained }));
    }
    if (resourceTypeOf(Type) === undefined) return [];
    return [{ logicalId, type: Type, stackId: description.id, physicalId, properties: withoutToken(resolve(Properties, scope)), isRetained }];
  });
}
