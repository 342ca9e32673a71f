import { createHash } from 'node:crypto';
import type { LightsailDistribution, Tag } from '@aws-sdk/client-lightsail';
import type { Progress, Sent } from './event';
import type { Request } from './request';
import type { Call } from './settings';

/**
 * A tag by which a request that still has to write at a later poll tells apart whether it is still the one to do so.
 * CloudFormation can cancel an update and send the rollback while the waiter of the cancelled one still polls; the
 * later request puts its own fence in place, and the earlier one, not finding its own any more, writes nothing.
 */
export interface Fence {
  readonly requestId: string;
  /** Epoch milliseconds of the request's first call: tells the earlier of two requests from the later. */
  readonly startedAt: number;
  /** The steps that the request sent or was about to send, in order, so that none is sent twice. */
  readonly sent: readonly Sent[];
}

/** One key a resource, so that resources which share a distribution do not fence each other. */
export function fenceKey(resource: string): string {
  return `cdk-lightsail-distribution:request:${createHash('sha256').update(resource).digest('hex').slice(0, 12)}`;
}

/** Lightsail allows 256 characters, and in them no comma; the three calls there are take about 170. */
export function fenceTag({ resource, id, startedAt }: Request, sent: readonly Sent[]): Tag {
  return { key: fenceKey(resource), value: [startedAt, id, ...sent.map(({ call, at }) => `${call}@${at}`)].join(' ') };
}

/** The fence that stands for this resource, whichever request put it up. */
export function standingFence(resource: string, { tags = [] }: LightsailDistribution): Fence | undefined {
  const value = tags.find(({ key }) => key === fenceKey(resource))?.value;
  if (value === undefined) return undefined;
  const [startedAt, requestId, ...sent] = value.split(' ');
  return { requestId, startedAt: Number(startedAt), sent: sent.map((step) => ({ call: step.split('@')[0] as Call, at: Number(step.split('@')[1]) })) };
}

/** The steps that this request has recorded, in order; the fence knows no operation ids. */
export function recordedSteps(request: Request, progress: Progress | undefined, fence: Fence | undefined): readonly Sent[] {
  const known = progress?.sent;
  const fenced = fence?.requestId === request.id ? fence.sent : [];
  return [...fenced.filter(({ call }) => call !== known?.call), ...(known ? [known] : [])].sort((one, other) => one.at - other.at);
}

/** Whether a later request of the same resource has taken over. The first call takes over itself. */
export function isSuperseded(request: Request, progress: Progress | undefined, fence: Fence | undefined): boolean {
  if (progress === undefined || fence?.requestId === request.id) return false;
  return progress.fenced || (fence !== undefined && fence.startedAt > request.startedAt);
}
