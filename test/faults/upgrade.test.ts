import { readFileSync } from 'node:fs';
import path from 'node:path';
import { recorded, shapeOf, type Recording } from './progress-recording';
import { parseLine } from './schedule';

/** The recordings of the handler without phases, which `record-progress.ts` made. */
const { shapes, recordings } = JSON.parse(readFileSync(path.join(__dirname, 'former-progress.json'), 'utf8')) as {
  readonly shapes: readonly string[];
  readonly recordings: readonly Recording[];
};

/**
 * The writes that a first call can send. It sends AttachCertificateToDistribution only for a certificate that is recorded but not served, and no
 * scenario begins in that state.
 */
const CALLS = ['CreateDistribution', 'UpdateDistribution', 'UpdateDistributionBundle', 'SetIpAddressType', 'DeleteDistribution'];

/** The rollback of this scenario now removes the fence of the cancelled request even if no read shows it. */
const isChanged = (schedule: string) => schedule.startsWith('settings of another distribution cancelled');

test('polls of requests that the handler without phases started make the same calls, at the same times, with the same result', async () => {
  const different: string[] = [];
  for (const { schedule, progress, outcome, calls } of recordings) {
    const replayed = await recorded(parseLine(schedule), (_own, index) => progress[index]);
    if (replayed.outcome !== outcome) different.push(`${schedule}: ends as ${replayed.outcome} instead of ${outcome}`);
    if (replayed.calls !== calls && !isChanged(schedule)) different.push(`${schedule}: other calls`);
  }
  expect(different).toEqual([]);
});

test('all other requests make the same calls, at the same times, with the same result', async () => {
  const different: string[] = [];
  for (const { schedule, outcome, calls } of recordings) {
    const run = await recorded(parseLine(schedule));
    if (run.outcome !== outcome || (run.calls !== calls && !isChanged(schedule))) different.push(schedule);
  }
  expect(different).toEqual([]);
});

test('the recordings have every shape that was found', () => {
  const found = new Set(recordings.flatMap(({ progress }) => progress).map((one) => shapeOf(one as object)));
  expect([...found].sort()).toEqual(shapes);
  for (const call of CALLS) expect(shapes.filter((shape) => shape.includes(`sent: ${call}`))).not.toEqual([]);
});
