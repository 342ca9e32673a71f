import * as fc from 'fast-check';
import { OWNER_KEY, ownerOf, type Ownership, ownerTag } from '../../../lambda/tags/owner';

const RESOURCE = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/0b5f8a1e/Cdn';
const HOW: readonly Ownership[] = ['created', 'adopting', 'adopted'];

/** A resource with values of the maximum length: stack names of 128 characters and logical ids of 255. */
const anyResource = fc.tuple(fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,127}$/), fc.stringMatching(/^[A-Za-z0-9]{1,255}$/))
  .map(([stackName, logicalId]) => `arn:aws:cloudformation:ap-southeast-1:111122223333:stack/${stackName}/0b5f8a1e-8f5e-4b5c-9a53-3d9ddc1f6e11/${logicalId}`);

test('the tag says how and by which resource the distribution is owned', () => {
  expect(ownerTag(RESOURCE, 'created')).toEqual({ key: 'cdk-lightsail-distribution:owner', value: `created ${RESOURCE}` });
});

test('a resource with a long name has its hash at the end of the tag', () => {
  const { value } = ownerTag(`${RESOURCE}${'x'.repeat(200)}`, 'created');
  expect(value).toMatch(new RegExp(`^created ${RESOURCE}x+@[0-9a-f]{16}$`));
  expect(value).toHaveLength(256);
});

test('a value of 256 characters is kept whole', () => {
  const resource = `${RESOURCE}${'x'.repeat(256 - 'created '.length - RESOURCE.length)}`;
  expect(ownerTag(resource, 'created').value).toBe(`created ${resource}`);
  expect(ownerTag(`${resource}x`, 'created').value).toMatch(/@[0-9a-f]{16}$/);
});

test.each<[string, object[] | undefined, object]>([
  ['no tags', undefined, { kind: 'none' }],
  ['tags of others', [{ key: 'team', value: 'web' }], { kind: 'none' }],
  ['an empty one', [{ key: OWNER_KEY, value: '' }], { kind: 'none' }],
  ['one without a value', [{ key: OWNER_KEY }], { kind: 'none' }],
  ['another resource\'s', [ownerTag('stack/Other', 'adopted')], { kind: 'other', resource: 'stack/Other' }],
  ['one of a resource whose name begins as ours', [ownerTag(`${RESOURCE}2`, 'created')], { kind: 'other', resource: `${RESOURCE}2` }],
  ['a word that is not known', [{ key: OWNER_KEY, value: `inherited ${RESOURCE}` }], { kind: 'other', resource: RESOURCE }],
  ['a word in the middle', [{ key: OWNER_KEY, value: '-a web team' }], { kind: 'other', resource: '-a web team' }],
  ['something else', [{ key: OWNER_KEY, value: 'web-team' }], { kind: 'other', resource: 'web-team' }],
  ...HOW.map((how): [string, object[], object] => [`ours, ${how}`, [{ key: 'team', value: 'web' }, ownerTag(RESOURCE, how)], { kind: 'ours', how }]),
])('the owner by %s', (_what, tags, owner) => {
  expect(ownerOf(RESOURCE, { tags })).toEqual(owner);
});

test('law: Lightsail accepts the tag of any resource, and only this resource owns by it', () => {
  fc.assert(fc.property(anyResource, anyResource, fc.constantFrom(...HOW), (resource, other, how) => {
    const tag = ownerTag(resource, how);
    expect(tag.value!.length).toBeLessThanOrEqual(256);
    expect(tag.value).toMatch(/^[\p{L}\d +\-=._:/@]+$/u);
    expect(ownerOf(resource, { tags: [tag] })).toEqual({ kind: 'ours', how });
    if (other !== resource) expect(ownerOf(other, { tags: [tag] }).kind).toBe('other');
  }));
});
