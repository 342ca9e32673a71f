import { setTimeout as sleep } from 'node:timers/promises';

export async function until(what: string, condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!await condition()) {
    if (Date.now() > deadline) throw new Error(`did not happen: ${what}`);
    await sleep(100);
  }
}
