import { overHttp, properties, reason, update } from './handler-over-http';
import { Waiter } from './provider-framework';

overHttp((handler) => {
  const { pass, tenSeconds, run, live, calls, writes, settingWrites, fences } = handler;

  describe('failures and their messages', () => {
    const noWrite = async () => expect(await writes()).toEqual([]);

    test('an invalid value, before any call', async () => {
      expect(reason(await run(update({ isEnabled: 'perhaps' })))).toBe(
        'my-cdn: settings.isEnabled: not a boolean, got "perhaps"; true or false is allowed; correct the value in the app, and deploy construct and handler from one version of the package');
      expect(await calls()).toEqual([]);
    });

    test('an invalid value, together with another distribution: also before any call', async () => {
      const old = { ...properties({ isEnabled: true }), distributionName: 'other-cdn' };
      expect(reason(await run({ type: 'Update', properties: properties({ isEnabled: 'perhaps' }), old }))).toMatch(/^my-cdn: settings\.isEnabled: not a boolean/);
      expect(await calls()).toEqual([]);
    });

    test.each(['InvalidInputException', 'NotFoundException'] as const)('no such distribution (%s)', async (name) => {
      await handler.simulator.control.removeDistribution('my-cdn');
      await handler.simulator.control.fault({ operation: 'GetDistributions', kind: 'error', name, message: 'Requested resource not found: my-cdn' });
      expect(reason(await run(update({ isEnabled: false })))).toBe('my-cdn: no such distribution in this account; '
        + 'names are listed by `aws lightsail get-distributions --region us-east-1`; correct the name or create the distribution first');
      await noWrite();
    });

    test('no distribution at all in the account', async () => {
      await handler.simulator.control.removeDistribution('my-cdn');
      await handler.simulator.control.removeDistribution('other-cdn');
      expect(reason(await run(update({ isEnabled: false })))).toContain('my-cdn: no such distribution in this account');
    });

    test('a bundle that cannot change now, before any write', async () => {
      await handler.simulator.control.changeOutsideStack('my-cdn', { ableToUpdateBundle: false });
      expect(reason(await run(update({ isEnabled: false, bundleId: 'medium_1_0' })))).toBe(
        'my-cdn: bundleId: cannot change now, got "medium_1_0" while "small_1_0" is applied; '
        + 'Lightsail allows one change in a billing month; deploy again next month, or leave the bundle as it is');
      await noWrite();
    });

    test.each([['PENDING_VALIDATION'], [undefined]])('a certificate that is not issued, before any write: %p', async (status) => {
      if (status) await handler.simulator.control.seedCertificate('cert-1', { domainName: 'example.com', status: 'PENDING_VALIDATION' });
      expect(reason(await run(update({ isEnabled: false, certificateName: 'cert-1' })))).toBe(
        `my-cdn: certificateName: cannot attach "cert-1", got ${status ?? 'no such certificate in us-east-1'}; `
        + 'only an ISSUED certificate can be attached; create its validation records in DNS, wait until it is issued, and deploy again');
      await noWrite();
    });

    test('WAF rules while WAF is disabled, before any write', async () => {
      expect(reason(await run(update({ wafRules: [{ name: 'AWSManagedRulesCommonRuleSet' }] })))).toBe(
        'my-cdn: wafRules: WAF is disabled, got rules; rules are allowed while WAF is enabled; enable it in the same deployment');
      await noWrite();
    });

    test('an operation that fails, with its id, code and details', async () => {
      await handler.simulator.control.fault({ operation: 'UpdateDistribution', kind: 'failedOperation', code: 'EdgeFull', message: 'No room at the edge' });
      const response = await run(update({ isEnabled: false }));
      const [{ operationId }] = await writes();
      expect(reason(response)).toBe(
        `my-cdn: UpdateDistribution operation ${operationId} (Failed) failed: EdgeFull: No room at the edge; correct the cause and deploy again`);
      expect(await settingWrites()).toHaveLength(1);
      expect((await live()).isEnabled).toBe(true);
    });

    test('a follow-on step whose operation fails is not sent again either', async () => {
      await handler.simulator.control.fault({ operation: 'SetIpAddressType', kind: 'failedOperation', code: 'EdgeFull', message: 'No room at the edge' });
      const response = await run(update({ isEnabled: false, ipAddressType: 'ipv4' }));
      expect(reason(response)).toMatch(/^my-cdn: SetIpAddressType operation \S+ \(Failed\) failed: EdgeFull: No room at the edge; correct/);
      expect((await settingWrites()).map(({ operation }) => operation)).toEqual(['UpdateDistribution', 'SetIpAddressType']);
      expect(await fences()).toEqual([]);
    });

    test('a refusal, with the message of Lightsail', async () => {
      expect(reason(await run(update({ origin: { name: 'no-such-origin' } })))).toMatch(
        /^my-cdn: UpdateDistribution was refused, got InvalidInputException.*no-such-origin/);
      expect(await settingWrites()).toHaveLength(1);
    });

    test('a refusal with a longer message than CloudFormation accepts', async () => {
      await handler.simulator.control.fault({ operation: 'UpdateDistribution', kind: 'error', message: 'no '.repeat(2_000) });
      expect(reason(await run(update({ isEnabled: false })))).toMatch(/^my-cdn: UpdateDistribution was refused, got [^]{1900,1950} \.\.\.$/);
    });

    test('a missing permission', async () => {
      await handler.simulator.control.fault({ operation: 'GetDistributions', kind: 'accessDenied', times: 3 });
      expect(reason(await run(update({ isEnabled: false })))).toMatch(
        /^my-cdn: a read of Lightsail was denied, got AccessDeniedException: User: \S+ is not authorized to perform: lightsail:GetDistributions; the role of the function has this permission for every distribution that its stack manages; if a permissions boundary or a service control policy denies the action, allow it there and deploy again$/);
    });

    test('a value that Lightsail does not keep', async () => {
      const waiter = new Waiter(handler.host, update({ isEnabled: false }));
      await waiter.start();
      await pass(60);
      await handler.simulator.control.changeOutsideStack('my-cdn', { isEnabled: true });
      expect(reason(await waiter.run(tenSeconds))).toBe('my-cdn: UpdateDistribution succeeded, but isEnabled: desired false, current true; '
        + 'Lightsail did not keep the value, or it was changed outside the stack; use a value that Lightsail keeps, or deploy again');
      expect(await settingWrites()).toHaveLength(1);
    });

    test('a certificate that is recorded but not served, even when it is attached once more', async () => {
      await handler.simulator.control.seedCertificate('cert-1', { domainName: 'example.com', subjectAlternativeNames: ['www.example.com'] });
      await handler.simulator.control.fault({ operation: 'UpdateDistribution', kind: 'certificateNotServed' });
      await handler.simulator.control.fault({ operation: 'AttachCertificateToDistribution', kind: 'certificateNotServed', times: 10 });
      expect(reason(await run(update({ certificateName: 'cert-1' })))).toBe(
        'my-cdn: AttachCertificateToDistribution succeeded, but certificateName: desired "cert-1", '
        + 'current "cert-1 (recorded, but not served: example.com, www.example.com)"; '
        + 'Lightsail did not keep the value, or it was changed outside the stack; use a value that Lightsail keeps, or deploy again');
      expect((await settingWrites()).map(({ operation }) => operation)).toEqual(['UpdateDistribution', 'AttachCertificateToDistribution']);
      expect(await fences()).toEqual([]);
    });

    test('the deadline, with what is pending', async () => {
      const request = { ...update({}), properties: properties({ isEnabled: false }, { timeoutSeconds: 1 }) };
      const waiter = new Waiter(handler.host, request);
      await waiter.start();
      const [{ operationId }] = await writes();
      await pass(1);
      expect(reason(await waiter.poll())).toBe(`my-cdn: timed out after 1 s, pending: UpdateDistribution operation ${operationId} (Started); `
        + 'check the distribution, then deploy again or set a longer timeout');
    });

    test('the deadline of a request for a distribution that stays busy: the fence is removed', async () => {
      await handler.simulator.control.changeOutsideStack('my-cdn', { defaultRootObject: 'other.html' }, { deploy: true });
      const request = { ...update({}), properties: properties({ isEnabled: false }, { timeoutSeconds: 1 }) };
      const waiter = new Waiter(handler.host, request);
      await waiter.start();
      await pass(1);
      expect(reason(await waiter.poll())).toBe('my-cdn: timed out after 1 s, pending: status "InProgress", isEnabled: true -> false; '
        + 'check the distribution, then deploy again or set a longer timeout');
      expect(await fences()).toEqual([]);
    });
  });
});
