import { createHash } from 'node:crypto';
import type { LightsailDistribution, Tag } from '@aws-sdk/client-lightsail';
import type { Progress, Sent } from './event';
import type { Request } from './request';
import type { StepCall } from './steps';

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

/** Lightsail allows 256 characters, and in them no comma; the calls there are take about 230. */
export function fenceTag({ resource, id, startedAt }: Pick<Request, 'resource' | 'id' | 'startedAt'>, sent: readonly Sent[]): Tag {
  return { key: fenceKey(resource), value: [startedAt, id, ...sent.map(({ call, at }) => `${call}@${at}`)].join(' ') };
}

const FENCE_VALUE = /^\d{1,15} [\w-]+( \w+@\d{1,15})*$/;

/** The fence that stands for this resource, whichever request put it up. */
export function standingFence(resource: string, { tags = [] }: LightsailDistribution): Fence | undefined {
  const value = tags.find(({ key }) => key === fenceKey(resource))?.value;
  // One that somebody has changed tells nothing, so it is none.
  if (value === undefined || !FENCE_VALUE.test(value)) return undefined;
  const [startedAt, requestId, ...sent] = value.split(' ');
  return { requestId, startedAt: Number(startedAt), sent: sent.map((step) => ({ call: step.split('@')[0] as StepCall | 'DeleteDistribution', at: Number(step.split('@')[1]) })) };
}

/** Whether the request that put the fence up has created the distribution, and has not finished since. */
export function isOfCreation({ sent }: Fence): boolean {
  return sent.some(({ call }) => call === 'CreateDistribution');
}

/** The steps that this request has recorded, in order; the fence knows no operation ids. */
export function recordedSteps(request: Request, progress: Progress | undefined, fence: Fence | undefined): readonly Sent[] {
  const known = progress?.sent;
  const fenced = fence?.requestId === request.id ? fence.sent : [];
  const isRecorded = fenced.some(({ call }) => call === known?.call);
  return [...(known && !isRecorded ? [known] : []), ...fenced.map((step) => (step.call === known?.call ? known : step))];
}

/** How long a read may show what was before a write, in milliseconds. */
export const SETTLING = 60_000;

/** Whether it is for this request to write. */
export type Turn =
  | 'mine'
  /** A later request of the same resource has taken over. */
  | 'superseded'
  /** The fence that the first call put up is not to be seen, but may come to be. */
  | 'unseen'
  /** The first call could put up no fence, so a later request may have come and gone without a trace. */
  | 'unknown';

export function whoseTurn(request: Request, progress: Progress | undefined, fence: Fence | undefined, now: number): Turn {
  // The first call takes over from whoever was there, and so does a poll from an earlier request.
  if (progress === undefined || fence?.requestId === request.id) return 'mine';
  if (fence !== undefined) return fence.startedAt > request.startedAt ? 'superseded' : 'mine';
  if (!progress.fenced) return 'unknown';
  return now - request.startedAt < SETTLING ? 'unseen' : 'superseded';
}
