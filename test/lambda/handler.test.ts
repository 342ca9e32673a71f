import { inputsOf, overHttp, properties, reason, update } from './handler-over-http';
import { Waiter } from './provider-framework';

overHttp((handler) => {
  const { tenSeconds, run, live, calls, writes, settingWrites, fences } = handler;

  describe('the calls', () => {
    test('nothing differs: 1 read, 0 writes, and the poll makes no call', async () => {
      const waiter = new Waiter(handler.host, update({ isEnabled: true, cacheBehaviorSettings: { defaultTTL: 86_400 }, cacheBehaviors: [] }));
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
        // 0, 10, 20 s: the operation is in progress. 30, 40 s: the deployment to the edge is in progress. 50 s: it is complete.
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
      const waiter = new Waiter(handler.host, { type: 'Create', properties: properties({ isEnabled: false }, { waitForDeployment: false }) });
      await waiter.start();
      expect(await calls()).toEqual(['GetDistributions', 'UpdateDistribution', 'GetDistributions']);
      expect(await waiter.poll()).toMatchObject({ status: 'SUCCESS', data: { status: 'InProgress', changes: 'isEnabled: true -> false' } });
      expect(await calls()).toHaveLength(3);
    });
  });

  describe('three calls', () => {
    test('are sent one at a time, each when the distribution is ready, behind a fence that is removed at the end', async () => {
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

    test('a step that is not kept while the next ones go is reported, and not sent again', async () => {
      await handler.simulator.control.fault({ operation: 'UpdateDistributionBundle', kind: 'throttle' });
      const response = await new Waiter(handler.host, update({ isEnabled: false, bundleId: 'medium_1_0', ipAddressType: 'ipv4' })).run(async () => {
        await tenSeconds();
        if ((await settingWrites()).length === 4) await handler.simulator.control.changeOutsideStack('my-cdn', { ipAddressType: 'dualstack' });
      });
      expect(reason(response)).toBe('my-cdn: SetIpAddressType succeeded, but ipAddressType: desired "ipv4", current "dualstack"; '
        + 'Lightsail did not keep the value, or it was changed outside the stack; use a value that Lightsail keeps, or deploy again');
      expect((await settingWrites()).map(({ operation, outcome }) => [operation, outcome])).toEqual([
        ['UpdateDistribution', 'ok'], ['SetIpAddressType', 'ok'], ['UpdateDistributionBundle', 'ThrottlingException'], ['UpdateDistributionBundle', 'ok'],
      ]);
    });

    test('without waiting for the deployment the last one only has to be accepted', async () => {
      const settings = { isEnabled: false, ipAddressType: 'ipv4' };
      const response = await run({ type: 'Create', properties: properties(settings, { waitForDeployment: false }) });
      expect(response).toMatchObject({ status: 'SUCCESS', data: { status: 'InProgress' } });
      expect((await settingWrites()).map(({ operation }) => operation)).toEqual(['UpdateDistribution', 'SetIpAddressType']);
      expect(await fences()).toEqual([]);
    });
  });

  describe('settings removed from the template', () => {
    test('return to the service default; what the template never had is unchanged', async () => {
      await handler.simulator.control.changeOutsideStack('my-cdn', { cacheBehaviorSettings: { defaultTTL: 5, maximumTTL: 100_000 }, defaultRootObject: 'a.html' });
      const response = await run(update({ isEnabled: true }, { isEnabled: true, cacheBehaviorSettings: { defaultTTL: 5 }, origin: { name: 'web' } }));
      expect(response).toMatchObject({ status: 'SUCCESS', data: { changes: 'cacheBehaviorSettings.defaultTTL: 5 -> 86400' } });
      expect(await live()).toMatchObject({ defaultRootObject: 'a.html', cacheBehaviorSettings: { defaultTTL: 86_400, maximumTTL: 100_000 } });
    });

    test('are unchanged when the live value is not the one of the template: changed outside the stack, or never applied', async () => {
      await handler.simulator.control.seedCertificate('by-hand', { domainName: 'example.com' });
      await handler.simulator.control.changeOutsideStack('my-cdn', { certificateName: 'by-hand', defaultRootObject: 'by-hand.html' });
      // This is the rollback of an update that was refused because its certificate is not issued.
      const refused = { isEnabled: true, certificateName: 'not-issued', defaultRootObject: 'index.html', cacheBehaviorSettings: { defaultTTL: 'none' } };
      expect(await run(update({ isEnabled: true }, refused))).toMatchObject({ status: 'SUCCESS', data: { changes: 'nothing changed' } });
      expect(await live()).toMatchObject({ certificateName: 'by-hand', alternativeDomainNames: ['example.com'], defaultRootObject: 'by-hand.html' });
    });
  });

  describe('a busy distribution', () => {
    const anotherHand = () => handler.simulator.control.changeOutsideStack('my-cdn', { defaultRootObject: 'other.html' }, { deploy: true });

    test('is awaited, then changed, behind a fence', async () => {
      await anotherHand();
      expect(await run(update({ isEnabled: false }))).toMatchObject({ status: 'SUCCESS', data: { changes: 'isEnabled: true -> false' } });
      expect((await writes()).map(({ operation, outcome }) => [operation, outcome])).toEqual([
        ['TagResource', 'ok'], ['TagResource', 'ok'], ['UpdateDistribution', 'ok'], ['UntagResource', 'ok'],
      ]);
      expect(await live()).toMatchObject({ isEnabled: false, defaultRootObject: 'other.html', status: 'Deployed' });
    });

    test('that becomes busy between the read and the write is no error', async () => {
      await handler.simulator.control.fault({ operation: 'UpdateDistribution', kind: 'error', name: 'InvalidInputException', message: 'Busy. Please try again in a few minutes' });
      expect(await run(update({ isEnabled: false }))).toMatchObject({ status: 'SUCCESS' });
      expect((await settingWrites()).map(({ outcome }) => outcome)).toEqual(['InvalidInputException', 'ok']);
      expect(await fences()).toEqual([]);
    });

    test.each([
      ['busy', { kind: 'error', message: 'Please try again in a few minutes' }],
      ['busy, as a fault of the server', { kind: 'serverError', message: 'Please try again in a few minutes' }],
      ['throttled, as a fault of the server', { kind: 'serverError', code: 'Throttling' }],
    ] as const)('whose other update runs is not taken for updated by this request, which was refused: %s', async (_what, fault) => {
      await handler.simulator.control.fault({ operation: 'UpdateDistribution', ...fault });
      const waiter = new Waiter(handler.host, update({ isEnabled: false }));
      await waiter.start();
      await anotherHand();
      expect(await waiter.run(tenSeconds)).toMatchObject({ status: 'SUCCESS' });
      expect(await live()).toMatchObject({ isEnabled: false, defaultRootObject: 'other.html' });
    });

    test('is awaited even when nothing differs, because the change in progress may still fail', async () => {
      await anotherHand();
      expect(await run(update({ defaultRootObject: 'other.html' }))).toMatchObject({ status: 'SUCCESS', data: { status: 'Deployed' } });
      expect(await settingWrites()).toEqual([]);
      expect(await fences()).toEqual([]);
    });
  });

  describe('the certificate', () => {
    test('is attached and replaced in one update, and its domain names are reported', async () => {
      await handler.simulator.control.seedCertificate('cert-1', { domainName: 'example.com', subjectAlternativeNames: ['www.example.com'] });
      await handler.simulator.control.seedCertificate('cert-2', { domainName: 'example.org' });
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
      // Attaching a certificate may require a second step, so it uses a fence.
      expect((await writes()).map(({ operation }) => operation)).toEqual([
        'TagResource', 'UpdateDistribution', 'UntagResource', 'TagResource', 'UpdateDistribution', 'UntagResource', 'UpdateDistribution',
      ]);
    });

    test.each(['nothing', 'former'] as const)('that is recorded, while %s is served, is attached once more', async (shows) => {
      await handler.simulator.control.seedCertificate('cert-1', { domainName: 'example.com' });
      await handler.simulator.control.seedCertificate('cert-2', { domainName: 'example.org', subjectAlternativeNames: ['www.example.org'] });
      await run(update({ certificateName: 'cert-1' }));
      await handler.simulator.control.fault({ operation: 'UpdateDistribution', kind: 'certificateNotServed', shows });
      expect(await run(update({ certificateName: 'cert-2' }))).toMatchObject({
        status: 'SUCCESS', data: { alternativeDomainNames: 'example.org,www.example.org', changes: 'certificateName: "cert-1" -> "cert-2"' },
      });
      expect(inputsOf(await settingWrites()).slice(1)).toEqual([
        ['UpdateDistribution', { distributionName: 'my-cdn', certificateName: 'cert-2', useDefaultCertificate: false }],
        ['AttachCertificateToDistribution', { distributionName: 'my-cdn', certificateName: 'cert-2' }],
      ]);
      expect(await fences()).toEqual([]);
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
      if (what === 'gone') await handler.simulator.control.removeDistribution('my-cdn');
      else await handler.simulator.control.fault({ operation: '*', kind: 'accessDenied', times: 3 });
      expect(await run({ type: 'Delete', properties: properties({ isEnabled: 'perhaps' }) })).toMatchObject({ status: 'SUCCESS' });
      expect(await calls()).toEqual(['GetDistributions']);
    });

    test('does not wait for a response forever', async () => {
      await handler.simulator.control.fault({ operation: '*', kind: 'serverError', times: 3 });
      expect(await handler.host.invoke({
        RequestType: 'Delete',
        RequestId: 'request-1',
        ResourceType: 'Custom::LightsailDistributionSettings',
        StackId: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/0b5f8a1e',
        LogicalResourceId: 'Cdn',
        PhysicalResourceId: 'my-cdn',
        ResourceProperties: {},
        Progress: { startedAt: Date.now() - 300_000, knownAs: 'my-cdn', complete: false, fenced: false },
      })).toEqual({ answer: { IsComplete: true } });
    });

    test('waits while Lightsail does not respond', async () => {
      await handler.simulator.control.fault({ operation: '*', kind: 'serverError', times: 3 });
      const waiter = new Waiter(handler.host, { type: 'Delete', properties: properties({}) });
      expect([await waiter.start(), await waiter.poll()]).toMatchObject([undefined, { status: 'SUCCESS' }]);
      expect((await handler.simulator.control.calls()).map(({ outcome }) => outcome)).toEqual(['ServiceException', 'ServiceException', 'ServiceException', 'ok']);
    });
  });

  test('every call is signed for us-east-1, whatever the stack\'s Region', async () => {
    await run(update({ isEnabled: false, ipAddressType: 'ipv4' }));
    expect(new Set((await handler.simulator.control.calls()).map(({ region }) => region))).toEqual(new Set(['us-east-1']));
  });
});
