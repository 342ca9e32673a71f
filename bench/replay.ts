import type { Scenario, DesiredDistribution } from './scenarios';

/** The calls that another owner's code makes of Lightsail. */
export interface Replay {
  create(distributionName: string, to: DesiredDistribution): Promise<void>;
  update(distributionName: string, to: DesiredDistribution, from: DesiredDistribution): Promise<void>;
  delete(distributionName: string): Promise<void>;
}

export function replay(calls: Replay, distributionName: string, { from, to }: Scenario): Promise<void> {
  if (from === undefined) return calls.create(distributionName, to!);
  return to === undefined ? calls.delete(distributionName) : calls.update(distributionName, to, from);
}
