import type { DriftInput } from './make-report';
import type { AwsPorts } from '../aws-ports';
import { hasAssembly, readAssembly } from '../cloud-assembly/read-assembly';
import { selectStacks } from '../cloud-assembly/select-stacks';
import { type DeployedStack, readDeployedStack, readDescribedStack } from '../cloudformation/deployed-stack';
import { environmentOf } from '../environment-of';
import { UserError } from '../user-error';

export interface DriftScope {
  /** The names of stacks. */
  readonly operands: readonly string[];
  /** The folder of the cloud assembly. It may not exist. */
  readonly app: string;
  readonly region?: string;
}

/** Returns the stacks to compare: those of the assembly if there is one, otherwise the named stacks or all stacks of the Region. */
export async function deployedStacks(scope: DriftScope, aws: AwsPorts): Promise<readonly DriftInput[]> {
  const { operands, app, region: given } = scope;
  if (given === undefined && hasAssembly(app)) return ofAssembly(scope, aws);
  const region = given ?? await aws.region();
  const cloudFormation = aws.cloudFormation(region);
  if (operands.length === 0) {
    const roots = (await cloudFormation.stacks()).filter(({ isNested, status }) => !isNested && status !== 'REVIEW_IN_PROGRESS' && status !== 'DELETE_COMPLETE');
    const inputs: DriftInput[] = [];
    for (const description of roots) inputs.push({ deployed: await readDescribedStack(cloudFormation, description), region });
    return inputs;
  }
  const inputs: DriftInput[] = [];
  for (const name of operands) inputs.push({ deployed: await named(name, region), region });
  return inputs;

  async function named(name: string, inRegion: string): Promise<DeployedStack> {
    const deployed = await readDeployedStack(cloudFormation, name);
    if (deployed !== undefined) return deployed;
    throw new UserError(`${name}: not deployed, got no such stack in ${inRegion}; correct the name, or use --region for another Region`);
  }
}

/** Returns the deployed stacks of the assembly. A stack that is not deployed has no drift. */
async function ofAssembly({ operands, app }: DriftScope, aws: AwsPorts): Promise<readonly DriftInput[]> {
  const account = await aws.account();
  const inputs: DriftInput[] = [];
  for (const stack of selectStacks(readAssembly(app), operands)) {
    const { region } = await environmentOf(stack, aws, account);
    const deployed = await readDeployedStack(aws.cloudFormation(region), stack.stackName);
    if (deployed !== undefined) inputs.push({ deployed, region });
  }
  return inputs;
}
