import { Account, owned } from './account';
import type { Stack } from './cloudformation';
import { Waiter } from './provider-framework';
import { DISTRIBUTION } from '../../lambda/distribution/name';

let account: Account;
let stack: Stack;

beforeEach(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  account = new Account();
  stack = account.stack();
  await stack.create(owned());
  account.calls();
});

const DELETED = { status: 'DELETE_COMPLETE', reasons: [] };

describe('delete', () => {
  test('ends when the distribution is deleted', async () => {
    expect(await stack.delete()).toEqual(DELETED);
    expect(account.names).toEqual([]);
    expect(account.calls()).toEqual([
      // 0, 10 s: the operation is in progress. 20 s: it has ended.
      'GetDistributions', 'DeleteDistribution', 'GetOperation', 'GetOperation', 'GetOperation', 'GetDistributions',
    ]);
  });

  test('of the account\'s last distribution but one leaves the other', async () => {
    await account.stack('other').create(owned({}, { distributionName: 'other-cdn' }));
    expect(await stack.delete()).toEqual(DELETED);
    expect(account.names).toEqual(['other-cdn']);
  });

  test('of a former name leaves the new one, whichever properties come with it', async () => {
    await account.stack().create(owned({}, { distributionName: 'new-cdn' }));
    account.service.seeds.deployOutsideStack('my-cdn', { defaultRootObject: 'other.html' });
    const request = { type: 'Delete', properties: owned({}, { distributionName: 'new-cdn' }), physicalId: 'my-cdn', stackId: stack.id, resourceType: DISTRIBUTION } as const;
    expect(await new Waiter(account.host, request).run(async () => account.pass(10))).toMatchObject({ status: 'SUCCESS' });
    expect(account.names).toEqual(['new-cdn']);
  });

  test('waits while the distribution is busy', async () => {
    account.service.seeds.deployOutsideStack('my-cdn', { defaultRootObject: 'other.html' });
    expect(await stack.delete()).toEqual(DELETED);
    expect(account.names).toEqual([]);
    expect(account.writes.map(({ operation, outcome }) => [operation, outcome])).toEqual([['DeleteDistribution', 'ok']]);
  });

  test('waits when the distribution turns busy between the read and the write', async () => {
    account.service.faults.add({ operation: 'DeleteDistribution', kind: 'error', message: 'Please try again in a few minutes' });
    expect(await stack.delete()).toEqual(DELETED);
    expect(account.writes.map(({ outcome }) => outcome)).toEqual(['InvalidInputException', 'ok']);
  });

  test('waits until reads no longer show it', async () => {
    account.service.faults.add({ operation: 'GetDistributions', kind: 'staleRead', after: 1, times: 2 });
    expect(await stack.delete()).toEqual(DELETED);
    expect(account.deployments).toEqual(['DeleteDistribution']);
  });

  test('does not send it twice when a change outside the stack deletes it at the same time', async () => {
    account.service.seeds.deleteOutsideStack('my-cdn');
    expect(await stack.delete()).toEqual(DELETED);
    expect(account.writes).toEqual([]);
  });

  test.each([{ missingNameOnRead: 'InvalidInputException' }, { missingNameOnRead: 'NotFoundException' }] as const)(
    'of one that somebody has deleted already: %j', async (behaviour) => {
      for (const others of [0, 1]) {
        account = new Account(behaviour);
        stack = account.stack();
        await stack.create(owned());
        account.service.seeds.removeDistribution('my-cdn');
        if (others > 0) account.service.seeds.seedDistribution('other-cdn', {});
        account.calls();
        account.pass(60);
        expect(await stack.delete()).toEqual(DELETED);
        // The operations show that the creation was not recent, so a read would return the distribution.
        expect(account.calls()).toEqual(['GetDistributions', 'GetOperationsForResource']);
      }
    });

  test.each<[string, Readonly<Record<string, string | null>>]>([
    ['another stack', { 'cdk-lightsail-distribution:owner': 'created arn:aws:cloudformation:eu-west-1:111122223333:stack/theirs/1/Cdn' }],
    ['no one any more', { 'cdk-lightsail-distribution:owner': null }],
  ])('leaves one as it is that belongs to %s', async (_who, tags) => {
    account.service.seeds.tagOutsideStack('my-cdn', tags);
    const before = account.live();
    expect(await stack.delete()).toEqual(DELETED);
    expect(account.live()).toEqual(before);
    expect(account.calls()).toEqual(['GetDistributions']);
  });

  test.each(['throttle', 'serverError', 'cutBefore', 'cutAfter'] as const)('whose call fails (%s) continues at a later poll', async (kind) => {
    account.service.faults.add({ operation: 'DeleteDistribution', kind });
    expect(await stack.delete()).toEqual(DELETED);
    expect(account.names).toEqual([]);
    expect(account.writes.map(({ outcome }) => outcome)).toEqual(kind === 'cutAfter' ? ['cutAfter'] : [expect.not.stringMatching('ok'), 'ok']);
  });

  test('uses only the name, whatever is wrong with the other properties', async () => {
    stack.resource = { physicalId: 'my-cdn', properties: { ...owned({ isEnabled: 'perhaps' }), deleteAdopted: 'perhaps', timeoutSeconds: 'long', speed: 'high' } };
    expect(await stack.delete()).toEqual(DELETED);
    expect(account.names).toEqual([]);
  });

  test('of an invalid name does nothing', async () => {
    stack.resource = { physicalId: 'no name', properties: owned({}, { distributionName: 'no name either' }) };
    expect(await stack.delete()).toEqual(DELETED);
    expect(account.calls()).toEqual([]);
    expect(account.names).toEqual(['my-cdn']);
  });
});

describe('delete that fails', () => {
  test('with its operation succeeds when it is tried again', async () => {
    account.service.faults.add({ operation: 'DeleteDistribution', kind: 'failedOperation', code: 'EdgeStuck', message: 'The edge does not let go' });
    expect(await stack.delete()).toEqual({
      status: 'DELETE_FAILED',
      reasons: [expect.stringMatching(/^my-cdn: DeleteDistribution operation \S+ \(Failed\) failed: EdgeStuck: The edge does not let go; correct the cause and delete the stack again$/)],
    });
    expect(account.names).toEqual(['my-cdn']);
    expect(await stack.delete()).toEqual(DELETED);
  });

  test('because it is refused, with the message of Lightsail', async () => {
    account.service.faults.add({ operation: 'DeleteDistribution', kind: 'accessDenied' });
    expect(await stack.delete()).toEqual({
      status: 'DELETE_FAILED',
      reasons: [expect.stringMatching(/^my-cdn: its deletion was denied, got AccessDeniedException: User: \S+ is not authorized to perform: lightsail:DeleteDistribution; the role .*deploy again$/)],
    });
  });

  const late = async (waiter: Waiter) => {
    await waiter.start();
    account.pass(3_000);
    return waiter.poll();
  };
  const waiter = () => new Waiter(account.host, { type: 'Delete', properties: owned(), stackId: stack.id, resourceType: 'Custom::LightsailDistribution' });

  test('at its deadline reports what was pending, however short the timeout of the template is', async () => {
    stack.resource = { physicalId: 'my-cdn', properties: owned({}, { timeoutSeconds: 1 }) };
    account.service.seeds.deployOutsideStack('my-cdn', { defaultRootObject: 'other.html' });
    expect(await stack.delete()).toEqual(DELETED);
    account = new Account({}, undefined, { operationSeconds: 4_000 });
    account.service.seeds.seedDistribution('my-cdn', { tags: [{ key: 'cdk-lightsail-distribution:owner', value: `created ${stack.id}/Cdn` }] });
    expect(await late(waiter())).toEqual({
      status: 'FAILED',
      physicalId: 'my-cdn',
      reason: expect.stringMatching(/^my-cdn: not deleted after 3000 s, pending: DeleteDistribution operation \S+ \(Started\); check the distribution, then delete the stack again$/),
    });
  });

  test('because Lightsail does not respond until the deadline', async () => {
    account.service.faults.add({ operation: '*', kind: 'serverError', times: 1_000 });
    expect(await late(waiter())).toEqual({
      status: 'FAILED',
      physicalId: 'my-cdn',
      reason: 'my-cdn: not deleted after 3000 s, pending: a response of Lightsail, got ServiceException: The service is unavailable; '
        + 'delete the stack again when Lightsail responds',
    });
  });
});

test('a late poll of a request that ended long ago deletes nothing that was created since', async () => {
  const event = {
    RequestType: 'Delete' as const,
    RequestId: 'web-2',
    ResourceType: 'Custom::LightsailDistribution',
    StackId: stack.id,
    LogicalResourceId: 'Cdn',
    PhysicalResourceId: 'my-cdn',
    ResourceProperties: owned(),
    Progress: { startedAt: account.clock.now(), complete: false, fenced: false, knownAs: 'my-cdn' },
  };
  await stack.delete();
  account.pass(400);
  await stack.create(owned());
  expect(await account.host.invoke(event)).toEqual({ answer: { IsComplete: true } });
  expect(account.names).toEqual(['my-cdn']);
});
