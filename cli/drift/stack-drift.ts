import type { Reconciliation, ResourceDrift } from './model';
import { assumedOrigins } from '../plan/assumed-origins';
import { differencesOf } from '../plan/drift-of';
import { knownProperties } from '../plan/known-properties';
import { eventOf } from '../plan/plan-resource';
import { type Removed, removedResources } from '../plan/removed-resources';
import type { DeployedStack } from '../cloudformation/deployed-stack';
import type { Environment } from '../cloudformation/environment';
import type { Value } from '../cloudformation/value';
import type { DryRun } from '../dry-run/dry-run';
import { edgeDeployments } from '../dry-run/planned-call';
import { CACHE_RESET } from '../resource-types';

/** The drift of what the last deployment of a stack left, nested stacks included. */
export async function stackDrift(dryRun: DryRun, deployed: DeployedStack, environment: Environment, exported: ReadonlyMap<string, Value>): Promise<readonly ResourceDrift[]> {
  const resources = removedResources(deployed, environment, exported, () => false).filter(({ type }) => type !== CACHE_RESET).reverse();
  const drifts: ResourceDrift[] = [];
  for (const resource of resources) drifts.push(await resourceDrift(dryRun, resource, `${deployed.description.name}/${resource.logicalId}`));
  return drifts;
}

async function resourceDrift(dryRun: DryRun, resource: Removed, path: string): Promise<ResourceDrift> {
  const { type, physicalId } = resource;
  const { properties, unknown } = knownProperties(resource.properties, undefined);
  const event = eventOf('Update', resource, properties);
  const drift = await differencesOf(type, dryRun, { name: physicalId, properties: event.ResourceProperties });
  const reconciliation = drift.length === 0 ? { kind: 'nothing' } as const : await reconcile();
  return { path, type, name: physicalId, drift, reconciliation, knownAfterDeployment: unknown };

  async function reconcile(): Promise<Reconciliation> {
    for (const origin of assumedOrigins(event, await dryRun.distribution(physicalId))) dryRun.assumeOrigin(origin);
    const { response, calls } = await dryRun.run({ ...event, PhysicalResourceId: physicalId, OldResourceProperties: event.ResourceProperties });
    if (response.status === 'FAILED') return { kind: 'fails', message: response.reason.split('\n')[0] };
    return calls.length === 0 ? { kind: 'nothing' } : { kind: 'calls', calls, edgeDeployments: edgeDeployments(calls) };
  }
}
