import { REQUEST as FOR_MY_CDN } from './request-for-my-cdn';
import { simulatedLightsail } from './simulated-lightsail';
import { advance, RequestFailed } from '../../lambda/advance';
import type { Progress } from '../../lambda/event';
import type { Lightsail } from '../../lambda/lightsail';
import type { Request } from '../../lambda/request';
import { LightsailService, ManualClock } from '../../simulator';

const clock = new ManualClock();
const REQUEST: Request = { ...FOR_MY_CDN, id: 'request-1', timeoutSeconds: 600, startedAt: clock.now() - 5_000 };
const PROGRESS: Progress = { startedAt: REQUEST.startedAt, complete: false, fenced: false, changes: 'isEnabled: true -> false' };

const throttled = Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' });
const fails = () => Promise.reject(throttled);

/** A Lightsail with `my-cdn`, some of whose calls are other ones. */
function lightsail(others: Partial<Lightsail> = {}): Lightsail {
  const service = new LightsailService({ clock, operationSeconds: 20, deploymentSeconds: 30 });
  service.seeds.seedDistribution('my-cdn', {});
  return { ...simulatedLightsail(service), ...others };
}

let logged: unknown[];
beforeEach(() => {
  logged = [];
  jest.spyOn(console, 'info').mockImplementation((line) => void logged.push(JSON.parse(line)));
});

describe('without an answer', () => {
  const turn = (now: number) => advance(lightsail({ distribution: fails }), REQUEST, PROGRESS, () => now);
  const deadline = REQUEST.startedAt + REQUEST.timeoutSeconds * 1_000;

  test('a millisecond before the deadline, the next poll goes on with what was known', async () => {
    expect(await turn(deadline - 1)).toEqual({ kind: 'incomplete', progress: PROGRESS });
    expect(logged).toEqual([
      { event: 'unreachable', distribution: 'my-cdn', request: 'request-1', reason: 'ThrottlingException: Rate exceeded' },
    ]);
  });

  test('then waiting is over', async () => {
    await expect(turn(deadline)).rejects.toThrow(new RequestFailed('my-cdn: not finished after 600 s, pending: an answer of Lightsail, '
      + 'got ThrottlingException: Rate exceeded; deploy again when Lightsail answers', { cause: throttled }));
  });
});

describe('the log', () => {
  const about = { distribution: 'my-cdn', request: 'request-1' };
  const changes = [{ setting: 'isEnabled', found: true, wanted: false }];

  test('has every decision and every write, with the time of the first call handed on', async () => {
    const one = lightsail();
    expect(await advance(one, REQUEST, undefined, () => clock.now())).toMatchObject({ kind: 'incomplete', progress: { startedAt: REQUEST.startedAt } });
    await advance(one, REQUEST, PROGRESS, () => clock.now());
    clock.advance(60);
    await advance(one, REQUEST, PROGRESS, () => clock.now());
    expect(logged).toEqual([
      { event: 'decision', ...about, kind: 'call', call: 'UpdateDistribution', changes },
      { event: 'sent', ...about, call: 'UpdateDistribution', operationId: expect.any(String) },
      { event: 'decision', ...about, kind: 'wait', reason: 'status "InProgress"' },
      { event: 'decision', ...about, kind: 'done', changes: 'isEnabled: true -> false' },
    ]);
  });

  test('has the reason why a write was not sent', async () => {
    await advance(lightsail({ send: fails }), REQUEST, undefined, () => clock.now());
    expect(logged.at(-1)).toEqual({ event: 'unsent', ...about, call: 'UpdateDistribution', reason: 'ThrottlingException: Rate exceeded' });
  });

  test('has a failure, and the fence that could not be taken away', async () => {
    const request: Request = { ...REQUEST, desired: { isEnabled: false, ipAddressType: 'ipv4' } };
    const refused = lightsail({ send: () => Promise.reject(new Error('no')), untag: fails });
    await expect(advance(refused, request, undefined, () => clock.now())).rejects.toThrow('my-cdn: UpdateDistribution was refused, got Error: no');
    expect(logged.at(-1)).toEqual({ event: 'fence left', ...about, reason: 'ThrottlingException: Rate exceeded' });
    await expect(advance(lightsail(), { ...request, distributionName: 'no-cdn' }, undefined, () => clock.now())).rejects.toThrow(RequestFailed);
    expect(logged.at(-1)).toEqual({
      event: 'decision', ...about, distribution: 'no-cdn', kind: 'fail', message: expect.stringContaining('no-cdn: no such distribution in this account; '),
    });
  });
});
