import { overHttp, properties, reason, update } from './handler-over-http';
import { Waiter } from './provider-framework';

// The attempts of the SDK take time.
overHttp((handler) => {
  const { pass, tenSeconds, run, live, settingWrites, fences } = handler;

  describe('a call that fails', () => {
    test.each(['throttle', 'serverError', 'cutBefore'] as const)('%s at the write: sent again at a later poll', async (kind) => {
      await handler.simulator.control.fault({ operation: 'UpdateDistribution', kind });
      expect(await run(update({ isEnabled: false }))).toMatchObject({ status: 'SUCCESS' });
      expect((await settingWrites()).filter(({ outcome }) => outcome === 'ok')).toHaveLength(1);
      expect(await live()).toMatchObject({ isEnabled: false });
      expect(await fences()).toEqual([]);
    });

    test('cut after the write took effect: not sent again', async () => {
      await handler.simulator.control.fault({ operation: 'UpdateDistribution', kind: 'cutAfter' });
      expect(await run(update({ isEnabled: false }))).toMatchObject({ status: 'SUCCESS', data: { changes: 'isEnabled: true -> false' } });
      expect(await settingWrites()).toHaveLength(1);
      expect(await fences()).toEqual([]);
    });

    test.each<[string, object, readonly string[]]>([
      ['the only write', { isEnabled: false }, ['UpdateDistribution']],
      ['a later write', { isEnabled: false, ipAddressType: 'ipv4' }, ['UpdateDistribution', 'SetIpAddressType']],
    ])('cut after %s took effect, which is then not kept: reported, and not sent again', async (_what, settings, sent) => {
      await handler.simulator.control.fault({ operation: sent.at(-1) as 'UpdateDistribution', kind: 'cutAfter' });
      const response = await new Waiter(handler.host, update(settings)).run(async () => {
        await tenSeconds();
        if ((await settingWrites()).length < sent.length) return;
        await handler.simulator.control.changeOutsideStack('my-cdn', { isEnabled: true, ipAddressType: 'dualstack' });
      });
      expect(reason(response)).toContain(`my-cdn: ${sent.join(' and ')} succeeded, but isEnabled: desired false, current true; `);
      expect((await settingWrites()).map(({ operation }) => operation)).toEqual(sent);
    });

    test('cut after the write took effect, and throttled while it writes the fence: the write is not sent again', async () => {
      await handler.simulator.control.fault({ operation: 'UpdateDistribution', kind: 'cutAfter' });
      await handler.simulator.control.fault({ operation: 'TagResource', kind: 'serverError', times: 16 });
      const waiter = new Waiter(handler.host, update({ isEnabled: false }));
      await waiter.start();
      await pass(90);
      await handler.simulator.control.changeOutsideStack('my-cdn', { isEnabled: true });
      expect(reason(await waiter.poll())).toContain('my-cdn: UpdateDistribution succeeded, but isEnabled: desired false, current true; ');
      expect(await settingWrites()).toHaveLength(1);
    });

    test('no read after a write that only has to be accepted: the next poll reports the changes', async () => {
      await handler.simulator.control.fault({ operation: 'GetDistributions', kind: 'serverError', after: 1, times: 16 });
      const waiter = new Waiter(handler.host, { type: 'Create', properties: properties({ isEnabled: false }, { waitForDeployment: false }) });
      await waiter.start();
      expect(await waiter.poll()).toMatchObject({ status: 'SUCCESS', data: { status: 'InProgress', changes: 'isEnabled: true -> false' } });
    });

    test.each(['throttle', 'serverError', 'cutBefore', 'cutAfter'] as const)('%s at the first read: it continues in the same call', async (kind) => {
      await handler.simulator.control.fault({ operation: 'GetDistributions', kind, times: kind === 'throttle' ? 1 : 3 });
      expect(await run(update({ isEnabled: false }))).toMatchObject({ status: 'SUCCESS', data: { changes: 'isEnabled: true -> false' } });
      expect(await settingWrites()).toHaveLength(1);
      expect(await fences()).toEqual([]);
    });

    test('no response at a poll, however often it is tried: the next poll continues', async () => {
      await handler.simulator.control.fault({ operation: 'GetOperation', kind: 'serverError', times: 16 });
      expect(await run(update({ isEnabled: false }))).toMatchObject({ status: 'SUCCESS', data: { changes: 'isEnabled: true -> false' } });
      expect(await settingWrites()).toHaveLength(1);
    });

    test('operations of a distribution that cannot be listed: the steps continue, none is sent twice', async () => {
      await handler.simulator.control.fault({ operation: 'GetOperationsForResource', kind: 'error', message: 'not for distributions', times: 100 });
      expect(await run(update({ isEnabled: false, ipAddressType: 'ipv4' }))).toMatchObject({ status: 'SUCCESS' });
      expect((await settingWrites()).map(({ operation }) => operation)).toEqual(['UpdateDistribution', 'SetIpAddressType']);
      expect(await fences()).toEqual([]);
    });

    test('throttled while it writes the fence: it writes nothing without it', async () => {
      await handler.simulator.control.fault({ operation: 'TagResource', kind: 'throttle' });
      expect(await run(update({ isEnabled: false, ipAddressType: 'ipv4' }))).toMatchObject({
        status: 'SUCCESS', data: { changes: 'isEnabled: true -> false; ipAddressType: "dualstack" -> "ipv4"' },
      });
      expect((await settingWrites()).map(({ operation }) => operation)).toEqual(['UpdateDistribution', 'SetIpAddressType']);
      expect(await fences()).toEqual([]);
    });

    test('denied the fence: it writes nothing at all', async () => {
      await handler.simulator.control.fault({ operation: 'TagResource', kind: 'accessDenied' });
      expect(reason(await run(update({ isEnabled: false, ipAddressType: 'ipv4' })))).toMatch(
        /^my-cdn: writing its tags was denied, got AccessDeniedException: User: \S+ is not authorized to perform: lightsail:TagResource; the role .*deploy again$/);
      expect(await settingWrites()).toEqual([]);
    });

    test('denied the removal of the fence after a failure: the failure is reported, and the next request takes the fence over', async () => {
      await handler.simulator.control.fault({ operation: 'SetIpAddressType', kind: 'accessDenied' });
      await handler.simulator.control.fault({ operation: 'UntagResource', kind: 'accessDenied' });
      expect(reason(await run(update({ isEnabled: false, ipAddressType: 'ipv4' })))).toMatch(/lightsail:SetIpAddressType; the role .*deploy again$/);
      expect(await fences()).toHaveLength(1);
      expect(await run(update({ isEnabled: false, ipAddressType: 'ipv4' }))).toMatchObject({ status: 'SUCCESS' });
      expect(await fences()).toEqual([]);
    });

    test('no response of Lightsail until the deadline', async () => {
      await handler.simulator.control.fault({ operation: '*', kind: 'serverError', times: 100 });
      const waiter = new Waiter(handler.host, { ...update({}), properties: properties({ isEnabled: false }, { timeoutSeconds: 1 }) });
      await waiter.start();
      await pass(1);
      expect(reason(await waiter.poll())).toBe('my-cdn: timed out after 1 s, pending: a response of Lightsail, '
        + 'got ServiceException: The service is unavailable; deploy again when Lightsail responds');
    });

    test('throttled while it removes the fence: it tries again', async () => {
      await handler.simulator.control.fault({ operation: 'UntagResource', kind: 'throttle' });
      expect(await run(update({ isEnabled: false, ipAddressType: 'ipv4' }))).toMatchObject({ status: 'SUCCESS' });
      expect(await fences()).toEqual([]);
    });
  });
});
