import type { Plan, StackPlan } from './model';
import { planStack } from './plan-stack';
import { summaryOf } from './summary';
import type { AwsPorts } from '../aws-ports';
import type { AssemblyStack, AssemblyTemplate } from '../cloud-assembly/assembly-stack';
import { type DeployedStack, readDeployedStack } from '../cloudformation/deployed-stack';
import { ExportedValues } from '../cloudformation/exported-values';
import type { Template } from '../cloudformation/template';
import { DryRun } from '../dry-run/dry-run';
import { environmentOf } from '../environment-of';
import { resourceTypeOf } from '../resource-types';
import { UserError } from '../user-error';

/** Reads the deployed and the live state, and plans the stacks one after the other. */
export async function makePlan(stacks: readonly AssemblyStack[], aws: AwsPorts, now: number): Promise<Plan> {
  const account = await aws.account();
  const exportedValues = new ExportedValues((region) => aws.cloudFormation(region));
  const plans: StackPlan[] = [];
  const notLookedAt: string[] = [];
  let dryRun: DryRun | undefined;
  for (const stack of stacks) {
    const environment = await environmentOf(stack, aws, account);
    const deployed = await readDeployedStack(aws.cloudFormation(environment.region), stack.stackName);
    const unreadable = deployed && unreadableOf(deployed);
    if (unreadable) throw new UserError(`${stack.id}: what is deployed is not readable, ${unreadable}; deploy the stack with the CDK CLI, or name other stacks`);
    const others = countOthers(stack);
    if (others > 0) notLookedAt.push(`${others} ${others === 1 ? 'resource' : 'resources'} of other types in ${stack.id} (see cdk diff)`);
    if (!hasOurs(stack) && !(deployed && deployedHasOurs(deployed))) continue;
    dryRun ??= await DryRun.of(aws.live, now);
    const exported = await exportedValues.of(environment.region, [stack, deployed]);
    plans.push(await planStack(dryRun, { stack, environment, deployed, exported }));
  }
  const resources = plans.flatMap((plan) => plan.resources);
  if (resources.some(({ assumptions }) => assumptions.some((one) => one.startsWith('the origin')))) notLookedAt.push('new origins, whether they exist and what they are');
  if (resources.some(({ calls }) => calls.some(({ call }) => call === 'CreateCertificate'))) notLookedAt.push('the requests of certificates in the last 365 days, of which 20 are allowed');
  return { formatVersion: 1, stacks: plans, summary: summaryOf(plans), notLookedAt };
}

const types = ({ Resources = {} }: Template) => Object.values(Resources).map(({ Type }) => Type);

function allTemplates({ template, nested }: AssemblyTemplate): readonly Template[] {
  return [template, ...Object.values(nested).flatMap(allTemplates)];
}

function hasOurs(stack: AssemblyTemplate): boolean {
  return allTemplates(stack).flatMap(types).some((type) => resourceTypeOf(type) !== undefined);
}

function countOthers(stack: AssemblyTemplate): number {
  return allTemplates(stack).flatMap(types).filter((type) => resourceTypeOf(type) === undefined).length;
}

function deployedHasOurs({ template, nested }: DeployedStack): boolean {
  return types(template).some((type) => resourceTypeOf(type) !== undefined) || Object.values(nested).some(deployedHasOurs);
}

function unreadableOf({ unreadable, nested }: DeployedStack): string | undefined {
  return unreadable ?? Object.values(nested).map(unreadableOf).find((one) => one !== undefined);
}
