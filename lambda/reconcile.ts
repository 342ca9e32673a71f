import type { CallDecision, Decision, FailedCall, Outcome } from './decision';
import { attempt } from './lightsail/attempt';
import type { Lightsail } from './lightsail/lightsail';
import type { TagWrites, Write } from './lightsail/writes';
import type { Log } from './log';
import { RequestFailed } from './protocol/request-failed';
import type { Route53 } from './route53/route53';

/** The outside world. */
export interface Context {
  readonly lightsail: Lightsail;
  readonly route53: Route53;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: Log;
}

/** What a request wants of one Lightsail resource. */
export interface Target {
  /** Id of the request. */
  readonly id: string;
  readonly resourceName: string;
}

/** The phase of a first call, which knows nothing yet. */
export interface FirstCall { readonly phase: 'first call' }

export const FIRST_CALL: FirstCall = { phase: 'first call' };

/** A goal that the loop works towards. `decide` and `recover` are pure. */
export interface Goal<T extends Target, Phase, Observation> {
  observe(lightsail: Lightsail, target: T, phase: Phase | FirstCall): Promise<Observation>;
  decide(target: T, phase: Phase | FirstCall, observation: Observation, now: number): Decision<Phase>;
  /** Decides after a call failed. */
  recover(target: T, phase: Phase | FirstCall, failed: FailedCall<Phase>, now: number): Decision<Phase>;
}

/** Where a pass acts. */
interface PassTarget {
  readonly context: Context;
  readonly target: Target;
}

interface Pass<T extends Target, Phase, Observation> extends PassTarget {
  readonly goal: Goal<T, Phase, Observation>;
  readonly target: T;
  readonly phase: Phase | FirstCall;
}

/** One pass: observe, decide, act. It never waits: the next poll makes the next pass. */
export async function reconcile<T extends Target, Phase, Observation>(
  goal: Goal<T, Phase, Observation>, context: Context, target: T, phase: Phase | FirstCall,
): Promise<Outcome<Phase>> {
  const pass = { goal, context, target, phase };
  const observed = await attempt(() => goal.observe(context.lightsail, target, phase));
  if (!observed.ok) return recover(pass, { during: 'observation', failure: observed.failure });
  return act(pass, goal.decide(target, phase, observed.value, context.now()));
}

async function act<T extends Target, Phase, Observation>(pass: Pass<T, Phase, Observation>, decision: Decision<Phase>): Promise<Outcome<Phase>> {
  logOf(pass, 'decision', summary(decision));
  if (decision.kind === 'fail') {
    await cleanUp(pass, decision.cleanUp);
    throw new RequestFailed(decision.message, decision);
  }
  const tagged = await attempt(() => writeTags(pass, decision.tags));
  if (!tagged.ok) return recover(pass, { during: 'tags', decision, failure: tagged.failure });
  switch (decision.kind) {
    case 'call':
      return send(pass, decision);
    case 'requeue':
    case 'reclaim':
      return { kind: 'incomplete', phase: decision.phase };
    case 'complete':
      await cleanUp(pass, decision.cleanUp);
      return { kind: 'complete', found: decision.found, attributes: decision.attributes };
  }
}

async function send<T extends Target, Phase, Observation>(pass: Pass<T, Phase, Observation>, decision: CallDecision<Phase>): Promise<Outcome<Phase>> {
  const { goal, context, target } = pass;
  const sent = await attempt(() => sendTo(context, decision.write));
  if (!sent.ok) return recover(pass, { during: 'call', decision, failure: sent.failure });
  logOf(pass, 'sent', { call: decision.write.call, operationId: sent.value });
  const accepted = { ...decision.accepted, sent: { ...decision.accepted.sent, operationId: sent.value } };
  return decision.next === 'poll' ? { kind: 'incomplete', phase: accepted } : reconcile(goal, context, target, accepted);
}

/** Returns the id of the operation, if the response has one. */
async function sendTo({ lightsail, route53 }: Context, write: Write): Promise<string | undefined> {
  if (write.call !== 'ChangeResourceRecordSets') return lightsail.send(write);
  await route53.upsert(write.input.zones);
  return undefined;
}

function recover<T extends Target, Phase, Observation>(pass: Pass<T, Phase, Observation>, failed: FailedCall<Phase>): Promise<Outcome<Phase>> {
  const { goal, context, target, phase } = pass;
  logOf(pass, 'call failed', { during: failed.during === 'call' ? failed.decision.write.call : failed.during, reason: failed.failure.description });
  return act(pass, goal.recover(target, phase, failed, context.now()));
}

async function writeTags({ context: { lightsail }, target }: PassTarget, { put, remove }: TagWrites): Promise<void> {
  if (put.length > 0) await lightsail.tag(target.resourceName, put);
  if (remove.length > 0) await lightsail.untag(target.resourceName, remove);
}

async function cleanUp(pass: PassTarget, keys: readonly string[]): Promise<void> {
  const removed = await attempt(() => writeTags(pass, { put: [], remove: keys }));
  if (!removed.ok) logOf(pass, 'clean-up failed', { reason: removed.failure.description });
}

function logOf({ context: { log }, target }: PassTarget, event: string, details: Readonly<Record<string, unknown>>): void {
  log(event, { resource: target.resourceName, request: target.id, ...details });
}

function summary(decision: Decision<unknown>): Readonly<Record<string, unknown>> {
  switch (decision.kind) {
    case 'call': return { kind: decision.kind, call: decision.write.call, changes: decision.changes };
    case 'requeue':
    case 'reclaim':
    case 'complete': return { kind: decision.kind, reason: decision.reason };
    case 'fail': return { kind: decision.kind, message: decision.message };
  }
}
