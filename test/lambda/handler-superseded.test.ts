import { overHttp, properties, reason, update } from './handler-over-http';
import { Waiter } from './provider-framework';

// The attempts of the SDK take time.
overHttp((handler) => {
  const { pass, tenSeconds, run, live, settingWrites, fences } = handler;

  describe('a superseded request', () => {
    test('writes nothing more; the rollback takes the fence over and settings end as before', async () => {
      await handler.simulator.control.changeOutsideStack('my-cdn', { defaultRootObject: 'other.html' }, { deploy: true });
      const cancelled = new Waiter(handler.host, update({ isEnabled: false }, { isEnabled: true }));
      await cancelled.start();
      await cancelled.poll();
      await pass(1);
      const rollback = new Waiter(handler.host, update({ isEnabled: true }, { isEnabled: false }));
      await rollback.start();
      expect(reason(await cancelled.poll())).toBe(
        'my-cdn: superseded by a later request for the same resource before it could apply isEnabled: true -> false; '
        + 'this request writes nothing more; the later request takes effect');
      expect(await rollback.run(tenSeconds)).toMatchObject({ status: 'SUCCESS' });
      expect(await settingWrites()).toEqual([]);
      expect(await live()).toMatchObject({ isEnabled: true, defaultRootObject: 'other.html' });
      expect(await fences()).toEqual([]);
    });

    test('between two steps writes nothing more, even when the rollback has nothing to do', async () => {
      const cancelled = new Waiter(handler.host, update({ isEnabled: false, ipAddressType: 'ipv4' }, { isEnabled: false }));
      await cancelled.start();
      await pass(60);
      expect(await run(update({ isEnabled: false }, { isEnabled: false }))).toMatchObject({ status: 'SUCCESS', data: { changes: 'nothing changed' } });
      expect(reason(await cancelled.poll())).toContain('my-cdn: superseded by a later request for the same resource');
      expect((await settingWrites()).map(({ operation }) => operation)).toEqual(['UpdateDistribution']);
    });

    test('that was refused as busy writes nothing more, even when the rollback has nothing to do', async () => {
      await handler.simulator.control.fault({ operation: 'UpdateDistribution', kind: 'error', message: 'Please try again in a few minutes' });
      const cancelled = new Waiter(handler.host, update({ isEnabled: false }, { isEnabled: true }));
      await cancelled.start();
      await pass(1);
      expect(await run(update({ isEnabled: true }, { isEnabled: false }))).toMatchObject({ status: 'SUCCESS', data: { changes: 'nothing changed' } });
      // A stale read may not return the fence yet, so the handler waits before it concludes that the fence was removed.
      expect(await cancelled.poll()).toBeUndefined();
      await pass(60);
      expect(reason(await cancelled.poll())).toContain('my-cdn: superseded by a later request for the same resource');
      expect((await settingWrites()).map(({ outcome }) => outcome)).toEqual(['InvalidInputException']);
    });

    test('leaves the fence of the later one while its own change is still in progress', async () => {
      await handler.simulator.control.changeOutsideStack('my-cdn', { defaultRootObject: 'other.html' }, { deploy: true });
      const cancelled = new Waiter(handler.host, update({ isEnabled: false }, { isEnabled: true }));
      await cancelled.start();
      await pass(60);
      await cancelled.poll();
      await pass(1);
      const rollback = new Waiter(handler.host, update({ isEnabled: true }, { isEnabled: false }));
      await rollback.start();
      await cancelled.poll();
      expect(await rollback.run(tenSeconds)).toMatchObject({ status: 'SUCCESS', data: { changes: 'isEnabled: false -> true' } });
      expect((await live()).isEnabled).toBe(true);
      expect(await fences()).toEqual([]);
    });

    test('that could not observe first writes nothing, because a later one may have started and ended', async () => {
      await handler.simulator.control.fault({ operation: 'GetDistributions', kind: 'serverError', times: 16 });
      const cancelled = new Waiter(handler.host, update({ isEnabled: false }, { isEnabled: true }));
      await cancelled.start();
      expect(await run(update({ isEnabled: true }, { isEnabled: false }))).toMatchObject({ status: 'SUCCESS', data: { changes: 'nothing changed' } });
      expect(reason(await cancelled.poll())).toBe('my-cdn: Lightsail did not respond when the request began, so a later request may '
        + 'have started since, pending: isEnabled: true -> false; only a request that marked the distribution may write later; deploy again');
      expect(await settingWrites()).toEqual([]);
    });

    test('that does not wait for the deployment stops as well, between its two steps', async () => {
      const settings = { isEnabled: false, ipAddressType: 'ipv4' };
      const cancelled = new Waiter(handler.host, { ...update({}), properties: properties(settings, { waitForDeployment: false }) });
      await cancelled.start();
      await pass(60);
      expect(await run(update({ isEnabled: false }, settings))).toMatchObject({ status: 'SUCCESS', data: { changes: 'nothing changed' } });
      expect(reason(await cancelled.poll())).toContain('my-cdn: superseded by a later request for the same resource');
      expect((await settingWrites()).map(({ operation }) => operation)).toEqual(['UpdateDistribution']);
    });

    test('that changed to another distribution finds its fence removed when the rollback changes back', async () => {
      await handler.simulator.control.changeOutsideStack('other-cdn', { defaultRootObject: 'other.html' }, { deploy: true });
      const [mine, other] = ['my-cdn', 'other-cdn'].map((distributionName) => ({ ...properties({ isEnabled: false }), distributionName }));
      await handler.simulator.control.changeOutsideStack('my-cdn', { isEnabled: false });
      const cancelled = new Waiter(handler.host, { type: 'Update', properties: other, old: mine });
      await cancelled.start();
      expect(await run({ type: 'Update', properties: mine, old: other })).toMatchObject({ status: 'SUCCESS', data: { changes: 'nothing changed' } });
      await pass(60);
      expect(reason(await cancelled.poll())).toContain('other-cdn: superseded by a later request for the same resource');
      expect(await settingWrites()).toEqual([]);
    });

    test('is stopped by a delete as well', async () => {
      await handler.simulator.control.changeOutsideStack('my-cdn', { defaultRootObject: 'other.html' }, { deploy: true });
      const cancelled = new Waiter(handler.host, { type: 'Create', properties: properties({ isEnabled: false }) });
      await cancelled.start();
      expect(await run({ type: 'Delete', properties: properties({ isEnabled: false }) })).toEqual({ status: 'SUCCESS', physicalId: 'my-cdn', data: {} });
      await pass(60);
      expect(reason(await cancelled.poll())).toContain('my-cdn: superseded by a later request for the same resource');
      expect(await settingWrites()).toEqual([]);
    });

    test('does not stop another resource that shares the distribution', async () => {
      await handler.simulator.control.changeOutsideStack('my-cdn', { defaultRootObject: 'other.html' }, { deploy: true });
      const one = new Waiter(handler.host, { ...update({ isEnabled: false }), logicalId: 'One' });
      const other = new Waiter(handler.host, { ...update({ cacheBehaviorSettings: { defaultTTL: 1 } }), logicalId: 'Other' });
      await one.start();
      await other.start();
      expect(await one.run(tenSeconds)).toMatchObject({ status: 'SUCCESS' });
      expect(await other.run(tenSeconds)).toMatchObject({ status: 'SUCCESS' });
      expect(await live()).toMatchObject({ isEnabled: false, cacheBehaviorSettings: { defaultTTL: 1 } });
      expect(await fences()).toEqual([]);
    });
  });
});
