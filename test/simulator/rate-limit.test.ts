import * as fc from 'fast-check';
import { lightsail, named, NAME } from './in-process';
import { RateLimit } from '../../simulator/rate-limit';

describe('4.2 switch requestsPerSecond', () => {
  const outcomes = (lit: ReturnType<typeof lightsail>, count: number) => {
    lit.service.log.clear();
    for (let index = 0; index < count; index++) lit.service.answer({ operation: 'GetDistributions', input: named, region: 'us-east-1' });
    return lit.service.log.all.map(({ outcome }) => outcome);
  };

  it('0 throttles nothing', () => {
    expect(new Set(outcomes(lightsail(), 1000))).toEqual(new Set(['ok']));
  });

  it('a second\'s worth comes at once, then as fast as the clock goes', () => {
    const lit = lightsail({ requestsPerSecond: 2 });
    expect(outcomes(lit, 3)).toEqual(['ok', 'ok', 'ThrottlingException']);
    lit.clock.advance(0.5);
    expect(outcomes(lit, 2)).toEqual(['ok', 'ThrottlingException']);
    lit.clock.advance(3600);
    expect(outcomes(lit, 3)).toEqual(['ok', 'ok', 'ThrottlingException']);
  });

  it('less than one a second is a limit too', () => {
    const lit = lightsail({ requestsPerSecond: 0.5 });
    expect(outcomes(lit, 2)).toEqual(['ok', 'ThrottlingException']);
    lit.clock.advance(1);
    expect(outcomes(lit, 1)).toEqual(['ThrottlingException']);
    lit.clock.advance(1);
    expect(outcomes(lit, 1)).toEqual(['ok']);
  });

  it('law: no span of time lets more through than its seconds and one give, and a client that keeps to the rate is never throttled', () => {
    const pauses = fc.array(fc.nat(3000), { maxLength: 60 });
    fc.assert(fc.property(fc.integer({ min: 1, max: 5 }), pauses, (perSecond, milliseconds) => {
      const limit = new RateLimit(perSecond);
      let now = 0;
      const admitted = milliseconds.map((pause) => now += pause).filter((at) => limit.admits(at));
      admitted.forEach((from, first) => admitted.slice(first).forEach((to, count) => {
        expect(count + 1).toBeLessThanOrEqual(perSecond * (1 + (to - from) / 1000) + 1e-6);
      }));
      const calm = new RateLimit(perSecond);
      expect(milliseconds.every((_, index) => calm.admits(index * Math.ceil(1000 / perSecond)))).toBe(true);
    }));
  });

  it('a throttled call has no effect and meets no fault, and reset forgets the rate', () => {
    const { service, read } = lightsail({ requestsPerSecond: 1 });
    service.call('GetDistributions', named);
    service.faults.add({ operation: '*', kind: 'serverError' });
    expect(service.answer({ operation: 'UpdateDistribution', input: { ...named, isEnabled: false }, region: 'us-east-1' }))
      .toMatchObject({ error: { name: 'ThrottlingException', message: 'Rate exceeded' }, delaySeconds: 0 });
    expect(read().isEnabled).toBe(true);
    expect(service.faults.all).toHaveLength(1);
    service.reset();
    service.seeds.seedDistribution(NAME);
    service.call('GetDistributions', named);
  });
});
