import { Account, owned } from './account';
import type { Stack } from './cloudformation';
import { fenceKey } from '../../lambda/tags/fence';

let account: Account;
let stack: Stack;

const OWNER = 'cdk-lightsail-distribution:owner';
const OLD = owned({ defaultRootObject: 'old.html' });
const NEW = owned({ defaultRootObject: 'new.html' }, { distributionName: 'new-cdn' });

beforeEach(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  account = new Account();
  stack = account.stack();
  await stack.create(OLD);
  account.calls();
});

const only = (name: string, rootObject: string) => {
  expect(account.names).toEqual([name]);
  expect(account.live(name)).toMatchObject({ defaultRootObject: rootObject, status: 'Deployed' });
  expect(account.tags(name)).toEqual({ [OWNER]: `created ${stack.id}/Cdn` });
};

/** Expects only the old distribution, with its former settings. */
const oldAsBefore = () => only('my-cdn', 'old.html');

describe('rename', () => {
  test('creates the new one, then deletes the old one', async () => {
    expect(await stack.update(NEW)).toMatchObject({ status: 'UPDATE_COMPLETE', data: { distributionName: 'new-cdn', changes: 'created' }, reasons: [] });
    only('new-cdn', 'new.html');
    expect(stack.resource?.physicalId).toBe('new-cdn');
    expect(account.calls()).toEqual([
      'GetDistributions', 'CreateDistribution', 'GetDistributions', 'GetDistributions', 'GetDistributions', 'GetDistributions', 'GetOperation', 'UntagResource',
      'GetDistributions', 'DeleteDistribution', 'GetOperation', 'GetOperation', 'GetOperation', 'GetDistributions',
    ]);
  });

  test('from a generated name to a specified one, and back', async () => {
    const generated = owned({}, { distributionName: undefined });
    await stack.update(generated);
    const [name] = account.names;
    expect(name).toMatch(/^web-Cdn-[0-9a-f]{12}$/);
    await stack.update(NEW);
    only('new-cdn', 'new.html');
    expect(await stack.update(generated)).toMatchObject({ status: 'UPDATE_COMPLETE' });
    expect(account.names).toEqual([name]);
  });

  test('whose old one was deleted outside the stack', async () => {
    account.service.seeds.removeDistribution('my-cdn');
    expect(await stack.update(NEW)).toMatchObject({ status: 'UPDATE_COMPLETE', reasons: [] });
    only('new-cdn', 'new.html');
  });

  test('does not change the old one in the meantime, whatever its tags are', async () => {
    account.service.seeds.tagOutsideStack('my-cdn', {
      [fenceKey(`${stack.id}/Cdn`)]: '1780272000000 web-1 CreateDistribution@1780272000000', [OWNER]: `adopting ${stack.id}/Cdn`,
    });
    const before = account.live();
    account.service.faults.add({ operation: 'CreateDistribution', kind: 'failedOperation' });
    await stack.update(NEW, { siblingFailsAfter: 0 });
    expect(account.live()).toMatchObject({ arn: before!.arn, defaultRootObject: 'old.html' });
    expect(account.writes.filter(({ operation, input }) => operation === 'DeleteDistribution' && JSON.stringify(input).includes('my-cdn'))).toEqual([]);
  });
});

describe.each([[false], [true]])('rename that fails and is rolled back, CloudFormation forgets the new name: %p', (forgetsNewId) => {
  const rolledBack = (...reasons: unknown[]) => ({ status: 'UPDATE_ROLLBACK_COMPLETE', data: expect.objectContaining({ distributionName: 'my-cdn' }), reasons });

  test('because the creation fails: the old one is unchanged, the new one deleted', async () => {
    account.service.faults.add({ operation: 'CreateDistribution', kind: 'failedOperation', code: 'EdgeFull', message: 'No room at the edge' });
    expect(await stack.update(NEW, { forgetsNewId })).toEqual(rolledBack(
      expect.stringMatching(/^new-cdn: CreateDistribution operation \S+ \(Failed\) failed: EdgeFull: No room at the edge; correct the cause and deploy again$/)));
    oldAsBefore();
    expect(account.deployments).toEqual(['CreateDistribution', 'DeleteDistribution']);
  });

  test('because a later step is refused', async () => {
    account.service.faults.add({ operation: 'UpdateDistribution', kind: 'accessDenied' });
    expect(await stack.update(owned({ isEnabled: false }, { distributionName: 'new-cdn' }), { forgetsNewId })).toEqual(rolledBack(
      expect.stringMatching(/^new-cdn: UpdateDistribution was denied, got AccessDeniedException: /)));
    oldAsBefore();
  });

  test('because of its deadline', async () => {
    expect(await stack.update(owned({ isEnabled: false }, { distributionName: 'new-cdn', timeoutSeconds: 40 }), { forgetsNewId })).toEqual(rolledBack(
      'new-cdn: timed out after 40 s, pending: status "InProgress"; check the distribution, then deploy again or set a longer timeout'));
    oldAsBefore();
  });

  test.each(['fail', 'adopt'])('because another stack owns the new name: theirs is unchanged too, onExisting %s', async (onExisting) => {
    await account.stack('theirs').create(NEW);
    account.calls();
    const theirs = account.live('new-cdn');
    expect(await stack.update(owned({}, { distributionName: 'new-cdn', onExisting }), { forgetsNewId })).toEqual(rolledBack(
      expect.stringMatching(/^new-cdn: belongs to another resource, got "\S+:stack\/theirs\/0b5f8a1e\/Cdn"; a distribution belongs to one resource only; /)));
    expect(account.live('new-cdn')).toEqual(theirs);
    expect(account.live()).toMatchObject({ defaultRootObject: 'old.html' });
    expect(account.writes).toEqual([]);
  });

  test('because one without owner has the new name: that one is unchanged too', async () => {
    account.service.seeds.seedDistribution('new-cdn', { defaultRootObject: 'theirs.html' });
    const theirs = account.live('new-cdn');
    expect(await stack.update(NEW, { forgetsNewId })).toEqual(rolledBack(
      expect.stringMatching(/^new-cdn: exists already and belongs to no stack, got a distribution without the tag /)));
    expect(account.live('new-cdn')).toEqual(theirs);
    expect(account.writes).toEqual([]);
  });

  test('after the new name was adopted: it is released, with its new settings', async () => {
    account.service.seeds.seedDistribution('new-cdn', { origin: { name: 'web', regionName: 'eu-west-1' }, tags: [{ key: 'team', value: 'theirs' }] });
    account.service.faults.add({ operation: 'SetIpAddressType', kind: 'accessDenied' });
    expect(await stack.update(owned({ isEnabled: false, ipAddressType: 'ipv4' }, { distributionName: 'new-cdn', onExisting: 'adopt' }), { forgetsNewId }))
      .toEqual(rolledBack(expect.stringMatching(/^new-cdn: SetIpAddressType was denied, got AccessDeniedException: /)));
    expect(account.names).toEqual(['my-cdn', 'new-cdn']);
    expect(account.tags('new-cdn')).toEqual({ team: 'theirs' });
    expect(account.deployments).toEqual(['UpdateDistribution']);
  });

  test.each([0, 1, 2, 3])('because a sibling fails after %d polls: the cancelled request writes nothing more', async (siblingFailsAfter) => {
    expect(await stack.update(owned({ isEnabled: false }, { distributionName: 'new-cdn' }), { siblingFailsAfter, forgetsNewId })).toEqual(rolledBack());
    oldAsBefore();
    expect(account.deployments).toEqual(['CreateDistribution', 'DeleteDistribution']);
    expect(stack.unheard).toEqual([{
      status: 'FAILED',
      physicalId: 'new-cdn',
      reason: 'new-cdn: superseded by a later request for the same resource before it could apply isEnabled: true -> false; '
        + 'this request writes nothing more; the later request takes effect',
    }]);
  });
});

test('rename that succeeds, and is rolled back because a sibling fails afterwards', async () => {
  // CloudFormation deletes the old distribution only after the whole stack has succeeded, so it still exists.
  const result = await stack.update(NEW, { siblingFailsAfter: Infinity });
  expect(result).toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE', data: { distributionName: 'my-cdn', changes: 'nothing changed' }, reasons: [] });
  oldAsBefore();
  expect(account.deployments).toEqual(['CreateDistribution', 'DeleteDistribution']);
});
