import type { Tag } from '@aws-sdk/client-lightsail';
import { CREATED_BEFORE, CREATING, LEFT, NOW, OURS, pending, REQUEST, TAKEN, TAKEN_OVER, THEIRS } from './request-for-my-cert';
import { checkOwnership, CONSTRUCT_KEY, constructTag } from '../../../lambda/certificate/ownership';
import { type IssuancePhase, VALIDATING } from '../../../lambda/certificate/phase';
import type { CertificateRequest } from '../../../lambda/certificate/request';
import { UNOBSERVED } from '../../../lambda/phase';
import { FIRST_CALL, type FirstCall } from '../../../lambda/reconcile';
import { fenceOf } from '../../../lambda/tags/fence';

interface Scene {
  readonly request?: Partial<CertificateRequest>;
  readonly phase?: IssuancePhase | FirstCall;
  readonly tags?: readonly Tag[];
  readonly now?: number;
}

const checked = ({ request, phase = FIRST_CALL, tags = [], now = NOW }: Scene) =>
  checkOwnership({ ...REQUEST, ...request }, phase, pending(tags), fenceOf(REQUEST.resource, { tags })?.requestId === REQUEST.id, now);
const granted = { kind: 'granted', mayWrite: true, tags: { put: [], remove: [] } };
/** The request may read, but not write. */
const looks = { ...granted, mayWrite: false };
const unmarked = (isOwned: boolean) => ({ kind: 'unmarked', isOwned });
const notVisible = { kind: 'tags not visible' };
const refused = (message: string) => ({ kind: 'refused', message });

test('the construct tag has the Region, the stack and the logical id, and a hash at the end if it is long', () => {
  expect(constructTag(REQUEST)).toEqual({ key: CONSTRUCT_KEY, value: 'eu-west-1/web/Certificate' });
  const construct = `eu-west-1/web/${'L'.repeat(255)}`;
  expect(constructTag({ construct }).value).toMatch(/^eu-west-1\/web\/L{225}@[0-9a-f]{16}$/);
  expect(constructTag({ construct }).value).toHaveLength(256);
  expect(constructTag({ construct: `${construct}2` })).not.toEqual(constructTag({ construct }));
});

test.each<[string, Scene, object]>([
  ['ours, by an update', { request: { isNew: false }, tags: OURS }, granted],
  ['ours, by an update after other requests', { request: { isNew: false }, tags: CREATED_BEFORE }, granted],
  ['ours, by a create that is delivered again', { tags: OURS }, granted],
  ['ours, at a poll of the create', { phase: CREATING, tags: OURS }, granted],
  ['ours, at a later poll', { phase: VALIDATING, tags: OURS }, granted],
  ['ours, at a poll after a first call that could not observe', { phase: UNOBSERVED, tags: OURS }, granted],
  ['what the stack retained, or a stale read of what it has released', { tags: CREATED_BEFORE }, unmarked(true)],
  ['what the first call took', { phase: VALIDATING, tags: TAKEN }, granted],
  ['what an earlier deployment of the construct left', { tags: LEFT }, unmarked(false)],
  ['what an earlier deployment left, by an update to its domain names', { request: { isNew: false }, tags: LEFT }, unmarked(false)],
  ['no one\'s, by an update of CloudFormation\'s own, so that only the tags have been lost', { request: { isNew: false } }, unmarked(false)],
  ['no one\'s any more, at a poll whose first call found its owner', { phase: VALIDATING, request: { isNew: false } }, looks],
  ['ours, at a poll of an update, whose first call writes what is to be written', { phase: VALIDATING, request: { isNew: false }, tags: CREATED_BEFORE }, looks],
  ['of a later request, at a poll after a first call that could not observe', { phase: UNOBSERVED, tags: TAKEN_OVER }, looks],
  ['of a later request, at a poll of the creation', { phase: CREATING, tags: TAKEN_OVER }, looks],
  ['of a later request, or the fence is not visible yet', { phase: VALIDATING, tags: TAKEN_OVER, now: NOW + 59_999 }, notVisible],
  ['of a later request', { phase: VALIDATING, tags: TAKEN_OVER, now: NOW + 60_000 }, looks],
  ['no one\'s any more, at a late poll', { phase: VALIDATING, tags: LEFT, now: NOW + 60_000 }, looks],
  ['ours, but its tags are not visible yet', { phase: CREATING, now: NOW + 59_999 }, notVisible],
  ['ours, but its owner tag is not visible yet', { phase: CREATING, tags: LEFT, now: NOW + 59_999 }, notVisible],
])('%s', (_what, scene, expected) => {
  expect(checked(scene)).toEqual(expected);
});

describe('refused', () => {
  test.each<[string, Scene]>([
    ['at first', {}], ['by an update', { request: { isNew: false } }], ['at a poll', { phase: VALIDATING }], ['at a poll of the creation', { phase: CREATING }],
    ['although an earlier deployment of the construct requested it', { tags: [...THEIRS, ...LEFT] }],
  ])('another\'s: %s', (_what, scene) => {
    expect(checked({ tags: THEIRS, ...scene })).toEqual(refused(
      'belongs to another resource, got "stack/Theirs"; a certificate belongs to one resource only; '
      + 'choose another name, or refer to it with DistributionCertificate.fromCertificateName'));
  });

  test.each<[string, Scene]>([
    ['without any tag', {}],
    ['of another construct', { tags: [constructTag({ construct: 'eu-west-1/web/Other' })] }],
    ['at a poll after a first call that could not observe', { phase: UNOBSERVED }],
  ])('no one\'s: %s', (_what, scene) => {
    expect(checked(scene)).toEqual(refused(
      'exists already and belongs to no stack, got a certificate without the tag cdk-lightsail-distribution:owner; it is left unchanged; '
      + 'choose another name, or refer to it with DistributionCertificate.fromCertificateName'));
  });

  test('one without owner in place of the one that was being created, or whose tags never become visible', () => {
    expect(checked({ phase: CREATING, now: NOW + 60_000 })).toEqual(refused(
      'appeared while it was being created, got a certificate without the tag cdk-lightsail-distribution:owner; it is left unchanged; deploy again'));
  });

  test.each<[string, Scene]>([['what an earlier deployment left', { tags: LEFT }], ['no one\'s, by an update', { request: { isNew: false } }]])(
    'by a poll whose first call could not observe: %s', (_what, scene) => {
      expect(checked({ ...scene, phase: UNOBSERVED })).toEqual(refused(
        'Lightsail did not respond when the request began, got a certificate that the stack does not own yet; deploy again'));
    });
});

describe('tags', () => {
  const request = { tags: [{ key: 'a', value: '1' }], removedTags: [{ key: 'b', value: '2' }] };
  const live = [{ key: 'b', value: '2' }];
  const writes = { put: request.tags, remove: ['b'] };

  test('are written by a first call, and by polls that find their fence, so that those which failed once are not lost', () => {
    for (const phase of [FIRST_CALL, CREATING, VALIDATING, UNOBSERVED]) {
      expect(checked({ request, phase, tags: [...OURS, ...live] })).toEqual({ ...granted, tags: writes });
    }
  });

  test('are written after the owner tag and the fence of a certificate that existed before', () => {
    expect(checked({ request, tags: [...LEFT, ...live] })).toEqual(unmarked(false));
    expect(checked({ request, phase: VALIDATING, tags: [...TAKEN, ...live] })).toEqual({ ...granted, tags: writes });
  });

  test('are not written by other polls, which may be superseded', () => {
    for (const phase of [CREATING, VALIDATING]) expect(checked({ request, phase, tags: [...TAKEN_OVER, ...live], now: NOW + 60_000 })).toEqual(looks);
    expect(checked({ request: { ...request, isNew: false }, phase: VALIDATING, tags: [...CREATED_BEFORE, ...live] })).toEqual(looks);
  });

  test('that cannot be written, as the first call could not observe, fail the request', () => {
    expect(checked({ request: { ...request, isNew: false }, phase: UNOBSERVED, tags: [...CREATED_BEFORE, ...live] })).toEqual(refused(
      'Lightsail did not respond when the request began, so a later request may have started since, pending: its tags; deploy again'));
  });
});
