import { PLACEHOLDER } from './known-properties';
import { masked } from './masked';
import type { ResourcePlan, StackPlan } from './model';
import { planRemoved } from './plan-removed';
import { type Planned, plannedScope, type PlannedStack } from './planned-scope';
import { planResource, type PlannedResource } from './plan-resource';
import { removedResources } from './removed-resources';
import { withoutToken } from './resource-request';
import type { AssemblyStack, AssemblyTemplate } from '../cloud-assembly/assembly-stack';
import { deployedScope } from '../cloudformation/deployed-scope';
import type { DeployedStack } from '../cloudformation/deployed-stack';
import { dependentsOf, inOrderOfDependencies } from '../cloudformation/dependencies';
import type { Environment } from '../cloudformation/environment';
import { isMet, resolve } from '../cloudformation/resolve';
import { NESTED_STACK } from '../cloudformation/template';
import { Unknown, type Value } from '../cloudformation/value';
import type { DryRun } from '../dry-run/dry-run';
import { edgeDeployments } from '../dry-run/planned-call';
import { fenceKey } from '../../lambda/distribution/fence';
import { DISTRIBUTION, resourceTypeOf } from '../resource-types';

export interface StackInput {
  readonly stack: AssemblyStack;
  readonly environment: Environment;
  readonly deployed?: DeployedStack;
  /** Of the Region, with those of the stacks that were planned before. */
  readonly exported: Map<string, Value>;
}

type Part = AssemblyTemplate & Omit<PlannedStack, 'planned'>;

/** A resource plan, and what follows once all updates are done. */
interface Step {
  plan: ResourcePlan;
  readonly cleanUp?: PlannedResource['cleanUp'];
}

/** What a deployment of a stack does with the resources of this library, in the order in which it does it. */
export async function planStack(dryRun: DryRun, { stack, environment, deployed, exported }: StackInput): Promise<StackPlan> {
  const id = deployed?.description.id ?? `arn:aws:cloudformation:${environment.region}:${environment.account}:stack/${stack.stackName}/${PLACEHOLDER}`;
  const steps: Step[] = [];
  const inventedNames: string[] = [];
  await planPart({ ...stack, name: stack.stackName, id, environment, deployed, exported });
  const removed = steps.some(({ plan }) => plan.failure !== undefined) ? [] : await cleanUp();
  const isNew = deployed === undefined;
  const resources = [...steps.map(({ plan }) => plan), ...removed];
  return { id: stack.id, stackName: stack.stackName, region: environment.region, isNew, resources: resources.map((plan) => masked(plan, inventedNames)) };

  async function planPart(part: Part): Promise<Readonly<Record<string, Value>>> {
    const { template } = part;
    const planned = new Map<string, Planned>();
    const scope = plannedScope({ ...part, planned });
    const former = part.deployed && deployedScope(part.deployed, environment, exported);
    const unreached = new Set<string>();
    for (const logicalId of inOrderOfDependencies(template)) {
      const { Type, Properties = {}, Condition, UpdateReplacePolicy } = template.Resources![logicalId];
      if (!isMet(Condition, scope)) continue;
      const nested = part.nested[logicalId];
      if (Type === NESTED_STACK && nested !== undefined) {
        const nestedDeployed = part.deployed?.nested[logicalId];
        const parameters = resolve(Properties.Parameters ?? {}, scope) as Readonly<Record<string, Value>>;
        const nestedId = nestedDeployed?.description.id ?? `arn:aws:cloudformation:${environment.region}:${environment.account}:stack/${stack.stackName}-${logicalId}-${PLACEHOLDER}/${PLACEHOLDER}`;
        const outputs = await planPart({ ...nested, name: nestedDeployed?.description.name ?? nestedId.split('/')[1], id: nestedId, environment, parameters, deployed: nestedDeployed, exported });
        planned.set(logicalId, { physicalId: nestedId, outputs });
      }
      if (resourceTypeOf(Type) === undefined) continue;
      const path = part.paths[logicalId] ?? `${stack.id}/${logicalId}`;
      if (unreached.has(logicalId)) {
        steps.push({ plan: { ...unreachedPlan(path, Type), name: part.deployed?.physicalIds[logicalId] ?? '' } });
        continue;
      }
      const isSameType = part.deployed?.template.Resources?.[logicalId]?.Type === Type;
      const physicalId = isSameType ? part.deployed?.physicalIds[logicalId] : undefined;
      const { plan, physicalId: newId, cleanUp: later } = await planResource(dryRun, {
        logicalId,
        path,
        type: Type,
        stackId: String(part.id),
        properties: withoutToken(resolve(Properties, scope)),
        ...(physicalId !== undefined && {
          deployed: { physicalId, properties: withoutToken(resolve(part.deployed!.template.Resources![logicalId].Properties ?? {}, former!)) },
        }),
        retainsReplaced: UpdateReplacePolicy === 'Retain',
      });
      steps.push({ plan, cleanUp: later });
      planned.set(logicalId, { physicalId: newId });
      if (part.deployed === undefined) inventedNames.push(...namesFromStackId(`${String(part.id)}/${logicalId}`, Type, Properties, newId));
      if (plan.failure !== undefined) dependentsOf(template, logicalId).forEach((dependent) => unreached.add(dependent));
    }
    return outputsOf(part, scope);
  }

  function outputsOf({ template }: Part, scope: ReturnType<typeof plannedScope>): Readonly<Record<string, Value>> {
    return Object.fromEntries(Object.entries(template.Outputs ?? {}).filter(([, { Condition }]) => isMet(Condition, scope)).map(([name, output]) => {
      const value = resolve(output.Value, scope);
      const exportName = output.Export && resolve(output.Export.Name, scope);
      // What is unknown here has the value of the last deployment, if there was one.
      if (typeof exportName === 'string' && !(value instanceof Unknown)) exported.set(exportName, value);
      return [name, value];
    }));
  }

  /** CloudFormation deletes what was replaced or removed after all updates. */
  async function cleanUp(): Promise<readonly ResourcePlan[]> {
    for (const step of [...steps].reverse()) {
      if (step.cleanUp === undefined) continue;
      const { calls, response } = await dryRun.run(step.cleanUp);
      const all = [...step.plan.calls, ...calls];
      step.plan = {
        ...step.plan, calls: all, edgeDeployments: edgeDeployments(all), ...(response.status === 'FAILED' && { failure: response.reason.split('\n')[0] }),
      };
    }
    const plans: ResourcePlan[] = [];
    if (deployed === undefined) return plans;
    for (const one of removedOf(stack, deployed)) plans.push(await planRemoved(dryRun, one, `${stack.id}/${one.logicalId}`));
    return plans;
  }

  function removedOf(part: AssemblyTemplate, former: DeployedStack): ReturnType<typeof removedResources> {
    const isKept = (logicalId: string, type: string) => {
      const resource = part.template.Resources?.[logicalId];
      const conditions = plannedScope({ ...part, name: '', id: '', environment, parameters: {}, deployed: former, exported, planned: new Map() });
      return resource !== undefined && resource.Type === type && isMet(resource.Condition, conditions);
    };
    const nested = Object.entries(former.nested).filter(([logicalId]) => isKept(logicalId, NESTED_STACK) && part.nested[logicalId] !== undefined);
    return [
      ...nested.flatMap(([logicalId, one]) => removedOf(part.nested[logicalId], one)),
      ...removedResources(former, environment, exported, isKept),
    ];
  }
}

/** What the handler generates from the id of the stack: the name of a distribution, and the key of the fence. */
function namesFromStackId(resource: string, type: string, properties: object, physicalId: string | undefined): readonly string[] {
  const isGenerated = type === DISTRIBUTION && !Object.hasOwn(properties, 'distributionName');
  return [...(isGenerated && physicalId !== undefined ? [physicalId] : []), fenceKey(resource).split(':').at(-1)!];
}

function unreachedPlan(path: string, type: string): ResourcePlan {
  return {
    path,
    type,
    name: '',
    action: 'unknown',
    changes: [],
    drift: [],
    calls: [],
    edgeDeployments: 0,
    knownAfterDeployment: [],
    assumptions: ['not reached, because it depends on a resource at which the deployment fails'],
  };
}

