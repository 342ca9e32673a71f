import { PLACEHOLDER } from './known-properties';
import { NOTHING, type ResourcePlan } from './model';
import { planResource } from './plan-resource';
import type { PlannedResource } from './planned-resource';
import { type Planned, plannedScope, type PlannedStack } from './planned-scope';
import { withoutToken } from './resource-request';
import { fenceKey } from '../../lambda/tags/fence';
import type { AssemblyTemplate } from '../cloud-assembly/assembly-stack';
import { dependentsOf, inOrderOfDependencies } from '../cloudformation/dependencies';
import { deployedScope } from '../cloudformation/deployed-scope';
import { isMet, resolve } from '../cloudformation/resolve';
import type { Scope } from '../cloudformation/scope';
import type { TemplateResource } from '../cloudformation/template';
import type { Value } from '../cloudformation/value';
import type { DryRun } from '../dry-run/dry-run';
import { DISTRIBUTION, resourceTypeOf } from '../resource-types';

/** A stack or a nested stack. */
export type Part = AssemblyTemplate & Omit<PlannedStack, 'planned' | 'name' | 'id'> & {
  readonly name: string;
  readonly id: string;
  /** The id of the stack in the assembly. */
  readonly stackPath: string;
};

/** The plan of a resource, and the cleanup after all updates. */
export interface Step {
  readonly plan: ResourcePlan;
  readonly cleanUp?: PlannedResource['cleanUp'];
}

/** The result of planning a stack. */
export interface Findings {
  readonly steps: Step[];
  /** The names that the dry run generated. */
  readonly inventedNames: string[];
}

/** Plans the resources of a template in the order of their dependencies. Returns the outputs. */
export async function planPart(dryRun: DryRun, part: Part, findings: Findings): Promise<Readonly<Record<string, Value>>> {
  const planned = new Map<string, Planned>();
  const scope = plannedScope({ ...part, planned });
  const unreached = new Set<string>();
  for (const logicalId of inOrderOfDependencies(part.template)) {
    const resource = part.template.Resources![logicalId];
    if (!isMet(resource.Condition, scope)) continue;
    const nested = nestedPart(part, logicalId, resource, scope);
    if (nested !== undefined) planned.set(logicalId, { physicalId: nested.id, outputs: await planPart(dryRun, nested, findings) });
    if (resourceTypeOf(resource.Type) === undefined) continue;
    const path = part.paths[logicalId] ?? `${part.stackPath}/${logicalId}`;
    if (unreached.has(logicalId)) {
      findings.steps.push({ plan: { ...NOTHING, path, type: resource.Type, name: part.deployed?.physicalIds[logicalId] ?? '', action: 'unreached' } });
      continue;
    }
    const { plan, physicalId, cleanUp } = await planResource(dryRun, {
      logicalId,
      path,
      type: resource.Type,
      stackId: part.id,
      properties: withoutToken(resolve(resource.Properties ?? {}, scope)),
      ...deployedResource(part, logicalId, resource),
      retainsReplaced: resource.UpdateReplacePolicy === 'Retain',
    });
    findings.steps.push({ plan, cleanUp });
    planned.set(logicalId, { physicalId });
    if (part.deployed === undefined) findings.inventedNames.push(...namesFromStackId(`${part.id}/${logicalId}`, resource, physicalId));
    if (plan.failure !== undefined) dependentsOf(part.template, logicalId).forEach((dependent) => unreached.add(dependent));
  }
  return outputsOf(part, scope);
}

function nestedPart(part: Part, logicalId: string, { Properties = {} }: TemplateResource, scope: Scope): Part | undefined {
  if (!Object.hasOwn(part.nested, logicalId)) return undefined;
  const deployed = part.deployed?.nested[logicalId];
  const name = deployed?.description.name ?? `${part.name}-${logicalId}-${PLACEHOLDER}`;
  return {
    ...part,
    ...part.nested[logicalId],
    name,
    id: deployed?.description.id ?? stackIdOf(part, name),
    parameters: resolve(Properties.Parameters ?? {}, scope) as Readonly<Record<string, Value>>,
    deployed,
  };
}

/** Returns the id of a stack that does not exist yet. */
export function stackIdOf({ environment: { region, account } }: Pick<Part, 'environment'>, name: string): string {
  return `arn:aws:cloudformation:${region}:${account}:stack/${name}/${PLACEHOLDER}`;
}

function deployedResource({ deployed, environment, exported }: Part, logicalId: string, { Type }: TemplateResource) {
  const former = deployed?.template.Resources?.[logicalId];
  const physicalId = deployed?.physicalIds[logicalId];
  if (deployed === undefined || physicalId === undefined || former?.Type !== Type) return {};
  const properties = withoutToken(resolve(former.Properties ?? {}, deployedScope(deployed, environment, exported)));
  return { deployed: { physicalId, properties } };
}

/** Returns the values that the handler derives from the id of the stack: the name of a distribution, and the key of the fence. */
function namesFromStackId(resource: string, { Type, Properties = {} }: TemplateResource, physicalId: string | undefined): readonly string[] {
  const isGenerated = Type === DISTRIBUTION && Properties.distributionName === undefined;
  return [...(isGenerated && physicalId !== undefined ? [physicalId] : []), fenceKey(resource).split(':').at(-1)!];
}

/** Returns the outputs, and adds the exports for stacks that are deployed later. */
function outputsOf({ template, exported }: Part, scope: Scope): Readonly<Record<string, Value>> {
  const outputs = Object.entries(template.Outputs ?? {}).filter(([, { Condition }]) => isMet(Condition, scope));
  return Object.fromEntries(outputs.map(([name, output]) => {
    const value = resolve(output.Value, scope);
    const exportName = output.Export && resolve(output.Export.Name, scope);
    if (typeof exportName === 'string') exported.set(exportName, value);
    return [name, value];
  }));
}
