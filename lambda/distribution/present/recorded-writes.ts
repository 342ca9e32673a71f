import type { Operation } from '@aws-sdk/client-lightsail';
import type { SentWrite } from '../../lightsail/writes';
import type { FirstCall } from '../../reconcile';
import type { Fence } from '../../tags/fence';
import type { SettingsPhase } from '../phase';
import type { Request } from '../request';

/** The writes that this request recorded, in order. The fence has no operation ids. */
export function recordedWrites(request: Request, phase: SettingsPhase | FirstCall, fence: Fence | undefined): readonly SentWrite[] {
  const known = 'sent' in phase ? phase.sent : undefined;
  const fenced = fence?.requestId === request.id ? fence.sent : [];
  const isRecorded = fenced.some(({ call }) => call === known?.call);
  return [...(known && !isRecorded ? [known] : []), ...fenced.map((write) => (known !== undefined && write.call === known.call ? known : write))];
}

/** The recorded writes that took effect or may still do so. */
export function sentWrites(
  request: Request, phase: SettingsPhase | FirstCall, fence: Fence | undefined, operation: Operation | undefined,
): readonly SentWrite[] {
  const recorded = recordedWrites(request, phase, fence);
  const last = recorded.at(-1);
  // The record is made before the call, so the last one counts only if Lightsail has its operation. An existing distribution was created.
  const isUnconfirmed = last !== undefined && last.call !== 'CreateDistribution' && last.operationId === undefined && operation === undefined;
  return isUnconfirmed ? recorded.slice(0, -1) : recorded;
}
