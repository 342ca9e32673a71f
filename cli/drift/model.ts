import type { PlannedCall } from '../dry-run/planned-call';
import type { Difference } from '../plan/drift-of';

/** The differences between the deployed templates and the live state. `--json` prints it. */
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
  /** The name in Lightsail. */
  readonly name: string;
  readonly drift: readonly Difference[];
  /** What a deployment that calls the handler does, for example one of a construct with `reconcile`. */
  readonly reconciliation: Reconciliation;
  readonly knownAfterDeployment: readonly string[];
}

export type Reconciliation =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'calls'; readonly calls: readonly PlannedCall[]; readonly edgeDeployments: number }
  | { readonly kind: 'fails'; readonly message: string };
