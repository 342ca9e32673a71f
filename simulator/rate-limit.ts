/** A token bucket that holds the requests of one second. A rate of 0 requests per second means no limit. */
export class RateLimit {
  private tokens = 0;
  private filledAt = -Infinity;

  constructor(private readonly requestsPerSecond: number) {}

  admits(now: number): boolean {
    if (this.requestsPerSecond === 0) return true;
    const poured = (now - this.filledAt) / 1000 * this.requestsPerSecond;
    // The capacity is at least one request. Otherwise, a rate below one request per second would refuse every call.
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
