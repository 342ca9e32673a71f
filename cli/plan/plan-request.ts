import { assumedOrigins } from './assumed-origins';
import { causeOf } from './cause-of';
import { differencesOf } from './drift-of';
import { cleanUpEvent } from './events';
import { fateOf } from './fate-of';
import type { ResourcePlan } from './model';
import type { PlannedResource } from './planned-resource';
import type { ResourceRequest } from './resource-request';
import { ownershipOf, tagChanges } from './tag-changes';
import { isReady } from '../../lambda/distribution/status';
import type { ResourceEvent } from '../../lambda/protocol/event';
import { KNOWN_AFTER_DEPLOYMENT } from '../cloudformation/value';
import type { DryRun, Run } from '../dry-run/dry-run';
import { edgeDeployments } from '../dry-run/planned-call';
import { resourceTypeOf } from '../resource-types';

type Initial = Omit<ResourcePlan, 'name' | 'action'>;

/** Plans a Create or Update with the handler. */
export async function planRequest(dryRun: DryRun, request: ResourceRequest, initial: Initial, event: ResourceEvent): Promise<PlannedResource> {
  const { type, deployed, retainsReplaced } = request;
  const formerName = deployed?.physicalId;
  const name = event.ResourceProperties.distributionName as string | undefined ?? formerName;
  const former = event.OldResourceProperties;
  const differences = formerName !== undefined && former ? await differencesOf(type, dryRun, { name: formerName, properties: former }) : [];
  const live = name === undefined ? undefined : await dryRun.distribution(name);
  const busy = await busyOf(dryRun, name);
  const origins = assumedOrigins(event, live);
  for (const origin of origins) dryRun.assumeOrigin(origin);

  const run = await dryRun.run(event);
  const { response: { status, physicalId }, calls } = run;
  const isReplaced = status === 'SUCCESS' && formerName !== undefined && physicalId !== formerName;
  const ownership = ownershipOf(calls);
  const changes = [...run.changes, ...tagChanges(calls, live?.tags ?? [])];
  return {
    physicalId,
    ...(isReplaced && !retainsReplaced && { cleanUp: cleanUpEvent(event) }),
    plan: {
      ...initial,
      // A physical id that is not the name has no meaning for users.
      name: status === 'SUCCESS' && resourceTypeOf(type)?.nameAttribute ? physicalId : name ?? KNOWN_AFTER_DEPLOYMENT,
      ...(isReplaced && { formerName }),
      action: formerName === undefined ? 'create' : isReplaced ? 'replace' : 'update',
      ...(ownership && { ownership }),
      changes: changes.map(({ setting, current, desired }) =>
        ({ setting, current, desired, cause: causeOf(setting, desired, isReplaced ? undefined : former) })),
      drift: differences.map((difference) => ({ ...difference, fate: isReplaced ? 'left' : fateOf(difference, changes, run, event) })),
      calls,
      edgeDeployments: edgeDeployments(calls),
      ...busy,
      ...failureOf(run),
      assumptions: [
        ...(run.assumesValidation ? ['its validation records, which are known after deployment, are created, and Lightsail issues it'] : []),
        ...origins.map((origin) => `the origin ${origin.name} exists`),
      ],
    },
  };
}

/** Returns the message of a failure, as in the events of the stack. */
export function failureOf({ response }: Run): Pick<ResourcePlan, 'failure'> {
  return response.status === 'FAILED' ? { failure: response.reason.split('\n')[0] } : {};
}

export async function busyOf(dryRun: DryRun, name: string | undefined): Promise<Pick<ResourcePlan, 'busy'>> {
  const live = name === undefined ? undefined : await dryRun.distribution(name);
  return live === undefined || isReady(live) ? {} : { busy: live.status || 'none' };
}
