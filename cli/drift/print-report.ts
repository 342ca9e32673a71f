import type { DriftReport, Reconciliation, ResourceDrift } from './model';
import { counted } from '../counted';
import { EDGE_SECONDS } from '../dry-run/edge-seconds';
import type { Paper } from '../paper';
import { callDetails } from '../plan/call-details';
import { shown } from '../plan/print-resource';
import { resourceTypeOf } from '../resource-types';
import { wrapped } from '../wrapped';

/** Returns the lines of a report. */
export function printReport({ stacks, summary, notLookedAt }: DriftReport, paper: Paper): readonly string[] {
  const { resources, drifted } = summary;
  return [
    ...stacks.flatMap(({ stackName, region, resources: all }) => [
      paper.styled('bold', `${stackName} (${region})`), '', ...all.flatMap((resource) => printResource(resource, paper)), '',
    ]),
    ...wrapped(`Not looked at: ${notLookedAt.join('; ')}.`, 0, paper).map((line) => paper.styled('dim', line)),
    '',
    paper.styled('bold', `Drift: ${drifted === 0 ? `none in ${counted(resources, 'resource')}` : `${drifted} of ${counted(resources, 'resource')}`}.`),
  ];
}

function printResource({ path, type, name, drift, reconciliation, knownAfterDeployment }: ResourceDrift, paper: Paper): readonly string[] {
  const subject = `${path} ${resourceTypeOf(type)?.noun} ${name}`;
  const leftOut = knownAfterDeployment.flatMap((property) => wrapped(`${property} is not compared: its value is known in a deployment only`, 6, paper));
  if (drift.length === 0) return [...wrapped(`  ${subject} has not drifted`, 2, paper).map((line) => paper.styled('dim', line)), ...leftOut];
  return [
    ...wrapped(`! ${subject} has drifted`, 2, paper).map((line) => paper.styled('magenta', line)),
    ...drift.flatMap(({ setting, deployed, live }) =>
      (setting === 'resource' ? wrapped('deleted outside the stack', 6, paper) : wrapped(`${setting} ${shown(deployed)} → ${shown(live)}`, 6, paper))),
    ...printReconciliation(reconciliation, paper),
    ...leftOut,
  ];
}

function printReconciliation(reconciliation: Reconciliation, paper: Paper): readonly string[] {
  switch (reconciliation.kind) {
    case 'nothing': return wrapped('a deployment with reconcile leaves it', 6, paper);
    case 'fails': return wrapped(`a deployment with reconcile fails: ${reconciliation.message}`, 6, paper).map((line) => paper.styled('red', line));
    case 'calls': {
      const { calls, edgeDeployments: deployments } = reconciliation;
      const edge = deployments === 0 ? 'no deployment to the edge' : `${counted(deployments, 'deployment')} to the edge (about ${deployments * EDGE_SECONDS / 60} minutes)`;
      return wrapped(`a deployment with reconcile reverts it: ${calls.map((call) => `${call.call}${callDetails(call)}`).join(', ')}; ${edge}`, 6, paper);
    }
  }
}
