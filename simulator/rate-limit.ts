/** A token bucket that holds what one second gives; 0 requests a second are no limit. */
export class RateLimit {
  private tokens = 0;
  private filledAt = -Infinity;

  constructor(private readonly requestsPerSecond: number) {}

  admits(now: number): boolean {
    if (this.requestsPerSecond === 0) return true;
    const poured = (now - this.filledAt) / 1000 * this.requestsPerSecond;
    // At least one whole request, so that less than one a second is a limit too and not a wall.
    this.tokens = Math.min(Math.max(1, this.requestsPerSecond), this.tokens + poured);
    this.filledAt = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }

  reset(): void {
    this.filledAt = -Infinity;
  }
}
