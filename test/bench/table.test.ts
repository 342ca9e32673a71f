import { spread } from '../../bench/statistics';
import { ratio, renderTable } from '../../bench/table';

test('a spread is the median and the quartiles', () => {
  expect(spread([5, 1, 4, 2, 3])).toEqual({ median: 3, lowerQuartile: 2, upperQuartile: 4, count: 5 });
  expect(spread([1, 2])).toEqual({ median: 1.5, lowerQuartile: 1.25, upperQuartile: 1.75, count: 2 });
  expect(() => spread([])).toThrow('spread: nothing was measured');
});

test('a ratio is reported only where it has a meaning', () => {
  expect(ratio(spread([1]), spread([4]))).toBe(0.25);
  expect(ratio(spread([0]), spread([4]))).toBe(0);
  expect(ratio(spread([1]), spread([0]))).toBeUndefined();
  expect(ratio(spread([1]), spread([-300]))).toBeUndefined();
});

test('all sections are one table, and each names its date and its alternatives', () => {
  expect(renderTable([
    {
      title: 'Calls',
      date: '2026-11-22',
      alternatives: ['A', 'B'],
      rows: [{ measure: 'create', ours: spread([2]), alternatives: { A: spread([8]), B: spread([-300]) } }],
    },
    {
      title: 'Size',
      date: '2026-11-23',
      alternatives: ['C'],
      rows: [{ measure: 'bytes', ours: spread([1000, 2000, 3000]), alternatives: { C: spread([4000]) }, target: { text: 'at most 1', isMet: false } }],
    },
  ])).toBe([
    '|           | ours                   | alternative 1 | alternative 2 | target            |',
    '| --------- | ---------------------- | ------------- | ------------- | ----------------- |',
    '| **Calls** | measured 2026-11-22    | **A**         | **B**         |                   |',
    '| create    | 2                      | 8, ×0.25      | -300          |                   |',
    '| **Size**  | measured 2026-11-23    | **C**         |               |                   |',
    '| bytes     | 2,000 (1,500 to 2,500) | 4,000, ×0.50  |               | at most 1: MISSED |',
  ].join('\n'));
});
