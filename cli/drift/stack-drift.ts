import type { Reconciliation, ResourceDrift } from './model';
import type { DeployedStack } from '../cloudformation/deployed-stack';
import type { Environment } from '../cloudformation/environment';
import type { Value } from '../cloudformation/value';
import type { DryRun } from '../dry-run/dry-run';
import { edgeDeployments } from '../dry-run/planned-call';
import { assumedOrigins } from '../plan/assumed-origins';
import { differencesOf } from '../plan/drift-of';
import { updateEvent } from '../plan/events';
import { knownProperties } from '../plan/known-properties';
import { allResources, type Removed } from '../plan/removed-resources';
import { CACHE_RESET } from '../resource-types';

/** Returns the drift of the resources of a deployed stack, including nested stacks. */
export async function stackDrift(
  dryRun: DryRun, deployed: DeployedStack, environment: Environment, exported: ReadonlyMap<string, Value>,
): Promise<readonly ResourceDrift[]> {
  const resources = allResources(deployed, environment, exported).filter(({ type }) => type !== CACHE_RESET).reverse();
  const drifts: ResourceDrift[] = [];
  for (const resource of resources) drifts.push(await resourceDrift(dryRun, resource, `${deployed.description.name}/${resource.logicalId}`));
  return drifts;
}

async function resourceDrift(dryRun: DryRun, resource: Removed, path: string): Promise<ResourceDrift> {
  const { type, physicalId } = resource;
  const { properties, unknown } = knownProperties(resource.properties, undefined);
  const event = updateEvent(resource, physicalId, properties, properties);
  const drift = await differencesOf(type, dryRun, { name: physicalId, properties: event.ResourceProperties });
  const reconciliation = drift.length === 0 ? { kind: 'nothing' } as const : await reconcile();
  return { path, type, name: physicalId, drift, reconciliation, knownAfterDeployment: unknown };

  async function reconcile(): Promise<Reconciliation> {
    for (const origin of assumedOrigins(event, await dryRun.distribution(physicalId))) dryRun.assumeOrigin(origin);
    const { response, calls } = await dryRun.run(event);
    if (response.status === 'FAILED') return { kind: 'fails', message: response.reason.split('\n')[0] };
    return calls.length === 0 ? { kind: 'nothing' } : { kind: 'calls', calls, edgeDeployments: edgeDeployments(calls) };
  }
}
