import { CertificateAccount, CONSTRUCT, fenceOfStack, manual, NAME, OWNER, STACK_ID, wanted } from './certificate-account';
import { Waiter, type ResourceRequest } from './provider-framework';
import type { Ports } from './simulated-lightsail';
import { CERTIFICATE } from '../../lambda/certificate/name';

beforeEach(() => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
});

const MORE = { subjectAlternativeNames: ['www.example.net', 'shop.example.net'] };
const NEW = 'web-Certificate-3cba6ac8e8d9';

test('a superseded request that times out does not remove the owner tag of a later request of the same certificate', async () => {
  const account = new CertificateAccount();
  await account.certificateStack().create(wanted());
  const request = (requestId: string, timeoutSeconds: number, more: Partial<ResourceRequest> = {}) => new Waiter(account.host, {
    type: 'Update',
    properties: manual({ ...MORE, timeoutSeconds }),
    old: wanted(),
    physicalId: NAME,
    requestId,
    stackId: STACK_ID,
    resourceType: CERTIFICATE,
    logicalId: 'Certificate',
    ...more,
  });
  const cancelled = request('web-2', 600);
  await cancelled.start();
  await request('web-3', 600, { properties: wanted(), old: manual({ ...MORE, timeoutSeconds: 600 }) }).start();
  expect(account.certificateTags(NEW)).toEqual(CONSTRUCT);

  const later = request('web-4', 3_000);
  await later.start();
  account.pass(600);
  expect(await cancelled.poll()).toMatchObject({ status: 'FAILED', reason: expect.stringMatching(/timed out after 600 s.*, and deploy again$/) });
  expect(account.certificateTags(NEW)).toEqual({ ...OWNER, ...CONSTRUCT, ...fenceOfStack('web-4') });
  account.createRecords(NEW);
  expect(await later.poll()).toBeUndefined();
  account.pass(20);
  expect(await later.poll()).toMatchObject({ status: 'SUCCESS' });
  expect(account.certificateTags(NEW)).toMatchObject(OWNER);
});

test('a stale first read, which shows the owner tag of a certificate that was released since, does not complete the request without ownership', async () => {
  let stale = 0;
  const disturb = (port: Ports): Ports => ({
    ...port,
    certificate: async (name) => {
      const live = await port.certificate(name);
      return live && stale-- > 0 ? { ...live, tags: [...live.tags!, ...Object.entries(OWNER).map(([key, value]) => ({ key, value }))] } : live;
    },
  });
  const account = new CertificateAccount({}, disturb);
  await account.certificateStack().create(manual({ timeoutSeconds: 60 }));
  expect(account.certificateTags()).toEqual(CONSTRUCT);
  account.createRecords();
  account.service.call('GetCertificates', {});
  account.pass(60);
  stale = 1;
  expect(await account.certificateStack().create(manual())).toMatchObject({ status: 'CREATE_COMPLETE' });
  expect(account.certificateTags()).toMatchObject(OWNER);
});

test('a poll that does not see yet that the certificate was taken does not complete without records and tags', async () => {
  let reads = -Infinity;
  let before: Awaited<ReturnType<Ports['certificate']>>;
  const account = new CertificateAccount({}, (port) => ({
    ...port,
    certificate: async (name) => {
      const live = await port.certificate(name);
      reads += 1;
      if (reads === 1) before = live;
      return reads === 2 ? before : live;
    },
  }));
  await account.certificateStack().create(manual({ timeoutSeconds: 60 }));
  reads = 0;
  expect(await account.certificateStack().create(wanted({ waitForIssuance: false, tags: [{ key: 'team', value: 'web' }] }))).toMatchObject({ status: 'CREATE_COMPLETE' });
  expect(account.upserts).toHaveLength(1);
  expect(account.certificateTags()).toMatchObject({ team: 'web', ...OWNER });
});

test.each([60, 7_200])('a certificate that was retained %d s ago is released, not deleted, if its redefinition is cancelled', async (seconds) => {
  const account = new CertificateAccount();
  const stack = account.certificateStack();
  await stack.create(wanted());
  // With RemovalPolicy.RETAIN, CloudFormation removes the resource from the stack without a Delete.
  stack.resource = undefined;
  account.pass(seconds);
  expect(await stack.create(wanted(), { siblingFailsAfter: 0 })).toEqual({ status: 'ROLLBACK_COMPLETE', reasons: [] });
  expect(account.certificate(NAME)).toMatchObject({ certificateDetail: { status: 'ISSUED' } });
  expect(account.certificateTags()).toEqual(CONSTRUCT);
});
