import { Account, owned } from './account';
import { Stack } from './cloudformation';
import { Simultaneous } from './simultaneous';

const SETTINGS = { resourceType: 'Custom::LightsailDistributionSettings' };
const OWNER = 'cdk-lightsail-distribution:owner';

let account: Account;
let owner: Stack;
let [one, other]: Stack[] = [];

const settingsOnly = (settings: object) => ({ distributionName: 'my-cdn', waitForDeployment: true, timeoutSeconds: 3_000, settings });

beforeEach(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  account = new Account();
  owner = account.stack();
  [one, other] = ['one', 'other'].map((name) => account.stack(name, SETTINGS));
  await owner.create(owned());
  account.calls();
});

describe('one stack owns a distribution, and two others have disjoint settings of it', () => {
  const all = { isEnabled: false, defaultRootObject: 'one.html', cacheBehaviorSettings: { defaultTTL: 5 } };

  test('one after the other', async () => {
    await one.create(settingsOnly({ defaultRootObject: 'one.html' }));
    await other.create(settingsOnly({ cacheBehaviorSettings: { defaultTTL: 5 } }));
    expect(await owner.update(owned({ isEnabled: false }))).toMatchObject({ status: 'UPDATE_COMPLETE', data: { changes: 'isEnabled: true -> false' } });
    expect(account.live()).toMatchObject(all);
    expect(account.deployments).toHaveLength(3);
    expect(Object.keys(account.tags())).toEqual([OWNER]);
  });

  test('all at the same time', async () => {
    const together = new Simultaneous(account.clock);
    [one, other] = ['one', 'other'].map((name) => new Stack(account.host, together.sleep, name, SETTINGS));
    owner = Object.assign(new Stack(account.host, together.sleep), { resource: owner.resource });
    const results = await together.all([
      one.create(settingsOnly({ defaultRootObject: 'one.html' })),
      other.create(settingsOnly({ cacheBehaviorSettings: { defaultTTL: 5 } })),
      owner.update(owned({ isEnabled: false })),
    ]);
    expect(results).toMatchObject([{ status: 'CREATE_COMPLETE' }, { status: 'CREATE_COMPLETE' }, { status: 'UPDATE_COMPLETE' }]);
    expect(account.live()).toMatchObject(all);
    expect(account.deployments).toHaveLength(3);
    expect(Object.keys(account.tags())).toEqual([OWNER]);
  });

  test('deleting the settings leaves no trace, deleting the owner deletes the distribution', async () => {
    await one.create(settingsOnly({ defaultRootObject: 'one.html' }));
    await other.create(settingsOnly({ cacheBehaviorSettings: { defaultTTL: 5 } }));
    const before = account.live();
    account.calls();
    expect(await one.delete()).toMatchObject({ status: 'DELETE_COMPLETE' });
    expect([account.live(), account.calls()]).toEqual([before, ['GetDistributions']]);
    expect(await owner.delete()).toMatchObject({ status: 'DELETE_COMPLETE' });
    expect(await other.delete()).toMatchObject({ status: 'DELETE_COMPLETE' });
    expect(account.names).toEqual([]);
  });

  test('an update of the settings never changes the owner tag', async () => {
    await one.create(settingsOnly({ defaultRootObject: 'one.html', ipAddressType: 'ipv4' }));
    expect(account.tags()).toEqual({ [OWNER]: `created ${owner.id}/Cdn` });
  });
});
