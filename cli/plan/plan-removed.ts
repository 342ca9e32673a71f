import { deleteEvent } from './events';
import { knownProperties } from './known-properties';
import { NOTHING, type ResourcePlan } from './model';
import { failureOf } from './plan-request';
import type { Removed } from './removed-resources';
import { ownershipOf } from './tag-changes';
import type { DryRun } from '../dry-run/dry-run';
import { edgeDeployments } from '../dry-run/planned-call';

/** Plans a resource that the new template does not have. */
export async function planRemoved(dryRun: DryRun, removed: Removed, path: string): Promise<ResourcePlan> {
  const { type, physicalId, properties, isRetained } = removed;
  const plan = { ...NOTHING, path, type, name: physicalId };
  if (isRetained) return { ...plan, action: 'retain' };
  const run = await dryRun.run(deleteEvent(removed, physicalId, knownProperties(properties, undefined).properties));
  const ownership = ownershipOf(run.calls);
  return {
    ...plan, action: 'delete', ...(ownership && { ownership }), calls: run.calls, edgeDeployments: edgeDeployments(run.calls), ...failureOf(run),
  };
}
