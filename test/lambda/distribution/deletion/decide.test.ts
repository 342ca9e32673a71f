import type { LightsailDistribution, Operation, Tag } from '@aws-sdk/client-lightsail';
import * as fc from 'fast-check';
import type { Observation as ObservationOf } from '../../../../lambda/deletion/observe';
import type { DistributionDeletion as Deletion } from '../../../../lambda/distribution/deletion/deletion';
import { DELETED } from '../../../../lambda/distribution/deletion/goal';
import type { DeletionPhase } from '../../../../lambda/distribution/phase';
import type { SentWrite } from '../../../../lambda/lightsail/writes';
import { UNOBSERVED } from '../../../../lambda/phase';
import { FIRST_CALL } from '../../../../lambda/reconcile';
import { fenceKey, fenceTag } from '../../../../lambda/tags/fence';
import { OWNER_KEY, ownerOf, type Ownership, ownerTag } from '../../../../lambda/tags/owner';

type Observation = ObservationOf<LightsailDistribution>;
const { decide } = DELETED;

const DELETION: Deletion = {
  id: 'delete-1', resource: 'stack/Cdn', resourceName: 'my-cdn', deleteAdopted: false, isOrphan: false, timeoutSeconds: 600, startedAt: 10_000_000,
};
const NOW = DELETION.startedAt;

const fence = (requestId: string, ...sent: SentWrite[]) => fenceTag({ resource: DELETION.resource, id: requestId, startedAt: NOW - 5_000 }, sent);
const CREATING = fence('create-1', { call: 'CreateDistribution', at: NOW - 5_000 });
const owned = (how: Ownership, ...tags: Tag[]): LightsailDistribution => ({ status: 'Deployed', tags: [ownerTag(DELETION.resource, how), ...tags] });
const deletion = (status: Operation['status']): Operation =>
  ({ id: 'op-1', operationType: 'DeleteDistribution', status, errorCode: 'EdgeStuck', errorDetails: 'It does not let go' });

/** Creates an observation from the parts that matter. */
const seen = ({ live, operation }: { readonly live?: LightsailDistribution; readonly operation?: Operation }): Observation =>
  (live === undefined ? { kind: 'absent', operation } : { kind: 'present', live, operation });
type Seen = Parameters<typeof seen>[0];

const DELETING: DeletionPhase = { phase: 'deleting', found: true };
const done = (reason: string, remove: readonly string[] = [], found = true) => ({ kind: 'complete', reason, tags: { put: [], remove }, cleanUp: [], found, untagged: UNOBSERVED });
const requeued = (reason: string, put: readonly unknown[] = [], found = true) =>
  ({ kind: 'requeue', reason, tags: { put, remove: [] }, phase: { phase: 'deleting', found }, untagged: UNOBSERVED });
const deleted = (put: readonly unknown[] = [], found = true, at = NOW) => ({
  kind: 'call',
  reason: 'DeleteDistribution',
  write: { call: 'DeleteDistribution', input: { distributionName: 'my-cdn' } },
  recorded: [],
  changes: [],
  tags: { put, remove: [] },
  accepted: { phase: 'deleting', found, sent: { call: 'DeleteDistribution', at } },
  untagged: UNOBSERVED,
  next: 'poll',
});
const notFound = done('not found', [], false);

const decided = (observed: Seen, deletionOf: Partial<Deletion> = {}) => decide({ ...DELETION, ...deletionOf }, FIRST_CALL, seen(observed), NOW);

describe('a distribution that', () => {
  test.each<[string, Seen, Partial<Deletion>, object]>([
    ['is deleted', {}, {}, notFound],
    ['is deleted, as its deletion has ended', { operation: deletion('Succeeded') }, {}, notFound],
    ['is no one\'s', { live: { status: 'Deployed' } }, {}, done('left unchanged: it belongs to no stack')],
    ['is another\'s', { live: { tags: [ownerTag('stack/Theirs', 'created')] } }, {}, done('left unchanged: it belongs to stack/Theirs')],
    ['is ours', { live: owned('created') }, {}, deleted()],
    ['is ours and busy', { live: { ...owned('created'), status: 'InProgress' } }, {}, requeued('status "InProgress"')],
    ['was created since', { live: { ...owned('created'), createdAt: new Date(NOW + 300_001) } }, {}, done('left unchanged: it was created later')],
    ['was created as late as a cancelled request may', { live: { ...owned('created'), createdAt: new Date(NOW + 300_000) } }, {}, deleted()],
    ['is being deleted', { operation: deletion('Started') }, {}, requeued('DeleteDistribution operation op-1 (Started)', [], false)],
    ['is deleted, but still visible', { live: owned('created'), operation: deletion('Succeeded') }, {},
      requeued('DeleteDistribution operation op-1 (Succeeded), and a read that shows it')],
    ['could not be deleted', { live: owned('created'), operation: deletion('Failed') }, {}, {
      kind: 'fail',
      message: 'my-cdn: DeleteDistribution operation op-1 (Failed) failed: EdgeStuck: It does not let go; correct the cause and delete the stack again',
      cleanUp: [],
    }],
    ['was adopted', { live: owned('adopted') }, {}, done('released', [OWNER_KEY])],
    ['was adopted and is fenced', { live: owned('adopted', fence('update-1')) }, {}, done('released', [OWNER_KEY, fenceKey(DELETION.resource)])],
    ['was adopted, with RemovalPolicy.DESTROY', { live: owned('adopted') }, { deleteAdopted: true }, deleted()],
    ['is being adopted, with RemovalPolicy.DESTROY', { live: owned('adopting') }, { deleteAdopted: true }, done('released', [OWNER_KEY])],
  ])('%s', (_what, observed, deletionOf, decision) => {
    expect(decided(observed, deletionOf)).toEqual(decision);
  });
});

describe('if CloudFormation does not know it, a distribution that', () => {
  const anHourAgo = NOW - 3_600_000;
  test.each<[string, LightsailDistribution, object]>([
    ['was retained', owned('created'), done('left unchanged: it was retained', [], false)],
    ['was retained, and is being updated', owned('created', fence('update-1')), done('left unchanged: it was retained', [], false)],
    ['is just older than what a request can leave behind', { ...owned('created'), createdAt: new Date(anHourAgo - 1) }, done('left unchanged: it was retained', [], false)],
    ['a cancelled request may have completed', { ...owned('created'), createdAt: new Date(anHourAgo) }, deleted([], false)],
    ['a cancelled request has not completed', owned('created', CREATING), deleted([expect.anything()], false)],
    ['was adopted', owned('adopted'), done('released', [OWNER_KEY], false)],
    ['is no one\'s', { createdAt: new Date(anHourAgo) }, requeued('tags that a cancelled request may have written', [], false)],
    ['is another\'s', { tags: [ownerTag('stack/Theirs', 'created')] }, done('left unchanged: it belongs to stack/Theirs', [], false)],
    ['was created since', { ...owned('created'), createdAt: new Date(NOW + 300_001) }, done('left unchanged: it was created later', [], false)],
    ['is busy', { ...owned('adopted', CREATING), status: 'InProgress' }, done('released', [OWNER_KEY, fenceKey(DELETION.resource)], false)],
    ['is ours and busy', { ...owned('created', CREATING), status: 'InProgress' }, requeued('status "InProgress"', [expect.anything()], false)],
    ['is being adopted', owned('adopting'), done('released', [OWNER_KEY], false)],
  ])('%s', (_what, live, decision) => {
    expect(decided({ live }, { isOrphan: true })).toEqual(decision);
  });
});

describe('one that CloudFormation does not know and that does not exist', () => {
  const look = (operation: Operation | undefined, now: number, timeoutSeconds = 600) =>
    decide({ ...DELETION, isOrphan: true, timeoutSeconds }, DELETING, seen({ operation }), now);

  test('may still be created by the cancelled request', () => {
    expect(look(undefined, NOW + 299_999)).toEqual(requeued('what a cancelled request may still create', [], false));
    expect(look(undefined, NOW + 300_000)).toEqual(notFound);
  });

  test('is deleted after its deletion, and at the deadline', () => {
    expect(look(deletion('Succeeded'), NOW + 1)).toEqual(notFound);
    expect(look(undefined, NOW + 40_000, 40)).toEqual(notFound);
  });
});

describe('the fence of a cancelled request', () => {
  const taken = { key: CREATING.key, value: `${NOW} delete-1 CreateDistribution@${NOW - 5_000}` };

  test('is taken over before the distribution is deleted, and while the request waits for it', () => {
    expect(decided({ live: owned('created', CREATING) })).toEqual(deleted([taken]));
    expect(decided({ live: { ...owned('created', CREATING), status: 'InProgress' } })).toEqual(requeued('status "InProgress"', [taken]));
  });

  test('is taken over once', () => {
    expect(decided({ live: owned('created', taken) })).toEqual(deleted());
  });
});

describe('the deadline', () => {
  const over = NOW + DELETION.timeoutSeconds * 1_000;
  const pending = (what: string) => ({
    kind: 'fail', message: `my-cdn: not deleted after 600 s, pending: ${what}; check the distribution, then delete the stack again`, cleanUp: [],
  });

  test.each<[string, Seen, object]>([
    ['what is pending', { operation: deletion('Started') }, pending('DeleteDistribution operation op-1 (Started)')],
    ['what would be started', { live: owned('created') }, pending('DeleteDistribution')],
    ['nothing, when it is complete', {}, notFound],
    ['nothing, when it only has to be released', { live: owned('adopted') }, done('released', [OWNER_KEY])],
  ])('tells %s', (_what, observed, decision) => {
    expect(decide(DELETION, DELETING, seen(observed), over)).toEqual(decision);
  });

  test('does not apply to the first call, nor a millisecond earlier', () => {
    expect(decide(DELETION, FIRST_CALL, seen({ live: owned('created') }), over)).toEqual(deleted([], true, over));
    expect(decide(DELETION, DELETING, seen({ live: owned('created') }), over - 1)).toEqual(deleted([], true, over - 1));
  });
});

describe('an operation that is pending', () => {
  const pending = deletion('Started');
  const reason = 'DeleteDistribution operation op-1 (Started)';

  test.each<[string, Observation, boolean, boolean]>([
    ['while the distribution is there', { kind: 'present', live: owned('created'), operation: pending }, false, true],
    ['while one that CloudFormation has not heard of is there', { kind: 'present', live: owned('created'), operation: pending }, true, false],
    ['before anything else is read', { kind: 'operating', operation: pending }, false, false],
  ])('is waited for %s', (_what, observation, isOrphan, found) => {
    expect(decide({ ...DELETION, isOrphan }, DELETING, observation, NOW)).toEqual(requeued(reason, [], found));
  });
});

describe('a distribution that is not there, and whose creation is recent,', () => {
  const creation: Operation = { ...deletion('Succeeded'), operationType: 'CreateDistribution', createdAt: new Date(NOW) };

  test('may not be visible yet', () => {
    expect(decide(DELETION, DELETING, { kind: 'absent', creation }, NOW + 59_999)).toEqual(requeued('a read that shows the new distribution', [], false));
    expect(decide(DELETION, DELETING, { kind: 'absent', creation }, NOW + 60_000)).toEqual(notFound);
    expect(decide(DELETION, DELETING, { kind: 'absent', creation: { ...creation, operationType: 'DeleteDistribution' } }, NOW)).toEqual(notFound);
  });
});

const anyLive = fc.record({
  status: fc.constantFrom('Deployed', 'InProgress', undefined),
  owner: fc.constantFrom(undefined, ...['stack/Cdn', 'stack/Theirs'].flatMap((who) => (['created', 'adopting', 'adopted'] as const).map((how) => ownerTag(who, how)))),
  fence: fc.constantFrom(undefined, CREATING, fence('update-1')),
  createdAt: fc.constantFrom(undefined, new Date(NOW - 1), new Date(NOW + 120_000)),
}).map(({ status, owner, fence: standing, createdAt }): LightsailDistribution =>
  ({ status, createdAt, tags: [owner, standing].filter((tag): tag is Tag => tag !== undefined) }));

test('laws: only an owned distribution is deleted, only when it is idle, and an adopted one only if the template says so', () => {
  const anyRemains = fc.record({
    live: fc.option(anyLive, { nil: undefined }), operation: fc.option(fc.constantFrom('Started', 'Succeeded', 'Failed').map((one) => deletion(one as 'Started')), { nil: undefined }),
  });
  fc.assert(fc.property(anyRemains, fc.boolean(), fc.boolean(), fc.boolean(), (observed, deleteAdopted, isOrphan, isPoll) => {
    const decision = decide({ ...DELETION, deleteAdopted, isOrphan }, isPoll ? DELETING : FIRST_CALL, seen(observed), NOW + 1);
    const owner = observed.live && ownerOf(DELETION.resource, observed.live);
    if (decision.kind === 'call') {
      expect(owner).toEqual({ kind: 'ours', how: deleteAdopted ? expect.stringMatching(/^(created|adopted)$/) : 'created' });
      expect(observed.live!.status).toBe('Deployed');
    }
    if (decision.kind === 'complete' && decision.tags.remove.length > 0) expect(owner).toEqual({ kind: 'ours', how: expect.stringMatching(/^adopt/) });
  }), { numRuns: 1_000 });
});
