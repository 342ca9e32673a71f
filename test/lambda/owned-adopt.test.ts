import { Account, owned } from './account';
import { inputsOf } from './handler-over-http';
import { changes } from '../../lambda/distribution/changes';

let account: Account;

const OWNER = 'cdk-lightsail-distribution:owner';
const RESOURCE = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/0b5f8a1e/Cdn';
const adopting = (settings: object = {}, more: object = {}) => owned(settings, { onExisting: 'adopt', ...more });
const THEIRS = {
  origin: { name: 'web', regionName: 'eu-west-1' as const },
  defaultRootObject: 'theirs.html',
  cacheBehaviorSettings: { maximumTTL: 1_000_000 },
  tags: [{ key: 'team', value: 'theirs' }, { key: 'stage', value: 'live' }],
};

beforeEach(() => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  account = new Account();
  account.service.seeds.seedDistribution('my-cdn', THEIRS);
});

const fences = () => Object.keys(account.tags()).filter((key) => key.startsWith('cdk-lightsail-distribution:request:'));

describe('adopt', () => {
  test('of one without a difference is 1 read and 1 tag', async () => {
    expect(await account.stack().create(adopting())).toMatchObject({ status: 'CREATE_COMPLETE', data: { changes: 'adopted' } });
    expect(inputsOf(account.service.log.all)).toEqual([
      ['GetDistributions', { distributionName: 'my-cdn' }],
      ['TagResource', { resourceName: 'my-cdn', tags: [{ key: OWNER, value: `adopted ${RESOURCE}` }] }],
    ]);
    expect(account.tags()).toEqual({ team: 'theirs', stage: 'live', [OWNER]: `adopted ${RESOURCE}` });
  });

  test('applies the settings and tags of the template, and leaves the rest', async () => {
    const tags = [{ key: 'team', value: 'web' }];
    expect(await account.stack().create(adopting({ isEnabled: false, ipAddressType: 'ipv4' }, { tags }))).toMatchObject({
      status: 'CREATE_COMPLETE',
      data: { changes: 'isEnabled: true -> false; ipAddressType: "dualstack" -> "ipv4"; adopted; tag team: "theirs" -> "web"' },
    });
    expect(account.live()).toMatchObject({
      isEnabled: false, ipAddressType: 'ipv4', defaultRootObject: 'theirs.html', cacheBehaviorSettings: { maximumTTL: 1_000_000 }, bundleId: 'small_1_0',
    });
    expect(account.tags()).toEqual({ team: 'web', stage: 'live', [OWNER]: `adopted ${RESOURCE}` });
    expect(account.deployments).toEqual(['UpdateDistribution', 'SetIpAddressType']);
  });

  test('without waiting for the deployment', async () => {
    expect(await account.stack().create(adopting({ isEnabled: false }, { waitForDeployment: false }))).toMatchObject({ status: 'CREATE_COMPLETE' });
    expect(account.tags()[OWNER]).toBe(`adopted ${RESOURCE}`);
    expect(fences()).toEqual([]);
  });

  test('of one that is busy waits', async () => {
    account.service.seeds.deployOutsideStack('my-cdn', { defaultRootObject: 'other.html' });
    expect(await account.stack().create(adopting({ isEnabled: false }))).toMatchObject({ status: 'CREATE_COMPLETE' });
    expect(account.live()).toMatchObject({ isEnabled: false, defaultRootObject: 'other.html' });
    expect(account.tags()[OWNER]).toBe(`adopted ${RESOURCE}`);
  });

  test('where there is nothing to adopt creates the distribution, and owns it as any other', async () => {
    account.service.seeds.removeDistribution('my-cdn');
    const stack = account.stack();
    expect(await stack.create(adopting())).toMatchObject({ status: 'CREATE_COMPLETE', data: { changes: 'created' } });
    expect(account.tags()).toEqual({ [OWNER]: `created ${RESOURCE}` });
    await stack.delete();
    expect(account.names).toEqual([]);
  });

  test('whose first call is delivered again continues', async () => {
    const { host } = account;
    const twice = {
      invoke: async (event: Parameters<typeof host.invoke>[0]) => {
        if (event.Progress === undefined) await host.invoke(event);
        return host.invoke(event);
      },
    };
    const stack = account.stack(undefined, undefined, twice);
    expect(await stack.create(adopting({ isEnabled: false }))).toMatchObject({ status: 'CREATE_COMPLETE' });
    expect(account.tags()[OWNER]).toBe(`adopted ${RESOURCE}`);
    expect(fences()).toEqual([]);
  });

  test('that fails releases it again: it is neither deleted nor marked', async () => {
    account.service.faults.add({ operation: 'SetIpAddressType', kind: 'accessDenied' });
    const { status, reasons } = await account.stack().create(adopting({ isEnabled: false, ipAddressType: 'ipv4' }, { deleteAdopted: true }));
    expect([status, reasons]).toEqual(['ROLLBACK_COMPLETE', [expect.stringMatching(/^my-cdn: SetIpAddressType was denied, got AccessDeniedException: /)]]);
    expect(account.tags()).toEqual({ team: 'theirs', stage: 'live' });
    expect(account.deployments).toEqual(['UpdateDistribution']);
  });

  test.each([0, 1, 2])('that is cancelled after %d polls releases it again', async (siblingFailsAfter) => {
    const stack = account.stack();
    expect(await stack.create(adopting({ isEnabled: false, ipAddressType: 'ipv4' }, { deleteAdopted: true }), { siblingFailsAfter })).toEqual({ status: 'ROLLBACK_COMPLETE', reasons: [] });
    account.pass(120);
    expect(account.tags()).toEqual({ team: 'theirs', stage: 'live' });
    expect(account.deployments).toEqual(['UpdateDistribution']);
    expect(stack.unheard).toMatchObject([{ status: 'FAILED' }]);
  });
});

describe('adopt by an update', () => {
  test('of one that was created outside the stack in place of ours', async () => {
    account.service.seeds.removeDistribution('my-cdn');
    const stack = account.stack();
    await stack.create(adopting());
    account.service.seeds.removeDistribution('my-cdn');
    account.service.seeds.seedDistribution('my-cdn', THEIRS);
    expect(await stack.update(adopting({ isEnabled: false }))).toMatchObject({ status: 'UPDATE_COMPLETE' });
    expect(account.tags()).toEqual({ team: 'theirs', stage: 'live', [OWNER]: `adopted ${RESOURCE}` });
  });

  test('to the name of an existing one', async () => {
    const stack = account.stack();
    await stack.create(owned({}, { distributionName: 'old-cdn' }));
    expect(await stack.update(adopting({ isEnabled: false }))).toMatchObject({ status: 'UPDATE_COMPLETE', data: { changes: 'isEnabled: true -> false; adopted' } });
    expect(account.names).toEqual(['my-cdn']);
    expect(account.tags()).toEqual({ team: 'theirs', stage: 'live', [OWNER]: `adopted ${RESOURCE}` });
  });
});

describe('the construct of an adopted one is removed', () => {
  test('by default: it is released as it is, and any stack can adopt it', async () => {
    const stack = account.stack();
    await stack.create(adopting({ isEnabled: false }, { tags: [{ key: 'added', value: 'x' }] }));
    account.calls();
    expect(await stack.delete()).toEqual({ status: 'DELETE_COMPLETE', reasons: [] });
    expect(account.calls()).toEqual(['GetDistributions', 'UntagResource']);
    expect(account.tags()).toEqual({ team: 'theirs', stage: 'live', added: 'x' });
    expect(changes({ desired: { isEnabled: false }, removed: {} }, account.live()!)).toEqual([]);
    expect(await account.stack('another').create(adopting())).toMatchObject({ status: 'CREATE_COMPLETE' });
  });

  test('with RemovalPolicy.DESTROY: it is deleted', async () => {
    const stack = account.stack();
    await stack.create(adopting({}, { deleteAdopted: true }));
    expect(await stack.delete()).toEqual({ status: 'DELETE_COMPLETE', reasons: [] });
    expect(account.names).toEqual([]);
  });

  test('with RemovalPolicy.RETAIN: nothing happens, and the construct continues when it is defined again', async () => {
    await account.stack().create(adopting());
    account.calls();
    expect(await account.stack().create(adopting({ isEnabled: false }))).toMatchObject({ status: 'CREATE_COMPLETE', data: { changes: 'isEnabled: true -> false' } });
    expect(account.tags()[OWNER]).toBe(`adopted ${RESOURCE}`);
  });
});

describe('one that the stack created and retained when its construct was removed, at least an hour ago,', () => {
  beforeEach(async () => {
    account.service.seeds.removeDistribution('my-cdn');
    await account.stack().create(owned());
    account.pass(3_601);
    account.calls();
  });

  test.each([owned(), adopting()])('is adopted when the construct is defined again', async (properties) => {
    expect(await account.stack().create(properties)).toMatchObject({ status: 'CREATE_COMPLETE', data: { changes: 'adopted' } });
    expect(account.tags()).toEqual({ [OWNER]: `adopted ${RESOURCE}` });
    expect(account.deployments).toEqual([]);
  });

  test('is not deleted when that fails', async () => {
    account.service.faults.add({ operation: 'UpdateDistribution', kind: 'accessDenied' });
    expect(await account.stack().create(owned({ isEnabled: false }))).toMatchObject({ status: 'ROLLBACK_COMPLETE' });
    expect(account.names).toEqual(['my-cdn']);
    expect(account.tags()).toEqual({});
  });
});
