import { Account, owned } from './account';
import { deliveredTwice } from './delivered-twice';
import { inputsOf } from './handler-over-http';

let account: Account;
beforeEach(() => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  account = new Account();
});

const OWNER = 'cdk-lightsail-distribution:owner';
const CREATED = { [OWNER]: 'created arn:aws:cloudformation:eu-west-1:111122223333:stack/web/0b5f8a1e/Cdn' };

describe('create', () => {
  test('is one call, one deployment, and the owner tag', async () => {
    const stack = account.stack();
    expect(await stack.create(owned({}, { tags: [{ key: 'team', value: 'web' }] }))).toEqual({
      status: 'CREATE_COMPLETE',
      data: {
        distributionName: 'my-cdn',
        distributionArn: account.live()!.arn,
        domainName: account.live()!.domainName,
        status: 'Deployed',
        originPublicDns: 'web.eu-west-1.compute.amazonaws.com',
        alternativeDomainNames: '',
        changes: 'created',
      },
      reasons: [],
    });
    expect(stack.resource?.physicalId).toBe('my-cdn');
    expect(account.tags()).toEqual({ team: 'web', ...CREATED });
    expect(inputsOf(account.writes)).toEqual([
      ['CreateDistribution', {
        distributionName: 'my-cdn',
        bundleId: 'small_1_0',
        origin: { name: 'web', regionName: 'eu-west-1' },
        defaultCacheBehavior: { behavior: 'cache' },
        tags: [
          { key: 'team', value: 'web' },
          { key: OWNER, value: CREATED[OWNER] },
          { key: expect.stringMatching(/^cdk-lightsail-distribution:request:[0-9a-f]{12}$/), value: '1780272000000 web-1 CreateDistribution@1780272000000' },
        ],
      }],
      ['UntagResource', { resourceName: 'my-cdn', tagKeys: [expect.stringMatching(/^cdk-lightsail-distribution:request:/)] }],
    ]);
    expect(account.calls()).toEqual([
      'GetDistributions', 'CreateDistribution',
      // 0, 10, 20 s: the deployment is in progress. 30 s: the distribution is deployed, and its operation has succeeded.
      'GetDistributions', 'GetDistributions', 'GetDistributions', 'GetDistributions', 'GetOperation', 'UntagResource',
    ]);
  });

  test('has a generated name when the template specifies none', async () => {
    const stack = account.stack();
    await stack.create(owned({}, { distributionName: undefined }));
    expect(account.names).toEqual([expect.stringMatching(/^web-Cdn-[0-9a-f]{12}$/)]);
    expect(stack.resource?.physicalId).toBe(account.names[0]);
  });

  test('applies what the call does not accept after the deployment: disabled, and tags without a value', async () => {
    expect(await account.stack().create(owned({ isEnabled: false }, { tags: [{ key: 'a', value: '' }, { key: 'b', value: 'b' }] }))).toMatchObject({
      status: 'CREATE_COMPLETE', data: { changes: 'created', status: expect.stringMatching(/Deployed|Disabled/) },
    });
    expect(account.live()).toMatchObject({ isEnabled: false });
    expect(account.tags()).toEqual({ a: '', b: 'b', ...CREATED });
    expect(account.deployments).toEqual(['CreateDistribution', 'UpdateDistribution']);
    expect(account.writes.map(({ operation }) => operation)).toEqual([
      // The tag is written at once, and the fence with the next step.
      'CreateDistribution', 'TagResource', 'TagResource', 'UpdateDistribution', 'UntagResource',
    ]);
  });

  test('without waiting for the deployment ends when the operation is accepted', async () => {
    expect(await account.stack().create(owned({}, { waitForDeployment: false }))).toMatchObject({
      status: 'CREATE_COMPLETE', data: { distributionName: 'my-cdn', status: 'InProgress' },
    });
    expect(account.calls()).toEqual(['GetDistributions', 'CreateDistribution', 'GetDistributions', 'UntagResource']);
    expect(account.tags()).toEqual(CREATED);
  });

  test.each(['nothing', 'former'] as const)('with a certificate that is recorded and not served (%s) attaches it once more', async (shows) => {
    account.service.faults.add({ operation: 'CreateDistribution', kind: 'certificateNotServed', shows });
    expect(await account.stack().create(owned({ certificateName: 'cert-1' }))).toMatchObject({
      status: 'CREATE_COMPLETE', data: { alternativeDomainNames: 'example.com,www.example.com' },
    });
    expect(account.deployments).toEqual(['CreateDistribution', 'AttachCertificateToDistribution']);
    expect(account.tags()).toEqual(CREATED);
  });

  test('of the account\'s first distribution, where reads of a missing name have another answer, and of another beside it', async () => {
    for (const missingNameOnRead of ['InvalidInputException', 'NotFoundException'] as const) {
      account = new Account({ missingNameOnRead });
      expect(await account.stack('one').create(owned({}, { distributionName: 'first' }))).toMatchObject({ status: 'CREATE_COMPLETE' });
      expect(await account.stack('two').create(owned({}, { distributionName: 'second' }))).toMatchObject({ status: 'CREATE_COMPLETE' });
      expect(account.names).toEqual(['first', 'second']);
    }
  });
});

describe('created again after a lost response', () => {
  test.each([
    ['cutAfter', ['cutAfter', 'InvalidInputException']],
    ['cutBefore', ['cutBefore', 'ok']],
    ['serverError', ['ServiceException', 'ok']],
    ['throttle', ['ThrottlingException', 'ok']],
  ] as const)('of the call that creates it (%s): there is one', async (kind, outcomes) => {
    account.service.faults.add({ operation: 'CreateDistribution', kind });
    expect(await account.stack().create(owned())).toMatchObject({ status: 'CREATE_COMPLETE', data: { changes: 'created' } });
    expect(account.writes.filter(({ operation }) => operation === 'CreateDistribution').map(({ outcome }) => outcome)).toEqual(outcomes);
    expect(account.names).toEqual(['my-cdn']);
    expect(account.tags()).toEqual(CREATED);
  });

  test('of every attempt of the call that creates it: there is one distribution, or none and an error', async () => {
    account.service.faults.add({ operation: 'CreateDistribution', kind: 'cutBefore', times: 2 });
    expect(await account.stack().create(owned())).toEqual({
      status: 'ROLLBACK_COMPLETE',
      reasons: ['my-cdn: CreateDistribution created no distribution, got Error (ECONNRESET): read ECONNRESET; '
        + 'its name must be unique among the Lightsail resources of the account; choose another name, or deploy again'],
    });
    expect(account.names).toEqual([]);
    account.service.faults.add({ operation: 'CreateDistribution', kind: 'cutAfter', times: 2 });
    expect(await account.stack().create(owned())).toMatchObject({ status: 'CREATE_COMPLETE' });
    expect(account.tags()).toEqual(CREATED);
  });

  test('of the whole first call, which is delivered again: it continues with its own distribution', async () => {
    const stack = account.stack(undefined, undefined, deliveredTwice(account));
    expect(await stack.create(owned({ isEnabled: false }))).toMatchObject({ status: 'CREATE_COMPLETE' });
    expect(account.deployments).toEqual(['CreateDistribution', 'UpdateDistribution']);
    expect(account.tags()).toEqual(CREATED);
    expect(await stack.delete()).toEqual({ status: 'DELETE_COMPLETE', reasons: [] });
    expect(account.names).toEqual([]);
  });
});

describe('create of a distribution that exists already', () => {
  beforeEach(() => void account.service.seeds.seedDistribution('my-cdn', { defaultRootObject: 'theirs.html', tags: [{ key: 'team', value: 'theirs' }] }));

  test('and has no owner is refused, and leaves it unchanged', async () => {
    const before = account.live();
    expect(await account.stack().create(owned({ isEnabled: false }))).toEqual({
      status: 'ROLLBACK_COMPLETE',
      reasons: ['my-cdn: exists already and belongs to no stack, got a distribution without the tag cdk-lightsail-distribution:owner; '
        + 'it is left unchanged; choose another name, or keep this name and set onExisting to OnExisting.ADOPT'],
    });
    expect(account.live()).toEqual(before);
    expect(account.writes).toEqual([]);
  });

  test.each(['fail', 'adopt'])('and belongs to another stack is refused, and leaves it unchanged: onExisting %s', async (onExisting) => {
    account.service.seeds.removeDistribution('my-cdn');
    await account.stack('theirs').create(owned());
    account.calls();
    const before = account.live();
    expect(await account.stack().create(owned({ isEnabled: false }, { onExisting }))).toEqual({
      status: 'ROLLBACK_COMPLETE',
      reasons: ['my-cdn: belongs to another resource, got "arn:aws:cloudformation:eu-west-1:111122223333:stack/theirs/0b5f8a1e/Cdn"; '
        + 'a distribution belongs to one resource only; choose another name, or remove it there with RemovalPolicy.RETAIN, remove its tag with '
        + '`aws lightsail untag-resource --resource-name my-cdn --tag-keys cdk-lightsail-distribution:owner --region us-east-1`, and adopt it'],
    });
    expect(account.live()).toEqual(before);
    expect(account.writes).toEqual([]);
  });

  test('of another kind of resource: Lightsail refuses the name, and it is reported', async () => {
    account.service.seeds.seedOrigin('taken', { regionName: 'us-east-1', resourceType: 'Instance' });
    const { status, reasons } = await account.stack().create(owned({}, { distributionName: 'taken' }));
    expect([status, reasons]).toEqual(['ROLLBACK_COMPLETE', [expect.stringMatching(
      /^taken: CreateDistribution created no distribution, got InvalidInputException: .*already in use.*; its name must be unique among the Lightsail resources/)]]);
    expect(account.names).toEqual(['my-cdn']);
  });
});
