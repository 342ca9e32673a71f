import { parseLegacyProgress } from './legacy-progress';
import { deletionPhase, type DistributionPhase, settingsPhase } from './phase';
import type { ResourceEvent } from '../protocol/event';
import { type Progress, progressOf } from '../protocol/progress';

/** Reads what a poll of a distribution carries, with or without phases. */
export function parseProgress({ RequestType, Progress: value }: ResourceEvent): Progress<DistributionPhase> {
  const isLegacy = !Object.hasOwn(value as object, 'state');
  if (isLegacy) return parseLegacyProgress(value, 'event.Progress');
  return RequestType === 'Delete' ? progressOf(deletionPhase)(value, 'event.Progress') : progressOf(settingsPhase)(value, 'event.Progress');
}
