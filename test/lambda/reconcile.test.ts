import { REQUEST as FOR_MY_CDN, WAITING } from './request-for-my-cdn';
import { contextOf, simulatedLightsail } from './simulated-lightsail';
import type { SettingsPhase } from '../../lambda/distribution/phase';
import { PRESENT } from '../../lambda/distribution/present/goal';
import type { Request } from '../../lambda/distribution/request';
import type { Lightsail } from '../../lambda/lightsail/lightsail';
import { RequestFailed } from '../../lambda/protocol/request-failed';
import { FIRST_CALL, type FirstCall, reconcile } from '../../lambda/reconcile';
import { LightsailService, ManualClock } from '../../simulator';

const clock = new ManualClock();
const REQUEST: Request = { ...FOR_MY_CDN, id: 'request-1', timeoutSeconds: 600, startedAt: clock.now() - 5_000 };
const PHASE: SettingsPhase = { ...WAITING, fenced: false };

const throttled = Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' });
const fails = () => Promise.reject(throttled);

/** A Lightsail with `my-cdn`, in which some calls are replaced. */
function lightsail(others: Partial<Lightsail> = {}): Lightsail {
  const service = new LightsailService({ clock, operationSeconds: 20, deploymentSeconds: 30 });
  service.seeds.seedDistribution('my-cdn', {});
  return { ...simulatedLightsail(service), ...others };
}

const pass = (port: Lightsail, request: Request, phase: SettingsPhase | FirstCall, now = clock.now()) =>
  reconcile(PRESENT, contextOf(port, () => now), request, phase);

let logged: unknown[];
beforeEach(() => {
  logged = [];
  jest.spyOn(console, 'info').mockImplementation((line) => void logged.push(JSON.parse(line)));
});

describe('without a response', () => {
  const poll = (now: number) => pass(lightsail({ distribution: fails }), REQUEST, PHASE, now);
  const deadline = REQUEST.startedAt + REQUEST.timeoutSeconds * 1_000;

  test('a millisecond before the deadline, the next poll continues in the same phase', async () => {
    expect(await poll(deadline - 1)).toEqual({ kind: 'incomplete', phase: PHASE });
    expect(logged).toEqual([
      { event: 'call failed', resource: 'my-cdn', request: 'request-1', during: 'observation', reason: 'ThrottlingException: Rate exceeded' },
      { event: 'decision', resource: 'my-cdn', request: 'request-1', kind: 'requeue', reason: 'a response of Lightsail' },
    ]);
  });

  test('then the request fails', async () => {
    await expect(poll(deadline)).rejects.toThrow(new RequestFailed('my-cdn: timed out after 600 s, pending: a response of Lightsail, '
      + 'got ThrottlingException: Rate exceeded; deploy again when Lightsail responds', { cause: throttled }));
  });
});

describe('the log', () => {
  const about = { resource: 'my-cdn', request: 'request-1' };
  const changes = [{ setting: 'isEnabled', current: true, desired: false }];

  test('has every decision and every write', async () => {
    const one = lightsail();
    expect(await pass(one, REQUEST, FIRST_CALL)).toMatchObject({ kind: 'incomplete', phase: { phase: 'sent' } });
    await pass(one, REQUEST, PHASE);
    clock.advance(60);
    await pass(one, REQUEST, PHASE);
    expect(logged).toEqual([
      { event: 'decision', ...about, kind: 'call', call: 'UpdateDistribution', changes },
      { event: 'sent', ...about, call: 'UpdateDistribution', operationId: expect.any(String) },
      { event: 'decision', ...about, kind: 'requeue', reason: 'status "InProgress"' },
      { event: 'decision', ...about, kind: 'complete', reason: 'isEnabled: true -> false' },
    ]);
  });

  test('has the reason why a write was not sent', async () => {
    await pass(lightsail({ send: fails }), REQUEST, FIRST_CALL);
    expect(logged).toContainEqual({ event: 'call failed', ...about, during: 'UpdateDistribution', reason: 'ThrottlingException: Rate exceeded' });
  });

  test('has a failure, and the fence that could not be removed', async () => {
    const request: Request = { ...REQUEST, desired: { isEnabled: false, ipAddressType: 'ipv4' } };
    const refused = lightsail({ send: () => Promise.reject(new Error('no')), untag: fails });
    await expect(pass(refused, request, FIRST_CALL)).rejects.toThrow('my-cdn: UpdateDistribution was refused, got Error: no');
    expect(logged.at(-1)).toEqual({ event: 'clean-up failed', ...about, reason: 'ThrottlingException: Rate exceeded' });
    await expect(pass(lightsail(), { ...request, resourceName: 'no-cdn' }, FIRST_CALL)).rejects.toThrow(RequestFailed);
    expect(logged.at(-1)).toEqual({
      event: 'decision', ...about, resource: 'no-cdn', kind: 'fail', message: expect.stringContaining('no-cdn: no such distribution in this account; '),
    });
  });
});
