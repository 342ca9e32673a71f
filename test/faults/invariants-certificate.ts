import { canBeIssued, namesOf, tagOf, type Certificate } from './certificates-served';
import { has, isAccepted, isFailedDeletion, order } from './invariants';
import type { Run } from './run';
import { domainNamesOf } from '../../lambda/certificate/domain-names';
import { CONSTRUCT_KEY } from '../../lambda/certificate/ownership';
import type { ResourceEvent } from '../../lambda/protocol/event';
import { OWNER_KEY } from '../../lambda/tags/owner';
import { parseTags } from '../../lambda/tags/template-tags';
import type { Resource } from '../lambda/cloudformation';

/** The violations of the invariants for certificates in a run. */
export function certificateViolations(run: Run, smooth: Run): readonly string[] {
  if (run.error !== undefined || !run.world.hasCertificates) return [];
  const rules = run.world.isOldOneMisled ? [unserved, foreignTouched]
    : [unserved, notAsAsked, notAsUndisturbed, leaked, retainedDeleted, foreignTouched, supersededTags, notRemoved];
  return rules.flatMap((rule) => rule(run, smooth));
}

const find = (certificates: readonly Certificate[], name: string) => certificates.find(({ certificateName }) => certificateName === name);
const isChanged = ({ world }: Run, name: string, ...kinds: Run['schedule']['disturbances'][number]['kind'][]) =>
  world.externalChanges.some((one) => one.name === name && kinds.includes(one.kind));

/** The certificates of the stacks. */
function resources(run: Run): readonly Resource[] {
  return run.resources.map(({ resource }) => resource).filter(({ properties }) => properties.domainName !== undefined);
}

/** No certificate is requested twice. No distribution loses its certificate, or has one that it does not serve. */
function unserved({ world }: Run): readonly string[] {
  return world.certificates.wrong;
}

/** The live certificate equals the desired state of the last request that succeeded. */
function notAsAsked(run: Run): readonly string[] {
  if (run.world.played.slice(0, run.settled).at(-1)?.result.status.endsWith('FAILED')) return [];
  return resources(run).flatMap(({ physicalId: name, properties }) => {
    if (isChanged(run, name, 'externalCertificateDeletion')) return [];
    const live = find(run.after.certificates, name);
    if (live === undefined) return [`${name}: it is gone`];
    // The handler does not write tags again in case a read was stale. It writes no tags to a certificate that has lost its owner tag.
    const missing = has(run, 'staleRead') || isChanged(run, name, 'externalOwnerTag') ? [] : parseTags(properties.tags, 'tags').filter(({ key, value }) => (tagOf(live, key!) ?? '') !== value || !live.tags.some((tag) => tag.key === key));
    return [
      ...(live.certificateDetail!.status === 'ISSUED' || properties.waitForIssuance === false ? [] : [`${name}: ${live.certificateDetail!.status}`]),
      ...(namesOf(live) === domainNamesOf(properties)!.join(' ') ? [] : [`${name}: not for the domain names asked for: ${namesOf(live)}`]),
      ...(tagOf(live, OWNER_KEY) || isChanged(run, name, 'externalOwnerTag') ? [] : [`${name}: without an owner`]),
      ...missing.map((tag) => `${name}: not tagged as asked for: ${JSON.stringify(tag)}`),
    ];
  });
}

/** If the statuses of the stacks equal those of the undisturbed run, so do the certificates. */
function notAsUndisturbed(run: Run, smooth: Run): readonly string[] {
  if (run.outcome !== smooth.outcome || run.world.externalChanges.length > 0) return [];
  return resources(run).flatMap(({ physicalId: name }) => {
    const [found, expected] = [run, smooth].map(({ after }) => JSON.stringify(lasting(find(after.certificates, name))));
    return found === expected ? [] : [`${name}: differs from the undisturbed run, got ${found}; expected ${expected}`];
  });
}

/** The status and the tags of a certificate, without the tags that differ between runs. */
function lasting(live: Certificate | undefined): object | undefined {
  const tags = live?.tags.filter(({ key }) => !key.includes(':request:')).map(({ key, value }) => `${key}=${value}`).sort();
  return live && { status: live.certificateDetail?.status, tags };
}

/** Each certificate belongs to another owner, is a resource of a stack, is named in a failure message, or is kept on purpose. */
function leaked(run: Run): readonly string[] {
  const owned = resources(run).map(({ physicalId }) => physicalId);
  return run.after.certificates.filter((live) => !owned.includes(live.certificateName) && !mayStay(run, live))
    .map((live) => `${live.certificateName}: leaked: ${JSON.stringify(lasting(live))}`);
}

function mayStay(run: Run, live: Certificate): boolean {
  const { certificateName: name } = live;
  // A Delete received a stale read from before the deployment that failed because of this certificate.
  const isUnshown = has(run, 'staleRead') && !canBeIssued(live);
  return isRetained(run, name) || isFailedDeletion(run, name) || isLeft(run, live) || isChanged(run, name, 'externalOwnerTag') || isUnshown;
}

/** The certificate existed before the play, and was not a resource of a stack. */
function isRetained(run: Run, name: string): boolean {
  return find(run.before.certificates, name) !== undefined && !run.world.wasCreated(name);
}

/**
 * A deployment that timed out or was cancelled has released the certificate for the next deployment. Since then, it may have been issued, or its
 * validation may have timed out.
 */
function isLeft({ world }: Run, live: Certificate): boolean {
  return world.certificates.released.has(live.certificateName) && live.certificateDetail?.status !== 'FAILED'
    && tagOf(live, OWNER_KEY) === undefined && tagOf(live, CONSTRUCT_KEY) !== undefined;
}

/** A certificate that was issued before the play is deleted only by a Delete of its resource. */
function retainedDeleted(run: Run): readonly string[] {
  return run.world.writes.filter(isAccepted).filter(({ operation }) => operation === 'DeleteCertificate').flatMap(({ request, input }) => {
    const { certificateName: name } = input as { readonly certificateName: string };
    const wasIssued = find(run.before.certificates, name)?.certificateDetail?.status === 'ISSUED' && !isChanged(run, name, 'externalCertificateDeletion');
    return !wasIssued || isUnmarked(run, name) || isDeleteOf(run.world.eventOf(request), name) ? [] : [`${name}: it was issued before, and ${request} has deleted it`];
  });
}

/**
 * The cancelled request that found the certificate could not tag it, or a stale read did not show the tag. Nothing distinguishes it from a
 * certificate that the request created.
 */
function isUnmarked(run: Run, name: string): boolean {
  return has(run, 'staleRead')
    || !run.world.writes.some(({ operation, outcome, input }) => operation === 'TagResource' && outcome === 'ok' && JSON.stringify(input).includes(`"${name}"`));
}

function isDeleteOf({ RequestType, PhysicalResourceId }: ResourceEvent, name: string): boolean {
  return RequestType === 'Delete' && PhysicalResourceId === name;
}

/** Certificates that belong to no stack still exist, with the same tags. */
function foreignTouched(run: Run): readonly string[] {
  return run.before.certificates.filter(({ tags }) => !tags.some(({ key }) => key === CONSTRUCT_KEY)).flatMap(({ certificateName: name, tags }) => {
    if (isChanged(run, name, 'externalCertificateDeletion')) return [];
    const after = find(run.end.certificates, name);
    return JSON.stringify(after?.tags) === JSON.stringify(tags) ? [] : [`${name}: foreign, and changed: ${JSON.stringify(after)}`];
  });
}

/**
 * A request writes no more tags after a later request of the same resource has succeeded. It may write validation records, which depend only on the
 * certificate.
 */
function supersededTags({ world }: Run): readonly string[] {
  return world.writes.flatMap(({ request, operation, outcome, input }, index) => {
    const { resource } = world.passes.find((pass) => pass.request === request)!;
    const isLater = world.ended.some((ended) =>
      ended.isSuccess && ended.resource === resource && order(ended.request) > order(request) && ended.writes <= index);
    const isTag = operation.endsWith('agResource') && resource.endsWith('/Certificate') && (outcome === 'ok' || outcome === 'cutAfter');
    return isTag && isLater ? [`tagged by ${request} after a later request was over: ${JSON.stringify(input)}`] : [];
  });
}

/** After all stacks are deleted, none of their certificates remain. */
function notRemoved(run: Run, smooth: Run): readonly string[] {
  return run.end.certificates.filter((live) => find(smooth.end.certificates, live.certificateName) === undefined && !mayStay(run, live))
    .map(({ certificateName }) => `${certificateName}: left when its stack is deleted`);
}
