import { Account, owned } from './account';
import type { Stack } from './cloudformation';

let account: Account;
let stack: Stack;

const BEFORE = owned({ isEnabled: true, defaultRootObject: 'before.html' }, { tags: [{ key: 'stage', value: 'before' }] });
const OWNER = { 'cdk-lightsail-distribution:owner': 'created arn:aws:cloudformation:eu-west-1:111122223333:stack/web/0b5f8a1e/Cdn' };

beforeEach(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  account = new Account();
  stack = account.stack();
  await stack.create(BEFORE);
  account.calls();
});

const asBefore = () => {
  expect(account.live()).toMatchObject({ isEnabled: true, defaultRootObject: 'before.html', ipAddressType: 'dualstack', status: 'Deployed' });
  expect(account.tags()).toEqual({ stage: 'before', ...OWNER });
};

describe('a sibling fails while the update is in progress: settings and tags end as before, and the cancelled request writes nothing more', () => {
  test.each([0, 1, 2, 3, 4])('one step, after %d polls', async (siblingFailsAfter) => {
    expect(await stack.update(owned({ isEnabled: false, defaultRootObject: 'after.html' }, { tags: [{ key: 'stage', value: 'after' }] }), { siblingFailsAfter }))
      .toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE', reasons: [] });
    asBefore();
    expect(account.deployments).toEqual(['UpdateDistribution', 'UpdateDistribution']);
  });

  test.each([0, 1, 2, 3, 4, 5, 6])('three steps, after %d polls', async (siblingFailsAfter) => {
    const after = owned({ isEnabled: false, ipAddressType: 'ipv4', bundleId: 'medium_1_0' });
    expect(await stack.update(after, { siblingFailsAfter })).toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE', reasons: [] });
    asBefore();
    expect(account.live()).toMatchObject({ bundleId: 'small_1_0' });
    const forward = siblingFailsAfter < 4 ? ['UpdateDistribution'] : ['UpdateDistribution', 'SetIpAddressType'];
    expect(account.deployments.slice(0, forward.length)).toEqual(forward);
    expect(account.deployments.slice(forward.length)).toEqual(forward);
    expect(stack.unheard).toEqual([{ status: 'FAILED', physicalId: 'my-cdn', reason: expect.stringMatching(/^my-cdn: superseded by a later request for the same resource before it could apply /) }]);
  });

  test.each([0, 1, 2])('tags alone, after %d polls', async (siblingFailsAfter) => {
    const after = owned({ isEnabled: true, defaultRootObject: 'before.html' }, { tags: [{ key: 'stage', value: 'after' }, { key: 'new', value: 'x' }] });
    expect(await stack.update(after, { siblingFailsAfter })).toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE', reasons: [] });
    asBefore();
    expect(account.deployments).toEqual([]);
  });

  test.each([0, 1, 2])('on a busy distribution, after %d polls', async (siblingFailsAfter) => {
    account.service.seeds.deployOutsideStack('my-cdn', { cacheBehaviorSettings: { defaultTTL: 5 } });
    expect(await stack.update(owned({ isEnabled: false, defaultRootObject: 'before.html' }), { siblingFailsAfter }))
      .toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE', reasons: [] });
    asBefore();
    expect(account.live()).toMatchObject({ cacheBehaviorSettings: { defaultTTL: 5 } });
    expect(account.deployments).toEqual([]);
  });

  test.each([0, 1, 3])('of a distribution that was deleted outside the stack, and is created again, after %d polls', async (siblingFailsAfter) => {
    account.service.seeds.removeDistribution('my-cdn');
    expect(await stack.update(owned({ isEnabled: false }), { siblingFailsAfter })).toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE', reasons: [] });
    expect(account.live()).toMatchObject({ isEnabled: true, defaultRootObject: 'before.html', status: 'Deployed' });
    expect(account.names).toEqual(['my-cdn']);
    expect(account.tags()).toEqual({ stage: 'before', ...OWNER });
  });
});
