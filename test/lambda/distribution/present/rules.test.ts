import type { LightsailDistribution, Tag } from '@aws-sdk/client-lightsail';
import type { Creating, SettingsPhase } from '../../../../lambda/distribution/phase';
import { decide } from '../../../../lambda/distribution/present/decide';
import type { Request } from '../../../../lambda/distribution/request';
import { NO_TAGS } from '../../../../lambda/lightsail/writes';
import { FIRST_CALL, type FirstCall } from '../../../../lambda/reconcile';
import { fenceKey, fenceTag } from '../../../../lambda/tags/fence';
import { ownerTag } from '../../../../lambda/tags/owner';
import { OWNED, REQUEST, UNOBSERVED } from '../../request-for-my-cdn';

const NOW = REQUEST.startedAt;
/** CloudFormation knows the distribution, so that a decision that removes a fence is visible. */
const OWNED_REQUEST: Request = { ...REQUEST, owned: { ...OWNED, isNew: false, isCreate: false } };
const FENCE = fenceTag(REQUEST, []);
const FENCE_KEY = fenceKey(REQUEST.resource);
const OURS = ownerTag(REQUEST.resource, 'created');
const CHANGES = 'isEnabled: true -> false';

const decided = (request: Request, phase: SettingsPhase | FirstCall, live: LightsailDistribution, tags: Tag[], now = NOW) =>
  decide(request, phase, { kind: 'present', live: { status: 'Deployed', isEnabled: true, ...live, tags } }, now);

test('a distribution of another resource is refused, and nothing is removed from it', () => {
  expect(decided(OWNED_REQUEST, FIRST_CALL, {}, [ownerTag('stack/Theirs', 'created'), FENCE])).toEqual(
    { kind: 'fail', message: expect.stringContaining('my-cdn: belongs to another resource, got "stack/Theirs"; '), cleanUp: [] });
});

test('the owner tag of a new distribution may not be visible yet', () => {
  const creating: Creating = { phase: 'creating', sent: { call: 'CreateDistribution', at: NOW }, first: { changes: 'created' } };
  expect(decided(OWNED_REQUEST, creating, {}, [], NOW + 59_999)).toEqual(
    { kind: 'requeue', reason: 'a read that shows its owner tag', tags: NO_TAGS, phase: creating, untagged: creating });
  expect(decided(OWNED_REQUEST, creating, {}, [], NOW + 60_000)).toMatchObject({ kind: 'fail', cleanUp: [] });
});

describe('a retained distribution whose construct is back', () => {
  const request: Request = { ...REQUEST, owned: OWNED };
  const adopting = ownerTag(REQUEST.resource, 'adopting');
  const phase = (fenced: boolean, tagged: boolean) => ({ phase: 'waiting', fenced, tagged, first: { changes: `${CHANGES}; adopted` } });

  test('is marked before anything else, behind a fence', () => {
    expect(decided(request, FIRST_CALL, { createdAt: new Date(NOW - 7_200_000) }, [OURS])).toEqual({
      kind: 'reclaim', reason: `${CHANGES}; adopted`, tags: { put: [adopting, FENCE], remove: [] }, phase: phase(true, true), untagged: phase(false, false),
    });
  });

  test('is marked by a poll if the first call could not, without a fence, as a later request may have written one', () => {
    expect(decided(request, UNOBSERVED, { createdAt: new Date(NOW - 7_200_000) }, [OURS])).toMatchObject({ kind: 'reclaim', tags: { put: [adopting], remove: [] } });
  });
});

describe('without waiting for the deployment', () => {
  const request: Request = { ...REQUEST, desired: {}, waitForDeployment: false };

  test('a distribution that another change keeps busy is waited for', () => {
    expect(decided(request, FIRST_CALL, { status: 'InProgress' }, [])).toMatchObject({ kind: 'requeue', reason: 'status "InProgress"' });
  });

  test('one that is idle and has no difference is complete', () => {
    expect(decided(request, FIRST_CALL, {}, [])).toMatchObject({ kind: 'complete' });
  });

  test('one that is idle and has a difference is changed', () => {
    expect(decided({ ...request, desired: REQUEST.desired }, FIRST_CALL, {}, [])).toMatchObject({ kind: 'call', write: { call: 'UpdateDistribution' } });
  });
});

describe('complete', () => {
  const tags = [{ key: 'team', value: 'web' }];
  const request: Request = { ...OWNED_REQUEST, desired: {}, owned: { ...OWNED_REQUEST.owned!, tags } };
  const first = { changes: 'applied; the log of the handler names the changes' };

  test('writes the tags and has every attribute', () => {
    expect(decided(request, FIRST_CALL, { name: 'my-cdn' }, [OURS])).toEqual({
      kind: 'complete',
      reason: 'tag team: nothing -> "web"',
      tags: { put: tags, remove: [] },
      cleanUp: [],
      untagged: { phase: 'waiting', fenced: false, tagged: false, first: { changes: 'tag team: nothing -> "web"' } },
      found: true,
      attributes: expect.objectContaining({ distributionName: 'my-cdn', changes: 'tag team: nothing -> "web"' }),
    });
  });

  test('without access it writes nothing, even if an adoption is complete', () => {
    expect(decided({ ...OWNED_REQUEST, desired: {} }, FIRST_CALL, {}, [ownerTag(REQUEST.resource, 'adopting')]))
      .toMatchObject({ kind: 'complete', tags: { put: [ownerTag(REQUEST.resource, 'adopted')] } });
    expect(decided({ ...OWNED_REQUEST, desired: {} }, UNOBSERVED, {}, [ownerTag(REQUEST.resource, 'adopting')])).toMatchObject({ kind: 'complete', tags: NO_TAGS });
    expect(decided({ ...request, owned: { ...request.owned!, tags: [] } }, UNOBSERVED, {}, [OURS])).toMatchObject({ kind: 'complete', tags: NO_TAGS, cleanUp: [], reason: first.changes });
    expect(decided({ ...REQUEST, desired: {} }, UNOBSERVED, {}, [FENCE])).toMatchObject({ kind: 'complete', tags: NO_TAGS, cleanUp: [FENCE_KEY] });
  });
});
