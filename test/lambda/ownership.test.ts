import type { LightsailDistribution } from '@aws-sdk/client-lightsail';
import { OWNED, PROGRESS, REQUEST as FOR_MY_CDN } from './request-for-my-cdn';
import type { Progress } from '../../lambda/event';
import { fenceTag, standingFence } from '../../lambda/fence';
import { ownerTag, type Ownership } from '../../lambda/owner';
import { claim } from '../../lambda/ownership';
import type { Owned } from '../../lambda/request';

/** Later than an hour after the beginning of time, when everything here was created. */
const NOW = 10_000_000;
const REQUEST = { ...FOR_MY_CDN, startedAt: NOW };
const CREATING: Progress = { ...PROGRESS, fenced: true, sent: { call: 'CreateDistribution', at: NOW } };
const NOTHING = { put: [], remove: [] };

interface Scene {
  readonly owned?: Partial<Owned>;
  readonly progress?: Progress;
  readonly tags?: LightsailDistribution['tags'];
  readonly now?: number;
  readonly createdAt?: Date;
}

function claimed({ owned, progress, tags, createdAt, now = NOW }: Scene) {
  const live = { name: 'my-cdn', tags, createdAt };
  return claim({ ...REQUEST, owned: { ...OWNED, ...owned } }, progress, live, standingFence(REQUEST.resource, live), now);
}

const ours = (how: Ownership) => [ownerTag(REQUEST.resource, how)];
const fence = fenceTag(REQUEST, [{ call: 'CreateDistribution', at: NOW }]);
const adopt = { onExisting: 'adopt' } as const;
const granted = { kind: 'granted', isKept: false, tags: NOTHING, tagsAtTheEnd: NOTHING, words: [] };
const adopted = {
  kind: 'granted',
  isKept: false,
  tags: { put: ours('adopting'), remove: [] },
  tagsAtTheEnd: { put: ours('adopted'), remove: [] },
  words: ['adopted'],
};

test('settings of a distribution that does not belong to the stack ask for nothing and mark nothing', () => {
  expect(claim(REQUEST, undefined, { tags: [ownerTag('another', 'created')] }, undefined, NOW)).toEqual(granted);
});

test.each<[string, Scene, object]>([
  ['ours, by an update', { owned: { isFirst: false, isNew: false }, tags: ours('created') }, granted],
  ['ours and not finished, by the create that is delivered again', { tags: [...ours('created'), fence] }, granted],
  ['ours, at a poll of the create', { progress: CREATING, tags: ours('created') }, granted],
  ['ours, kept when its construct was removed, which has come back', { tags: ours('created') }, { ...adopted, isKept: true }],
  ['the same, at a poll of a first call that could not look', { tags: ours('created'), progress: PROGRESS }, { ...adopted, isKept: true }],
  ['ours, created within the hour, by the create that is delivered again when all is done', { tags: ours('created'), createdAt: new Date(NOW - 3_600_000) }, granted],
  ['nobody\'s, by an update of CloudFormation\'s own, so that only the tag has been lost', { owned: { isFirst: false, isNew: false } }, adopted],
  ['adopted, by an update', { owned: { isFirst: false }, tags: ours('adopted') }, granted],
  ['adopted, by a create', { tags: ours('adopted') }, granted],
  ['being adopted: it is told once that is done', { tags: ours('adopting') }, { ...granted, tagsAtTheEnd: adopted.tagsAtTheEnd }],
  ['nobody\'s, to be adopted', { owned: adopt }, adopted],
  ['nobody\'s, to be adopted by a poll that could not look before', { owned: adopt, progress: PROGRESS }, adopted],
  ['ours, but its tags are not to be seen yet', { progress: CREATING, now: NOW + 59_999 }, { kind: 'unseen' }],
  ['ours, but its tags are not to be seen yet, though it would adopt', { owned: adopt, progress: CREATING, now: NOW + 59_999 }, { kind: 'unseen' }],
])('%s', (_what, scene, expected) => {
  expect(claimed(scene)).toEqual(expected);
});

describe('refused', () => {
  test.each<[string, Scene]>([
    ['at first', {}],
    ['by an update to its name', { owned: { isFirst: false } }],
  ])('nobody\'s, and not to be adopted: %s', (_what, scene) => {
    expect(claimed(scene)).toEqual({
      kind: 'refused',
      message: 'exists already and belongs to no stack, got a distribution without the tag cdk-lightsail-distribution:owner; '
        + 'it is left as it is; choose another name, or give this name and set onExisting to OnExisting.ADOPT to take it over',
    });
  });

  test.each([{}, adopt])('nobody\'s that is there in place of the one that was being created, or whose tags never come to be seen: %j', (onExisting) => {
    expect(claimed({ owned: onExisting, progress: CREATING, now: NOW + 60_000 })).toEqual({
      kind: 'refused',
      message: 'appeared while it was being created, got a distribution without the tag cdk-lightsail-distribution:owner; it is left as it is; deploy again',
    });
  });

  test.each<[string, Scene]>([['at first', {}], ['though it would adopt', { owned: adopt }], ['at a poll', { progress: CREATING }]])('another\'s: %s', (_what, scene) => {
    expect(claimed({ ...scene, tags: [ownerTag('stack/Theirs', 'adopted')] })).toEqual({
      kind: 'refused',
      message: 'belongs to another resource, got "stack/Theirs"; a distribution belongs to one resource only; choose another name, or remove it there with '
        + 'RemovalPolicy.RETAIN, take its tag away with `aws lightsail untag-resource --resource-name my-cdn '
        + '--tag-keys cdk-lightsail-distribution:owner --region us-east-1`, and adopt it',
    });
  });
});

describe('tags', () => {
  const tags = { tags: [{ key: 'a', value: '1' }], takenOutTags: [{ key: 'b', value: '2' }] };
  const live = [{ key: 'b', value: '2' }];
  const writes = { put: tags.tags, remove: ['b'] };
  const words = ['tag a: nothing -> "1"', 'tag b: "2" -> nothing'];

  test('are written first, and again at the end where it comes to that at once', () => {
    expect(claimed({ owned: { ...tags, isFirst: false }, tags: [...ours('created'), ...live] })).toEqual({ ...granted, tags: writes, tagsAtTheEnd: writes, words });
  });

  test('go with the one that adopts', () => {
    expect(claimed({ owned: { ...tags, ...adopt }, tags: live })).toEqual({
      kind: 'granted',
      isKept: false,
      tags: { put: [...tags.tags, ...ours('adopting')], remove: ['b'] },
      tagsAtTheEnd: { put: [...tags.tags, ...ours('adopted')], remove: ['b'] },
      words: ['adopted', ...words],
    });
  });

  test('that the first call has written are not written by its polls', () => {
    expect(claimed({ owned: { ...tags, isFirst: false }, tags: [...ours('created'), ...live], progress: { ...PROGRESS, tagged: true } })).toEqual(granted);
  });
});
