import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for a condition. The limit is for one that never holds: a test on a busy machine must not fail because of the time it takes. */
export async function until(what: string, condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 300_000;
  while (!await condition()) {
    if (Date.now() > deadline) throw new Error(`did not happen: ${what}`);
    await sleep(100);
  }
}
