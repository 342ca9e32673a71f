import type { SettingsPhase } from './phase';
import type { Request } from './request';
import { CONSISTENCY_WINDOW } from '../lightsail/operation';
import type { FirstCall } from '../reconcile';
import type { Fence } from '../tags/fence';

/** Whether this request may write. */
export type WriteAccess =
  | 'granted'
  /** A later request of the same resource has taken over. */
  | 'superseded'
  /** The fence that the first call wrote is not visible yet. */
  | 'fence not visible'
  /** The first call could not write a fence, so a later request may have started and ended without a trace. */
  | 'unknown';

export function writeAccess(request: Request, phase: SettingsPhase | FirstCall, fence: Fence | undefined, now: number): WriteAccess {
  // The first call takes over from an earlier request, and so does a poll.
  if (phase.phase === 'first call' || fence?.requestId === request.id) return 'granted';
  if (fence !== undefined) return fence.startedAt > request.startedAt ? 'superseded' : 'granted';
  if (!isFenced(phase)) return 'unknown';
  return now - request.startedAt < CONSISTENCY_WINDOW ? 'fence not visible' : 'superseded';
}

/** Whether the first call wrote the fence. */
export function isFenced(phase: SettingsPhase | FirstCall): boolean {
  switch (phase.phase) {
    case 'first call':
    case 'unobserved': return false;
    case 'waiting':
    case 'sent': return phase.fenced;
    case 'creating': return true;
  }
}
