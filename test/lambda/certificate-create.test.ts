import { CertificateAccount, CONSTRUCT, fenceOfStack, LATER_STACK_ID, manual, NAME, OWNER, STACK_ID, wanted } from './certificate-account';
import { deliveredTwice } from './delivered-twice';
import { inputsOf } from './handler-over-http';

let account: CertificateAccount;
beforeEach(() => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  account = new CertificateAccount();
});

const repeated = (call: string, times: number) => Array.from({ length: times }, () => call);
const fence = (value: RegExp) => ({ key: expect.stringMatching(/^cdk-lightsail-distribution:request:[0-9a-f]{12}$/), value: expect.stringMatching(value) });

/** The fence of a request that created the certificate, and of one that also wrote its records. */
const CREATED = fenceOfStack('web-1 CreateCertificate');
const RECORDED = fenceOfStack('web-1 CreateCertificate ChangeResourceRecordSets');
const GENERATED = [
  { name: '_28bf0eba6631b5563247f1b42d9a7f17.example.net.', value: '_5e46d512c7d3024a733f85520fa1ddd5.acm-validations.aws.' },
  { name: '_cc3c275ad38890720af9c3f1d3543871.www.example.net.', value: '_78f0233273b335bfe1e9ca66825f0407.acm-validations.aws.' },
];

describe('create with a hosted zone', () => {
  test('requests the certificate, writes its records once, and completes when it is issued', async () => {
    const stack = account.certificateStack();
    expect(await stack.create(wanted({ tags: [{ key: 'team', value: 'web' }] }))).toEqual({
      status: 'CREATE_COMPLETE',
      data: {
        certificateName: NAME,
        certificateArn: account.certificate(NAME)!.certificateArn,
        status: 'ISSUED',
        validationRecords: GENERATED.map(({ name, value }) => `${name} CNAME ${value}`).join(', '),
      },
      reasons: [],
    });
    expect(stack.resource?.physicalId).toBe(NAME);
    expect(account.certificateTags()).toEqual({ team: 'web', ...OWNER, ...CONSTRUCT, ...RECORDED });
    expect(account.upserts).toEqual([[{ hostedZoneId: 'Z1', records: GENERATED }]]);
    expect(inputsOf(account.writes)).toEqual([
      ['CreateCertificate', {
        certificateName: NAME,
        domainName: 'example.net',
        subjectAlternativeNames: ['www.example.net'],
        tags: [...Object.entries({ team: 'web', ...OWNER, ...CONSTRUCT }).map(([key, value]) => ({ key, value })), fence(/^\d+ web-1 CreateCertificate@\d+$/)],
      }],
      ['TagResource', { resourceName: NAME, tags: [fence(/^\d+ web-1 CreateCertificate@\d+ ChangeResourceRecordSets@\d+$/)] }],
    ]);
    expect(account.calls()).toEqual([
      // The first call: the certificate does not exist, then it is requested, then its records are written.
      'GetCertificates', 'CreateCertificate', 'GetCertificates', 'GetCertificates', 'TagResource',
      // 0 and 10 s: validation is in progress. 20 s: the certificate is issued.
      'GetCertificates', 'GetCertificates', 'GetCertificates',
    ]);
  });

  test('writes each record to the zone of its domain name, with the role of the zone', async () => {
    const roleArn = 'arn:aws:iam::444455556666:role/dns';
    await account.certificateStack().create(wanted({
      hostedZones: [{ domainName: 'www.example.net', hostedZoneId: 'Z2', roleArn }, { domainName: 'example.net', hostedZoneId: 'Z1' }],
    }));
    expect(account.upserts).toEqual([[{ hostedZoneId: 'Z1', records: [GENERATED[0]] }, { hostedZoneId: 'Z2', roleArn, records: [GENERATED[1]] }]]);
  });

  test('writes records that Lightsail returns later', async () => {
    let reads = 0;
    const early = new CertificateAccount({}, (port) => ({
      ...port,
      certificate: async (name) => {
        const live = await port.certificate(name);
        return live && ++reads <= 2 ? { ...live, certificateDetail: { ...live.certificateDetail, domainValidationRecords: undefined } } : live;
      },
    }));
    expect(await early.certificateStack().create(wanted({ tags: [{ key: 'a', value: '' }] }))).toMatchObject({ status: 'CREATE_COMPLETE' });
    expect(early.upserts).toHaveLength(1);
    expect(early.certificateTags()).toEqual({ a: '', ...OWNER, ...CONSTRUCT, ...RECORDED });
  });

  test('writes a tag without a value after the creation', async () => {
    await account.certificateStack().create(wanted({ tags: [{ key: 'public', value: '' }] }));
    expect(account.certificateTags()).toEqual({ public: '', ...OWNER, ...CONSTRUCT, ...RECORDED });
    expect(inputsOf(account.writes).map(([operation]) => operation)).toEqual(['CreateCertificate', 'TagResource', 'TagResource']);
  });

  test('completes at once with a certificate whose records exist and that is issued at once', async () => {
    account = new CertificateAccount({ issueSeconds: 0, dnsRecordCreation: 'SUCCEEDED' });
    expect(await account.certificateStack().create(manual())).toMatchObject({ status: 'CREATE_COMPLETE', data: { status: 'ISSUED' } });
    expect(account.calls()).toEqual(['GetCertificates', 'CreateCertificate', 'GetCertificates']);
  });
});

describe('create in a DNS zone of Lightsail, which creates the records itself', () => {
  test('completes when it is issued', async () => {
    account = new CertificateAccount({ dnsRecordCreation: 'SUCCEEDED' });
    expect(await account.certificateStack().create(manual())).toMatchObject({ status: 'CREATE_COMPLETE', data: { status: 'ISSUED' } });
    expect(account.upserts).toEqual([]);
    expect(account.calls()).toEqual(['GetCertificates', 'CreateCertificate', 'GetCertificates', 'GetCertificates', 'GetCertificates', 'GetCertificates']);
  });
});

describe('create without a hosted zone', () => {
  const timedOut = (records: readonly string[]) => ({
    status: 'ROLLBACK_COMPLETE',
    reasons: [`${NAME}: timed out after 60 s, pending: validation by ${records.join(', ')}; `
      + 'create these records in the DNS of the domain, and deploy again, which continues with this certificate'],
  });

  test('times out with the records that are missing, and leaves the certificate to the next deployment', async () => {
    expect(await account.certificateStack().create(manual({ timeoutSeconds: 60 }))).toEqual(timedOut(account.recordsOf()));
    expect(account.recordsOf()).toEqual(GENERATED.map(({ name, value }) => `${name} CNAME ${value}`));
    expect(account.requested).toEqual([NAME]);
    expect(account.certificateTags()).toEqual(CONSTRUCT);
    expect(account.calls()).toEqual([
      'GetCertificates', 'CreateCertificate', 'GetCertificates',
      // 0 to 60 s: polls. Then the request releases the certificate, and the rollback keeps it.
      ...repeated('GetCertificates', 7), 'UntagResource', 'GetCertificates',
    ]);
  });

  test('names only the records that Lightsail has not seen', async () => {
    await account.certificateStack().create(manual({ timeoutSeconds: 60 }));
    account.service.seeds.seedDnsRecord(GENERATED[0].name, { value: GENERATED[0].value });
    expect(await account.certificateStack().create(manual({ timeoutSeconds: 60 }))).toEqual(timedOut([account.recordsOf()[1]]));
  });

  test.each([['the same stack', STACK_ID], ['a stack that is created again', LATER_STACK_ID]])('the next deployment of %s continues with it, and requests no other', async (_what, stackId) => {
    await account.certificateStack().create(manual({ timeoutSeconds: 60 }));
    account.calls();
    const owner = { 'cdk-lightsail-distribution:owner': `created ${stackId}/Certificate` };
    const stack = account.certificateStack({ stackId });
    expect(await stack.create(manual({ timeoutSeconds: 60 }))).toEqual(timedOut(account.recordsOf()));
    expect(account.certificateTags()).toEqual(CONSTRUCT);
    expect(account.calls()).toEqual(['GetCertificates', 'TagResource', ...repeated('GetCertificates', 7), 'UntagResource', 'GetCertificates']);
    account.createRecords();
    expect(await stack.create(manual({ timeoutSeconds: 60, tags: [{ key: 'team', value: 'web' }] }))).toMatchObject({ status: 'CREATE_COMPLETE', data: { certificateName: NAME, status: 'ISSUED' } });
    expect(account.certificateTags()).toEqual({ team: 'web', ...owner, ...CONSTRUCT, ...fenceOfStack('web-3') });
    expect(account.requests).toBe(1);
    expect(await stack.delete()).toEqual({ status: 'DELETE_COMPLETE', reasons: [] });
    expect(account.requested).toEqual([]);
  });

  test('a certificate that was issued in the meantime is complete at the first poll, after it was taken', async () => {
    await account.certificateStack().create(manual({ timeoutSeconds: 60 }));
    account.createRecords();
    // Lightsail finds the records at this read, and issues the certificate later.
    account.service.call('GetCertificates', {});
    account.pass(3_600);
    account.calls();
    expect(await account.certificateStack({ stackId: LATER_STACK_ID }).create(manual())).toMatchObject({ status: 'CREATE_COMPLETE', data: { status: 'ISSUED' } });
    expect(account.calls()).toEqual(['GetCertificates', 'TagResource', 'GetCertificates']);
  });

  test('the next deployment can have a hosted zone', async () => {
    await account.certificateStack().create(manual({ timeoutSeconds: 60 }));
    account.calls();
    expect(await account.certificateStack({ stackId: LATER_STACK_ID }).create(wanted())).toMatchObject({ status: 'CREATE_COMPLETE' });
    expect(account.calls()).toEqual([
      'GetCertificates', 'TagResource',
      // The first poll: the request has taken the certificate. It writes the records and records that in the fence.
      'GetCertificates', 'GetCertificates', 'TagResource', ...repeated('GetCertificates', 2),
    ]);
    expect(account.requests).toBe(1);
  });

  test('another construct, and another stack, request a certificate of their own', async () => {
    await account.certificateStack().create(manual({ timeoutSeconds: 60 }));
    await account.certificateStack({ logicalId: 'Other' }).create(manual({ timeoutSeconds: 60 }));
    await account.certificateStack({ name: 'shop' }).create(manual({ timeoutSeconds: 60 }));
    expect(account.requested).toEqual([NAME, expect.stringMatching(/^web-Other-[0-9a-f]{12}$/), expect.stringMatching(/^shop-Certificate-[0-9a-f]{12}$/)]);
  });

  test('for a reserved domain, for which Lightsail returns no records, times out with that', async () => {
    for (const waitForIssuance of [true, false]) {
      expect(await account.certificateStack().create({ domainName: 'www.example.test', timeoutSeconds: 60, waitForIssuance })).toEqual({
        status: 'ROLLBACK_COMPLETE',
        reasons: [expect.stringMatching(/^web-Certificate-[0-9a-f]{12}: timed out after 60 s, pending: validation records of www\.example\.test from Lightsail; create these records in the DNS of the domain, and deploy again, which continues with this certificate$/)],
      });
    }
    expect(account.requests).toBe(1);
  });
});

describe('create that does not wait for the certificate', () => {
  test('completes with its validation records', async () => {
    const stack = account.certificateStack();
    expect(await stack.create(manual({ waitForIssuance: false }))).toEqual({
      status: 'CREATE_COMPLETE',
      data: { certificateName: NAME, certificateArn: expect.anything(), status: 'PENDING_VALIDATION', validationRecords: account.recordsOf().join(', ') },
      reasons: [],
    });
    expect(account.calls()).toEqual(['GetCertificates', 'CreateCertificate', 'GetCertificates']);
    expect(account.certificateTags()).toEqual({ ...OWNER, ...CONSTRUCT, ...CREATED });
  });

  test('writes the records to a hosted zone', async () => {
    expect(await account.certificateStack().create(wanted({ waitForIssuance: false }))).toMatchObject({ data: { status: 'PENDING_VALIDATION' } });
    expect(account.upserts).toEqual([[{ hostedZoneId: 'Z1', records: GENERATED }]]);
    expect(account.calls()).toEqual(['GetCertificates', 'CreateCertificate', 'GetCertificates', 'GetCertificates']);
  });

  test('and is pending is deleted with the stack', async () => {
    const stack = account.certificateStack();
    await stack.create(manual({ waitForIssuance: false }));
    expect(await stack.delete()).toEqual({ status: 'DELETE_COMPLETE', reasons: [] });
    expect(account.requested).toEqual([]);
  });

  test('an update that waits times out, and the rollback leaves the certificate as it was', async () => {
    const stack = account.certificateStack();
    await stack.create(manual({ waitForIssuance: false }));
    expect(await stack.update(manual({ waitForIssuance: true, timeoutSeconds: 60 }))).toEqual({
      status: 'UPDATE_ROLLBACK_COMPLETE', data: expect.objectContaining({ status: 'PENDING_VALIDATION' }), reasons: [expect.stringContaining('timed out after 60 s, pending: validation by ')],
    });
    expect(account.certificateTags()).toEqual({ ...OWNER, ...CONSTRUCT, ...CREATED });
    account.createRecords();
    expect(await stack.update(manual({ timeoutSeconds: 60 }))).toMatchObject({ status: 'UPDATE_COMPLETE', data: { status: 'ISSUED' } });
    expect(account.requests).toBe(1);
  });
});

describe('a certificate that is never issued', () => {
  test('fails at once, is deleted by the rollback, and the next deployment requests another', async () => {
    account.service.faults.add({ operation: 'CreateCertificate', kind: 'failedOperation' });
    expect(await account.certificateStack().create(wanted())).toEqual({
      status: 'ROLLBACK_COMPLETE',
      reasons: [`${NAME}: cannot be issued, got FAILED with DOMAIN_NOT_ALLOWED; a domain is listed as unsafe; look it up at VirusTotal and have the entry corrected; then deploy again`],
    });
    expect(account.calls()).toEqual(['GetCertificates', 'CreateCertificate', 'GetCertificates', 'GetCertificates', 'DeleteCertificate', 'GetOperation', 'GetCertificates']);
    expect(account.requested).toEqual([]);
    expect(account.upserts).toEqual([]);
    expect(await account.certificateStack().create(wanted())).toMatchObject({ status: 'CREATE_COMPLETE' });
  });

  test('because nobody created its records within 72 hours: the next deployment owns it, fails and deletes it, the one after that requests another', async () => {
    await account.certificateStack().create(manual({ timeoutSeconds: 60 }));
    account.pass(72 * 3_600);
    account.calls();
    const timedOut = {
      status: 'ROLLBACK_COMPLETE',
      reasons: [`${NAME}: cannot be issued, got VALIDATION_TIMED_OUT; its validation records must exist within 72 hours; `
        + 'create the records as soon as the next one is requested; then deploy again'],
    };
    expect(await account.certificateStack({ stackId: LATER_STACK_ID }).create(wanted())).toEqual(timedOut);
    expect(account.calls()).toEqual(['GetCertificates', 'TagResource', 'GetCertificates', 'GetCertificates', 'DeleteCertificate', 'GetOperation', 'GetCertificates']);
    expect(account.requested).toEqual([]);
    expect(await account.certificateStack({ stackId: LATER_STACK_ID }).create(wanted())).toMatchObject({ status: 'CREATE_COMPLETE' });
    expect(account.requests).toBe(2);
  });

  test('while the deployment waits', async () => {
    const { host } = account;
    let calls = 0;
    const stack = account.certificateStack({
      host: {
        invoke: (event) => {
          if (++calls === 3) account.service.seeds.seedCertificate(NAME, { domainName: 'example.net', subjectAlternativeNames: ['www.example.net'], status: 'REVOKED' });
          return host.invoke(event);
        },
      },
    });
    expect(await stack.create(manual())).toEqual({
      status: 'ROLLBACK_COMPLETE', reasons: [`${NAME}: cannot be issued, got REVOKED; such a certificate cannot be used; then deploy again`],
    });
    expect(account.requested).toEqual([]);
  });
});

describe('a create that CloudFormation cancels', () => {
  test('leaves the certificate pending, which the next deployment continues with', async () => {
    const stack = account.certificateStack();
    expect(await stack.create(manual({ timeoutSeconds: 600 }), { siblingFailsAfter: 2 })).toEqual({ status: 'ROLLBACK_COMPLETE', reasons: [] });
    expect(account.certificateTags()).toEqual(CONSTRUCT);
    expect(account.writes.map(({ operation }) => operation)).toEqual(['CreateCertificate', 'UntagResource']);
    // The request does not find its fence, so it does not release a certificate that a later request may own.
    expect(stack.unheard).toEqual([expect.objectContaining({ status: 'FAILED', reason: expect.stringMatching(/timed out after 600 s.*, and deploy again$/) })]);
    account.createRecords();
    expect(await account.certificateStack({ stackId: LATER_STACK_ID }).create(manual())).toMatchObject({ status: 'CREATE_COMPLETE' });
    expect(account.requests).toBe(1);
  });

  test('with a certificate that an earlier deployment left leaves it pending too, however old it is', async () => {
    await account.certificateStack().create(manual({ timeoutSeconds: 60 }));
    account.pass(7_200);
    const stack = account.certificateStack({ stackId: LATER_STACK_ID });
    expect(await stack.create(manual({ timeoutSeconds: 60 }), { siblingFailsAfter: 2 })).toEqual({ status: 'ROLLBACK_COMPLETE', reasons: [] });
    expect(account.certificateTags()).toEqual(CONSTRUCT);
    expect(account.requests).toBe(1);
  });

  test('after it is issued is deleted, as CloudFormation knows it', async () => {
    expect(await account.certificateStack().create(wanted(), { siblingFailsAfter: Infinity })).toEqual({ status: 'ROLLBACK_COMPLETE', reasons: [] });
    expect(account.requested).toEqual([]);
  });
});

test('a whole first call that is delivered again continues with its own certificate', async () => {
  const stack = account.certificateStack({ host: deliveredTwice(account) });
  expect(await stack.create(wanted())).toMatchObject({ status: 'CREATE_COMPLETE' });
  expect(account.requests).toBe(1);
  expect(await stack.delete()).toEqual({ status: 'DELETE_COMPLETE', reasons: [] });
  expect(account.requested).toEqual([]);
});
