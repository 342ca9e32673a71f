import { CertificateAccount, CONSTRUCT, fenceOfStack, manual, NAME, OWNER, wanted } from './certificate-account';
import type { Stack } from './cloudformation';
import { inputsOf } from './handler-over-http';

let account: CertificateAccount;
let stack: Stack;

const TEAM = [{ key: 'team', value: 'web' }];

beforeEach(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  account = new CertificateAccount();
  stack = account.certificateStack();
  await stack.create(wanted({ tags: TEAM }));
  account.upserts.length = 0;
  account.calls();
});

const updated = { status: 'UPDATE_COMPLETE', data: expect.objectContaining({ certificateName: NAME, status: 'ISSUED' }), reasons: [] };

describe('an update of the same domain names', () => {
  test('where nothing differs writes its records again, as they are needed for its renewal', async () => {
    expect(await stack.update(wanted({ tags: TEAM }))).toEqual(updated);
    expect(account.calls()).toEqual(['GetCertificates', 'GetCertificates']);
    expect(account.upserts).toEqual([[{ hostedZoneId: 'Z1', records: [expect.anything(), expect.anything()] }]]);
  });

  test('without a hosted zone any more is one read', async () => {
    expect(await stack.update(manual({ tags: TEAM }))).toEqual(updated);
    expect(account.calls()).toEqual(['GetCertificates']);
    expect(account.upserts).toEqual([]);
  });

  test.each([
    ['in another order', { domainName: 'www.example.net', subjectAlternativeNames: ['example.net'] }],
    ['in another spelling', { domainName: 'Example.NET', subjectAlternativeNames: ['WWW.example.net', 'www.example.net', 'example.net'] }],
  ])('%s does not replace the certificate', async (_what, names) => {
    expect(await stack.update(manual({ tags: TEAM, ...names }))).toEqual(updated);
    expect(stack.resource?.physicalId).toBe(NAME);
    expect(account.calls()).toEqual(['GetCertificates']);
    expect(account.requested).toEqual([NAME]);
  });

  test('writes tags that were changed and removes those that the template no longer has', async () => {
    account.service.call('TagResource', { resourceName: NAME, tags: [{ key: 'theirs', value: 'x' }] });
    account.calls();
    expect(await stack.update(manual({ tags: [{ key: 'stage', value: 'live' }] }))).toEqual(updated);
    expect(account.calls()).toEqual(['GetCertificates', 'TagResource', 'UntagResource']);
    expect(account.certificateTags()).toEqual({ theirs: 'x', stage: 'live', ...OWNER, ...CONSTRUCT, ...fenceOfStack('web-1 CreateCertificate ChangeResourceRecordSets') });
  });

  test('leaves a tag that was removed from the template and changed outside the stack', async () => {
    account.service.call('TagResource', { resourceName: NAME, tags: [{ key: 'team', value: 'theirs' }] });
    expect(await stack.update(manual())).toEqual(updated);
    expect(account.certificateTags()).toMatchObject({ team: 'theirs' });
  });

  test('of a certificate that was deleted outside the stack requests another', async () => {
    account.service.call('DeleteCertificate', { certificateName: NAME });
    account.calls();
    expect(await stack.update(wanted({ tags: TEAM }))).toEqual(updated);
    expect(account.writes.map(({ operation }) => operation)).toEqual(['CreateCertificate', 'TagResource']);
    expect(account.certificateTags()).toEqual({ team: 'web', ...OWNER, ...CONSTRUCT, ...fenceOfStack('web-2 CreateCertificate ChangeResourceRecordSets') });
  });

  test('of a certificate that lost its owner tag restores it', async () => {
    account.service.call('UntagResource', { resourceName: NAME, tagKeys: Object.keys(OWNER) });
    account.calls();
    expect(await stack.update(manual({ tags: TEAM }))).toEqual(updated);
    // The first call takes the certificate, and a poll observes it again.
    expect(account.calls()).toEqual(['GetCertificates', 'TagResource', 'GetCertificates']);
    expect(account.certificateTags()).toEqual({ team: 'web', ...OWNER, ...CONSTRUCT, ...fenceOfStack('web-2') });
  });

  test('of a certificate that expired fails, and so does its rollback, until it is deleted', async () => {
    account.service.seeds.seedCertificate(NAME, { domainName: 'example.net', subjectAlternativeNames: ['www.example.net'], status: 'EXPIRED' });
    const expired = `${NAME}: cannot be issued, got EXPIRED; such a certificate cannot be used; delete it or change certificateName, then deploy again`;
    expect(await stack.update(wanted())).toEqual({ status: 'UPDATE_ROLLBACK_FAILED', reasons: [expired, expired] });
    account.service.call('DeleteCertificate', { certificateName: NAME });
    expect(await stack.continueUpdateRollback()).toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE', data: { status: 'ISSUED' } });
  });
});

describe('a certificate with a specified name', () => {
  const named = (more: object = {}) => manual({ certificateName: 'my-cert', ...more });

  beforeEach(async () => {
    account = new CertificateAccount({ dnsRecordCreation: 'SUCCEEDED' });
    stack = account.certificateStack();
    expect(await stack.create(named())).toMatchObject({ status: 'CREATE_COMPLETE', data: { certificateName: 'my-cert' } });
    account.calls();
  });

  test('and other domain names is refused, and nothing is changed', async () => {
    const before = account.certificate('my-cert');
    expect(await stack.update(named({ subjectAlternativeNames: [], tags: TEAM }))).toEqual({
      status: 'UPDATE_ROLLBACK_COMPLETE',
      data: expect.objectContaining({ certificateName: 'my-cert' }),
      reasons: ['my-cert: has other domain names, got ["example.net","www.example.net"]; the domain names of a certificate never change; '
        + 'leave certificateName out, or choose another one'],
    });
    expect(account.certificate('my-cert')).toEqual(before);
    expect(account.writes).toEqual([]);
  });

  test('and another name with them is replaced', async () => {
    expect(await stack.update(named({ certificateName: 'new-cert', subjectAlternativeNames: [] }))).toMatchObject({ status: 'UPDATE_COMPLETE', data: { certificateName: 'new-cert' }, reasons: [] });
    expect(account.requested).toEqual(['new-cert']);
    expect(account.writes.map(({ operation }) => operation)).toEqual(['CreateCertificate', 'DeleteCertificate']);
  });

  test('is found again by the next deployment if it timed out, but not with other domain names', async () => {
    account = new CertificateAccount();
    await account.certificateStack().create(named({ timeoutSeconds: 60 }));
    expect(await account.certificateStack().create(named({ domainName: 'example.org' }))).toEqual({
      status: 'ROLLBACK_COMPLETE', reasons: [expect.stringMatching(/^my-cert: has other domain names, got \["example\.net","www\.example\.net"\]; /)],
    });
    expect(account.certificateTags('my-cert')).toEqual(CONSTRUCT);
    account.createRecords('my-cert');
    expect(await account.certificateStack().create(named())).toMatchObject({ status: 'CREATE_COMPLETE' });
    expect(account.requests).toBe(1);
  });
});

test('the inputs of tag calls are exact', async () => {
  await stack.update(manual({ tags: [{ key: 'stage', value: '' }] }));
  expect(inputsOf(account.writes)).toEqual([
    ['TagResource', { resourceName: NAME, tags: [{ key: 'stage', value: '' }] }],
    ['UntagResource', { resourceName: NAME, tagKeys: ['team'] }],
  ]);
});
