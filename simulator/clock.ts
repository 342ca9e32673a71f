/** Where the service gets the time from, in milliseconds since 1970. */
export interface Clock {
  now(): number;
}

export const realClock: Clock = { now: () => Date.now() };

/** A clock that does not advance until it is advanced. */
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
