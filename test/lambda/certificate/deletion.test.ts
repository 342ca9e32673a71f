import type { CertificateStatus, CertificateSummary, Operation, Tag } from '@aws-sdk/client-lightsail';
import * as fc from 'fast-check';
import { CREATED_BEFORE, issued, LEFT, NOW, OURS, OWNER, pending, RELEASED, REQUEST, TAKEN, THEIRS } from './request-for-my-cert';
import { DELETED, deletionsOf, orphanOf } from '../../../lambda/certificate/deletion';
import { CERTIFICATE } from '../../../lambda/certificate/name';
import type { Deletion } from '../../../lambda/deletion/deletion';
import type { Failure } from '../../../lambda/lightsail/attempt';
import type { Lightsail } from '../../../lambda/lightsail/lightsail';
import { type Deleting, UNOBSERVED, type Unobserved } from '../../../lambda/phase';
import type { ResourceEvent } from '../../../lambda/protocol/event';
import { FIRST_CALL, type FirstCall } from '../../../lambda/reconcile';
import { ownerOf } from '../../../lambda/tags/owner';

const DELETION: Deletion = { id: 'delete-1', resource: REQUEST.resource, resourceName: 'my-cert', isOrphan: false, timeoutSeconds: 900, startedAt: NOW };
const DEADLINE = NOW + 900_000;
const DELETING: Deleting<'DeleteCertificate'> = { phase: 'deleting', found: true };
const REMEDY = 'attach another certificate to the distributions that have it, or delete them, then delete the certificate again';

type Observation = Parameters<typeof DELETED.decide>[2];
type Live = CertificateSummary & { readonly usedBy: readonly string[] };

/** A certificate, the distributions that refer to it, and the number of resources that use it. */
const used = (live: CertificateSummary, usedBy: readonly string[] = [], inUseResourceCount = usedBy.length): Live =>
  ({ ...live, certificateDetail: { ...live.certificateDetail, inUseResourceCount }, usedBy });
const deletion = (status: Operation['status'], more: Partial<Operation> = {}): Operation =>
  ({ id: 'op-1', resourceName: 'my-cert', operationType: 'DeleteCertificate', status, createdAt: new Date(NOW), errorCode: 'Stuck', errorDetails: 'It stays', ...more });

const done = (reason: string, found = true, remove: readonly string[] = []) => ({ kind: 'complete', reason, tags: { put: [], remove }, cleanUp: [], found, untagged: UNOBSERVED });
const requeued = (reason: string, found = true) =>
  ({ kind: 'requeue', reason, tags: { put: [], remove: [] }, phase: { phase: 'deleting', found }, untagged: UNOBSERVED });
const deleted = (found = true, at = NOW) => ({
  kind: 'call',
  reason: 'DeleteCertificate',
  write: { call: 'DeleteCertificate', input: { certificateName: 'my-cert' } },
  recorded: [],
  changes: [],
  tags: { put: [], remove: [] },
  accepted: { phase: 'deleting', found, sent: { call: 'DeleteCertificate', at } },
  untagged: UNOBSERVED,
  next: 'poll',
});
const failed = (message: string) => ({ kind: 'fail', message: `my-cert: ${message}`, cleanUp: [] });

const seen = (live: CertificateSummary, operation?: Operation): Observation => ({ kind: 'present', live: used(live), operation });
const decided = (observation: Observation, more: Partial<Deletion> = {}, phase: FirstCall | typeof DELETING = FIRST_CALL, now = NOW) =>
  DELETED.decide({ ...DELETION, ...more }, phase, observation, now);

describe('a certificate that', () => {
  test.each<[string, Observation, object]>([
    ['is deleted', { kind: 'absent' }, done('not found', false)],
    ['is deleted, as its deletion has ended', { kind: 'absent', operation: deletion('Succeeded') }, done('not found', false)],
    ['was requested a moment ago', { kind: 'absent', creation: deletion('Succeeded', { operationType: 'CreateCertificate' }) }, requeued('a read that shows the new certificate', false)],
    ['is no one\'s', seen(pending([])), done('left unchanged: it belongs to no stack')],
    ['a deployment released before it was issued', seen(pending(LEFT)), done('left unchanged: it belongs to no stack')],
    ['is another\'s', seen(issued(THEIRS)), done('left unchanged: it belongs to stack/Theirs')],
    ['was created since', seen(issued(OURS, { createdAt: new Date(NOW + 300_001) })), done('left unchanged: it was created later')],
    ['was created as late as a cancelled request may', seen(issued(OURS, { createdAt: new Date(NOW + 300_000) })), deleted()],
    ['is ours', seen(issued()), deleted()],
    ['is ours, without the time of its creation', seen(issued(OURS, { createdAt: undefined })), deleted()],
    ['is ours and pending', seen(pending()), deleted()],
    ['is ours and cannot be issued', seen(pending(OURS, { status: 'FAILED' })), deleted()],
    ['is ours, without details', seen({ certificateName: 'my-cert', tags: [...OURS] }), deleted()],
    ['distributions have', { kind: 'present', live: used(issued(), ['cdn-1', 'cdn-2']) }, requeued('in use by cdn-1, cdn-2')],
    ['a deployment replaces', { kind: 'present', live: used(issued(), [], 1) }, requeued('in use by a deployment that replaces it')],
    ['is being deleted', { kind: 'operating', operation: deletion('Started') }, requeued('DeleteCertificate operation op-1 (Started)', false)],
    ['is deleted, but still visible', seen(issued(), deletion('Succeeded')), requeued('DeleteCertificate operation op-1 (Succeeded), and a read that shows it')],
    ['could not be deleted', seen(issued(), deletion('Failed')),
      failed('DeleteCertificate operation op-1 (Failed) failed: Stuck: It stays; correct the cause and delete the stack again')],
  ])('%s', (_what, observation, decision) => {
    expect(decided(observation)).toEqual(decision);
  });
});

describe('if CloudFormation does not know it, a certificate that', () => {
  const long = { createdAt: new Date(NOW - 3_600_001) };
  test.each<[string, CertificateSummary, object]>([
    ['a cancelled request left pending is released, for the next deployment of the construct', pending(), done('released', false, RELEASED)],
    ['a cancelled request of a handler without fences left pending is released', pending([OWNER, ...LEFT]), done('released', false, ['cdk-lightsail-distribution:owner'])],
    ['a cancelled request continued with is released, however old it is', pending(OURS, long), done('released', false, RELEASED)],
    ['a cancelled request left, and that is issued since, is deleted', issued(), deleted(false)],
    ['a cancelled request left, and that cannot be issued, is deleted', pending(OURS, { status: 'FAILED' }), deleted(false)],
    ['timed out is deleted, however old it is', pending(OURS, { status: 'VALIDATION_TIMED_OUT', ...long }), deleted(false)],
    ['was retained less than an hour ago, and that a cancelled request took, is released', issued(TAKEN), done('released', false, RELEASED)],
    ['was retained long ago, and that a cancelled request took, is released', issued(TAKEN, long), done('released', false, RELEASED)],
    ['was retained long ago, and that a cancelled request took, is released, although it cannot be issued', pending(TAKEN, { status: 'FAILED', ...long }), done('released', false, RELEASED)],
    ['was created before the cancelled request', issued(CREATED_BEFORE, long), done('left unchanged: it was retained', false)],
    ['was retained', issued(OURS, long), done('left unchanged: it was retained', false)],
    ['is no one\'s may not show its tags yet', pending([]), requeued('tags that a cancelled request may have written', false)],
    ['is another\'s', pending(THEIRS), done('left unchanged: it belongs to stack/Theirs', false)],
    ['was created since', pending(OURS, { createdAt: new Date(NOW + 300_001) }), done('left unchanged: it was created later', false)],
  ])('%s', (_what, live, decision) => {
    expect(decided(seen(live), { isOrphan: true })).toEqual(decision);
  });

  test('does not exist may still be created by the cancelled request', () => {
    expect(decided({ kind: 'absent' }, { isOrphan: true }, DELETING, NOW + 299_999)).toEqual(requeued('what a cancelled request may still create', false));
    expect(decided({ kind: 'absent' }, { isOrphan: true }, DELETING, NOW + 300_000)).toEqual(done('not found', false));
  });
});

describe('the deadline', () => {
  test.each<[string, Observation, object]>([
    ['names the distributions that have it', { kind: 'present', live: used(issued(), ['cdn-1', 'cdn-2']) }, failed(`not deleted after 900 s, pending: in use by cdn-1, cdn-2; ${REMEDY}`)],
    ['tells that a deployment replaces it', { kind: 'present', live: used(issued(), [], 1) },
      failed(`not deleted after 900 s, pending: in use by a deployment that replaces it; ${REMEDY}`)],
    ['tells what would be sent', seen(issued()), failed(`not deleted after 900 s, pending: DeleteCertificate; ${REMEDY}`)],
    ['tells nothing when it is deleted', { kind: 'absent' }, done('not found', false)],
  ])('%s', (_what, observation, decision) => {
    expect(decided(observation, {}, DELETING, DEADLINE)).toEqual(decision);
  });

  test('does not apply to the first call, nor a millisecond earlier', () => {
    expect(decided(seen(issued()), {}, FIRST_CALL, DEADLINE)).toEqual(deleted(true, DEADLINE));
    expect(decided(seen(issued()), {}, DELETING, DEADLINE - 1)).toEqual(deleted(true, DEADLINE - 1));
  });
});

describe('a call that fails', () => {
  const failure = (kind: Failure['kind']): Failure => ({ kind, description: 'Name: why', error: new Error('why') });
  const after = (kind: Failure['kind'], now = DEADLINE - 1) => DELETED.recover(DELETION, DELETING, { during: 'observation', failure: failure(kind) }, now);

  test.each<Failure['kind']>(['refused', 'busy', 'throttled', 'outcome unknown'])('as %s is tried again until the deadline, as AWS does not document how it refuses one in use', (kind) => {
    expect(after(kind)).toEqual({ kind: 'requeue', reason: 'a response of Lightsail', tags: { put: [], remove: [] }, phase: UNOBSERVED, untagged: UNOBSERVED });
    expect(after(kind, DEADLINE)).toEqual({
      ...failed('not deleted after 900 s, pending: a response of Lightsail, got Name: why; delete the stack again when Lightsail responds'), cause: new Error('why'),
    });
  });

  test('as not found was deleted between two calls', () => {
    expect(after('not found')).toEqual(done('not found'));
  });

  test('as access denied fails the request', () => {
    expect(after('access denied')).toEqual({
      ...failed('its deletion was denied, got Name: why; the role of the function has this permission for every certificate that its stack manages; '
        + 'if a permissions boundary or a service control policy denies the action, allow it there and deploy again'),
      cause: new Error('why'),
    });
  });
});

describe('is observed', () => {
  /** Returns the observation and the reads that were made. */
  async function look(phase: FirstCall | Unobserved | typeof DELETING, live: CertificateSummary | undefined, ...operations: Operation[]) {
    const reads: string[] = [];
    const read = <T>(name: string, answer: T) => {
      reads.push(name);
      return Promise.resolve(answer);
    };
    const observation = await DELETED.observe({
      certificate: (name) => read(`certificate ${name}`, live),
      distributionsWith: (name) => read(`distributions with ${name}`, ['cdn-1']),
      operation: (id) => read(`operation ${id}`, operations.find((one) => one.id === id)),
      operationsFor: (name) => read(`operations of ${name}`, operations),
    } as Partial<Lightsail> as Lightsail, DELETION, phase);
    return [observation, reads];
  }
  const inUse = issued(OURS, { inUseResourceCount: 1 });
  const sent: typeof DELETING = { ...DELETING, sent: { call: 'DeleteCertificate', at: NOW, operationId: 'op-1' } };

  test('by one read if nothing has it', async () => {
    expect(await look(FIRST_CALL, issued())).toEqual([{ kind: 'present', live: { ...issued(), usedBy: [] }, operation: undefined }, ['certificate my-cert']]);
  });

  test('with the distributions that have it, and then without operations, as its deletion was not accepted', async () => {
    for (const phase of [FIRST_CALL, DELETING]) {
      expect(await look(phase, inUse)).toEqual([{ kind: 'present', live: { ...inUse, usedBy: ['cdn-1'] }, operation: undefined }, ['certificate my-cert', 'distributions with my-cert']]);
    }
  });

  test('with the operation of a deletion that an earlier poll may have sent', async () => {
    expect(await look(UNOBSERVED, issued(), deletion('Succeeded')))
      .toEqual([{ kind: 'present', live: { ...issued(), usedBy: [] }, operation: deletion('Succeeded') }, ['certificate my-cert', 'operations of my-cert']]);
  });

  test('by its operation alone until the deletion has ended', async () => {
    expect(await look(sent, issued(), deletion('Started'))).toEqual([{ kind: 'operating', operation: deletion('Started') }, ['operation op-1']]);
    expect(await look(sent, undefined, deletion('Succeeded'))).toEqual([{ kind: 'absent', operation: deletion('Succeeded') }, ['operation op-1', 'certificate my-cert']]);
  });

  test('with its newest creation or deletion if it is missing', async () => {
    const creation = deletion('Succeeded', { id: 'op-2', operationType: 'CreateCertificate', createdAt: new Date(NOW + 1) });
    expect(await look(FIRST_CALL, undefined, deletion('Succeeded'), creation)).toEqual([{ kind: 'absent', creation }, ['certificate my-cert', 'operations of my-cert']]);
  });
});

const STATUSES: readonly (CertificateStatus | undefined)[] = ['PENDING_VALIDATION', 'ISSUED', 'FAILED', 'VALIDATION_TIMED_OUT', 'INACTIVE', 'EXPIRED', 'REVOKED', undefined];

test('laws: only an owned certificate that nothing has is deleted, and only one that is pending or existed before a cancelled request is released', () => {
  const anyLive = fc.record({
    status: fc.constantFrom(...STATUSES),
    tags: fc.constantFrom<(readonly Tag[])[]>([], OURS, TAKEN, LEFT, THEIRS),
    createdAt: fc.constantFrom(undefined, new Date(NOW), new Date(NOW - 7_200_000), new Date(NOW + 400_000)),
    usedBy: fc.constantFrom<string[][]>([], ['cdn-1']),
  }).map(({ usedBy, tags, ...detail }) => used(pending(tags, detail), usedBy));
  fc.assert(fc.property(anyLive, fc.boolean(), fc.boolean(), fc.constantFrom(NOW, NOW + 60_000, DEADLINE), (live, isOrphan, isPoll, now) => {
    const decision = decided({ kind: 'present', live }, { isOrphan }, isPoll ? DELETING : FIRST_CALL, now);
    const owner = ownerOf(DELETION.resource, live);
    if (decision.kind === 'call') expect([owner, live.usedBy]).toEqual([{ kind: 'ours', how: 'created' }, []]);
    if (decision.kind !== 'fail') expect(decision.tags.put).toEqual([]);
    const isTaken = live.tags!.length === TAKEN.length && live.tags!.every((tag) => TAKEN.includes(tag));
    if (decision.kind === 'call') expect(isOrphan && isTaken).toBe(false);
    if (decision.kind !== 'complete' || decision.tags.remove.length === 0) return;
    expect([owner.kind, isTaken || live.certificateDetail?.status === 'PENDING_VALIDATION', isOrphan]).toEqual(['ours', true, true]);
  }), { numRuns: 1_000 });
});

const event = (more: Partial<ResourceEvent> = {}): ResourceEvent => ({
  RequestType: 'Delete',
  RequestId: 'delete-1',
  ResourceType: CERTIFICATE,
  StackId: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/1',
  LogicalResourceId: 'Certificate',
  PhysicalResourceId: 'my-cert',
  ResourceProperties: { certificateName: 'my-cert', domainName: 'example.com', timeoutSeconds: '60' },
  ...more,
});
const base = { id: 'delete-1', resource: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/1/Certificate', resourceName: 'my-cert', timeoutSeconds: 900, startedAt: 5 };
const GENERATED = expect.stringMatching(/^web-Certificate-[0-9a-f]{12}$/);

describe('a Delete is about', () => {
  test.each<[string, Partial<ResourceEvent>, object[]]>([
    ['what CloudFormation knows, whatever the timeout of the template is', {}, [{ ...base, isOrphan: false }]],
    ['what CloudFormation knows, and what the properties name if a cancelled request left it behind', { PhysicalResourceId: 'web-Certificate-1A2B3C4D5E6F' },
      [{ ...base, resourceName: 'web-Certificate-1A2B3C4D5E6F', isOrphan: false }, { ...base, isOrphan: true }]],
    ['a generated name when the properties have none', { PhysicalResourceId: 'web-Certificate-1A2B', ResourceProperties: { domainName: 'example.com' } },
      [{ ...base, resourceName: 'web-Certificate-1A2B', isOrphan: false }, { ...base, resourceName: GENERATED, isOrphan: true }]],
    ['what CloudFormation knows when the properties are malformed', { ResourceProperties: { domainName: ['example.com'], tags: 'all' } }, [{ ...base, isOrphan: false }]],
    ['nothing when neither is a name', { PhysicalResourceId: 'no name', ResourceProperties: { certificateName: ['my-cert'] } }, []],
  ])('%s', (_what, more, deletions) => {
    expect(deletionsOf(event(more), 5)).toEqual(deletions);
  });
});

describe('what an update to other domain names leaves behind', () => {
  const rollback = (more: Partial<ResourceEvent> = {}) =>
    event({ RequestType: 'Update', OldResourceProperties: { certificateName: 'new-cert', domainName: 'example.org' }, ...more });

  test('is the new one, in the rollback of an update of which CloudFormation did not learn the name', () => {
    expect(orphanOf(rollback(), 5)).toEqual({ ...base, resourceName: 'new-cert', isOrphan: true });
    expect(orphanOf(rollback({ OldResourceProperties: { domainName: 'example.org' } }), 5)).toEqual({ ...base, resourceName: GENERATED, isOrphan: true });
  });

  test.each<[string, ResourceEvent]>([
    ['in a rollback that CloudFormation follows with a Delete', rollback({ PhysicalResourceId: 'new-cert' })],
    ['in an update of the same one', rollback({ OldResourceProperties: { certificateName: 'my-cert', domainName: 'example.com' } })],
    ['in a create', event({ RequestType: 'Create', PhysicalResourceId: undefined })],
    ['when the former properties are malformed', rollback({ OldResourceProperties: { domainName: 55 } })],
  ])('is nothing %s', (_what, one) => {
    expect(orphanOf(one, 5)).toBeUndefined();
  });
});
