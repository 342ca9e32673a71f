import type { LightsailDistribution } from '@aws-sdk/client-lightsail';
import { checkOwnership } from '../../../lambda/distribution/ownership';
import type { Creating, SettingsPhase } from '../../../lambda/distribution/phase';
import type { Owned } from '../../../lambda/distribution/request';
import { FIRST_CALL } from '../../../lambda/reconcile';
import { fenceOf, fenceTag } from '../../../lambda/tags/fence';
import { type Ownership, ownerTag } from '../../../lambda/tags/owner';
import { OWNED, REQUEST as FOR_MY_CDN, UNOBSERVED, SENT, WAITING } from '../request-for-my-cdn';

/** More than an hour after time 0, at which everything here was created. */
const NOW = 10_000_000;
const REQUEST = { ...FOR_MY_CDN, startedAt: NOW };
const CREATING: Creating = { phase: 'creating', sent: { call: 'CreateDistribution', at: NOW }, first: { changes: 'created' } };
const NOTHING = { put: [], remove: [] };

interface Scene {
  readonly owned?: Partial<Owned>;
  readonly phase?: SettingsPhase;
  readonly tags?: LightsailDistribution['tags'];
  readonly now?: number;
  readonly createdAt?: Date;
}

function checked({ owned, phase, tags, createdAt, now = NOW }: Scene) {
  const live = { name: 'my-cdn', tags, createdAt };
  return checkOwnership({ ...REQUEST, owned: { ...OWNED, ...owned } }, phase ?? FIRST_CALL, live, fenceOf(REQUEST.resource, live), now);
}

const ours = (how: Ownership) => [ownerTag(REQUEST.resource, how)];
const fence = fenceTag(REQUEST, [{ call: 'CreateDistribution', at: NOW }]);
const adopt = { onExisting: 'adopt' } as const;
const granted = { kind: 'granted', isRetained: false, tags: NOTHING, finalTags: NOTHING, changes: [] };
const adopted = {
  kind: 'granted',
  isRetained: false,
  tags: { put: ours('adopting'), remove: [] },
  finalTags: { put: ours('adopted'), remove: [] },
  changes: ['adopted'],
};

test('settings of a distribution that does not belong to the stack ask for nothing and mark nothing', () => {
  expect(checkOwnership(REQUEST, FIRST_CALL, { tags: [ownerTag('another', 'created')] }, undefined, NOW)).toEqual(granted);
});

test.each<[string, Scene, object]>([
  ['ours, by an update', { owned: { isCreate: false, isNew: false }, tags: ours('created') }, granted],
  ['ours and not complete, by the create that is delivered again', { tags: [...ours('created'), fence] }, granted],
  ['ours, at a poll of the create', { phase: CREATING, tags: ours('created') }, granted],
  ['ours, retained when its construct was removed, which is defined again', { tags: ours('created') }, { ...adopted, isRetained: true }],
  ['the same, at a poll after a first call that could not observe', { tags: ours('created'), phase: UNOBSERVED }, { ...adopted, isRetained: true }],
  ['ours, created within the hour, by the create that is delivered again after it completed', { tags: ours('created'), createdAt: new Date(NOW - 3_600_000) }, granted],
  ['no one\'s, by an update of CloudFormation\'s own, so that only the tag has been lost', { owned: { isCreate: false, isNew: false } }, adopted],
  ['adopted, by an update', { owned: { isCreate: false }, tags: ours('adopted') }, granted],
  ['adopted, by a create', { tags: ours('adopted') }, granted],
  ['being adopted: it is reported once the adoption is complete', { tags: ours('adopting') }, { ...granted, finalTags: adopted.finalTags }],
  ['no one\'s, to be adopted', { owned: adopt }, adopted],
  ['no one\'s, to be adopted by a poll that could not look before', { owned: adopt, phase: UNOBSERVED }, adopted],
  ['ours, but its tags are not visible yet', { phase: CREATING, now: NOW + 59_999 }, { kind: 'tags not visible' }],
  ['ours, but its tags are not visible yet, although it would adopt', { owned: adopt, phase: CREATING, now: NOW + 59_999 }, { kind: 'tags not visible' }],
])('%s', (_what, scene, expected) => {
  expect(checked(scene)).toEqual(expected);
});

describe('refused', () => {
  test.each<[string, Scene]>([
    ['at first', {}],
    ['by an update to its name', { owned: { isCreate: false } }],
  ])('no one\'s, and not to be adopted: %s', (_what, scene) => {
    expect(checked(scene)).toEqual({
      kind: 'refused',
      message: 'exists already and belongs to no stack, got a distribution without the tag cdk-lightsail-distribution:owner; '
        + 'it is left unchanged; choose another name, or keep this name and set onExisting to OnExisting.ADOPT',
    });
  });

  test.each([{}, adopt])('one without owner in place of the one that was being created, or whose tags never become visible: %j', (onExisting) => {
    expect(checked({ owned: onExisting, phase: CREATING, now: NOW + 60_000 })).toEqual({
      kind: 'refused',
      message: 'appeared while it was being created, got a distribution without the tag cdk-lightsail-distribution:owner; it is left unchanged; deploy again',
    });
  });

  test.each<[string, Scene]>([['at first', {}], ['although it would adopt', { owned: adopt }], ['at a poll', { phase: CREATING }]])('another\'s: %s', (_what, scene) => {
    expect(checked({ ...scene, tags: [ownerTag('stack/Theirs', 'adopted')] })).toEqual({
      kind: 'refused',
      message: 'belongs to another resource, got "stack/Theirs"; a distribution belongs to one resource only; choose another name, or remove it there with '
        + 'RemovalPolicy.RETAIN, remove its tag with `aws lightsail untag-resource --resource-name my-cdn '
        + '--tag-keys cdk-lightsail-distribution:owner --region us-east-1`, and adopt it',
    });
  });
});

describe('tags', () => {
  const tags = { tags: [{ key: 'a', value: '1' }], removedTags: [{ key: 'b', value: '2' }] };
  const live = [{ key: 'b', value: '2' }];
  const writes = { put: tags.tags, remove: ['b'] };
  const words = ['tag a: nothing -> "1"', 'tag b: "2" -> nothing'];

  test('are written first, and again at the end where it comes to that at once', () => {
    expect(checked({ owned: { ...tags, isCreate: false }, tags: [...ours('created'), ...live] })).toEqual({ ...granted, tags: writes, finalTags: writes, changes: words });
  });

  test('are written together with the owner tag of an adoption', () => {
    expect(checked({ owned: { ...tags, ...adopt }, tags: live })).toEqual({
      kind: 'granted',
      isRetained: false,
      tags: { put: [...tags.tags, ...ours('adopting')], remove: ['b'] },
      finalTags: { put: [...tags.tags, ...ours('adopted')], remove: ['b'] },
      changes: ['adopted', ...words],
    });
  });

  test('that the first call wrote are not written by its polls', () => {
    for (const phase of [WAITING, SENT]) expect(checked({ owned: { ...tags, isCreate: false }, tags: [...ours('created'), ...live], phase })).toEqual(granted);
  });
});
