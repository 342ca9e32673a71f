import type { Tag } from '@aws-sdk/client-lightsail';
import * as fc from 'fast-check';
import { NO_TAGS } from '../../../lambda/lightsail/writes';
import { describeTagWrites, isNone, parseTags, tagWrites } from '../../../lambda/tags/template-tags';

const tag = (key: string, value: string): Tag => ({ key, value });

test.each<[string, Tag[], Tag[], Tag[] | undefined, object]>([
  ['nothing desired, nothing live', [], [], undefined, { put: [], remove: [] }],
  ['desired and live', [tag('a', '1')], [], [tag('a', '1')], { put: [], remove: [] }],
  ['desired, and live with another value', [tag('a', '1')], [], [tag('a', '2')], { put: [tag('a', '1')], remove: [] }],
  ['desired, and not live', [tag('a', '1')], [], [tag('b', '1')], { put: [tag('a', '1')], remove: [] }],
  ['a key alone, which reads back without a value', [tag('a', '')], [], [{ key: 'a' }], { put: [], remove: [] }],
  ['removed, as it was', [], [tag('a', '1')], [tag('a', '1')], { put: [], remove: ['a'] }],
  ['removed, changed outside the stack since', [], [tag('a', '1')], [tag('a', '2')], { put: [], remove: [] }],
  ['removed, and not live', [], [tag('a', '1')], [], { put: [], remove: [] }],
  ['a change outside the stack', [], [], [tag('a', '1')], { put: [], remove: [] }],
])('%s', (_what, wanted, removed, tags, writes) => {
  expect(tagWrites(wanted, removed, { tags })).toEqual(writes);
});

test('the description', () => {
  const live = { tags: [tag('a', '1'), tag('c', '3'), { key: 'd' }] };
  expect(describeTagWrites({ put: [tag('a', '2'), tag('b', '')], remove: ['c', 'd'] }, live))
    .toEqual(['tag a: "1" -> "2"', 'tag b: nothing -> ""', 'tag c: "3" -> nothing', 'tag d: nothing -> nothing']);
  expect(describeTagWrites(NO_TAGS, {})).toEqual([]);
});

test.each(['aws:x', 'AWS:x', 'cdk-lightsail-distribution:owner'])('the key %s is reserved', (key) => {
  expect(() => parseTags([{ key, value: '1' }], 'tags'))
    .toThrow(`tags[0].key: malformed, got "${key}"; a key must not begin with "aws:" or "cdk-lightsail-distribution:"`);
});

test('writes of tags are none if nothing is put and nothing removed', () => {
  expect([NO_TAGS, { put: [tag('a', '1')], remove: [] }, { put: [], remove: ['a'] }].map(isNone)).toEqual([true, false, false]);
});

test('parsing refuses what is no list of keys and values', () => {
  expect(parseTags([{ key: 'a', value: '' }], 'tags')).toEqual([tag('a', '')]);
  expect(() => parseTags({ a: '1' }, 'tags')).toThrow('tags: not a list, got {"a":"1"}; a list is allowed');
  expect(() => parseTags([{ key: 'a' }], 'tags')).toThrow('tags[0].value: missing, got nothing; it is required');
  expect(() => parseTags([{ key: 'a', value: '1', propagate: 'true' }], 'tags')).toThrow('tags[0].propagate: unknown member, got "true"; allowed are key, value');
});

const anyTags = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('', '1', '2'), { noNullPrototype: true })
  .map((tags): Tag[] => Object.entries(tags).map(([key, value]) => tag(key, value)));

test('law: after the writes there is nothing to write, and a key that is in no template is unchanged', () => {
  fc.assert(fc.property(anyTags, anyTags, anyTags, (wanted, before, live) => {
    const removed = before.filter(({ key }) => !wanted.some((one) => one.key === key));
    const { put, remove } = tagWrites(wanted, removed, { tags: live });
    const after = [...live.filter(({ key }) => !remove.includes(key!) && !put.some((one) => one.key === key)), ...put];
    expect(isNone(tagWrites(wanted, removed, { tags: after }))).toBe(true);
    expect(after).toEqual(expect.arrayContaining([...wanted]));
    const managed = [...wanted, ...removed].map(({ key }) => key);
    expect(after.filter(({ key }) => !managed.includes(key))).toEqual(live.filter(({ key }) => !managed.includes(key)));
  }));
});
