import type { Claims } from '../../monitor/claims/claims';
import { startOf, streamName } from '../../monitor/claims/stream-name';

/** Claims as CloudWatch Logs keeps them: a name is created for one caller only. */
export class MemoryClaims implements Claims {
  readonly streams = new Set<string>();

  async list(distributionName: string): Promise<readonly number[]> {
    return [...this.streams].sort().reverse().slice(0, 50).flatMap((name) => startOf(distributionName, name) ?? []);
  }

  async take(distributionName: string, start: number): Promise<boolean> {
    const name = streamName(distributionName, start);
    if (this.streams.has(name)) return false;
    this.streams.add(name);
    return true;
  }

  async drop(distributionName: string, start: number): Promise<void> {
    this.streams.delete(streamName(distributionName, start));
  }
}
