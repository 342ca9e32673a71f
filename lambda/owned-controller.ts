import type { Controller } from './controller';
import type { Outcome } from './decision';
import { type Converged, type Deleting, deletionPhaseOf, presentPhaseOf, type Unobserved, UNOBSERVED } from './phase';
import type { ResourceEvent } from './protocol/event';
import type { Progress } from './protocol/progress';
import { type Context, FIRST_CALL, type FirstCall, type Goal, reconcile, type Target } from './reconcile';

/** A kind of resource that a stack owns: it has a name, and the stack creates, updates and deletes it. */
export interface OwnedKind<R extends Target, P extends { readonly phase: string }, O, D extends Target, E extends Deleting, Q> {
  readonly present: Goal<R, P | Unobserved, O>;
  readonly deleted: Goal<D, E | Unobserved, Q>;
  /** Also the physical id. */
  nameOf(event: ResourceEvent, properties?: Readonly<Record<string, unknown>>): unknown;
  parseProgress(event: ResourceEvent): Progress<P | Converged | E | Unobserved>;
  parseRequest(event: ResourceEvent, startedAt: number): R;
  /** The resources that a Delete is about, in order. */
  deletionsOf(event: ResourceEvent, startedAt: number): readonly D[];
  /** What a cancelled update to a new name may have left. */
  orphanOf(event: ResourceEvent, startedAt: number): D | undefined;
}

/** The controller of a kind of resource that a stack owns. */
export function ownedController<R extends Target, P extends { readonly phase: string }, O, D extends Target, E extends Deleting, Q>(
  kind: OwnedKind<R, P, O, D, E, Q>,
): Controller<P | Converged | E | Unobserved> {
  type Phase = P | Converged | E | Unobserved;

  async function deleteFirstFound(context: Context, event: ResourceEvent, startedAt: number, phase: Phase | FirstCall): Promise<Outcome<Phase>> {
    const deletionPhase = deletionPhaseOf<E>(phase);
    const wasFound = deletionPhase.phase === 'deleting' && deletionPhase.found;
    for (const deletion of kind.deletionsOf(event, startedAt)) {
      const outcome = await reconcile(kind.deleted, context, deletion, deletionPhase);
      if (outcome.kind === 'incomplete' || outcome.found || wasFound) return outcome;
    }
    return { kind: 'complete', found: false };
  }

  /** Both goals in every call, because each waits for deployments that take minutes. */
  async function createOrUpdate(context: Context, event: ResourceEvent, startedAt: number, phase: Phase | FirstCall): Promise<Outcome<Phase>> {
    const request = kind.parseRequest(event, startedAt);
    const orphan = kind.orphanOf(event, startedAt);
    const outcome: Outcome<Phase> = phase.phase === 'converged' ? { kind: 'complete', found: true }
      : await reconcile(kind.present, context, request, presentPhaseOf(phase) as P | Unobserved | FirstCall);
    if (orphan === undefined) return outcome;
    const deleted = await reconcile(kind.deleted, context, orphan, phase.phase === 'first call' ? FIRST_CALL : UNOBSERVED);
    if (deleted.kind === 'complete' || outcome.kind === 'incomplete') return outcome;
    return { kind: 'incomplete', phase: { phase: 'converged' }, attributes: outcome.attributes };
  }

  return {
    parseProgress: kind.parseProgress,
    physicalResourceId: (event) => String(kind.nameOf(event)),
    mayCreate: (event) => event.PhysicalResourceId !== kind.nameOf(event),
    reconcile: (context, event, startedAt, phase) => (event.RequestType === 'Delete' ? deleteFirstFound : createOrUpdate)(context, event, startedAt, phase),
  };
}
