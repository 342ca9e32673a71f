import { createHash } from 'node:crypto';
import type { Tag } from '@aws-sdk/client-lightsail';
import { OWNER_KEY, type Tagged } from './owner';
import type { SentWrite, WriteCall } from '../lightsail/writes';

/**
 * The fence is a tag with the id of the request that may write at a later poll. CloudFormation can cancel an update and send the rollback
 * while the cancelled request is still polled. The later request writes its own fence, and the earlier one, which no longer finds its own,
 * writes nothing more.
 */
export interface Fence {
  readonly requestId: string;
  /** Epoch milliseconds of the first call of the request: tells the earlier of two requests from the later. */
  readonly startedAt: number;
  /** The writes that the request sent or was about to send, in order, so that none is sent twice. */
  readonly sent: readonly SentWrite[];
}

/** The request that a fence is for. */
export interface Fenced {
  readonly id: string;
  /** The resource of the stack. */
  readonly resource: string;
  readonly startedAt: number;
}

/** One key for each resource, so that resources which share a distribution do not fence each other. */
export function fenceKey(resource: string): string {
  return `cdk-lightsail-distribution:request:${createHash('sha256').update(resource).digest('hex').slice(0, 12)}`;
}

/** Lightsail allows 256 characters without a comma; the calls of a request take about 230. */
export function fenceTag({ resource, id, startedAt }: Fenced, sent: readonly SentWrite[]): Tag {
  return { key: fenceKey(resource), value: [startedAt, id, ...sent.map(({ call, at }) => `${call}@${at}`)].join(' ') };
}

const FENCE_VALUE = /^\d{1,15} [\w-]{1,64}( \w{1,64}@\d{1,15}){0,9}$/;

/** The fence of this resource, whichever request wrote it. */
export function fenceOf(resource: string, { tags = [] }: Tagged): Fence | undefined {
  const value = tags.find(({ key }) => key === fenceKey(resource))?.value;
  // A malformed value was changed outside the stack, so it is no fence.
  if (value === undefined || !FENCE_VALUE.test(value)) return undefined;
  const [startedAt, requestId, ...sent] = value.split(' ');
  return {
    requestId,
    startedAt: Number(startedAt),
    sent: sent.map((write) => ({ call: write.split('@')[0] as WriteCall, at: Number(write.split('@')[1]) })),
  };
}

/** Whether the request that wrote the fence created what has it. On a distribution it has not completed since. */
export function isOfCreation({ sent }: Fence): boolean {
  return sent.some(({ call }) => call.startsWith('Create'));
}

/** The keys of the tags to remove from what is released: the owner tag, and the fence, so that a cancelled request writes nothing more. */
export function releasedKeys(resource: string, live: Tagged): readonly string[] {
  return fenceOf(resource, live) === undefined ? [OWNER_KEY] : [OWNER_KEY, fenceKey(resource)];
}
