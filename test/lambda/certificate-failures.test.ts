import { owned } from './account';
import { CertificateAccount, CONSTRUCT, LATER_STACK_ID, manual, NAME, OWNER, wanted } from './certificate-account';
import { inputsOf } from './handler-over-http';
import type { NewFault } from '../../simulator/faults';

let account: CertificateAccount;
beforeEach(() => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  account = new CertificateAccount();
});

const rolledBack = (...reasons: unknown[]) => ({ status: 'ROLLBACK_COMPLETE', reasons });
const denied = (operation: string) => `AccessDeniedException: User: arn:aws:iam::123456789012:user/simulator is not authorized to perform: lightsail:${operation}; `
  + 'the role of the function has this permission for every certificate that its stack manages; '
  + 'if a permissions boundary or a service control policy denies the action, allow it there and deploy again';
const outcomesOf = (operation: string) => account.service.log.all.filter((call) => call.operation === operation).map(({ outcome }) => outcome);

describe('a name that is in use', () => {
  test('by another kind of resource: Lightsail refuses it, and it is reported', async () => {
    account.service.seeds.seedOrigin('taken', { regionName: 'us-east-1', resourceType: 'Instance' });
    expect(await account.certificateStack().create(wanted({ certificateName: 'taken' }))).toEqual(rolledBack(expect.stringMatching(
      /^taken: CreateCertificate created no certificate, got InvalidInputException: .*already in use.*; its name must be unique among the Lightsail resources of the account; choose another name, or deploy again$/)));
    expect(account.requested).toEqual([]);
  });

  test.each([['cert-1', 'example.com', ['www.example.com']], ['cert-2', 'example.net', []]])('by a certificate that belongs to no stack: %s', async (certificateName, domainName, subjectAlternativeNames) => {
    const before = account.certificate(certificateName);
    expect(await account.certificateStack().create(wanted({ certificateName, domainName, subjectAlternativeNames }))).toEqual(rolledBack(
      `${certificateName}: exists already and belongs to no stack, got a certificate without the tag cdk-lightsail-distribution:owner; it is left unchanged; `
      + 'choose another name, or refer to it with DistributionCertificate.fromCertificateName'));
    expect(account.certificate(certificateName)).toEqual(before);
    expect([account.writes, account.upserts]).toEqual([[], []]);
  });

  test('by the certificate of another stack', async () => {
    await account.certificateStack({ name: 'theirs' }).create(wanted({ certificateName: 'my-cert' }));
    account.calls();
    account.upserts.length = 0;
    const before = account.certificate('my-cert');
    expect(await account.certificateStack().create(wanted({ certificateName: 'my-cert' }))).toEqual(rolledBack(
      'my-cert: belongs to another resource, got "arn:aws:cloudformation:eu-west-1:111122223333:stack/theirs/0b5f8a1e/Certificate"; a certificate belongs to one resource only; '
      + 'choose another name, or refer to it with DistributionCertificate.fromCertificateName'));
    expect(account.certificate('my-cert')).toEqual(before);
    expect([account.writes, account.upserts]).toEqual([[], []]);
  });

  test('by what a deployment of another construct left', async () => {
    await account.certificateStack({ logicalId: 'Other' }).create(manual({ certificateName: 'my-cert', timeoutSeconds: 60 }));
    const before = account.certificate('my-cert');
    expect(await account.certificateStack().create(manual({ certificateName: 'my-cert' }))).toEqual(rolledBack(expect.stringMatching(/^my-cert: exists already and belongs to no stack, /)));
    expect(account.certificate('my-cert')).toEqual(before);
  });
});

describe('a quota', () => {
  test('of requests: the deployment fails at once and says so', async () => {
    for (let index = 0; index < 20; index += 1) {
      account.service.call('CreateCertificate', { certificateName: 'another', domainName: 'example.org' });
      account.service.call('DeleteCertificate', { certificateName: 'another' });
    }
    account.calls();
    expect(await account.certificateStack().create(wanted())).toEqual(rolledBack(
      `${NAME}: CreateCertificate was refused, got InvalidInputException: Sorry, you've requested too many certificates for your account.; `
      + 'an account can request 20 certificates in 365 days and have 10 active ones; delete unused ones'));
    expect(account.calls()).toEqual(['GetCertificates', 'CreateCertificate', 'GetCertificates', 'GetOperationsForResource']);
  });

  test('of active certificates: the deployment fails at once with the message of Lightsail', async () => {
    for (let index = 0; index < 8; index += 1) account.service.call('CreateCertificate', { certificateName: `another-${index}`, domainName: 'example.org' });
    expect(await account.certificateStack().create(wanted())).toEqual(rolledBack(
      `${NAME}: CreateCertificate was refused, got InvalidInputException: an account can have 10 active certificates`));
    expect(account.requested).toHaveLength(8);
  });
});

describe('a lost response', () => {
  test.each([
    ['cutAfter', ['cutAfter', 'InvalidInputException']],
    ['cutBefore', ['cutBefore', 'ok']],
    ['serverError', ['ServiceException', 'ok']],
    ['throttle', ['ThrottlingException', 'ok']],
  ] as const)('of the request (%s): there is one certificate', async (kind, outcomes) => {
    account.service.faults.add({ operation: 'CreateCertificate', kind });
    expect(await account.certificateStack().create(wanted())).toMatchObject({ status: 'CREATE_COMPLETE' });
    expect(outcomesOf('CreateCertificate')).toEqual(outcomes);
    expect(account.requested).toEqual([NAME]);
    expect(account.certificateTags()).toMatchObject({ ...OWNER, ...CONSTRUCT });
  });

  test('of every attempt of the request: there is one certificate, or none and an error', async () => {
    account.service.faults.add({ operation: 'CreateCertificate', kind: 'cutBefore', times: 2 });
    expect(await account.certificateStack().create(wanted())).toEqual(rolledBack(
      `${NAME}: CreateCertificate created no certificate, got Error (ECONNRESET): read ECONNRESET; `
      + 'its name must be unique among the Lightsail resources of the account; choose another name, or deploy again'));
    expect(account.requested).toEqual([]);
    account.service.faults.add({ operation: 'CreateCertificate', kind: 'cutAfter', times: 2 });
    expect(await account.certificateStack().create(wanted())).toMatchObject({ status: 'CREATE_COMPLETE' });
    expect(account.certificateTags()).toMatchObject({ ...OWNER, ...CONSTRUCT });
  });

  test('of the fence that records that the records are written: the polls know it from the first call, so they are not written again', async () => {
    account.service.faults.add({ operation: 'TagResource', kind: 'serverError', times: 2 });
    expect(await account.certificateStack().create(wanted())).toMatchObject({ status: 'CREATE_COMPLETE' });
    expect(account.upserts).toHaveLength(1);
  });

  test('of the tags that Lightsail refuses in the request: a later poll writes them', async () => {
    account.service.faults.add({ operation: 'TagResource', kind: 'serverError', times: 2 });
    expect(await account.certificateStack().create(manual({ waitForIssuance: false, tags: [{ key: 'public', value: '' }] }))).toMatchObject({ status: 'CREATE_COMPLETE' });
    expect(account.certificateTags()).toMatchObject({ public: '' });
  });
});

describe('Lightsail does not respond', () => {
  test('at first: a poll requests no certificate, as a later request may have', async () => {
    account.service.faults.add({ operation: 'GetCertificates', kind: 'throttle', times: 2 });
    expect(await account.certificateStack().create(wanted())).toEqual(rolledBack(
      `${NAME}: Lightsail did not respond when the request began, got no certificate; `
      + 'a certificate is created only at the beginning of a request, as a later one may have started since; deploy again'));
    expect(account.requested).toEqual([]);
  });

  test('at first: a poll does not take what an earlier deployment left', async () => {
    await account.certificateStack().create(manual({ timeoutSeconds: 60 }));
    account.service.faults.add({ operation: 'GetCertificates', kind: 'throttle', times: 2 });
    expect(await account.certificateStack({ stackId: LATER_STACK_ID }).create(wanted())).toEqual(rolledBack(
      `${NAME}: Lightsail did not respond when the request began, got a certificate that the stack does not own yet; deploy again`));
    expect(account.certificateTags()).toEqual(CONSTRUCT);
  });

  test('until the deadline: the certificate of another stack keeps its owner', async () => {
    await account.certificateStack({ name: 'theirs' }).create(manual({ certificateName: 'my-cert', waitForIssuance: false }));
    const before = account.certificate('my-cert');
    account.service.faults.add({ operation: 'GetCertificates', kind: 'serverError', times: 16 });
    expect(await account.certificateStack().create(wanted({ certificateName: 'my-cert', timeoutSeconds: 60 }))).toEqual(rolledBack(
      'my-cert: timed out after 60 s, pending: a response of Lightsail, got ServiceException: The service is unavailable; wait until Lightsail responds, and deploy again'));
    expect(account.certificate('my-cert')).toEqual(before);
  });

  test('while the certificate is validated: the deployment continues when it responds', async () => {
    account.service.faults.add({ operation: 'GetCertificates', kind: 'serverError', after: 3, times: 2 });
    expect(await account.certificateStack().create(wanted())).toMatchObject({ status: 'CREATE_COMPLETE' });
  });

  test('to the first write of tags: the deployment fails, as only a first call may take ownership', async () => {
    await account.certificateStack().create(manual({ timeoutSeconds: 60 }));
    account.service.faults.add({ operation: 'TagResource', kind: 'throttle', times: 2 });
    expect(await account.certificateStack({ stackId: LATER_STACK_ID }).create(wanted())).toEqual(rolledBack(
      `${NAME}: writing its tags was refused, got ThrottlingException: Rate exceeded`));
    expect(account.certificateTags()).toEqual(CONSTRUCT);
  });
});

test('all of a deployment succeeds although every call is throttled once', async () => {
  for (const operation of ['GetCertificates', 'CreateCertificate', 'TagResource', 'DeleteCertificate', 'GetOperation']) account.service.faults.add({ operation, kind: 'throttle' });
  const stack = account.certificateStack();
  expect(await stack.create(wanted())).toMatchObject({ status: 'CREATE_COMPLETE' });
  expect(await stack.delete()).toEqual({ status: 'DELETE_COMPLETE', reasons: [] });
  expect(account.requested).toEqual([]);
});

describe('Route 53 refuses the records', () => {
  const refusal = (name: string, message: string) => Object.assign(new Error(message), { name });

  test.each([
    ['NoSuchHostedZone', 'No hosted zone found with ID: Z1'],
    ['AccessDenied', 'User: arn:aws:sts::111122223333:assumed-role/handler/web is not authorized to perform: sts:AssumeRole'],
    ['InvalidChangeBatch', '[RRSet of type CNAME is not permitted]'],
  ])('%s: the certificate is left to the next deployment', async (name, message) => {
    account.refusals.push(refusal(name, message));
    expect(await account.certificateStack().create(wanted())).toEqual(rolledBack(
      `${NAME}: ChangeResourceRecordSets was refused, got ${name}: ${message}; check the hosted zones of the validation, and that the role of the function, `
      + 'or the role it assumes, may write to them, and deploy again, which continues with this certificate'));
    expect(account.certificateTags()).toEqual(CONSTRUCT);
    expect(account.calls()).toEqual(['GetCertificates', 'CreateCertificate', 'GetCertificates', 'UntagResource', 'GetCertificates']);
    expect(await account.certificateStack({ stackId: LATER_STACK_ID }).create(wanted())).toMatchObject({ status: 'CREATE_COMPLETE' });
    expect(account.requests).toBe(1);
  });

  test.each(['PriorRequestNotComplete', 'Throttling', 'ServiceUnavailable'])('for now (%s): the next poll writes them', async (name) => {
    // More errors than the SDK has attempts.
    account.refusals.push(refusal(name, 'later'), refusal(name, 'later'));
    expect(await account.certificateStack().create(wanted())).toMatchObject({ status: 'CREATE_COMPLETE' });
    expect(account.upserts).toHaveLength(1);
  });
});

describe('access is denied', () => {
  const deny = (operation: string, more: Partial<NewFault> = {}) => account.service.faults.add({ operation, kind: 'accessDenied', ...more });

  test('to GetCertificates: nothing is requested', async () => {
    deny('GetCertificates', { times: 2 });
    expect(await account.certificateStack().create(wanted())).toEqual({
      status: 'ROLLBACK_FAILED', reasons: [`${NAME}: a read of Lightsail was denied, got ${denied('GetCertificates')}`, `${NAME}: its deletion was denied, got ${denied('GetCertificates')}`],
    });
    expect(account.requested).toEqual([]);
  });

  test('to CreateCertificate', async () => {
    deny('CreateCertificate');
    expect(await account.certificateStack().create(wanted())).toEqual(rolledBack(`${NAME}: CreateCertificate was denied, got ${denied('CreateCertificate')}`));
    expect(account.requested).toEqual([]);
  });

  test('to TagResource, after the creation: the rollback deletes the certificate', async () => {
    deny('TagResource');
    expect(await account.certificateStack().create(wanted())).toEqual(rolledBack(`${NAME}: writing its tags was denied, got ${denied('TagResource')}`));
    expect(account.requested).toEqual([]);
  });

  test('to TagResource, of what an earlier deployment left: it is left unchanged', async () => {
    await account.certificateStack().create(manual({ timeoutSeconds: 60 }));
    deny('TagResource');
    expect(await account.certificateStack({ stackId: LATER_STACK_ID }).create(wanted())).toEqual(rolledBack(`${NAME}: writing its tags was denied, got ${denied('TagResource')}`));
    expect(account.certificateTags()).toEqual(CONSTRUCT);
  });

  test('to UntagResource, of a tag that was removed from the template', async () => {
    const stack = account.certificateStack();
    await stack.create(wanted({ tags: [{ key: 'team', value: 'web' }] }));
    deny('UntagResource');
    expect(await stack.update(manual())).toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE', reasons: [`${NAME}: writing its tags was denied, got ${denied('UntagResource')}`] });
    expect(account.certificateTags()).toMatchObject({ team: 'web' });
  });

  test('to UntagResource, of the owner tag at a timeout: the rollback deletes the certificate', async () => {
    deny('UntagResource');
    expect(await account.certificateStack().create(manual({ timeoutSeconds: 60 }))).toEqual(rolledBack(expect.stringMatching(/: timed out after 60 s, /)));
    expect(account.requested).toEqual([]);
  });

  test.each(['DeleteCertificate', 'GetOperation', 'GetCertificates'])('to %s, of a deletion', async (operation) => {
    const stack = account.certificateStack();
    await stack.create(wanted());
    deny(operation);
    expect(await stack.delete()).toEqual({ status: 'DELETE_FAILED', reasons: [`${NAME}: its deletion was denied, got ${denied(operation)}`] });
    expect(await stack.delete()).toEqual({ status: 'DELETE_COMPLETE', reasons: [] });
  });

  test('to GetDistributions, of a deletion of a certificate in use', async () => {
    const stack = account.certificateStack();
    await stack.create(wanted());
    await account.stack().create(owned({ certificateName: NAME }));
    deny('GetDistributions');
    expect(await stack.delete()).toEqual({ status: 'DELETE_FAILED', reasons: [`${NAME}: its deletion was denied, got ${denied('GetDistributions')}`] });
  });

  test('to GetOperation, of a creation that is not visible yet: the operation is not needed when it is', async () => {
    deny('GetOperation');
    expect(await account.certificateStack().create(wanted())).toMatchObject({ status: 'CREATE_COMPLETE' });
  });

  test('to GetOperationsForResource, which is not needed', async () => {
    const stack = account.certificateStack();
    await stack.create(wanted());
    account.service.call('DeleteCertificate', { certificateName: NAME });
    deny('GetOperationsForResource');
    expect(await stack.delete()).toEqual({ status: 'DELETE_COMPLETE', reasons: [] });
  });
});

test('malformed properties are refused before any call, and by a rollback without one', async () => {
  const stack = account.certificateStack();
  expect(await stack.create(wanted({ domainName: '*.example.net' }))).toEqual(rolledBack(
    'Certificate: certificate.domainName: malformed, got "*.example.net"; a full domain name without wildcard is allowed; '
    + 'correct the value in the app, and deploy construct and handler from one version of the package'));
  expect(account.calls()).toEqual([]);
});

test('an update to malformed properties changes nothing, and its rollback succeeds', async () => {
  const stack = account.certificateStack();
  await stack.create(wanted());
  const before = account.certificate(NAME);
  account.calls();
  expect(await stack.update(wanted({ domainName: '*.example.net' }))).toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE', data: { certificateName: NAME } });
  expect(account.certificate(NAME)).toEqual(before);
  expect(inputsOf(account.writes)).toEqual([]);
});
