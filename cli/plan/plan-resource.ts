import { differencesOf } from './drift-of';
import { createEvent, updateEvent } from './events';
import { knownProperties } from './known-properties';
import { NOTHING } from './model';
import { busyOf, planRequest } from './plan-request';
import type { PlannedResource } from './planned-resource';
import type { DeployedResource, ResourceRequest } from './resource-request';
import { canonical, KNOWN_AFTER_DEPLOYMENT, type ValueObject } from '../cloudformation/value';
import type { DryRun } from '../dry-run/dry-run';
import { resourceTypeOf } from '../resource-types';

/** The assumption for an assembly that is already deployed. `reconcile` writes the time of the synthesis into the template. */
const ALREADY_DEPLOYED = 'this cloud assembly, which is deployed already, is deployed again; after cdk synth the deployment reconciles';

/** Plans a resource of the new template. */
export async function planResource(dryRun: DryRun, request: ResourceRequest): Promise<PlannedResource> {
  const { type, path, properties: given, deployed } = request;
  const { properties, former, unknown } = knownProperties(given, deployed?.properties);
  const plan = { ...NOTHING, path, type, knownAfterDeployment: unknown };
  if (isUnidentified(request, unknown)) {
    return { plan: { ...plan, name: KNOWN_AFTER_DEPLOYMENT, action: 'unknown' }, physicalId: deployed?.physicalId };
  }
  if (deployed === undefined) return planRequest(dryRun, request, plan, createEvent(request, properties));

  const { physicalId } = deployed;
  const update = updateEvent(request, physicalId, named(properties, request, deployed), named(former!, request, deployed));
  if (canonical(given) !== canonical(deployed.properties)) return planRequest(dryRun, request, plan, update);
  const differences = await differencesOf(type, dryRun, { name: physicalId, properties: update.ResourceProperties });
  const drift = differences.map((difference) => ({ ...difference, fate: 'left' as const }));
  const name = resourceTypeOf(type)?.nameAttribute ? physicalId : String(update.ResourceProperties.distributionName);
  const assumptions = given.reconciledAt === undefined ? [] : [ALREADY_DEPLOYED];
  return { plan: { ...plan, name, action: 'none', drift, assumptions, ...await busyOf(dryRun, name) }, physicalId };
}

/** Whether only the deployment knows which resource it is. */
function isUnidentified({ type, properties, deployed }: ResourceRequest, unknown: readonly string[]): boolean {
  const { identity } = resourceTypeOf(type)!;
  return identity.some((name) => unknown.includes(name) && canonical(properties[name]) !== canonical(deployed?.properties[name]));
}

/** Adds the name that CloudFormation knows, if only the deployment knows the name in the template. */
function named(known: ValueObject, { type, properties }: ResourceRequest, { physicalId }: DeployedResource): ValueObject {
  const name = resourceTypeOf(type)?.nameAttribute;
  const isLeftOut = name !== undefined && properties[name] !== undefined && known[name] === undefined;
  return isLeftOut ? { ...known, [name]: physicalId } : known;
}
