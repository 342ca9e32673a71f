import fc from 'fast-check';
import { CATCH_UP, CLAIM_LIFETIME, PERIOD, periodsOf, unclaimed } from '../../monitor/traffic/periods';
import { publishable } from '../../monitor/traffic/publishable';

const AT = 1_780_272_000;
const delay = 600;

test('a run has the periods of the last three hours that ended ten minutes before the time of its schedule', () => {
  const periods = periodsOf({ scheduledAt: AT, now: AT + 2, delay });
  expect([periods[0], periods.at(-1), periods.length]).toEqual([AT - 600 - CATCH_UP, AT - 900, 36]);
});

test('a late run has no newer ones, and one that is hours late has none', () => {
  expect(periodsOf({ scheduledAt: AT, now: AT + 3_600, delay }).at(-1)).toBe(AT - 900);
  expect(periodsOf({ scheduledAt: AT, now: AT + CATCH_UP, delay })).toEqual([]);
  expect(periodsOf({ scheduledAt: AT, now: AT + 10 * CATCH_UP, delay })).toEqual([]);
});

test('a schedule that is ahead of the clock has no period that has not ended', () => {
  expect(periodsOf({ scheduledAt: AT + 3_600, now: AT, delay }).at(-1)).toBe(AT - 900);
});

test('any run: periods follow each other, have ended, and their claims are not dropped', () => {
  fc.assert(fc.property(fc.nat(1_000_000), fc.integer({ min: -600, max: 50_000 }), fc.integer({ min: 300, max: 3_600 }), (offset, lateness, wait) => {
    const now = AT + offset;
    const periods = periodsOf({ scheduledAt: now - lateness, now, delay: wait });
    periods.forEach((start, index) => {
      expect(start % PERIOD).toBe(0);
      expect(start + PERIOD).toBeLessThanOrEqual(Math.min(now, now - lateness) - wait);
      if (index > 0) expect(start - periods[index - 1]).toBe(PERIOD);
    });
    // With an hour of delay the oldest period is as old as the oldest claim that is kept.
    if (periods.length > 0) expect(periods[0]).toBeGreaterThan(now - CLAIM_LIFETIME - wait);
  }));
});

test('what is claimed is not due', () => {
  expect(unclaimed([0, 300, 600], [300, 900])).toEqual([0, 600]);
});

describe('published is', () => {
  const both = (requests: readonly number[], uploads: readonly number[]) => new Map([
    ['Requests', requests.map((start) => ({ start, value: start }))] as const, ['BytesUploaded', uploads.map((start) => ({ start, value: 1 }))] as const,
  ]);
  const starts = (...args: Parameters<typeof publishable>) => publishable(...args).map(({ start }) => start);

  test('at once a period that has data of all metrics', () => {
    expect(publishable([0, 300], both([0, 300], [300]), 600)).toEqual([{ start: 300, values: { Requests: 300, BytesUploaded: 1 } }]);
  });

  test('a quarter of an hour later one that has data of some', () => {
    expect(starts([0, 300], both([0, 300], []), 900)).toEqual([]);
    expect(starts([0, 300], both([0, 300], []), 1_200)).toEqual([0]);
    expect(starts([0], both([0], []), 1_200)).toEqual([0]);
  });

  test('never one that has none', () => {
    expect(starts([0, 300], both([], []), 10_000)).toEqual([]);
  });
});
