import type { PlannedCall } from '../dry-run/planned-call';
import type { Difference } from '../plan/drift-of';

/** What differs between the deployed templates and what is live. `--json` prints it. */
export interface DriftReport {
  readonly formatVersion: 1;
  readonly stacks: readonly StackDrift[];
  readonly summary: { readonly resources: number; readonly drifted: number };
  readonly notLookedAt: readonly string[];
}

export interface StackDrift {
  readonly stackName: string;
  readonly region: string;
  readonly resources: readonly ResourceDrift[];
}

export interface ResourceDrift {
  readonly path: string;
  readonly type: string;
  /** In Lightsail. */
  readonly name: string;
  readonly drift: readonly Difference[];
  /** What a deployment does that asks the handler, as one of a construct with `reconcile` does. */
  readonly reconciliation: Reconciliation;
  readonly knownAfterDeployment: readonly string[];
}

export type Reconciliation =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'calls'; readonly calls: readonly PlannedCall[]; readonly edgeDeployments: number }
  | { readonly kind: 'fails'; readonly message: string };
