import { createHash } from 'node:crypto';
import { run } from './run';
import { line, type Schedule } from './schedule';
import { World } from './world';
import type { Invocation } from '../lambda/hosts';

type Answer = Readonly<Record<string, unknown>>;

/** What a handler did in one run of a schedule. */
export interface Recording {
  readonly schedule: string;
  /** What each first call passed to its polls, in order. */
  readonly progress: readonly unknown[];
  /** The statuses of the stacks. */
  readonly outcome: string;
  /** A hash of all calls with their inputs, outcomes and times, and of the distributions and operations at the end. */
  readonly calls: string;
}

type Replace = (progress: unknown, index: number) => unknown;

/** Runs a schedule. `replace` can replace what the first calls pass to their polls. */
export async function recorded(schedule: Schedule, replace: Replace = (progress) => progress): Promise<Recording> {
  const progress: unknown[] = [];
  // The world delivers all events with this method, whatever the disturbances are.
  const prototype = World.prototype as unknown as { deliver(event: { readonly Progress?: unknown }): Promise<Invocation> };
  const { deliver } = prototype;
  prototype.deliver = async function (event) {
    const invocation = await deliver.call(this, event);
    if (event.Progress !== undefined || !('answer' in invocation)) return invocation;
    const { Progress, ...rest } = invocation.answer as Answer;
    const replaced = replace(Progress, progress.length);
    progress.push(replaced);
    return { answer: { ...rest, Progress: replaced } };
  };
  try {
    const { world, outcome, end } = await run(schedule);
    const calls = world.account.service.log.all.map(({ at, operation, outcome: result, input }) => [at, operation, result, input]);
    // No recorded scenario changes a certificate or a bucket.
    const seen = JSON.stringify([calls, { ...end, certificates: undefined, buckets: undefined }]);
    return { schedule: line(schedule), progress, outcome, calls: createHash('sha256').update(seen).digest('hex').slice(0, 16) };
  } finally {
    prototype.deliver = deliver;
  }
}

/** The shape of the progress that a former handler recorded: its members, the call that was sent, and the values of its flags. */
export function shapeOf(progress: object): string {
  return Object.entries(progress).filter(([name]) => name !== 'startedAt' && name !== 'knownAs').map(([name, value]) => {
    if (typeof value === 'boolean') return `${name}: ${value}`;
    if (name !== 'sent') return name;
    const { call, operationId } = value as { readonly call: string; readonly operationId?: string };
    return `sent: ${call}${operationId === undefined ? ' without operation' : ''}`;
  }).sort().join(', ');
}
