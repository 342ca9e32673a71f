import { readFileSync } from 'node:fs';
import path from 'node:path';
import { recorded, shapeOf, type Recording } from './progress-recording';
import { parseLine } from './schedule';

/** What the handler without phases did: made by `record-progress.ts`. */
const { shapes, recordings } = JSON.parse(readFileSync(path.join(__dirname, 'former-progress.json'), 'utf8')) as {
  readonly shapes: readonly string[];
  readonly recordings: readonly Recording[];
};

/** The calls of first calls. AttachCertificateToDistribution is one only for a certificate that was recorded but not served; no scenario begins so. */
const CALLS = ['CreateDistribution', 'UpdateDistribution', 'UpdateDistributionBundle', 'SetIpAddressType', 'DeleteDistribution'];

test('polls of the handler without phases continue: the same calls, at the same times, with the same result', async () => {
  const different: string[] = [];
  for (const { schedule, progress, outcome, calls } of recordings) {
    const replayed = await recorded(parseLine(schedule), (_own, index) => progress[index]);
    if (replayed.outcome !== outcome) different.push(`${schedule}: ends as ${replayed.outcome} instead of ${outcome}`);
    if (replayed.calls !== calls) different.push(`${schedule}: other calls`);
  }
  expect(different).toEqual([]);
});

test('all other requests too: the same calls, at the same times, with the same result', async () => {
  const different: string[] = [];
  for (const { schedule, outcome, calls } of recordings) {
    const run = await recorded(parseLine(schedule));
    if (run.outcome !== outcome || run.calls !== calls) different.push(schedule);
  }
  expect(different).toEqual([]);
});

test('the recordings have every shape that was found', () => {
  const found = new Set(recordings.flatMap(({ progress }) => progress).map((one) => shapeOf(one as object)));
  expect([...found].sort()).toEqual(shapes);
  for (const call of CALLS) expect(shapes.filter((shape) => shape.includes(`sent: ${call}`))).not.toEqual([]);
});
