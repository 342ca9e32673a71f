/** The clock of the service. `now` returns milliseconds since 1970. */
export interface Clock {
  now(): number;
}

export const realClock: Clock = { now: () => Date.now() };

/** A clock that changes only when `advance` is called. */
export class ManualClock implements Clock {
  private time: number;

  constructor(start: Date = new Date('2026-06-01T00:00:00Z')) {
    this.time = start.getTime();
  }

  now(): number {
    return this.time;
  }

  advance(seconds: number): void {
    this.time += seconds * 1000;
  }
}
