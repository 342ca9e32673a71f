import type { Difference } from './drift-of';
import type { Fate } from './model';
import { isEquivalent } from '../../lambda/distribution/equivalence';
import { readableSettings } from '../../lambda/distribution/parse-settings';
import type { ResourceEvent } from '../../lambda/protocol/event';
import type { Run } from '../dry-run/dry-run';

interface Decided {
  readonly setting: string;
  readonly desired?: unknown;
}

/** Returns what a deployment does with a difference. */
export function fateOf({ setting, deployed, live }: Difference, decided: readonly Decided[], { calls }: Run, event: ResourceEvent): Fate {
  if (setting === 'resource') return calls.some(({ call, isRefused }) => call.startsWith('Create') && !isRefused) ? 'reverted' : 'left';
  const change = decided.find((one) => one.setting === setting);
  if (change !== undefined) return isEquivalent(change.desired, deployed) ? 'reverted' : 'overwritten';
  const desired = (readableSettings(event.ResourceProperties.settings) as Readonly<Record<string, unknown>>)[setting];
  return desired !== undefined && isEquivalent(desired, live) ? 'accepted' : 'left';
}
