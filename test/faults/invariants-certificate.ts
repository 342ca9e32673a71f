import { canBeIssued, namesOf, tagOf, type Certificate } from './certificates-served';
import { has, isAccepted, order, reasons } from './invariants';
import type { Run } from './run';
import { domainNamesOf } from '../../lambda/certificate/domain-names';
import { CONSTRUCT_KEY } from '../../lambda/certificate/ownership';
import type { ResourceEvent } from '../../lambda/protocol/event';
import { OWNER_KEY } from '../../lambda/tags/owner';
import { parseTags } from '../../lambda/tags/template-tags';
import type { Resource } from '../lambda/cloudformation';

/** What must hold for certificates after every run; empty when it does. */
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

/** No certificate is requested twice, and no distribution is without the one that it had. */
function unserved({ world }: Run): readonly string[] {
  return world.certificates.wrong;
}

/** The live certificate is what the last request that succeeded asked for. */
function notAsAsked(run: Run): readonly string[] {
  if (run.world.played.slice(0, run.settled).at(-1)?.result.status.endsWith('FAILED')) return [];
  return resources(run).flatMap(({ physicalId: name, properties }) => {
    if (isChanged(run, name, 'externalCertificateDeletion')) return [];
    const live = find(run.after.certificates, name);
    if (live === undefined) return [`${name}: it is gone`];
    // A tag that a read shows late is not written again, and one of a certificate that has lost its owner not at all.
    const missing = has(run, 'staleRead') || isChanged(run, name, 'externalOwnerTag') ? [] : parseTags(properties.tags, 'tags').filter(({ key, value }) => (tagOf(live, key!) ?? '') !== value || !live.tags.some((tag) => tag.key === key));
    return [
      ...(live.certificateDetail!.status === 'ISSUED' || properties.waitForIssuance === false ? [] : [`${name}: ${live.certificateDetail!.status}`]),
      ...(namesOf(live) === domainNamesOf(properties)!.join(' ') ? [] : [`${name}: not for the domain names asked for: ${namesOf(live)}`]),
      ...(tagOf(live, OWNER_KEY) || isChanged(run, name, 'externalOwnerTag') ? [] : [`${name}: without an owner`]),
      ...missing.map((tag) => `${name}: not tagged as asked for: ${JSON.stringify(tag)}`),
    ];
  });
}

/** Where everything ends as it does undisturbed, the certificates do too. */
function notAsUndisturbed(run: Run, smooth: Run): readonly string[] {
  if (run.outcome !== smooth.outcome || run.world.externalChanges.length > 0) return [];
  return resources(run).flatMap(({ physicalId: name }) => {
    const [found, expected] = [run, smooth].map(({ after }) => JSON.stringify(lasting(find(after.certificates, name))));
    return found === expected ? [] : [`${name}: ends otherwise than undisturbed: ${found}; expected ${expected}`];
  });
}

/** Without what differs from run to run. */
function lasting(live: Certificate | undefined): object | undefined {
  const tags = live?.tags.filter(({ key }) => !key.includes(':request:')).map(({ key, value }) => `${key}=${value}`).sort();
  return live && { status: live.certificateDetail?.status, tags };
}

/** Each certificate is another owner's, or CloudFormation's resource, or what a failure names, or left on purpose. */
function leaked(run: Run): readonly string[] {
  const owned = resources(run).map(({ physicalId }) => physicalId);
  return run.after.certificates.filter((live) => !owned.includes(live.certificateName) && !mayStay(run, live))
    .map((live) => `${live.certificateName}: leaked: ${JSON.stringify(lasting(live))}`);
}

function mayStay(run: Run, live: Certificate): boolean {
  const { certificateName: name } = live;
  // A Delete was shown what was before the deployment that has failed with it.
  const isUnshown = has(run, 'staleRead') && !canBeIssued(live);
  return isRetained(run, name) || isNamed(run, name) || isLeft(run, live) || isChanged(run, name, 'externalOwnerTag') || isUnshown;
}

/** It was there before the play, and no resource of CloudFormation. */
function isRetained(run: Run, name: string): boolean {
  return find(run.before.certificates, name) !== undefined && !run.world.wasCreated(name);
}

/** A failure says that it is left. */
function isNamed(run: Run, name: string): boolean {
  return reasons(run).some((reason) => reason.startsWith(`${name}: `) && reason.includes('delet'));
}

/** A deployment that has timed out or was cancelled has left it for the next one. Since then it may have been issued, or time may have run out. */
function isLeft({ world }: Run, live: Certificate): boolean {
  return world.certificates.released.has(live.certificateName) && live.certificateDetail?.status !== 'FAILED'
    && tagOf(live, OWNER_KEY) === undefined && tagOf(live, CONSTRUCT_KEY) !== undefined;
}

/** What was issued before is deleted only as a resource of CloudFormation. */
function retainedDeleted(run: Run): readonly string[] {
  return run.world.writes.filter(isAccepted).filter(({ operation }) => operation === 'DeleteCertificate').flatMap(({ request, input }) => {
    const { certificateName: name } = input as { readonly certificateName: string };
    const wasIssued = find(run.before.certificates, name)?.certificateDetail?.status === 'ISSUED' && !isChanged(run, name, 'externalCertificateDeletion');
    return !wasIssued || isUnmarked(run, name) || isDeleteOf(run.world.eventOf(request), name) ? [] : [`${name}: it was issued before, and ${request} has deleted it`];
  });
}

/** The cancelled request that has found it could not mark it, or the mark was not shown; nothing tells it from one that the request created. */
function isUnmarked(run: Run, name: string): boolean {
  return has(run, 'staleRead')
    || !run.world.writes.some(({ operation, outcome, input }) => operation === 'TagResource' && outcome === 'ok' && JSON.stringify(input).includes(`"${name}"`));
}

function isDeleteOf({ RequestType, PhysicalResourceId }: ResourceEvent, name: string): boolean {
  return RequestType === 'Delete' && PhysicalResourceId === name;
}

/** What belongs to no stack. */
function foreignTouched(run: Run): readonly string[] {
  return run.before.certificates.filter(({ tags }) => !tags.some(({ key }) => key === CONSTRUCT_KEY)).flatMap(({ certificateName: name, tags }) => {
    if (isChanged(run, name, 'externalCertificateDeletion')) return [];
    const after = find(run.end.certificates, name);
    return JSON.stringify(after?.tags) === JSON.stringify(tags) ? [] : [`${name}: foreign, and changed: ${JSON.stringify(after)}`];
  });
}

/** A request tags nothing more once a later one of its resource has ended. It may write validation records: they depend on the certificate alone. */
function supersededTags({ world }: Run): readonly string[] {
  return world.writes.flatMap(({ request, operation, outcome, input }, index) => {
    const { resource } = world.passes.find((pass) => pass.request === request)!;
    const isLater = world.ended.some((ended) =>
      ended.isSuccess && ended.resource === resource && order(ended.request) > order(request) && ended.writes <= index);
    const isTag = operation.endsWith('agResource') && resource.endsWith('/Certificate') && (outcome === 'ok' || outcome === 'cutAfter');
    return isTag && isLater ? [`tagged by ${request} after a later request was over: ${JSON.stringify(input)}`] : [];
  });
}

/** When the stacks are deleted, nothing of them is left. */
function notRemoved(run: Run, smooth: Run): readonly string[] {
  return run.end.certificates.filter((live) => find(smooth.end.certificates, live.certificateName) === undefined && !mayStay(run, live))
    .map(({ certificateName }) => `${certificateName}: left when its stack is deleted`);
}
