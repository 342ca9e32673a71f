import { differencesOf, fateOf } from './drift-of';
import { knownProperties, PLACEHOLDER } from './known-properties';
import type { Action, Change, ResourcePlan } from './model';
import type { ResourceRequest } from './resource-request';
import { assumedOrigins } from './assumed-origins';
import { ownershipOf, tagChanges } from './tag-changes';
import { canonical, KNOWN_AFTER_DEPLOYMENT, type ValueObject } from '../cloudformation/value';
import { asCloudFormationSends } from '../dry-run/cloudformation-strings';
import type { DryRun, Run } from '../dry-run/dry-run';
import { edgeDeployments } from '../dry-run/planned-call';
import { isReady } from '../../lambda/distribution/status';
import { readableSettings } from '../../lambda/distribution/parse-settings';
import { isEquivalent } from '../../lambda/distribution/equivalence';
import type { ResourceEvent } from '../../lambda/protocol/event';
import { CERTIFICATE, resourceTypeOf } from '../resource-types';

/** The plan of a resource, by which name the rest of the template knows it afterwards, and the clean-up of the one that it replaces. */
export interface PlannedResource {
  readonly plan: ResourcePlan;
  readonly physicalId?: string;
  readonly cleanUp?: ResourceEvent;
}

const NOTHING = { changes: [], drift: [], calls: [], edgeDeployments: 0, knownAfterDeployment: [], assumptions: [] } as const;

/** What CloudFormation and the handler do with a resource of the new template. */
export async function planResource(dryRun: DryRun, request: ResourceRequest): Promise<PlannedResource> {
  const { type, path, properties: given, deployed } = request;
  const { properties, former, unknown } = knownProperties(given, deployed?.properties);
  const known = { path, type, knownAfterDeployment: unknown };
  const missing = resourceTypeOf(type)!.identity.filter((name) => unknown.includes(name) && canonical(given[name]) !== canonical(deployed?.properties[name]));
  if (missing.length > 0) return { plan: { ...NOTHING, ...known, name: KNOWN_AFTER_DEPLOYMENT, action: 'unknown' }, physicalId: deployed?.physicalId };
  if (deployed === undefined) return planRequest(dryRun, request, known, eventOf('Create', request, restored(properties, given, undefined)));

  const old = restored(former!, deployed.properties, deployed.physicalId, type);
  if (canonical(given) !== canonical(deployed.properties)) {
    const update = { ...eventOf('Update', request, restored(properties, given, deployed.physicalId, type)), OldResourceProperties: sent(old), PhysicalResourceId: deployed.physicalId };
    return planRequest(dryRun, request, known, update);
  }
  const differences = await differencesOf(type, dryRun, { name: deployed.physicalId, properties: sent(old) });
  const drift = differences.map((difference) => ({ ...difference, fate: 'left' as const }));
  return { plan: { ...NOTHING, ...known, name: deployed.physicalId, action: 'none', drift, ...await busyOf(dryRun, deployed.physicalId) }, physicalId: deployed.physicalId };
}

type Known = Pick<ResourcePlan, 'path' | 'type' | 'knownAfterDeployment'>;

async function planRequest(dryRun: DryRun, request: ResourceRequest, known: Known, event: ResourceEvent): Promise<PlannedResource> {
  const { type, deployed, retainsReplaced } = request;
  const old = event.OldResourceProperties;
  const differences = deployed && old ? await differencesOf(type, dryRun, { name: deployed.physicalId, properties: old }) : [];
  const newName = String((event.ResourceProperties.distributionName ?? deployed?.physicalId) ?? '');
  const liveBefore = newName === '' ? undefined : await dryRun.distribution(newName);
  const busy = await busyOf(dryRun, newName);
  const origins = assumedOrigins(event, liveBefore);
  for (const origin of origins) dryRun.assumeOrigin(origin);

  const run = await dryRun.run(event);
  const { response, calls } = run;
  const { physicalId } = response;
  const desired = readableSettings(event.ResourceProperties.settings) as Readonly<Record<string, unknown>>;
  const decided = [...run.changes, ...tagChanges(calls, liveBefore?.tags ?? [])];
  const isReplaced = deployed !== undefined && physicalId !== deployed.physicalId && response.status === 'SUCCESS';
  const ownership = ownershipOf(calls);
  const action: Action = deployed === undefined ? 'create' : isReplaced ? 'replace' : 'update';
  return {
    physicalId,
    ...(isReplaced && !retainsReplaced && { cleanUp: cleanUpOf(event, deployed.physicalId) }),
    plan: {
      ...NOTHING,
      ...known,
      name: response.status === 'FAILED' && newName !== '' ? newName : physicalId,
      ...(isReplaced && { formerName: deployed.physicalId }),
      action,
      ...(ownership && { ownership }),
      changes: decided.map((change) => changeOf(change, old)),
      drift: differences.map((difference) => ({ ...difference, fate: isReplaced ? 'left' as const : fateIn(difference, run, decided, desired) })),
      calls,
      edgeDeployments: edgeDeployments(calls),
      ...busy,
      ...(response.status === 'FAILED' && { failure: response.reason.split('\n')[0] }),
      assumptions: assumptionsOf(run, type, origins.map(({ name }) => name)),
    },
  };
}

function fateIn(difference: Parameters<typeof fateOf>[0], { calls }: Run, decided: Parameters<typeof fateOf>[1], desired: Readonly<Record<string, unknown>>) {
  if (difference.setting === 'resource') return calls.some(({ call, isRefused }) => call.startsWith('Create') && !isRefused) ? 'reverted' as const : 'left' as const;
  return fateOf(difference, decided, desired);
}

/** An event of CloudFormation. */
export function eventOf(RequestType: ResourceEvent['RequestType'], { type, stackId, logicalId }: Pick<ResourceRequest, 'type' | 'stackId' | 'logicalId'>, properties: ValueObject): ResourceEvent {
  return { RequestType, RequestId: PLACEHOLDER, ResourceType: type, StackId: stackId, LogicalResourceId: logicalId, ResourceProperties: sent(properties) };
}

/** CloudFormation deletes what an update replaced, after all updates. */
function cleanUpOf({ OldResourceProperties, ...event }: ResourceEvent, physicalId: string): ResourceEvent {
  return { ...event, RequestType: 'Delete', PhysicalResourceId: physicalId, ResourceProperties: OldResourceProperties! };
}

function sent(properties: ValueObject): Readonly<Record<string, unknown>> {
  return asCloudFormationSends(properties) as Readonly<Record<string, unknown>>;
}

/** A name that is unknown in the template, but has not changed, is the one that CloudFormation knows. */
function restored(known: ValueObject, given: ValueObject, physicalId: string | undefined, type = ''): ValueObject {
  const name = resourceTypeOf(type)?.nameAttribute;
  return name === undefined || physicalId === undefined || known[name] !== undefined || given[name] === undefined ? known : { ...known, [name]: physicalId };
}

async function busyOf(dryRun: DryRun, name: string): Promise<Pick<ResourcePlan, 'busy'>> {
  const live = name === '' ? undefined : await dryRun.distribution(name);
  return live === undefined || isReady(live) ? {} : { busy: live.status || 'no status' };
}

function changeOf({ setting, current, desired }: { readonly setting: string; readonly current?: unknown; readonly desired?: unknown }, old: Readonly<Record<string, unknown>> | undefined): Change {
  const former = valueIn(old, setting);
  return { setting, current, desired, cause: former !== undefined && isEquivalent(former, desired) ? 'drift' : 'template' };
}

function valueIn(old: Readonly<Record<string, unknown>> | undefined, setting: string): unknown {
  if (!setting.startsWith('tag ')) return (readableSettings(old?.settings ?? {}) as Readonly<Record<string, unknown>>)[setting];
  return ((old?.tags ?? []) as readonly { readonly key: string; readonly value: string }[]).find(({ key }) => `tag ${key}` === setting)?.value;
}

function assumptionsOf({ assumesValidation }: Run, type: string, origins: readonly string[]): readonly string[] {
  return [
    ...(type === CERTIFICATE && assumesValidation ? ['its validation records are created and Lightsail issues it; the records are known after deployment'] : []),
    ...[...new Set(origins)].map((name) => `the origin ${name} exists`),
  ];
}
