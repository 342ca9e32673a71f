/**
 * The program that made `former-progress.json`. The file records what the first calls of the handler without phases passed to their polls, and what
 * that handler did then. The program ran with that handler, at commit 406e7f2: `tsx test/faults/record-progress.ts FILE`.
 */
import { writeFileSync } from 'node:fs';
import { recorded, shapeOf, type Recording } from './progress-recording';
import { SCENARIOS } from './scenarios';
import { parts } from './walks';

/** The calls of this scenario depend on the order in which two concurrent requests receive their responses. */
const NOT_REPEATABLE = 'both on one distribution at once';
/** Of the disturbed runs, each run that adds a shape is recorded, and each run whose number is a multiple of this. */
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
