import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromJson, intoReadme, mergeResults, toJson, type MeasuredSection } from '../../bench/results';
import { spread } from '../../bench/statistics';

const PARTS = ['load', 'calls', 'site'];
const section = (part: string, date: string, machine = '4 cores'): MeasuredSection => ({
  part, date, machine, versions: { Node: '20' }, title: `Of ${part}`, alternatives: ['A'], rows: [{ measure: 'calls', ours: spread([2]), alternatives: { A: spread([4]) } }],
});

test('new results replace the former ones of the same part, in the order of the parts', () => {
  const former = [section('load', '2026-01-01'), section('site', '2026-01-01')];
  const measured = [section('site', '2026-02-02'), section('calls', '2026-02-02')];
  expect(mergeResults(PARTS, former, measured)).toEqual([former[0], measured[1], measured[0]]);
});

test('results of a part that no longer exists are removed', () => {
  expect(mergeResults(PARTS, [section('former', '2026-01-01'), section('load', '2026-01-01')], [])).toEqual([section('load', '2026-01-01')]);
});

test('results are the same after a write and a read', () => {
  const sections = [section('load', '2026-01-01')];
  expect(fromJson(toJson(sections))).toMatchObject(sections);
  expect(toJson(fromJson(toJson(sections)))).toBe(toJson(sections));
});

test('the README states where each part was measured', () => {
  const sections = [section('load', '2026-01-01'), section('calls', '2026-01-01'), section('site', '2026-02-02', '2 cores')];
  expect(intoReadme('before\n<!-- results -->\nformer\n<!-- end of results -->\nafter\n', sections)).toBe([
    'before',
    '<!-- results -->',
    '',
    'Measured on 2026-01-01 with Node 20, on 4 cores: load, calls.',
    '',
    'Measured on 2026-02-02 with Node 20, on 2 cores: site.',
    '',
    '|              | ours                | alternative 1 | target |',
    '| ------------ | ------------------- | ------------- | ------ |',
    '| **Of load**  | measured 2026-01-01 | **A**         |        |',
    '| calls        | 2                   | 4, ×0.50      |        |',
    '| **Of calls** | measured 2026-01-01 | **A**         |        |',
    '| calls        | 2                   | 4, ×0.50      |        |',
    '| **Of site**  | measured 2026-02-02 | **A**         |        |',
    '| calls        | 2                   | 4, ×0.50      |        |',
    '',
    '<!-- end of results -->',
    'after',
    '',
  ].join('\n'));
});

test('the README of the benchmark contains the results of results.json', () => {
  const [readme, json] = ['README.md', 'results.json'].map((file) => readFileSync(join(__dirname, '..', '..', 'bench', file), 'utf8'));
  expect(intoReadme(readme, fromJson(json))).toBe(readme);
});
