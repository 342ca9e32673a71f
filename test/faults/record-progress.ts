/**
 * Made `former-progress.json`: what the first calls of the handler without phases passed to their polls, and what that handler then did.
 * It ran beside that handler, at commit 406e7f2: `tsx test/faults/record-progress.ts FILE`.
 */
import { writeFileSync } from 'node:fs';
import { recorded, shapeOf, type Recording } from './progress-recording';
import { SCENARIOS } from './scenarios';
import { parts } from './walks';

/** Its calls depend on the order in which two requests that run side by side get their answers. */
const NOT_REPEATABLE = 'both on one distribution at once';
/** Of disturbed runs, those that add a shape, and every so many. */
const EVERY = 700;

async function record(file: string): Promise<void> {
  const recordings: Recording[] = [];
  const shapes = new Set<string>();
  let count = 0;
  for (const { schedules } of await parts()) {
    for await (const schedule of schedules()) {
      if (schedule.scenario === NOT_REPEATABLE || SCENARIOS[schedule.scenario] === undefined) continue;
      const recording = await recorded(schedule);
      const added = recording.progress.map((one) => shapeOf(one as object)).filter((shape) => !shapes.has(shape));
      count += 1;
      if (added.length === 0 && schedule.disturbances.length > 0 && count % EVERY !== 0) continue;
      for (const shape of added) shapes.add(shape);
      recordings.push(recording);
    }
  }
  writeFileSync(file, `${JSON.stringify({ shapes: [...shapes].sort(), recordings }, undefined, 1)}\n`);
}

void record(process.argv[2]);
