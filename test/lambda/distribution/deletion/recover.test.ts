import type { DistributionDeletion as Deletion } from '../../../../lambda/distribution/deletion/deletion';
import { DELETED } from '../../../../lambda/distribution/deletion/goal';
import type { Failure } from '../../../../lambda/lightsail/attempt';
import { NO_TAGS } from '../../../../lambda/lightsail/writes';
import { UNOBSERVED } from '../../../../lambda/phase';

const { recover } = DELETED;

const DELETION: Deletion = {
  id: 'delete-1', resource: 'stack/Cdn', resourceName: 'my-cdn', deleteAdopted: false, isOrphan: false, timeoutSeconds: 600, startedAt: 10_000_000,
};
const DEADLINE = DELETION.startedAt + 600_000;
const after = (kind: Failure['kind'], now = DEADLINE - 1, deletion: Partial<Deletion> = {}) =>
  recover({ ...DELETION, ...deletion }, UNOBSERVED, { during: 'observation', failure: { kind, description: 'Name: why', error: new Error('why') } }, now);

test('a distribution that is not found was deleted between two calls', () => {
  expect(after('not found')).toMatchObject({ kind: 'complete', found: true, tags: NO_TAGS, cleanUp: [] });
  expect(after('not found', DEADLINE, { isOrphan: true })).toMatchObject({ kind: 'complete', found: false });
});

test.each<Failure['kind']>(['busy', 'throttled', 'outcome unknown'])('a call that fails as %s is tried again until the deadline', (kind) => {
  expect(after(kind)).toMatchObject({ kind: 'requeue', tags: NO_TAGS, phase: UNOBSERVED });
  expect(after(kind, DEADLINE)).toMatchObject({
    kind: 'fail', message: 'my-cdn: not deleted after 600 s, pending: a response of Lightsail, got Name: why; delete the stack again when Lightsail responds',
  });
});

test.each<[Failure['kind'], string]>([
  ['refused', 'my-cdn: its deletion was refused, got Name: why'],
  ['name in use', 'my-cdn: its deletion was refused, got Name: why'],
  ['access denied', 'my-cdn: its deletion was denied, got Name: why; the role of the function has this permission for every distribution that its stack manages; '
    + 'if a permissions boundary or a service control policy denies the action, allow it there and deploy again'],
])('a call that fails as %s fails the request', (kind, message) => {
  expect(after(kind)).toMatchObject({ kind: 'fail', message, cleanUp: [] });
});
