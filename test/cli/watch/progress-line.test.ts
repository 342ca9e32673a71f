import { progressLine } from '../../../cli/watch/progress-line';

const state = { kind: 'in progress', call: 'UpdateDistribution', status: 'status InProgress' } as const;

it.each([
  [100, 'my-cdn UpdateDistribution  ████████████░░░░░░░░░░░░  2:30 of about 5:00  (status InProgress)'],
  [80, 'my-cdn UpdateDistribution  ████████████░░░░░░░░░░░░  2:30 of about 5:00'],
  [60, '████████████░░░░░░░░░░░░  2:30 of about 5:00'],
  [40, '2:30 of about 5:00'],
  [10, '2:30'],
])('fits in %d columns', (columns, expected) => {
  expect(progressLine('my-cdn', state, 150_000, columns)).toBe(expected);
});

it('is not full before the deployment is complete', () => {
  expect(progressLine('my-cdn', state, 3_600_000, 100)).toBe('my-cdn UpdateDistribution  ███████████████████████░  60:00 of about 5:00  (status InProgress)');
});
