import type { Tag } from '@aws-sdk/client-lightsail';
import { CREATING, FORMER, LEFT, NOW, OURS, pending, REQUEST, THEIRS } from './request-for-my-cert';
import { checkOwnership, CONSTRUCT_KEY, constructTag } from '../../../lambda/certificate/ownership';
import { type IssuancePhase, VALIDATING } from '../../../lambda/certificate/phase';
import type { CertificateRequest } from '../../../lambda/certificate/request';
import { fenceOf } from '../../../lambda/distribution/fence';
import { UNOBSERVED } from '../../../lambda/phase';
import { FIRST_CALL, type FirstCall } from '../../../lambda/reconcile';

interface Scene {
  readonly request?: Partial<CertificateRequest>;
  readonly phase?: IssuancePhase | FirstCall;
  readonly tags?: readonly Tag[];
  readonly now?: number;
}

const checked = ({ request, phase = FIRST_CALL, tags = [], now = NOW }: Scene) => {
  const live = pending(tags);
  return checkOwnership({ ...REQUEST, ...request }, phase, live, fenceOf(REQUEST.resource, live)?.requestId === REQUEST.id, now);
};
const granted = { kind: 'granted', mayWrite: true, tags: { put: [], remove: [] } };
/** A later request may have taken over. */
const readOnly = { ...granted, mayWrite: false };
const unmarked = { kind: 'unmarked', isOwned: false };
const refused = (message: string) => ({ kind: 'refused', message });

test('the construct tag has the Region, the stack and the logical id, and a hash at the end if it is long', () => {
  expect(constructTag(REQUEST)).toEqual({ key: CONSTRUCT_KEY, value: 'eu-west-1/web/Certificate' });
  const construct = `eu-west-1/web/${'L'.repeat(255)}`;
  expect(constructTag({ construct }).value).toMatch(/^eu-west-1\/web\/L{225}@[0-9a-f]{16}$/);
  expect(constructTag({ construct }).value).toHaveLength(256);
  expect(constructTag({ construct: `${construct}2` })).not.toEqual(constructTag({ construct }));
});

test.each<[string, Scene, object]>([
  ['ours, by an update', { request: { isNew: false }, tags: FORMER }, granted],
  ['ours, by a create that is delivered again', { tags: OURS }, granted],
  ['ours since an earlier request, by a create, which retains it if it fails', { tags: FORMER }, { kind: 'unmarked', isOwned: true }],
  ['ours, at a poll of the create', { phase: CREATING, tags: OURS }, granted],
  ['ours, at a poll that finds its fence', { phase: VALIDATING, tags: OURS }, granted],
  ['ours, at a poll that does not find its fence', { phase: VALIDATING, tags: FORMER }, readOnly],
  ['ours, at a poll after a first call that could not observe', { phase: UNOBSERVED, tags: FORMER }, readOnly],
  ['what an earlier deployment of the construct left', { tags: LEFT }, unmarked],
  ['what an earlier deployment left, by an update to its domain names', { request: { isNew: false }, tags: LEFT }, unmarked],
  ['no one\'s, by an update of CloudFormation\'s own, so that only the tags have been lost', { request: { isNew: false } }, unmarked],
  ['no one\'s any more, at a poll whose first call found its owner', { phase: VALIDATING }, readOnly],
  ['ours, but its tags are not visible yet', { phase: CREATING, now: NOW + 59_999 }, { kind: 'tags not visible' }],
  ['ours, but its owner tag is not visible yet', { phase: CREATING, tags: LEFT, now: NOW + 59_999 }, { kind: 'tags not visible' }],
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

  test.each([FIRST_CALL, CREATING, VALIDATING, UNOBSERVED])('are written by a request that finds its fence, in every phase: $phase', (phase) => {
    expect(checked({ request, phase, tags: [...OURS, ...live] })).toEqual({ ...granted, tags: writes });
  });

  test('are written by the first call of an update, which needs no fence for that', () => {
    expect(checked({ request: { ...request, isNew: false }, tags: [...FORMER, ...live] })).toEqual({ ...granted, tags: writes });
  });

  test.each([CREATING, VALIDATING])('are not written by a poll without fence, which may be superseded: $phase', (phase) => {
    expect(checked({ request, phase, tags: [...FORMER, ...live] })).toEqual(readOnly);
  });

  test('fail a request whose first call could not observe, as they would be lost', () => {
    expect(checked({ request, phase: UNOBSERVED, tags: [...FORMER, ...live] })).toEqual(refused(
      'Lightsail did not respond when the request began, so a later request may have started since, pending: its tags; deploy again'));
  });
});
