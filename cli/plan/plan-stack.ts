import { masked } from './masked';
import type { ResourcePlan, StackPlan } from './model';
import { type Findings, planPart, stackIdOf } from './plan-part';
import { planRemoved } from './plan-removed';
import { failureOf } from './plan-request';
import { removedFrom } from './removed-resources';
import type { AssemblyStack } from '../cloud-assembly/assembly-stack';
import type { DeployedStack } from '../cloudformation/deployed-stack';
import type { Environment } from '../cloudformation/environment';
import type { Value } from '../cloudformation/value';
import type { DryRun } from '../dry-run/dry-run';
import { edgeDeployments } from '../dry-run/planned-call';

export interface StackInput {
  readonly stack: AssemblyStack;
  readonly environment: Environment;
  readonly deployed?: DeployedStack;
  /** The exports of the stacks in the Region, including those of stacks that were planned before. */
  readonly exported: Map<string, Value>;
}

const BLOCKED = /_IN_PROGRESS$|^(UPDATE_)?ROLLBACK_FAILED$|^DELETE_FAILED$/;

/** Plans the resources of this library in a stack, in the order of the deployment. */
export async function planStack(dryRun: DryRun, input: StackInput): Promise<StackPlan> {
  const { stack, environment, deployed } = input;
  const findings: Findings = { steps: [], inventedNames: [] };
  const id = deployed?.description.id ?? stackIdOf(input, stack.stackName);
  await planPart(dryRun, { ...stack, ...input, name: stack.stackName, id, stackPath: stack.id }, findings);
  const isFailing = findings.steps.some(({ plan }) => plan.failure !== undefined);
  const plans = isFailing ? findings.steps.map(({ plan }) => plan) : await withCleanUp(dryRun, input, findings);
  return {
    id: stack.id,
    stackName: stack.stackName,
    region: environment.region,
    isNew: deployed === undefined,
    ...(deployed && BLOCKED.test(deployed.description.status) && { blockedBy: deployed.description.status }),
    resources: plans.map((plan) => masked(plan, findings.inventedNames)),
  };
}

/** Adds the deletions of replaced and removed resources. CloudFormation makes them after all updates. */
async function withCleanUp(
  dryRun: DryRun, { stack, environment, deployed, exported }: StackInput, { steps }: Findings,
): Promise<readonly ResourcePlan[]> {
  const plans: ResourcePlan[] = [];
  for (const { plan, cleanUp } of [...steps].reverse()) {
    if (cleanUp === undefined) {
      plans.unshift(plan);
      continue;
    }
    const run = await dryRun.run(cleanUp);
    const calls = [...plan.calls, ...run.calls];
    plans.unshift({ ...plan, calls, edgeDeployments: edgeDeployments(calls), ...failureOf(run) });
  }
  const removed = deployed === undefined ? [] : removedFrom(deployed, stack, environment, exported);
  for (const one of removed) plans.push(await planRemoved(dryRun, one, `${stack.id}/${one.logicalId}`));
  return plans;
}
