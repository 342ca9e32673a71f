import { deployedReset, RESET_RESOURCE, resetProperties, resetsOf } from './stack-of-reset';
import type { NewFault } from '../../../simulator';
import { Account, owned } from '../account';
import type { Stack } from '../cloudformation';

beforeEach(() => void jest.spyOn(console, 'info').mockImplementation(() => undefined));

const NEW_TRIGGER = ['GetDistributions', 'GetOperationsForResource', 'ResetDistributionCache'];
const UNTIL_SUCCESS = ['GetOperation', 'GetOperation', 'GetOperation'];

let account: Account;
const fault = (kind: NewFault['kind'], more: Partial<NewFault> = {}) => account.service.faults.add({ operation: 'ResetDistributionCache', kind, ...more });
const busy = (seconds: number) => {
  account.service.seeds.deployOutsideStack('my-cdn', { defaultRootObject: 'other.html' });
  account.pass(25 - seconds);
};

describe('a new construct', () => {
  let stack: Stack;
  beforeEach(() => {
    account = new Account();
    stack = account.stack('content', RESET_RESOURCE);
  });

  test('for a distribution of the same deployment: 1 read, 0 writes', async () => {
    await account.stack().create(owned());
    account.calls();
    expect(await stack.create(resetProperties())).toEqual({ status: 'CREATE_COMPLETE', data: { status: 'not needed: new distribution' }, reasons: [] });
    expect(account.calls()).toEqual(['GetDistributions']);
  });

  test.each([[3_599, 0], [3_601, 1]])('for a distribution that is %d seconds old: %d resets', async (seconds, resets) => {
    account.service.seeds.seedDistribution('my-cdn', {});
    account.pass(seconds);
    await stack.create(resetProperties());
    expect(resetsOf(account)).toBe(resets);
  });

  test('for an older distribution: 1 reset', async () => {
    account.service.seeds.seedDistribution('my-cdn', {});
    account.pass(7_200);
    expect(await stack.create(resetProperties())).toEqual({ status: 'CREATE_COMPLETE', data: { status: 'reset' }, reasons: [] });
    expect(account.calls()).toEqual([...NEW_TRIGGER, ...UNTIL_SUCCESS]);
  });

  test('for a distribution that does not exist: it fails, and nothing has to be deleted', async () => {
    expect(await stack.create(resetProperties())).toEqual({
      status: 'ROLLBACK_COMPLETE',
      reasons: ['my-cdn: no such distribution in this account; '
        + 'names are listed by `aws lightsail get-distributions --region us-east-1`; correct the name or create the distribution first'],
    });
    expect(account.calls()).toEqual(['GetDistributions']);
  });
});

describe('a construct whose distribution is older', () => {
  let stack: Stack;
  beforeEach(async () => {
    account = new Account();
    stack = await deployedReset(account);
  });

  const update = (trigger = 'v2', more: object = {}) => stack.update(resetProperties(trigger, more));
  const UPDATED = { status: 'UPDATE_COMPLETE', data: { status: 'reset' }, reasons: [] };

  test('another trigger: 1 reset, followed until it has ended', async () => {
    const { physicalId } = stack.resource!;
    expect(await update()).toEqual(UPDATED);
    expect(account.calls()).toEqual([...NEW_TRIGGER, ...UNTIL_SUCCESS]);
    expect([physicalId, stack.resource!.physicalId]).toEqual([`${stack.id}/Reset`, `${stack.id}/Reset`]);
  });

  test('other options with the same triggers: no call', async () => {
    expect(await update('v1', { timeoutSeconds: 60, waitForCompletion: false, failOnTimeout: true })).toMatchObject({
      status: 'UPDATE_COMPLETE', data: { status: 'not needed: same triggers' },
    });
    expect(account.calls()).toEqual([]);
  });

  test('a deletion: no call', async () => {
    expect(await stack.delete()).toEqual({ status: 'DELETE_COMPLETE', reasons: [] });
    expect(account.calls()).toEqual([]);
  });

  test('another distribution, which is older: reset; one that is new: not', async () => {
    account.service.seeds.seedDistribution('other-cdn', {});
    expect(await update('v1', { distributionName: 'other-cdn' })).toMatchObject({ data: { status: 'not needed: new distribution' } });
    expect(account.calls()).toEqual(['GetDistributions']);
    expect(await update('v1')).toEqual(UPDATED);
    // The physical id does not change, so no deletion follows.
    expect(account.calls()).toEqual([...NEW_TRIGGER, ...UNTIL_SUCCESS]);
  });

  test('without waiting for the completion: 1 reset and 1 read of its operation', async () => {
    expect(await update('v2', { waitForCompletion: false })).toMatchObject({
      status: 'UPDATE_COMPLETE', data: { status: expect.stringMatching(/^in progress: ResetDistributionCache operation \S+ \(Started\)$/) },
    });
    expect(account.calls()).toEqual([...NEW_TRIGGER, 'GetOperation']);
  });

  test('a reset that fails', async () => {
    fault('failedOperation', { code: 'EdgeStuck', message: 'It keeps its cache' });
    const { status, reasons } = await update();
    expect(status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(reasons).toEqual([expect.stringMatching(/^my-cdn: ResetDistributionCache operation \S+ \(Failed\) failed: EdgeStuck: It keeps its cache; correct the cause and deploy again$/)]);
  });

  test('a rollback resets the cache again, because the content is rolled back too', async () => {
    expect(await stack.update(resetProperties('v2'), { siblingFailsAfter: Infinity })).toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE', data: { status: 'reset' } });
    expect(account.calls()).toEqual([...NEW_TRIGGER, ...UNTIL_SUCCESS, ...NEW_TRIGGER, ...UNTIL_SUCCESS]);
  });

  test.each([1, 2])('a rollback after %d polls of the update too, and the superseded request sends nothing more', async (siblingFailsAfter) => {
    expect(await stack.update(resetProperties('v2'), { siblingFailsAfter })).toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE', data: { status: 'reset' } });
    expect(account.deployments).toEqual(['ResetDistributionCache', 'ResetDistributionCache']);
    expect(stack.unheard).toMatchObject([{ status: 'SUCCESS', data: { status: 'reset' } }]);
  });

  describe('and busy', () => {
    const POLL = ['GetDistributions', 'GetOperationsForResource'];

    test('the reset waits until the other deployment is complete', async () => {
      busy(15);
      account.calls();
      expect(await update()).toEqual(UPDATED);
      // The first call and two polls, then the poll that sends the reset, then polls until the operation has succeeded.
      expect(account.calls()).toEqual([...POLL, ...POLL, ...POLL, ...POLL, 'ResetDistributionCache', ...POLL, ...POLL]);
    });

    test('a superseded request sends nothing after the rollback did', async () => {
      busy(25);
      expect(await stack.update(resetProperties('v2'), { siblingFailsAfter: 1 })).toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE', data: { status: 'reset' } });
      expect(account.deployments).toEqual(['ResetDistributionCache']);
      expect(stack.unheard).toMatchObject([{ status: 'SUCCESS', data: { status: 'reset' } }]);
    });

    test('a reset that somebody else starts meanwhile counts', async () => {
      account = new Account({ refusedWhileBusy: [] });
      const { resource } = await deployedReset(account);
      stack = Object.assign(account.stack('content', RESET_RESOURCE, {
        invoke: async (event) => {
          const invocation = await account.host.invoke(event);
          if (event.Progress === undefined) account.service.call('ResetDistributionCache', { distributionName: 'my-cdn' });
          return invocation;
        },
      }), { resource });
      busy(25);
      expect(await update()).toEqual(UPDATED);
      expect(account.deployments).toEqual(['ResetDistributionCache']);
    });
  });

  describe('at the deadline', () => {
    const more = { timeoutSeconds: 20 };

    test('it completes and says which operation is in progress', async () => {
      account = new Account({}, undefined, { operationSeconds: 3_000 });
      stack = await deployedReset(account);
      expect(await update('v2', more)).toMatchObject({
        status: 'UPDATE_COMPLETE', data: { status: expect.stringMatching(/^in progress: ResetDistributionCache operation \S+ \(Started\)$/) },
      });
      expect(account.calls()).toEqual([...NEW_TRIGGER, ...UNTIL_SUCCESS]);
    });

    test('it completes and says that the distribution is busy', async () => {
      account = new Account({}, undefined, { deploymentSeconds: 3_000 });
      stack = await deployedReset(account);
      account.service.seeds.deployOutsideStack('my-cdn', { defaultRootObject: 'other.html' });
      expect(await update('v2', more)).toMatchObject({ status: 'UPDATE_COMPLETE', data: { status: 'in progress: status "InProgress", then ResetDistributionCache' } });
      expect(resetsOf(account)).toBe(0);
    });

    test('it completes and says that Lightsail did not accept the reset', async () => {
      fault('throttle', { times: 10 });
      expect(await update('v2', more)).toMatchObject({
        status: 'UPDATE_COMPLETE', data: { status: 'in progress: ResetDistributionCache, not sent yet' },
      });
      expect(account.deployments).toEqual([]);
    });

    test('it fails if that is wanted', async () => {
      fault('throttle', { times: 6 });
      const { status, reasons } = await update('v2', { ...more, failOnTimeout: true });
      expect(status).toBe('UPDATE_ROLLBACK_COMPLETE');
      expect(reasons).toEqual(['my-cdn: timed out after 20 s, pending: ResetDistributionCache, not sent yet; '
        + 'check the distribution, then deploy again or set a longer timeout']);
    });
  });

  describe('a call that fails', () => {
    test.each(['throttle', 'serverError', 'cutBefore'] as const)('%s: the reset is sent again at the next poll', async (kind) => {
      fault(kind, { times: kind === 'throttle' ? 2 : 1 });
      expect(await update()).toEqual(UPDATED);
      expect(account.deployments).toEqual(['ResetDistributionCache']);
    });

    test('a lost response of a reset that took effect: it is not sent again', async () => {
      fault('cutAfter');
      expect(await update()).toEqual(UPDATED);
      expect(resetsOf(account)).toBe(1);
    });

    test('refused as busy: the reset is sent again at the next poll', async () => {
      fault('error', { message: 'Please try again in a few minutes' });
      expect(await update()).toEqual(UPDATED);
      expect(account.deployments).toEqual(['ResetDistributionCache']);
    });

    test.each<[NewFault['kind'], RegExp]>([
      ['error', /^my-cdn: ResetDistributionCache was refused, got InvalidInputException: The request failed: ResetDistributionCache$/],
      ['accessDenied', /^my-cdn: ResetDistributionCache was denied, got AccessDeniedException: .+; the role of the function has this permission .+ deploy again$/],
    ])('%s: it fails at once', async (kind, message) => {
      fault(kind);
      expect(await update()).toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE', reasons: [expect.stringMatching(message)] });
    });

    test('operations that cannot be listed: the first call sends the reset and follows it', async () => {
      account.service.faults.add({ operation: 'GetOperationsForResource', kind: 'error', message: 'not for distributions', times: 100 });
      expect(await update()).toEqual(UPDATED);
      expect(account.deployments).toEqual(['ResetDistributionCache']);
    });
  });

  test('every event that is delivered twice: 1 reset', async () => {
    const twice = account.stack('content', RESET_RESOURCE, {
      invoke: async (event) => {
        await account.host.invoke(event);
        return account.host.invoke(event);
      },
    });
    twice.resource = stack.resource;
    expect(await twice.update(resetProperties('v2'))).toEqual(UPDATED);
    expect(account.deployments).toEqual(['ResetDistributionCache']);
  });
});
