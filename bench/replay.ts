import type { Scenario, DesiredState } from './scenarios';

/** The Lightsail calls of another tool. */
export interface Replay {
  create(distributionName: string, to: DesiredState): Promise<void>;
  update(distributionName: string, to: DesiredState, from: DesiredState): Promise<void>;
  delete(distributionName: string): Promise<void>;
}

export function replay(calls: Replay, distributionName: string, { from, to }: Scenario): Promise<void> {
  if (from === undefined) return calls.create(distributionName, to!);
  return to === undefined ? calls.delete(distributionName) : calls.update(distributionName, to, from);
}
