import { owned } from './account';
import { CertificateAccount, CONSTRUCT, manual, NAME, OWNER, wanted } from './certificate-account';
import type { Stack } from './cloudformation';
import { Waiter } from './provider-framework';
import { CERTIFICATE } from '../../lambda/certificate/name';

let account: CertificateAccount;
let stack: Stack;

const DELETED = { status: 'DELETE_COMPLETE', reasons: [] };
const REMEDY = 'attach another certificate to the distributions that have it, or delete them, then delete the certificate again';

beforeEach(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  account = new CertificateAccount();
  stack = account.certificateStack();
  await stack.create(wanted());
  account.calls();
});

describe('delete', () => {
  test('ends when the certificate is deleted, and leaves its validation records, which others may need', async () => {
    const records = account.recordsOf();
    expect(await stack.delete()).toEqual(DELETED);
    expect(account.requested).toEqual([]);
    expect(account.calls()).toEqual(['GetCertificates', 'DeleteCertificate', 'GetOperation', 'GetCertificates']);
    await stack.create(manual({ timeoutSeconds: 60 }));
    expect(account.certificate(NAME)).toMatchObject({ certificateDetail: { status: 'ISSUED' } });
    expect(account.recordsOf()).toEqual(records);
  });

  test('waits while a distribution has it', async () => {
    const distribution = account.stack();
    await distribution.create(owned({ certificateName: NAME }));
    account.calls();
    const { host } = account;
    let calls = 0;
    const deleted = new Waiter({
      invoke: async (event) => {
        // The distribution gets another certificate at the same time.
        if (++calls === 4) account.service.call('UpdateDistribution', { distributionName: 'my-cdn', useDefaultCertificate: true });
        return host.invoke(event);
      },
    }, { type: 'Delete', properties: wanted(), physicalId: NAME, stackId: stack.id, resourceType: CERTIFICATE, logicalId: 'Certificate' });
    expect(await deleted.run(() => account.pass(10))).toMatchObject({ status: 'SUCCESS', physicalId: NAME });
    expect(account.requested).toEqual([]);
    expect(account.calls()).toEqual([
      'GetCertificates', 'GetDistributions', 'GetCertificates', 'GetDistributions', 'GetCertificates', 'GetDistributions',
      'UpdateDistribution',
      // 0, 10 and 20 s of the deployment: the certificate is still in use.
      'GetCertificates', 'GetDistributions', 'GetCertificates', 'GetDistributions', 'GetCertificates', 'GetDistributions',
      'GetCertificates', 'GetOperationsForResource', 'DeleteCertificate', 'GetCertificates', 'GetOperationsForResource',
    ]);
  });

  test('sends the call again when it is refused, as a certificate may be in use for a while', async () => {
    account.service.faults.add({ operation: 'DeleteCertificate', kind: 'error', message: 'The certificate is in use', times: 3 });
    expect(await stack.delete()).toEqual(DELETED);
    expect(account.writes.map(({ outcome }) => outcome)).toEqual(['InvalidInputException', 'InvalidInputException', 'InvalidInputException', 'ok']);
  });

  test.each(['throttle', 'serverError', 'cutBefore', 'cutAfter'] as const)('whose call fails (%s) continues at a later poll', async (kind) => {
    account.service.faults.add({ operation: 'DeleteCertificate', kind });
    expect(await stack.delete()).toEqual(DELETED);
    expect(account.requested).toEqual([]);
    expect(account.writes.map(({ outcome }) => outcome)).toEqual(kind === 'cutAfter' ? ['cutAfter'] : [expect.not.stringMatching('ok'), 'ok']);
  });

  test.each(['emptyList', 'NotFoundException'] as const)('of one that somebody has deleted already, where a read of it answers %s', async (missingCertificateOnRead) => {
    account = new CertificateAccount({ missingCertificateOnRead });
    stack = account.certificateStack();
    await stack.create(wanted());
    account.service.call('DeleteCertificate', { certificateName: NAME });
    account.pass(60);
    account.calls();
    expect(await stack.delete()).toEqual(DELETED);
    expect(account.writes).toEqual([]);
  });

  test.each<[string, object]>([
    ['another stack', { 'cdk-lightsail-distribution:owner': 'created arn:aws:cloudformation:eu-west-1:111122223333:stack/theirs/1/Certificate' }],
    ['no one any more', {}],
  ])('leaves one as it is that belongs to %s', async (_who, tags) => {
    account.service.call('UntagResource', { resourceName: NAME, tagKeys: Object.keys(OWNER) });
    account.service.call('TagResource', { resourceName: NAME, tags: [...Object.entries({ ...tags, team: 'x' })].map(([key, value]) => ({ key, value })) });
    account.calls();
    const before = account.certificate(NAME);
    expect(await stack.delete()).toEqual(DELETED);
    expect(account.certificate(NAME)).toEqual(before);
    expect(account.calls()).toEqual(['GetCertificates']);
  });

  test('uses only the name, whatever is wrong with the properties', async () => {
    stack.resource = { physicalId: NAME, properties: { domainName: ['*'], hostedZones: 'all', tags: 5, timeoutSeconds: 'long', wildcard: true } };
    expect(await stack.delete()).toEqual(DELETED);
    expect(account.requested).toEqual([]);
  });

  test('of an invalid name does nothing', async () => {
    stack.resource = { physicalId: 'no name', properties: { domainName: ['example.net'] } };
    expect(await stack.delete()).toEqual(DELETED);
    expect(account.calls()).toEqual([]);
  });

  test('of a former certificate leaves the new one, whichever properties come with it', async () => {
    await account.certificateStack().create(wanted({ subjectAlternativeNames: [] }));
    const request = {
      type: 'Delete', properties: wanted({ subjectAlternativeNames: [] }), physicalId: NAME, stackId: stack.id, resourceType: CERTIFICATE, logicalId: 'Certificate',
    } as const;
    expect(await new Waiter(account.host, request).run(() => account.pass(10))).toMatchObject({ status: 'SUCCESS' });
    expect(account.requested).toEqual([expect.not.stringMatching(NAME)]);
  });
});

describe('delete that fails', () => {
  const failed = (reason: unknown) => ({ status: 'DELETE_FAILED', reasons: [reason] });

  test('because distributions have the certificate for 15 minutes, however short the timeout of the template is, names them', async () => {
    const distribution = account.stack();
    await distribution.create(owned({ certificateName: NAME }));
    account.calls();
    stack.resource = { physicalId: NAME, properties: wanted({ timeoutSeconds: 60 }) };
    const startedAt = account.clock.now();
    expect(await stack.delete()).toEqual(failed(`${NAME}: not deleted after 900 s, pending: in use by my-cdn; ${REMEDY}`));
    expect(account.clock.now() - startedAt).toBe(901_000);
    expect(account.writes).toEqual([]);
    await distribution.update(owned({ certificateName: '' }));
    expect(await stack.delete()).toEqual(DELETED);
  });

  test('because it is refused for 15 minutes', async () => {
    account.service.faults.add({ operation: 'DeleteCertificate', kind: 'error', message: 'The certificate cannot be deleted', times: 1_000 });
    expect(await stack.delete()).toEqual(failed(`${NAME}: not deleted after 900 s, pending: DeleteCertificate; ${REMEDY}`));
    // One write by the first call, and one by each poll every 10 seconds.
    expect(account.writes).toHaveLength(91);
    account.service.faults.clear();
    expect(await stack.delete()).toEqual(DELETED);
  });

  test('with its operation succeeds when it is tried again', async () => {
    account.service.faults.add({ operation: 'DeleteCertificate', kind: 'failedOperation', code: 'Stuck', message: 'It stays' });
    expect(await stack.delete()).toEqual(failed(expect.stringMatching(
      new RegExp(`^${NAME}: DeleteCertificate operation \\S+ \\(Failed\\) failed: Stuck: It stays; correct the cause and delete the stack again$`))));
    expect(account.requested).toEqual([NAME]);
    expect(await stack.delete()).toEqual(DELETED);
  });

  test('because Lightsail does not respond until the deadline', async () => {
    account.service.faults.add({ operation: '*', kind: 'serverError', times: 10_000 });
    expect(await stack.delete()).toEqual(failed(`${NAME}: not deleted after 900 s, pending: a response of Lightsail, got ServiceException: The service is unavailable; `
      + 'delete the stack again when Lightsail responds'));
  });
});

test('a late poll of a request that ended long ago deletes nothing that was created since', async () => {
  const event = {
    RequestType: 'Delete' as const,
    RequestId: 'web-2',
    ResourceType: CERTIFICATE,
    StackId: stack.id,
    LogicalResourceId: 'Certificate',
    PhysicalResourceId: NAME,
    ResourceProperties: wanted(),
    Progress: { startedAt: account.clock.now(), physicalResourceId: NAME, state: { phase: 'unobserved' } },
  };
  await stack.delete();
  account.pass(400);
  await stack.create(wanted());
  expect(await account.host.invoke(event)).toEqual({ answer: { IsComplete: true } });
  expect(account.certificateTags()).toMatchObject({ ...OWNER, ...CONSTRUCT });
});
