import { asBundle, inThisProcess, type Host } from './hosts';
import { Waiter, type ResourceRequest, type Response } from './provider-framework';
import { startSimulator, type LoggedCall, type Simulator } from '../../simulator';

const properties = (settings: object, more: object = {}) =>
  ({ distributionName: 'my-cdn', waitForDeployment: true, timeoutSeconds: 3_000, settings, ...more });

const update = (settings: object, oldSettings: object = settings, more: Partial<ResourceRequest> = {}): ResourceRequest =>
  ({ type: 'Update', properties: properties(settings), old: properties(oldSettings), ...more });

describe.each<[string, (url: string) => Promise<Host>]>([
  ['the sources', inThisProcess],
  ['the bundle that ships', asBundle],
])('%s over HTTP', (_name, startHost) => {
  let simulator: Simulator;
  let host: Host;

  beforeAll(async () => {
    simulator = await startSimulator({ operationSeconds: 25, deploymentSeconds: 45, clock: 'manual' });
    host = await startHost(simulator.url);
  });

  afterAll(async () => {
    await host.stop();
    await simulator.close();
  });

  beforeEach(async () => {
    await simulator.control.reset();
    await simulator.control.seedDistribution('my-cdn', {});
    await simulator.control.seedDistribution('other-cdn', {});
  });

  /** Ten seconds, as between two polls. */
  const tenSeconds = () => simulator.control.advance(10);
  const run = (request: ResourceRequest) => new Waiter(host, request).run(tenSeconds);
  const live = () => simulator.control.distribution('my-cdn');
  const calls = async () => (await simulator.control.calls()).map(({ operation }) => operation);
  const writes = async () => (await simulator.control.calls()).filter(({ operation }) => !operation.startsWith('Get'));
  const settingWrites = async () => (await writes()).filter(({ operation }) => !operation.endsWith('tagResource') && operation !== 'TagResource')
    .filter(({ operation }) => operation !== 'UntagResource');
  const inputsOf = (logged: readonly LoggedCall[]) => logged.map(({ operation, input }) => [operation, input]);
  const reason = (response: Response) => (response.status === 'FAILED' ? response.reason : `unexpected ${JSON.stringify(response)}`);
  const fences = async () => ((await live()).tags ?? []).filter(({ key }) => key?.startsWith('cdk-lightsail-distribution:request:'));

  afterEach(async () => {
    expect(host.log()).not.toContain('secret-signature');
  });

  describe('what it costs', () => {
    test('nothing differs: 1 read, 0 writes, and the poll makes no call', async () => {
      const waiter = new Waiter(host, update({ isEnabled: true, cacheBehaviorSettings: { defaultTTL: 86_400 }, cacheBehaviors: [] }));
      expect(await waiter.start()).toBeUndefined();
      expect(await calls()).toEqual(['GetDistributions']);
      expect(await waiter.poll()).toEqual({
        status: 'SUCCESS',
        physicalId: 'my-cdn',
        data: {
          distributionName: 'my-cdn',
          distributionArn: (await live()).arn,
          domainName: (await live()).domainName,
          status: 'Deployed',
          originPublicDns: (await live()).originPublicDNS ?? '',
          alternativeDomainNames: '',
          changes: 'nothing changed',
        },
      });
      expect(await calls()).toEqual(['GetDistributions']);
    });

    test('one setting differs: 1 write that holds just that, 1 read before and 1 after, and a read of the operation each poll', async () => {
      const response = await run(update({ isEnabled: false, defaultRootObject: '' }));
      expect(response).toMatchObject({ status: 'SUCCESS', data: { status: 'Deployed', changes: 'isEnabled: true -> false' } });
      expect(await calls()).toEqual([
        'GetDistributions', 'UpdateDistribution',
        // 0, 10, 20 s: the operation runs; 30, 40 s: it is over, the edge has not got the change yet; 50 s: it has.
        'GetOperation', 'GetOperation', 'GetOperation',
        'GetOperation', 'GetDistributions', 'GetOperation', 'GetDistributions', 'GetOperation', 'GetDistributions',
      ]);
      expect(inputsOf(await writes())).toEqual([['UpdateDistribution', { distributionName: 'my-cdn', isEnabled: false }]]);
      expect((await live()).isEnabled).toBe(false);
    });

    test('many settings of UpdateDistribution differ: still 1 write', async () => {
      const response = await run(update({
        origin: { responseTimeout: 5 },
        cacheBehaviorSettings: { defaultTTL: 0, cachedHTTPMethods: 'GET,HEAD,OPTIONS' },
        cacheBehaviors: [{ path: 'api/*', behavior: 'dont-cache' }],
        isEnabled: false,
        viewerMinimumTlsProtocolVersion: 'TLSv1.2_2019',
        defaultRootObject: 'index.html',
        customErrorResponses: [{ errorCode: 404, responseCode: '200', responsePagePath: '/index.html' }],
      }));
      expect(response).toMatchObject({ status: 'SUCCESS' });
      expect((await writes()).map(({ operation }) => operation)).toEqual(['UpdateDistribution']);
      expect(await live()).toMatchObject({
        origin: { responseTimeout: 5 },
        cacheBehaviorSettings: { defaultTTL: 0, maximumTTL: 31_536_000, cachedHTTPMethods: 'GET,HEAD,OPTIONS' },
        cacheBehaviors: [{ path: 'api/*', behavior: 'dont-cache' }],
        isEnabled: false,
        viewerMinimumTlsProtocolVersion: 'TLSv1.2_2019',
        defaultRootObject: 'index.html',
        customErrorResponses: [{ errorCode: 404, responseCode: '200', responsePagePath: '/index.html', errorCachingMinTTL: 10 }],
      });
    });

    test('without waiting for the deployment it ends when the operation is accepted', async () => {
      const waiter = new Waiter(host, { type: 'Create', properties: properties({ isEnabled: false }, { waitForDeployment: false }) });
      await waiter.start();
      expect(await waiter.poll()).toMatchObject({ status: 'SUCCESS', data: { status: 'InProgress', changes: 'isEnabled: true -> false' } });
      expect(await calls()).toEqual(['GetDistributions', 'UpdateDistribution', 'GetDistributions']);
    });
  });

  describe('three calls', () => {
    test('go one at a time, each when the distribution is ready, behind a fence that is gone in the end', async () => {
      const response = await run(update({ isEnabled: false, bundleId: 'medium_1_0', ipAddressType: 'ipv4' }));
      expect(response).toMatchObject({
        status: 'SUCCESS',
        data: { status: 'Deployed', changes: 'isEnabled: true -> false; bundleId: "small_1_0" -> "medium_1_0"; ipAddressType: "dualstack" -> "ipv4"' },
      });
      expect(inputsOf(await settingWrites())).toEqual([
        ['UpdateDistribution', { distributionName: 'my-cdn', isEnabled: false }],
        ['SetIpAddressType', { resourceType: 'Distribution', resourceName: 'my-cdn', ipAddressType: 'ipv4' }],
        ['UpdateDistributionBundle', { distributionName: 'my-cdn', bundleId: 'medium_1_0' }],
      ]);
      expect((await writes()).every(({ outcome }) => outcome === 'ok')).toBe(true);
      expect((await writes()).map(({ operation }) => operation)).toEqual([
        'TagResource', 'UpdateDistribution', 'TagResource', 'SetIpAddressType', 'TagResource', 'UpdateDistributionBundle', 'UntagResource',
      ]);
      expect(await live()).toMatchObject({ isEnabled: false, bundleId: 'medium_1_0', ipAddressType: 'ipv4', status: 'Deployed' });
      expect(await fences()).toEqual([]);
    });

    test('without waiting for the deployment the last one only has to be accepted', async () => {
      const settings = { isEnabled: false, ipAddressType: 'ipv4' };
      const response = await run({ type: 'Create', properties: properties(settings, { waitForDeployment: false }) });
      expect(response).toMatchObject({ status: 'SUCCESS', data: { status: 'InProgress' } });
      expect((await settingWrites()).map(({ operation }) => operation)).toEqual(['UpdateDistribution', 'SetIpAddressType']);
      expect(await fences()).toEqual([]);
    });
  });

  describe('settings taken out of the template', () => {
    test('go back to the service\'s default; what the template never had is left alone', async () => {
      await simulator.control.changeByAnotherHand('my-cdn', { cacheBehaviorSettings: { defaultTTL: 5, maximumTTL: 100_000 }, defaultRootObject: 'a.html' });
      const response = await run(update({ isEnabled: true }, { isEnabled: true, cacheBehaviorSettings: { defaultTTL: 5 }, origin: { name: 'web' } }));
      expect(response).toMatchObject({ status: 'SUCCESS', data: { changes: 'cacheBehaviorSettings.defaultTTL: 5 -> 86400' } });
      expect(await live()).toMatchObject({ defaultRootObject: 'a.html', cacheBehaviorSettings: { defaultTTL: 86_400, maximumTTL: 100_000 } });
    });
  });

  describe('a busy distribution', () => {
    const anotherHand = () => simulator.control.changeByAnotherHand('my-cdn', { defaultRootObject: 'other.html' }, { deploy: true });

    test('is waited for, then written to, behind a fence', async () => {
      await anotherHand();
      expect(await run(update({ isEnabled: false }))).toMatchObject({ status: 'SUCCESS', data: { changes: 'isEnabled: true -> false' } });
      expect((await writes()).map(({ operation, outcome }) => [operation, outcome])).toEqual([
        ['TagResource', 'ok'], ['TagResource', 'ok'], ['UpdateDistribution', 'ok'], ['UntagResource', 'ok'],
      ]);
      expect(await live()).toMatchObject({ isEnabled: false, defaultRootObject: 'other.html', status: 'Deployed' });
    });

    test('that turns busy between the read and the write is no error', async () => {
      await simulator.control.fault({ operation: 'UpdateDistribution', kind: 'error', name: 'InvalidInputException', message: 'Busy. Please try again in a few minutes' });
      expect(await run(update({ isEnabled: false }))).toMatchObject({ status: 'SUCCESS' });
      expect((await settingWrites()).map(({ outcome }) => outcome)).toEqual(['InvalidInputException', 'ok']);
      expect(await fences()).toEqual([]);
    });

    test('is waited for even when nothing differs, as what is under way may yet fail', async () => {
      await anotherHand();
      expect(await run(update({ defaultRootObject: 'other.html' }))).toMatchObject({ status: 'SUCCESS', data: { status: 'Deployed' } });
      expect(await settingWrites()).toEqual([]);
      expect(await fences()).toEqual([]);
    });
  });

  describe('a superseded request', () => {
    test('writes nothing more; the rollback takes the fence over and settings end as before', async () => {
      await simulator.control.changeByAnotherHand('my-cdn', { defaultRootObject: 'other.html' }, { deploy: true });
      const cancelled = new Waiter(host, update({ isEnabled: false }, { isEnabled: true }));
      await cancelled.start();
      await cancelled.poll();
      const rollback = new Waiter(host, update({ isEnabled: true }, { isEnabled: false }));
      await rollback.start();
      expect(reason((await cancelled.poll())!)).toBe(
        'my-cdn: superseded by a later request for the same resource, before it could apply isEnabled: true -> false; '
        + 'nothing more is written for this one; the later request decides');
      expect(await rollback.run(tenSeconds)).toMatchObject({ status: 'SUCCESS' });
      expect(await settingWrites()).toEqual([]);
      expect(await live()).toMatchObject({ isEnabled: true, defaultRootObject: 'other.html' });
      expect(await fences()).toEqual([]);
    });

    test('between two steps writes nothing more, even when the rollback has nothing to do', async () => {
      const cancelled = new Waiter(host, update({ isEnabled: false, ipAddressType: 'ipv4' }, { isEnabled: false }));
      await cancelled.start();
      await simulator.control.advance(60);
      expect(await run(update({ isEnabled: false }, { isEnabled: false }))).toMatchObject({ status: 'SUCCESS', data: { changes: 'nothing changed' } });
      expect(reason((await cancelled.poll())!)).toContain('my-cdn: superseded by a later request for the same resource');
      expect((await settingWrites()).map(({ operation }) => operation)).toEqual(['UpdateDistribution']);
    });

    test('is stopped by a delete as well', async () => {
      await simulator.control.changeByAnotherHand('my-cdn', { defaultRootObject: 'other.html' }, { deploy: true });
      const cancelled = new Waiter(host, { type: 'Create', properties: properties({ isEnabled: false }) });
      await cancelled.start();
      expect(await run({ type: 'Delete', properties: properties({ isEnabled: false }) })).toEqual({ status: 'SUCCESS', physicalId: 'my-cdn', data: {} });
      await simulator.control.advance(60);
      expect(reason((await cancelled.poll())!)).toContain('my-cdn: superseded by a later request for the same resource');
      expect(await settingWrites()).toEqual([]);
    });

    test('does not stop another resource that shares the distribution', async () => {
      await simulator.control.changeByAnotherHand('my-cdn', { defaultRootObject: 'other.html' }, { deploy: true });
      const one = new Waiter(host, { ...update({ isEnabled: false }), logicalId: 'One' });
      const other = new Waiter(host, { ...update({ cacheBehaviorSettings: { defaultTTL: 1 } }), logicalId: 'Other' });
      await one.start();
      await other.start();
      expect(await one.run(tenSeconds)).toMatchObject({ status: 'SUCCESS' });
      expect(await other.run(tenSeconds)).toMatchObject({ status: 'SUCCESS' });
      expect(await live()).toMatchObject({ isEnabled: false, cacheBehaviorSettings: { defaultTTL: 1 } });
      expect(await fences()).toEqual([]);
    });
  });

  describe('a call that goes wrong', () => {
    test.each(['throttle', 'serverError', 'cutBefore'] as const)('%s at the write: sent again at a later poll', async (kind) => {
      await simulator.control.fault({ operation: 'UpdateDistribution', kind });
      expect(await run(update({ isEnabled: false }))).toMatchObject({ status: 'SUCCESS' });
      expect((await settingWrites()).filter(({ outcome }) => outcome === 'ok')).toHaveLength(1);
      expect(await live()).toMatchObject({ isEnabled: false });
      expect(await fences()).toEqual([]);
    });

    test('cut after the write took effect: not sent again', async () => {
      await simulator.control.fault({ operation: 'UpdateDistribution', kind: 'cutAfter' });
      expect(await run(update({ isEnabled: false }))).toMatchObject({ status: 'SUCCESS', data: { changes: 'isEnabled: true -> false' } });
      expect(await settingWrites()).toHaveLength(1);
      expect(await fences()).toEqual([]);
    });

    test.each(['throttle', 'serverError', 'cutBefore', 'cutAfter'] as const)('%s at every read for a while: the next polls go on', async (kind) => {
      await simulator.control.fault({ operation: 'GetDistributions', kind, times: 3 });
      expect(await run(update({ isEnabled: false }))).toMatchObject({
        status: 'SUCCESS', data: { changes: 'applied; the log of the handler names the changes' },
      });
      expect(await settingWrites()).toHaveLength(1);
      expect(await fences()).toEqual([]);
    });

    test('throttled while it puts up the fence: it writes nothing without it', async () => {
      await simulator.control.fault({ operation: 'TagResource', kind: 'throttle', times: 3 });
      expect(await run(update({ isEnabled: false, ipAddressType: 'ipv4' }))).toMatchObject({ status: 'SUCCESS' });
      expect((await settingWrites()).map(({ operation }) => operation)).toEqual(['UpdateDistribution', 'SetIpAddressType']);
      expect(await fences()).toEqual([]);
    });

    test('refused the fence: it writes nothing at all', async () => {
      await simulator.control.fault({ operation: 'TagResource', kind: 'accessDenied' });
      expect(reason(await run(update({ isEnabled: false, ipAddressType: 'ipv4' })))).toMatch(
        /^my-cdn: a call to Lightsail was refused, got AccessDeniedException: User: \S+ is not authorized to perform: lightsail:TagResource$/);
      expect(await settingWrites()).toEqual([]);
    });

    test('refused to take the fence away after a failure: the failure is told, and the next request takes the fence over', async () => {
      await simulator.control.fault({ operation: 'SetIpAddressType', kind: 'accessDenied' });
      await simulator.control.fault({ operation: 'UntagResource', kind: 'accessDenied' });
      expect(reason(await run(update({ isEnabled: false, ipAddressType: 'ipv4' })))).toMatch(/lightsail:SetIpAddressType$/);
      expect(await fences()).toHaveLength(1);
      expect(await run(update({ isEnabled: false, ipAddressType: 'ipv4' }))).toMatchObject({ status: 'SUCCESS' });
      expect(await fences()).toEqual([]);
    });

    test('no answer of Lightsail until the time runs out', async () => {
      await simulator.control.fault({ operation: '*', kind: 'serverError', times: 100 });
      const waiter = new Waiter(host, { ...update({}), properties: properties({ isEnabled: false }, { timeoutSeconds: 0 }) });
      expect(reason((await waiter.start())!)).toBe('my-cdn: not finished after 0 s, pending: an answer of Lightsail, '
        + 'got ServiceException: The service is unavailable; deploy again when Lightsail answers');
    });

    test('throttled while it takes the fence away: the next poll does', async () => {
      await simulator.control.fault({ operation: 'UntagResource', kind: 'throttle', times: 3 });
      expect(await run(update({ isEnabled: false, ipAddressType: 'ipv4' }))).toMatchObject({ status: 'SUCCESS' });
      expect(await fences()).toEqual([]);
    });
  });

  describe('what fails, and how it says so', () => {
    const noWrite = async () => expect(await writes()).toEqual([]);

    test('a value that is none, before any call', async () => {
      expect(reason(await run(update({ isEnabled: 'perhaps' })))).toBe(
        'my-cdn: settings.isEnabled: not a boolean, got "perhaps"; true or false is allowed; correct the value in the app, and deploy construct and handler from one version of the package');
      expect(await calls()).toEqual([]);
    });

    test.each(['InvalidInputException', 'NotFoundException'] as const)('no such distribution (%s)', async (name) => {
      await simulator.control.removeDistribution('my-cdn');
      await simulator.control.fault({ operation: 'GetDistributions', kind: 'error', name, message: 'Requested resource not found: my-cdn' });
      expect(reason(await run(update({ isEnabled: false })))).toBe('my-cdn: no such distribution in this account; '
        + 'names are looked up with `aws lightsail get-distributions --region us-east-1`; correct the name or create the distribution first');
      await noWrite();
    });

    test('no distribution at all in the account', async () => {
      await simulator.control.removeDistribution('my-cdn');
      await simulator.control.removeDistribution('other-cdn');
      expect(reason(await run(update({ isEnabled: false })))).toContain('my-cdn: no such distribution in this account');
    });

    test('a bundle that cannot change now, before any write', async () => {
      await simulator.control.changeByAnotherHand('my-cdn', { ableToUpdateBundle: false });
      expect(reason(await run(update({ isEnabled: false, bundleId: 'medium_1_0' })))).toBe(
        'my-cdn: bundleId: cannot change now, got "medium_1_0" while "small_1_0" is applied; '
        + 'Lightsail allows one change a billing month; deploy again next month, or leave the bundle as it is');
      await noWrite();
    });

    test.each([['PENDING_VALIDATION'], [undefined]])('a certificate that is not issued, before any write: %p', async (status) => {
      if (status) await simulator.control.seedCertificate('cert-1', { domainName: 'example.com', status: 'PENDING_VALIDATION' });
      expect(reason(await run(update({ isEnabled: false, certificateName: 'cert-1' })))).toBe(
        `my-cdn: certificateName: cannot attach "cert-1", got ${status ?? 'no such certificate in us-east-1'}; `
        + 'only an ISSUED certificate can be attached; create its validation records in DNS, wait until it is issued, and deploy again');
      await noWrite();
    });

    test('WAF rules while WAF is off, before any write', async () => {
      expect(reason(await run(update({ wafRules: [{ name: 'AWSManagedRulesCommonRuleSet' }] })))).toBe(
        'my-cdn: wafRules: WAF is off, got rules; rules are allowed while WAF is on; enable it in the same deployment');
      await noWrite();
    });

    test('an operation that fails, with its id, code and details', async () => {
      await simulator.control.fault({ operation: 'UpdateDistribution', kind: 'failedOperation', code: 'EdgeFull', message: 'No room at the edge' });
      const response = await run(update({ isEnabled: false }));
      const [{ operationId }] = await writes();
      expect(reason(response)).toBe(
        `my-cdn: UpdateDistribution operation ${operationId} (Failed) failed: EdgeFull: No room at the edge; correct what it names and deploy again`);
      expect(await settingWrites()).toHaveLength(1);
      expect((await live()).isEnabled).toBe(true);
    });

    test('a follow-on step whose operation fails is not sent again either', async () => {
      await simulator.control.fault({ operation: 'SetIpAddressType', kind: 'failedOperation', code: 'EdgeFull', message: 'No room at the edge' });
      const response = await run(update({ isEnabled: false, ipAddressType: 'ipv4' }));
      expect(reason(response)).toMatch(/^my-cdn: SetIpAddressType operation \S+ \(Failed\) failed: EdgeFull: No room at the edge; correct/);
      expect((await settingWrites()).map(({ operation }) => operation)).toEqual(['UpdateDistribution', 'SetIpAddressType']);
      expect(await fences()).toEqual([]);
    });

    test('a refusal, in the service\'s own words', async () => {
      expect(reason(await run(update({ origin: { name: 'no-such-origin' } })))).toMatch(
        /^my-cdn: UpdateDistribution to Lightsail was refused, got InvalidInputException.*no-such-origin/);
      expect(await settingWrites()).toHaveLength(1);
    });

    test('a missing permission', async () => {
      await simulator.control.fault({ operation: 'GetDistributions', kind: 'accessDenied', times: 3 });
      expect(reason(await run(update({ isEnabled: false })))).toMatch(
        /^my-cdn: a call to Lightsail was refused, got AccessDeniedException: User: \S+ is not authorized to perform: lightsail:GetDistributions$/);
    });

    test('a value that the service does not keep', async () => {
      const waiter = new Waiter(host, update({ isEnabled: false }));
      await waiter.start();
      await simulator.control.advance(60);
      await simulator.control.changeByAnotherHand('my-cdn', { isEnabled: true });
      expect(reason(await waiter.run(tenSeconds))).toBe('my-cdn: UpdateDistribution succeeded, but isEnabled: wanted false, found true; '
        + 'Lightsail did not keep the value, or something else has changed it meanwhile; use a value that Lightsail keeps, or deploy again');
      expect(await settingWrites()).toHaveLength(1);
    });

    test('a certificate that is recorded but not served', async () => {
      await simulator.control.seedCertificate('cert-1', { domainName: 'example.com' });
      await simulator.control.fault({ operation: 'UpdateDistribution', kind: 'certificateNotServed' });
      expect(reason(await run(update({ certificateName: 'cert-1' })))).toBe(
        'my-cdn: UpdateDistribution succeeded, but certificateName: wanted "cert-1", found "cert-1 (recorded, but its domain names are not served)"; '
        + 'Lightsail did not keep the value, or something else has changed it meanwhile; use a value that Lightsail keeps, or deploy again');
    });

    test('time that runs out, with what is pending', async () => {
      const request = { ...update({}), properties: properties({ isEnabled: false }, { timeoutSeconds: 0 }) };
      const waiter = new Waiter(host, request);
      await waiter.start();
      const [{ operationId }] = await writes();
      expect(reason((await waiter.poll())!)).toBe(`my-cdn: not finished after 0 s, pending: UpdateDistribution operation ${operationId} (Started); `
        + 'look at the distribution, then deploy again or allow a longer timeout');
    });

    test('time that runs out on a distribution that stays busy: the fence is gone', async () => {
      await simulator.control.changeByAnotherHand('my-cdn', { defaultRootObject: 'other.html' }, { deploy: true });
      const request = { ...update({}), properties: properties({ isEnabled: false }, { timeoutSeconds: 1 }) };
      const waiter = new Waiter(host, request);
      await waiter.start();
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      expect(reason((await waiter.poll())!)).toBe('my-cdn: not finished after 1 s, pending: status "InProgress", isEnabled: true -> false; '
        + 'look at the distribution, then deploy again or allow a longer timeout');
      expect(await fences()).toEqual([]);
    });
  });

  describe('the certificate', () => {
    test('is attached and replaced in one update, and its domain names are told', async () => {
      await simulator.control.seedCertificate('cert-1', { domainName: 'example.com', subjectAlternativeNames: ['www.example.com'] });
      await simulator.control.seedCertificate('cert-2', { domainName: 'example.org' });
      expect(await run(update({ certificateName: 'cert-1' }))).toMatchObject({
        status: 'SUCCESS', data: { alternativeDomainNames: 'example.com,www.example.com', changes: 'certificateName: "" -> "cert-1"' },
      });
      expect(await run(update({ certificateName: 'cert-2' }))).toMatchObject({ status: 'SUCCESS', data: { alternativeDomainNames: 'example.org' } });
      expect(await run(update({ isEnabled: true }, { isEnabled: true, certificateName: 'cert-2' }))).toMatchObject({
        status: 'SUCCESS', data: { alternativeDomainNames: '', changes: 'certificateName: "cert-2" -> ""' },
      });
      expect(inputsOf(await settingWrites())).toEqual([
        ['UpdateDistribution', { distributionName: 'my-cdn', certificateName: 'cert-1', useDefaultCertificate: false }],
        ['UpdateDistribution', { distributionName: 'my-cdn', certificateName: 'cert-2', useDefaultCertificate: false }],
        ['UpdateDistribution', { distributionName: 'my-cdn', useDefaultCertificate: true }],
      ]);
    });
  });

  describe('delete', () => {
    test('leaves the distribution as it is', async () => {
      const before = await live();
      expect(await run({ type: 'Delete', properties: properties({ isEnabled: false }) })).toEqual({ status: 'SUCCESS', physicalId: 'my-cdn', data: {} });
      expect(await calls()).toEqual(['GetDistributions']);
      expect(await live()).toEqual(before);
    });

    test.each(['gone', 'forbidden'])('succeeds when the distribution is %s', async (what) => {
      if (what === 'gone') await simulator.control.removeDistribution('my-cdn');
      else await simulator.control.fault({ operation: '*', kind: 'accessDenied', times: 3 });
      expect(await run({ type: 'Delete', properties: properties({ isEnabled: 'perhaps' }) })).toMatchObject({ status: 'SUCCESS' });
    });

    test('waits while Lightsail does not answer', async () => {
      await simulator.control.fault({ operation: '*', kind: 'serverError', times: 3 });
      const waiter = new Waiter(host, { type: 'Delete', properties: properties({}) });
      expect([await waiter.start(), await waiter.poll()]).toMatchObject([undefined, { status: 'SUCCESS' }]);
      expect((await simulator.control.calls()).map(({ outcome }) => outcome)).toEqual(['ServiceException', 'ServiceException', 'ServiceException', 'ok']);
    });
  });

  test('every call is signed for us-east-1, whatever the stack\'s Region', async () => {
    await run(update({ isEnabled: false, ipAddressType: 'ipv4' }));
    expect(new Set((await simulator.control.calls()).map(({ region }) => region))).toEqual(new Set(['us-east-1']));
  });
});
