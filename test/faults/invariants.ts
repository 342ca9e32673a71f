import type { LightsailDistribution } from '@aws-sdk/client-lightsail';
import { EXTERNAL } from './external-change';
import { repeatedResets, untrueResets } from './invariants-cache-reset';
import type { Run } from './run';
import type { Disturbance } from './schedule';
import { RESET_CALL } from '../../lambda/cache-reset/phase';
import { changes } from '../../lambda/distribution/changes';
import { parseSettings } from '../../lambda/distribution/parse-settings';
import { fenceKey } from '../../lambda/tags/fence';
import { OWNER_KEY } from '../../lambda/tags/owner';
import { parseTags } from '../../lambda/tags/template-tags';
import type { Resource } from '../lambda/cloudformation';

const OURS = 'cdk-lightsail-distribution:';
const SECRET = 'secret-signature';

/** The disturbances from which the handler recovers, so that the run ends as the undisturbed run does. */
const HARMLESS: readonly Disturbance['kind'][] = [
  'throttled', 'throttledLong', 'serverError', 'cutBefore', 'cutAfter', 'staleRead', 'killedBefore', 'killedAfter', 'atOnce', 'atOnceAnsweredFirst',
  'twice', 'firstAgain', 'restarted', 'afterwards', 'late', 'slow',
];

/** The violations of the invariants in a run. */
export function violations(run: Run, smooth: Run): readonly string[] {
  if (run.error !== undefined) return [`hangs or breaks: ${String(run.error instanceof Error ? run.error.stack : run.error)}`];
  // An event has no timestamp. If the first event of a cancelled request is delivered again, the handler takes it for the newest request. The waiter
  // of that request knows only from a read that it is superseded, and the read can be stale.
  const rules = run.world.isOldOneMisled ? [unclear, foreignTouched, untrueResets, secrets]
    : [
      denied, harmless, unclear, stuck, notAsAsked, notAsBefore, leaked, foreignTouched, repeated, repeatedResets, untrueResets, supersededWrites,
      fencesLeft, notRemoved, secrets,
    ];
  return rules.flatMap((rule) => rule(run, smooth));
}

/** The number at the end of a request id. Each stack numbers its requests in order. */
export const order = (request: string) => Number(request.split('-').at(-1));
export const has = ({ schedule }: Run, ...kinds: Disturbance['kind'][]) => schedule.disturbances.some(({ kind }) => kinds.includes(kind));
export const reasons = ({ world, settled }: Run) => world.played.slice(0, settled).flatMap(({ result }) => result.reasons);
/** A failure message states that what has this name was not deleted. */
export const isFailedDeletion = (run: Run, name: string) => reasons(run).some((reason) =>
  reason.startsWith(`${name}: `) && /not deleted|its deletion was|delete the stack again/.test(reason));
const isDeleted = ({ world }: Run, name: string) => world.externalChanges.some((one) => one.kind === 'externalDeletion' && one.name === name);
const find = (distributions: Run['after']['distributions'], name: string) => distributions.find((one) => one.name === name) as LightsailDistribution | undefined;

function harmless(run: Run, smooth: Run): readonly string[] {
  if (!run.schedule.disturbances.every(({ kind }) => HARMLESS.includes(kind)) || run.outcome === smooth.outcome || mayFail(run)) return [];
  return [`ends as ${run.outcome} instead of ${smooth.outcome}: ${reasons(run).join(' / ')}`];
}

/** Whether a clear failure is acceptable, because the handler cannot determine the live state. */
function mayFail(run: Run): boolean {
  // An operation does not say which client started it, so the handler can take one of another resource for the one whose response was lost.
  // A stale first read can show fewer differences than there are, or a distribution that is deleted.
  return run.world.stacks.length > 1 || has(run, 'staleRead') || (run.schedule.disturbances.length > 1 && has(run, 'atOnce', 'atOnceAnsweredFirst'));
}

/** Each failure message states what failed and what to do. */
function unclear(run: Run): readonly string[] {
  return reasons(run)
    .filter((reason) => !/^[\w-]+: .+(; .+|was refused, got .+)$/.test(reason) || /undefined|TypeError|\[object/.test(reason))
    .map((reason) => `unclear: ${reason}`);
}

/** A stack operation that failed succeeds when it is retried, unless the distribution or the certificate was deleted outside the stack. */
function stuck(run: Run): readonly string[] {
  const { world, settled } = run;
  if (has(run, 'externalDeletion', 'externalCertificateDeletion')) return [];
  return world.stacks.flatMap((stack) => {
    const { status, reasons: why } = world.played.slice(0, settled).filter((played) => played.stack === stack).at(-1)?.result ?? { status: '', reasons: [] };
    return status.endsWith('FAILED') ? [`stuck: ${status}: ${why.join(' / ')}`] : [];
  });
}

/** The live distribution equals the desired state of the last request that succeeded. */
function notAsAsked(run: Run): readonly string[] {
  if (run.world.played.slice(0, run.settled).some(({ result }, index, all) => index === all.length - 1 && result.status.endsWith('FAILED'))) return [];
  return resources(run).flatMap(({ physicalId, properties }) => {
    const live = find(run.after.distributions, physicalId);
    // The handler cannot know the settings of a distribution that was deleted outside the stack.
    if (isDeleted(run, physicalId)) return [];
    if (live === undefined) return [`${physicalId}: it is gone`];
    const { certificateName } = live;
    const certificate = run.after.certificates.find((one) => one.certificateName === certificateName);
    const desired = parseSettings(JSON.parse(JSON.stringify(properties.settings)));
    const pending = isUnseen(run, properties) ? [] : changes({ desired, removed: {} }, live, certificate as never)
      .filter(({ setting }) => !(setting.startsWith('origin.') && isAfterTheLastLook(run, 'externalManaged')));
    const tags = properties.tags === undefined ? [] : parseTags(properties.tags, 'tags');
    // The handler does not write tags again in case a read was stale.
    const missing = has(run, 'staleRead') || isAfterTheTags(run) ? []
      : tags.filter(({ key, value }) => !live.tags?.some((tag) => tag.key === key && (tag.value ?? '') === value));
    return [
      ...pending.map((change) => `${physicalId}: not as asked for: ${JSON.stringify(change)}`),
      ...missing.map((tag) => `${physicalId}: not tagged as asked for: ${JSON.stringify(tag)}`),
    ];
  });
}

/**
 * Whether the handler cannot see that the live state differs. Without `waitForDeployment`, success means that Lightsail accepted the writes, and the
 * handler does not read again. Two kinds of reads that are both stale agree on a state that is not live.
 */
function isUnseen(run: Run, { waitForDeployment }: Resource['properties']): boolean {
  return (waitForDeployment === false && has(run, 'externalManaged', 'externalDeployment', 'failedOperation'))
    || ((run.isSeenLate || run.world.stacks.length > 1) && has(run, 'staleRead'));
}

/** The resources of the stacks that have settings. */
function resources(run: Run): readonly Resource[] {
  return run.resources.map(({ resource }) => resource).filter(({ properties }) => properties.settings !== undefined);
}

/**
 * Whether the handler cannot detect a change made outside the stack, because it came after the last read of the last request. This is assumed if
 * deliveries are repeated or concurrent, if a read is stale, or if there are several stacks.
 */
function isAfterTheLastLook(run: Run, kind: Disturbance['kind']): boolean {
  const { externalChanges, ended, looks, stacks } = run.world;
  const last = ended.filter(({ type }) => type !== 'Delete').sort((one, other) => order(one.request) - order(other.request)).at(-1);
  const cannotTell = has(run, 'atOnce', 'atOnceAnsweredFirst', 'firstAgain', 'restarted', 'twice', 'staleRead') || stacks.length > 1 || last === undefined;
  return externalChanges.some((one) => one.kind === kind && (cannotTell
    || !looks.some(({ request, name, at }) => request === last.request && name === one.name && at >= one.at && at < last.calls)));
}

/** Whether a tag was changed outside the stack after the last request wrote its tags. A request writes its tags once, after its first read. */
function isAfterTheTags({ world }: Run): boolean {
  return world.externalChanges.some(({ kind, pass }) => kind === 'externalManagedTag'
    && (world.stacks.length > 1 || !world.passes.slice(pass + 1).some(({ isFirst, type }) => isFirst && type !== 'Delete')));
}

/** Unmanaged settings and tags keep their values, or the values that a change made outside the stack has set. */
function notAsBefore(run: Run, smooth: Run): readonly string[] {
  return resources(run).flatMap(({ physicalId: name, properties }) => {
    const live = find(run.after.distributions, name);
    if (live === undefined || isDeleted(run, name) || isUnseen(run, properties)) return [];
    if (run.outcome === smooth.outcome && run.world.externalChanges.length === 0) {
      const [found, expected] = [live, find(smooth.after.distributions, name)].map((one) => JSON.stringify(lasting(one)));
      return found === expected ? [] : [`${name}: differs from the undisturbed run, got ${found}; expected ${expected}`];
    }
    const external = run.world.externalChanges.filter((one) => one.name === name).map(({ kind }) => kind);
    const { viewerMinimumTlsProtocolVersion: version } = EXTERNAL;
    const isChanged = external.includes('externalUnmanaged') || external.includes('externalDeployment');
    return [
      ...(isChanged && live.viewerMinimumTlsProtocolVersion !== version ? [`${name}: an unmanaged setting has changed`] : []),
      ...(external.includes('externalTag') && !live.tags?.some(({ key }) => key === 'by-hand') ? [`${name}: an unmanaged tag is gone`] : []),
    ];
  });
}

/** The distribution without the values that differ between runs. The rule `fencesLeft` checks the fences. */
function lasting(live: LightsailDistribution | undefined): object {
  const { arn, createdAt, domainName, supportCode, tags = [], ...rest } = live ?? {};
  return { ...rest, tags: tags.filter(({ key }) => !key!.startsWith(`${OURS}request`)).map(({ key, value }) => `${key}=${value}`).sort() };
}

/** Each distribution belongs to another owner, is a resource of a stack, or is named in a failure message. */
function leaked(run: Run): readonly string[] {
  const owned = resources(run).map(({ physicalId }) => physicalId);
  return run.after.distributions.flatMap(({ name, tags }) => {
    if (owned.includes(name) || isFailedDeletion(run, name)) return [];
    const before = run.before.distributions.find((one) => one.name === name);
    if (before === undefined || run.world.wasCreated(name)) return [`${name}: leaked`];
    return tags
      .filter(({ key }) => key.startsWith(OURS) && !before.tags.some((tag) => tag.key === key) && !(key !== OWNER_KEY && isOfTwin(run)))
      .map(({ key, value }) => `${name}: it is left, and tagged ${key}=${value}`);
  });
}

/** A distribution does not change if no stack created it, and no template adopts it or has settings for it. */
function foreignTouched(run: Run): readonly string[] {
  return run.before.distributions.flatMap((before) => {
    const { name, tags } = before;
    const isCreated = tags.some(({ key, value = '' }) => key === OWNER_KEY && value.startsWith('created arn:'));
    if (isCreated || run.world.isManaged(name) || run.world.externalChanges.some((one) => one.name === name)) return [];
    const after = find(run.end.distributions, name);
    // A deployment of its owner may be in progress when the play begins.
    const expected = { ...before, status: 'Deployed' };
    return JSON.stringify(after) === JSON.stringify(expected) ? [] : [`${name}: foreign, and changed: ${JSON.stringify(after)}; it was ${JSON.stringify(before)}`];
  });
}

/** A request does not send a write again that has taken effect. Tags are exempt, because writing them is idempotent. */
function repeated(run: Run): readonly string[] {
  if (mayRepeat(run) || has(run, 'externalDeletion')) return [];
  const failed = new Set(run.end.operations.filter(({ status }) => status === 'Failed').map(({ id }) => id));
  const seen = new Set<string>();
  return run.world.writes.filter((write) => isAccepted(write) && write.operation !== RESET_CALL && !failed.has(write.operationId ?? '')).flatMap(({ request, operation, input }) => {
    const write = JSON.stringify([request, operation, operation === 'CreateDistribution' ? undefined : input]);
    if (seen.has(write)) return [`repeated: ${write}`];
    seen.add(write);
    return [];
  });
}

/**
 * Whether a write may be repeated. Lightsail refuses writes to a distribution that is being changed, and has no other lock between two deliveries of
 * an event. So a second delivery can write again if it was delayed, or received stale reads, for longer than the change took.
 */
function mayRepeat(run: Run): boolean {
  const { disturbances } = run.schedule;
  const isTwice = has(run, 'atOnce', 'atOnceAnsweredFirst', 'twice', 'restarted', 'firstAgain', 'killedBefore', 'killedAfter');
  const isBehind = disturbances.length > 1 && (has(run, 'atOnce', 'atOnceAnsweredFirst', 'staleRead') || run.isSeenLate || run.world.externalChanges.length > 0);
  // If all reads are late, a stale read also hides the operation that shows whether a write with an unknown outcome took effect.
  return (isTwice && isBehind) || (run.isSeenLate && disturbances.length > 1 && has(run, 'staleRead'));
}

export const isAccepted = ({ operation, outcome }: Run['world']['writes'][number]) => !operation.endsWith('agResource') && (outcome === 'ok' || outcome === 'cutAfter');

/** A request writes nothing more after a later request of the same resource has succeeded. */
function supersededWrites(run: Run): readonly string[] {
  const { world } = run;
  return world.writes.flatMap((write, index) => {
    const own = world.ended.find(({ request }) => request === write.request) ?? world.passes.find(({ request }) => request === write.request)!;
    const isLater = world.ended.some(({ request, resource, writes, isSuccess }) =>
      isSuccess && resource === own.resource && order(request) > order(write.request) && writes <= index);
    // A Delete of settings succeeds even if it cannot remove the fence of the cancelled request.
    const isUnstopped = has(run, 'failedOperation') && own.resource.endsWith('/Settings');
    return isLater && isAccepted(write) && !isUnstopped
      ? [`written by ${write.request} after a later request was over: ${write.operation} ${JSON.stringify(write.input)}`] : [];
  });
}

/** After a success, no fence remains, unless its removal failed or got no response, or another delivery of the same event wrote the fence again. */
function fencesLeft(run: Run): readonly string[] {
  return run.resources.flatMap(({ stack, resource }) => {
    const key = fenceKey(run.world.resourceOf(stack));
    const tag = find(run.after.distributions, resource.physicalId)?.tags?.find((one) => one.key === key);
    const isUnanswered = run.world.writes.some(({ operation, input, outcome }) => operation === 'UntagResource' && outcome !== 'ok' && JSON.stringify(input).includes(key));
    // Without `waitForDeployment`, the first call removes the fence, and the same event is delivered again after that.
    const isAgain = resource.properties.waitForDeployment === false && has(run, 'firstAgain');
    return tag === undefined || isUnanswered || isOfTwin(run) || isAgain || has(run, 'staleRead') ? [] : [`${resource.physicalId}: a fence is left: ${tag.value}`];
  });
}

/** After all stacks are deleted, none of their distributions remain. */
function notRemoved(run: Run, smooth: Run): readonly string[] {
  const failed = run.world.played.slice(run.settled).filter(({ result }) => result.status !== 'DELETE_COMPLETE').flatMap(({ result }) => result.reasons);
  const names = ({ end }: Run) => end.distributions.map(({ name }) => name);
  const left = names(run).filter((name) => !names(smooth).includes(name) && !isFailedDeletion(run, name));
  return [...failed.map((reason) => `cannot be deleted: ${reason}`), ...left.map((name) => `${name}: left when its stack is deleted`)];
}

/**
 * Whether a second delivery of the same event, whose response is ignored, can have left a fence. It can write the fence again. It can also take the
 * fence for that of another owner, which it cannot remove.
 */
function isOfTwin(run: Run): boolean {
  return has(run, 'atOnceAnsweredFirst', 'failedOperation') || (run.world.externalChanges.length > 0 && has(run, 'atOnce', 'restarted'))
    || (run.schedule.disturbances.length > 1 && has(run, 'firstAgain'));
}

/** The role of the stack has every permission that the handler needs, and no call relies on one that only another stack has. */
function denied(run: Run): readonly string[] {
  return run.world.denied.filter((call) => !isOfReleased(run, call)).map(({ operation, input, request }) => `not permitted: ${operation} ${JSON.stringify(input)} of ${request}`);
}

/** The certificate had no owner tag: it was removed outside the stack, or a Delete read the state before the release. IAM denies both calls. */
function isOfReleased(run: Run, { operation, input }: Run['world']['denied'][number]): boolean {
  const { certificateName, resourceName = certificateName } = input as Readonly<Record<string, string | undefined>>;
  return (operation === 'DeleteCertificate' && has(run, 'staleRead'))
    || run.world.externalChanges.some(({ kind, name }) => kind === 'externalOwnerTag' && name === resourceName);
}

function secrets(run: Run): readonly string[] {
  return [...run.log, ...reasons(run)].filter((text) => text.includes(SECRET)).map((text) => `secret: ${text}`);
}
