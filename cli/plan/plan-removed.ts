import { knownProperties } from './known-properties';
import type { ResourcePlan } from './model';
import { eventOf } from './plan-resource';
import type { Removed } from './removed-resources';
import { ownershipOf } from './tag-changes';
import type { DryRun } from '../dry-run/dry-run';
import { edgeDeployments } from '../dry-run/planned-call';

/** What CloudFormation and the handler do with a resource that the new template does not have. */
export async function planRemoved(dryRun: DryRun, removed: Removed, path: string): Promise<ResourcePlan> {
  const { type, physicalId, properties, isRetained } = removed;
  const nothing = { path, type, name: physicalId, changes: [], drift: [], calls: [], edgeDeployments: 0, knownAfterDeployment: [], assumptions: [] };
  if (isRetained) return { ...nothing, action: 'retain' };
  const { response, calls } = await dryRun.run({
    ...eventOf('Delete', removed, knownProperties(properties, undefined).properties), PhysicalResourceId: physicalId,
  });
  const ownership = ownershipOf(calls);
  return {
    ...nothing,
    action: 'delete',
    ...(ownership && { ownership }),
    calls,
    edgeDeployments: edgeDeployments(calls),
    ...(response.status === 'FAILED' && { failure: response.reason.split('\n')[0] }),
  };
}
