import { Account, owned } from './account';

let account: Account;
beforeEach(() => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  account = new Account();
});

describe('create that fails', () => {
  const nothingLeft = () => expect(account.names).toEqual([]);

  test('before it exists: refused by Lightsail, with the message of Lightsail', async () => {
    expect(await account.stack().create(owned({ origin: { name: 'no-such-origin' } }))).toEqual({
      status: 'ROLLBACK_COMPLETE',
      reasons: [expect.stringMatching(/^my-cdn: CreateDistribution was refused, got InvalidInputException: .*no-such-origin/)],
    });
    nothingLeft();
  });

  test.each<[string, object, string]>([
    ['a certificate that does not exist', { certificateName: 'cert-9' }, 'my-cdn: certificateName: cannot attach "cert-9", got no such certificate in us-east-1; '
      + 'only an ISSUED certificate can be attached; create its validation records in DNS, wait until it is issued, and deploy again'],
    ['WAF rules without WAF', { wafRules: [{ name: 'AWSManagedRulesCommonRuleSet' }] },
      'my-cdn: wafRules: WAF is disabled, got rules; rules are allowed while WAF is enabled; enable it in the same deployment'],
  ])('before any write: %s', async (_what, settings, message) => {
    expect(await account.stack().create(owned(settings))).toEqual({ status: 'ROLLBACK_COMPLETE', reasons: [message] });
    expect(account.writes).toEqual([]);
  });

  test('before any call: what is malformed', async () => {
    expect(await account.stack().create(owned({ isEnabled: 'perhaps' }))).toEqual({
      status: 'ROLLBACK_COMPLETE',
      reasons: ['my-cdn: settings.isEnabled: not a boolean, got "perhaps"; true or false is allowed; '
        + 'correct the value in the app, and deploy construct and handler from one version of the package'],
    });
    expect(account.calls()).toEqual([]);
  });

  test('with its operation: what exists of it is deleted', async () => {
    account.service.faults.add({ operation: 'CreateDistribution', kind: 'failedOperation', code: 'EdgeFull', message: 'No room at the edge' });
    expect(await account.stack().create(owned())).toEqual({
      status: 'ROLLBACK_COMPLETE',
      reasons: [expect.stringMatching(
        /^my-cdn: CreateDistribution operation \S+ \(Failed\) failed: EdgeFull: No room at the edge; correct the cause and deploy again$/)],
    });
    nothingLeft();
  });

  test.each<[string, object, string, string]>([
    ['a follow-on step that is refused', { isEnabled: false }, 'UpdateDistribution', 'my-cdn: UpdateDistribution was denied, got AccessDeniedException: '],
    ['a fence that cannot be written', { isEnabled: false }, 'TagResource', 'my-cdn: writing its tags was denied, got AccessDeniedException: '],
    ['a certificate that is not served', { certificateName: 'cert-1' }, 'AttachCertificateToDistribution', 'my-cdn: AttachCertificateToDistribution was denied, got '],
  ])('after it exists is deleted again: %s', async (_what, settings, operation, message) => {
    if (operation.startsWith('Attach')) account.service.faults.add({ operation: 'CreateDistribution', kind: 'certificateNotServed' });
    account.service.faults.add({ operation: operation as 'TagResource', kind: 'accessDenied' });
    const { status, reasons } = await account.stack().create(owned(settings));
    expect([status, reasons]).toEqual(['ROLLBACK_COMPLETE', [expect.stringMatching(new RegExp(`^${message}`))]]);
    nothingLeft();
  });

  test('at its deadline reports what was pending, and is deleted again', async () => {
    expect(await account.stack().create(owned({ isEnabled: false }, { timeoutSeconds: 40 }))).toEqual({
      status: 'ROLLBACK_COMPLETE',
      reasons: ['my-cdn: timed out after 40 s, pending: status "InProgress"; '
        + 'check the distribution, then deploy again or set a longer timeout'],
    });
    nothingLeft();
  });

  test('because Lightsail cannot be reached at first writes nothing', async () => {
    account.service.faults.add({ operation: 'GetDistributions', kind: 'serverError', times: 2 });
    expect(await account.stack().create(owned())).toEqual({
      status: 'ROLLBACK_COMPLETE',
      reasons: ['my-cdn: Lightsail did not respond when the request began, got no distribution; a distribution is created only at the beginning of a request, '
        + 'as a later one may have started since; deploy again'],
    });
    expect(account.writes).toEqual([]);
  });
});

describe('create that is cancelled because a sibling fails', () => {
  test.each([0, 1, 2, 3])('after %d polls leaves nothing behind, though CloudFormation does not know its name', async (siblingFailsAfter) => {
    const stack = account.stack();
    expect(await stack.create(owned({ isEnabled: false }), { siblingFailsAfter })).toEqual({ status: 'ROLLBACK_COMPLETE', reasons: [] });
    expect(account.names).toEqual([]);
    expect(stack.unheard).toEqual([{
      status: 'FAILED',
      physicalId: 'my-cdn',
      reason: 'my-cdn: superseded by a later request for the same resource before it could apply isEnabled: true -> false; '
        + 'this request writes nothing more; the later request takes effect',
    }]);
    expect(account.deployments).toEqual(['CreateDistribution', 'DeleteDistribution']);
  });
});
