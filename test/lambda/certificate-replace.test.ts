import type { CertificateSummary } from '@aws-sdk/client-lightsail';
import { owned } from './account';
import { CertificateAccount, CONSTRUCT, fenceOfStack, manual, NAME, OWNER, wanted } from './certificate-account';
import type { Stack } from './cloudformation';
import { inputsOf } from './handler-over-http';
import { DISTRIBUTION } from '../../lambda/distribution/name';

let account: CertificateAccount;
let stack: Stack;
let distribution: Stack;

/** The domain names of the stack after one is added. */
const MORE = { subjectAlternativeNames: ['www.example.net', 'shop.example.net'] };
const NEW = 'web-Certificate-3cba6ac8e8d9';

const attach = (certificateName: string, waitForDeployment = true) => distribution.update(owned({ certificateName }, { waitForDeployment }));
const thenAttach = (certificateName: string) => ({ beforeCleanUp: async () => void await attach(certificateName) });

beforeEach(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  account = new CertificateAccount();
  stack = account.certificateStack();
  await stack.create(wanted());
  distribution = account.stack('web', { resourceType: DISTRIBUTION, logicalId: 'Cdn' });
  expect(await distribution.create(owned({ certificateName: NAME }))).toMatchObject({ status: 'CREATE_COMPLETE' });
  account.calls();
});

describe('other domain names', () => {
  test('replace the certificate: the new one is issued, the distribution gets it by one update, then the old one is deleted', async () => {
    const beforeCleanUp = async () => {
      expect(account.requested).toEqual([NAME, NEW]);
      expect(account.certificate(NEW)).toMatchObject({ certificateDetail: { status: 'ISSUED' } });
      expect(await attach(NEW)).toMatchObject({ status: 'UPDATE_COMPLETE', data: { alternativeDomainNames: 'example.net,shop.example.net,www.example.net' } });
    };
    expect(await stack.update(wanted(MORE), { beforeCleanUp })).toEqual({ status: 'UPDATE_COMPLETE', data: expect.objectContaining({ certificateName: NEW, status: 'ISSUED' }), reasons: [] });
    expect(stack.resource?.physicalId).toBe(NEW);
    expect(account.requested).toEqual([NEW]);
    expect(account.certificateTags(NEW)).toEqual({ ...OWNER, ...CONSTRUCT, ...fenceOfStack('web-2 CreateCertificate ChangeResourceRecordSets') });
    expect(inputsOf(account.writes).filter(([operation]) => !/Tag|Untag/.test(operation as string))).toEqual([
      ['CreateCertificate', expect.objectContaining({ certificateName: NEW, domainName: 'example.net', subjectAlternativeNames: ['shop.example.net', 'www.example.net'] })],
      ['UpdateDistribution', { distributionName: 'my-cdn', certificateName: NEW, useDefaultCertificate: false }],
      ['DeleteCertificate', { certificateName: NAME }],
    ]);
  });

  test('the old one is deleted only after the deployment to the edge completed, as it is in use until then', async () => {
    const beforeCleanUp = async () => {
      expect(await attach(NEW, false)).toMatchObject({ data: { status: 'InProgress' } });
      account.calls();
    };
    expect(await stack.update(wanted(MORE), { beforeCleanUp })).toMatchObject({ status: 'UPDATE_COMPLETE', reasons: [] });
    expect(account.live()).toMatchObject({ status: 'Deployed', certificateName: NEW });
    expect(account.calls()).toEqual([
      // Twice 1 s after the update, then 11 and 21 s: the old certificate is in use. 31 s: it is not.
      'GetCertificates', 'GetDistributions', 'GetCertificates', 'GetDistributions', 'GetCertificates', 'GetDistributions', 'GetCertificates', 'GetDistributions',
      'GetCertificates', 'GetOperationsForResource', 'DeleteCertificate',
      'GetCertificates', 'GetOperationsForResource',
    ]);
    expect(account.requested).toEqual([NEW]);
  });

  test('with the former ones again request another certificate, as the old one was deleted', async () => {
    await stack.update(wanted(MORE), thenAttach(NEW));
    expect(await stack.update(wanted(), thenAttach(NAME))).toMatchObject({ status: 'UPDATE_COMPLETE', data: { certificateName: NAME }, reasons: [] });
    expect(account.requested).toEqual([NAME]);
    expect(account.requests).toBe(3);
  });

  test('the old one that is still in use is not deleted, and the update is complete', async () => {
    expect(await stack.update(wanted(MORE))).toMatchObject({
      status: 'UPDATE_COMPLETE',
      data: { certificateName: NEW },
      reasons: [`${NAME}: not deleted after 900 s, pending: in use by my-cdn; `
        + 'attach another certificate to the distributions that have it, or delete them, then delete the certificate again'],
    });
    expect(account.requested).toEqual([NAME, NEW]);
    expect(account.live()).toMatchObject({ status: 'Deployed', certificateName: NAME });
  });
});

const withoutTags = ({ certificateDetail, ...live }: CertificateSummary) => ({
  ...live, tags: undefined, certificateDetail: { ...certificateDetail, tags: undefined },
});

describe.each([[false], [true]])('a replacement that is rolled back, CloudFormation forgets the new name: %p', (forgetsNewId) => {
  const rolledBack = (...reasons: unknown[]) => ({ status: 'UPDATE_ROLLBACK_COMPLETE', data: expect.objectContaining({ certificateName: NAME, status: 'ISSUED' }), reasons });

  test('because the new one is not validated in time: the old one is unchanged, and the next deployment continues with the new one', async () => {
    const before = [withoutTags(account.certificate(NAME)!), account.live()];
    expect(await stack.update(manual({ ...MORE, timeoutSeconds: 60 }), { forgetsNewId })).toEqual(rolledBack(
      expect.stringMatching(new RegExp(`^${NEW}: timed out after 60 s, pending: validation by _\\w+\\.shop\\.example\\.net\\. CNAME \\S+; create these records in the DNS of the domain, `
        + 'and deploy again, which continues with this certificate$'))));
    expect([withoutTags(account.certificate(NAME)!), account.live()]).toEqual(before);
    // If CloudFormation has the new physical id, the old certificate is new to it. The rollback adds a fence, so that a cancelled rollback keeps it.
    expect(account.certificateTags(NAME)).toEqual({ ...OWNER, ...CONSTRUCT, ...fenceOfStack(forgetsNewId ? 'web-1 CreateCertificate ChangeResourceRecordSets' : 'web-3') });
    expect(account.certificateTags(NEW)).toEqual(CONSTRUCT);
    expect(stack.resource?.physicalId).toBe(NAME);
    expect(await stack.update(wanted(MORE), thenAttach(NEW))).toMatchObject({ status: 'UPDATE_COMPLETE', data: { certificateName: NEW }, reasons: [] });
    expect(account.requested).toEqual([NEW]);
    expect(account.requests).toBe(2);
  });

  test('because the new one cannot be issued: it is deleted', async () => {
    account.service.faults.add({ operation: 'CreateCertificate', kind: 'failedOperation' });
    expect(await stack.update(wanted(MORE), { forgetsNewId })).toEqual(rolledBack(expect.stringMatching(new RegExp(`^${NEW}: cannot be issued, got FAILED with DOMAIN_NOT_ALLOWED; `))));
    expect(account.requested).toEqual([NAME]);
    expect(account.live()).toMatchObject({ certificateName: NAME });
  });

  test('because it is denied', async () => {
    account.service.faults.add({ operation: 'CreateCertificate', kind: 'accessDenied' });
    expect(await stack.update(wanted(MORE), { forgetsNewId })).toEqual(rolledBack(expect.stringMatching(new RegExp(`^${NEW}: CreateCertificate was denied, got AccessDeniedException: `))));
    expect(account.requested).toEqual([NAME]);
  });
});

describe('another resource of the stack fails', () => {
  test('while the new one is validated: it is left pending, and the next deployment continues with it', async () => {
    expect(await stack.update(manual(MORE), { siblingFailsAfter: 2 })).toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE', data: { certificateName: NAME }, reasons: [] });
    expect(account.certificateTags(NEW)).toEqual(CONSTRUCT);
    expect(account.live()).toMatchObject({ certificateName: NAME });
    expect(await stack.update(wanted(MORE), thenAttach(NEW))).toMatchObject({ status: 'UPDATE_COMPLETE', reasons: [] });
    expect(account.requested).toEqual([NEW]);
    expect(account.requests).toBe(2);
  });

  test('after the new one is issued, before the distribution has it: it is deleted', async () => {
    expect(await stack.update(wanted(MORE), { siblingFailsAfter: Infinity })).toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE', data: { certificateName: NAME }, reasons: [] });
    expect(account.requested).toEqual([NAME]);
    expect(account.deployments).toEqual(['CreateCertificate', 'DeleteCertificate']);
  });

  test('after the distribution has it: it gets the old one back, and the new one is deleted when that is deployed', async () => {
    const beforeCleanUp = async () => {
      expect(await attach(NEW)).toMatchObject({ status: 'UPDATE_COMPLETE' });
      expect(await attach(NAME, false)).toMatchObject({ status: 'UPDATE_COMPLETE', data: { status: 'InProgress' } });
    };
    expect(await stack.update(wanted(MORE), { siblingFailsAfter: Infinity, beforeCleanUp })).toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE', data: { certificateName: NAME }, reasons: [] });
    expect(account.requested).toEqual([NAME]);
    expect(account.live()).toMatchObject({ status: 'Deployed', certificateName: NAME, alternativeDomainNames: ['example.net', 'www.example.net'] });
    expect(account.deployments).toEqual(['CreateCertificate', 'UpdateDistribution', 'UpdateDistribution', 'DeleteCertificate']);
  });
});

/** CloudFormation sends no Delete for a retained resource. */
describe('a certificate that is retained', () => {
  /** A construct with the same name, added after the first one was removed from the stack. */
  const definedAgain = () => account.certificateStack();

  test('and defined again in its stack is complete at once, and requests no other', async () => {
    expect(await definedAgain().create(manual())).toMatchObject({ status: 'CREATE_COMPLETE', data: { certificateName: NAME, status: 'ISSUED' } });
    expect(account.calls()).toEqual(['GetCertificates']);
    expect(account.requests).toBe(1);
  });

  test('and whose domain names return is used again', async () => {
    const { resource } = stack;
    expect(await account.certificateStack().create(wanted(MORE))).toMatchObject({ status: 'CREATE_COMPLETE', data: { certificateName: NEW } });
    // The update to the new certificate retained the old one, so the stack has only the new one.
    stack.resource = { physicalId: NEW, properties: wanted(MORE) };
    expect(await stack.update(manual())).toMatchObject({ status: 'UPDATE_COMPLETE', data: { certificateName: NAME, status: 'ISSUED' }, reasons: [] });
    expect(stack.resource).toEqual({ ...resource, properties: manual() });
    expect(account.requested).toEqual([NAME]);
    expect(account.requests).toBe(2);
  });

  test('stays when the request that would have used it again is cancelled', async () => {
    account.pass(3_600);
    expect(await definedAgain().create(manual(), { siblingFailsAfter: 0 })).toEqual({ status: 'ROLLBACK_COMPLETE', reasons: [] });
    expect(account.certificateTags()).toMatchObject(OWNER);
    expect(account.live()).toMatchObject({ certificateName: NAME });
  });

  test('is refused to another stack, also one of the same name', async () => {
    const before = account.certificate(NAME);
    const later = account.certificateStack({ stackId: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/9c4d7b2f' });
    expect(await later.create(manual())).toEqual({
      status: 'ROLLBACK_COMPLETE',
      reasons: [`${NAME}: belongs to another resource, got "${stack.id}/Certificate"; a certificate belongs to one resource only; `
        + 'choose another name, or refer to it with DistributionCertificate.fromCertificateName'],
    });
    expect(account.certificate(NAME)).toEqual(before);
  });
});
