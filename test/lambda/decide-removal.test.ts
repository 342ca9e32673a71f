import type { LightsailDistribution, Operation, Tag } from '@aws-sdk/client-lightsail';
import * as fc from 'fast-check';
import { decideRemoval, type Remains } from '../../lambda/decide-removal';
import type { Sent } from '../../lambda/event';
import { fenceKey, fenceTag } from '../../lambda/fence';
import { OWNER_KEY, ownerOf, ownerTag, type Ownership } from '../../lambda/owner';
import type { Removal } from '../../lambda/removal';

const REMOVAL: Removal = {
  id: 'delete-1', resource: 'stack/Cdn', distributionName: 'my-cdn', deleteAdopted: false, isUnheardOf: false, timeoutSeconds: 600, startedAt: 10_000_000,
};
const NOW = REMOVAL.startedAt;

const fence = (requestId: string, ...sent: Sent[]) => fenceTag({ resource: REMOVAL.resource, id: requestId, startedAt: NOW - 5_000 }, sent);
const CREATING = fence('create-1', { call: 'CreateDistribution', at: NOW - 5_000 });
const owned = (how: Ownership, ...tags: Tag[]): LightsailDistribution => ({ status: 'Deployed', tags: [ownerTag(REMOVAL.resource, how), ...tags] });
const deletion = (status: Operation['status']): Operation =>
  ({ id: 'op-1', operationType: 'DeleteDistribution', status, errorCode: 'EdgeStuck', errorDetails: 'It does not let go' });

const judged = (remains: Remains, removal: Partial<Removal> = {}) => decideRemoval({ ...REMOVAL, ...removal }, remains, false, NOW);

describe('a distribution that', () => {
  test.each<[string, Remains, Partial<Removal>, object]>([
    ['is gone', {}, {}, { kind: 'done', reason: 'gone' }],
    ['is gone, as its deletion is over', { operation: deletion('Succeeded') }, {}, { kind: 'done', reason: 'gone' }],
    ['is nobody\'s', { live: { status: 'Deployed' } }, {}, { kind: 'done', reason: 'left as it is: it belongs to no stack' }],
    ['is another\'s', { live: { tags: [ownerTag('stack/Theirs', 'created')] } }, {}, { kind: 'done', reason: 'left as it is: it belongs to stack/Theirs' }],
    ['is ours', { live: owned('created') }, {}, { kind: 'delete' }],
    ['is ours and busy', { live: { ...owned('created'), status: 'InProgress' } }, {}, { kind: 'wait', reason: 'status "InProgress"' }],
    ['was created since', { live: { ...owned('created'), createdAt: new Date(NOW + 300_001) } }, {}, { kind: 'done', reason: 'left as it is: it was created since' }],
    ['was created as late as a cancelled request may', { live: { ...owned('created'), createdAt: new Date(NOW + 300_000) } }, {}, { kind: 'delete' }],
    ['is being deleted', { operation: deletion('Started') }, {}, { kind: 'wait', reason: 'DeleteDistribution operation op-1 (Started)' }],
    ['is deleted and yet to be seen', { live: owned('created'), operation: deletion('Succeeded') }, {},
      { kind: 'wait', reason: 'DeleteDistribution operation op-1 (Succeeded), and a read that shows it' }],
    ['could not be deleted', { live: owned('created'), operation: deletion('Failed') }, {}, {
      kind: 'fail',
      message: 'my-cdn: DeleteDistribution operation op-1 (Failed) failed: EdgeStuck: It does not let go; correct what it names and delete the stack again',
    }],
    ['was adopted', { live: owned('adopted') }, {}, { kind: 'release', keys: [OWNER_KEY] }],
    ['was adopted and is fenced', { live: owned('adopted', fence('update-1')) }, {}, { kind: 'release', keys: [OWNER_KEY, fenceKey(REMOVAL.resource)] }],
    ['was adopted, to be deleted', { live: owned('adopted') }, { deleteAdopted: true }, { kind: 'delete' }],
    ['is being adopted, though adopted ones are to be deleted', { live: owned('adopting') }, { deleteAdopted: true }, { kind: 'release', keys: [OWNER_KEY] }],
  ])('%s', (_what, remains, removal, decision) => {
    expect(judged(remains, removal)).toEqual(decision);
  });
});

describe('of which CloudFormation has not heard, a distribution that', () => {
  const anHourAgo = NOW - 3_600_000;
  test.each<[string, LightsailDistribution, object]>([
    ['was kept', owned('created'), { kind: 'done', reason: 'left as it is: it was kept' }],
    ['was kept, and is being updated', owned('created', fence('update-1')), { kind: 'done', reason: 'left as it is: it was kept' }],
    ['was kept just before a request could have left it', { ...owned('created'), createdAt: new Date(anHourAgo - 1) }, { kind: 'done', reason: 'left as it is: it was kept' }],
    ['a cancelled request may have finished', { ...owned('created'), createdAt: new Date(anHourAgo) }, { kind: 'delete' }],
    ['a cancelled request has not finished', owned('created', CREATING), { kind: 'delete', fence: expect.anything() }],
    ['was adopted', owned('adopted'), { kind: 'release', keys: [OWNER_KEY] }],
    ['is being adopted', owned('adopting'), { kind: 'release', keys: [OWNER_KEY] }],
  ])('%s', (_what, live, decision) => {
    expect(judged({ live }, { isUnheardOf: true })).toEqual(decision);
  });
});

describe('one of which CloudFormation has not heard, and that is not there,', () => {
  const look = (operation: Operation | undefined, now: number, timeoutSeconds = 600) =>
    decideRemoval({ ...REMOVAL, isUnheardOf: true, timeoutSeconds }, { operation }, true, now);

  test('may yet be created by the request that was cancelled', () => {
    expect(look(undefined, NOW + 299_999)).toEqual({ kind: 'wait', reason: 'what a cancelled request may still create' });
    expect(look(undefined, NOW + 300_000)).toEqual({ kind: 'done', reason: 'gone' });
  });

  test('is gone when it has been deleted, and when there is no more time to wait', () => {
    expect(look(deletion('Succeeded'), NOW + 1)).toEqual({ kind: 'done', reason: 'gone' });
    expect(look(undefined, NOW + 40_000, 40)).toEqual({ kind: 'done', reason: 'gone' });
  });
});

describe('the fence of a cancelled request', () => {
  const taken = { key: CREATING.key, value: `${NOW} delete-1 CreateDistribution@${NOW - 5_000}` };

  test('is taken over before the distribution is deleted, and while it is waited for', () => {
    expect(judged({ live: owned('created', CREATING) })).toEqual({ kind: 'delete', fence: taken });
    expect(judged({ live: { ...owned('created', CREATING), status: 'InProgress' } })).toEqual({ kind: 'wait', reason: 'status "InProgress"', fence: taken });
  });

  test('is taken over once', () => {
    expect(judged({ live: owned('created', taken) })).toEqual({ kind: 'delete' });
  });
});

describe('the deadline', () => {
  const over = NOW + REMOVAL.timeoutSeconds * 1_000;
  const pending = (what: string) => ({
    kind: 'fail', message: `my-cdn: not deleted after 600 s, pending: ${what}; look at the distribution, then delete the stack again`,
  });

  test.each<[string, Remains, object]>([
    ['what is waited for', { operation: deletion('Started') }, pending('DeleteDistribution operation op-1 (Started)')],
    ['what would be begun', { live: owned('created') }, pending('DeleteDistribution')],
    ['nothing, when it is done', {}, { kind: 'done', reason: 'gone' }],
    ['nothing, when it only has to be released', { live: owned('adopted') }, { kind: 'release', keys: [OWNER_KEY] }],
  ])('tells %s', (_what, remains, decision) => {
    expect(decideRemoval(REMOVAL, remains, true, over)).toEqual(decision);
  });

  test('is not for the first call, nor a millisecond before', () => {
    expect(decideRemoval(REMOVAL, { live: owned('created') }, false, over)).toEqual({ kind: 'delete' });
    expect(decideRemoval(REMOVAL, { live: owned('created') }, true, over - 1)).toEqual({ kind: 'delete' });
  });
});

const anyLive = fc.record({
  status: fc.constantFrom('Deployed', 'InProgress', undefined),
  owner: fc.constantFrom(undefined, ...['stack/Cdn', 'stack/Theirs'].flatMap((who) => (['created', 'adopting', 'adopted'] as const).map((how) => ownerTag(who, how)))),
  fence: fc.constantFrom(undefined, CREATING, fence('update-1')),
  createdAt: fc.constantFrom(undefined, new Date(NOW - 1), new Date(NOW + 120_000)),
}).map(({ status, owner, fence: standing, createdAt }): LightsailDistribution =>
  ({ status, createdAt, tags: [owner, standing].filter((tag): tag is Tag => tag !== undefined) }));

test('laws: only what is ours is deleted, only when it is idle, and what was adopted only when that is asked for', () => {
  const anyRemains = fc.record({
    live: fc.option(anyLive, { nil: undefined }), operation: fc.option(fc.constantFrom('Started', 'Succeeded', 'Failed').map((one) => deletion(one as 'Started')), { nil: undefined }),
  });
  fc.assert(fc.property(anyRemains, fc.boolean(), fc.boolean(), fc.boolean(), (remains, deleteAdopted, isUnheardOf, isPoll) => {
    const decision = decideRemoval({ ...REMOVAL, deleteAdopted, isUnheardOf }, remains, isPoll, NOW + 1);
    const owner = remains.live && ownerOf(REMOVAL.resource, remains.live);
    if (decision.kind === 'delete') {
      expect(owner).toEqual({ kind: 'ours', how: deleteAdopted ? expect.stringMatching(/^(created|adopted)$/) : 'created' });
      expect(remains.live!.status).toBe('Deployed');
    }
    if (decision.kind === 'release') expect(owner).toEqual({ kind: 'ours', how: expect.stringMatching(/^adopt/) });
  }), { numRuns: 1_000 });
});
