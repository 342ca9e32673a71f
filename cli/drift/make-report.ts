import type { DriftReport, StackDrift } from './model';
import { stackDrift } from './stack-drift';
import type { AwsPorts } from '../aws-ports';
import type { DeployedStack } from '../cloudformation/deployed-stack';
import { ExportedValues } from '../cloudformation/exported-values';
import { DryRun } from '../dry-run/dry-run';

export interface DriftInput {
  readonly deployed: DeployedStack;
  readonly region: string;
}

/** Compares the deployed resources with the live ones. */
export async function makeReport(inputs: readonly DriftInput[], aws: AwsPorts, now: number): Promise<DriftReport> {
  const exportedValues = new ExportedValues((region) => aws.cloudFormation(region));
  const stacks: StackDrift[] = [];
  const notLookedAt: string[] = [];
  let dryRun: DryRun | undefined;
  for (const { deployed, region } of inputs) {
    const { name, id } = deployed.description;
    if (deployed.unreadable !== undefined) {
      notLookedAt.push(`stack ${name}, ${deployed.unreadable}`);
      continue;
    }
    const exported = await exportedValues.of(region, deployed);
    dryRun ??= await DryRun.of(aws.live, now);
    const resources = await stackDrift(dryRun, deployed, { region, account: id.split(':')[4] }, exported);
    if (resources.length > 0) stacks.push({ stackName: name, region, resources });
  }
  const resources = stacks.flatMap((stack) => stack.resources);
  return {
    formatVersion: 1,
    stacks,
    summary: { resources: resources.length, drifted: resources.filter(({ drift }) => drift.length > 0).length },
    notLookedAt: ['settings and tags that the templates do not have', 'resources of other types (see cdk drift)', ...notLookedAt],
  };
}
