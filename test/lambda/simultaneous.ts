import type { ManualClock } from '../../simulator';

/** Virtual time for concurrent tasks. Each task resumes when its time comes, and time does not advance while a task runs. */
export class Simultaneous {
  private sleepers: { readonly until: number; readonly wake: () => void }[] = [];

  constructor(private readonly clock: ManualClock) {}

  readonly sleep = (seconds: number): Promise<void> => new Promise((wake) => {
    this.sleepers.push({ until: this.clock.now() + seconds * 1000, wake });
  });

  async all<T>(runs: readonly Promise<T>[]): Promise<readonly T[]> {
    let areOver = false;
    const results = Promise.all(runs).finally(() => { areOver = true; });
    while (!areOver) {
      // Runs the active tasks until all of them sleep.
      await new Promise((resolve) => { setImmediate(resolve); });
      const next = [...this.sleepers].sort((one, other) => one.until - other.until)[0];
      if (next === undefined) continue;
      this.sleepers = this.sleepers.filter((sleeper) => sleeper !== next);
      this.clock.advance(Math.max(0, next.until - this.clock.now()) / 1000);
      next.wake();
    }
    return results;
  }
}
