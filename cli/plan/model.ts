import type { PlannedCall } from '../dry-run/planned-call';

/** What a deployment will do. `--json` prints it. */
export interface Plan {
  readonly formatVersion: 1;
  readonly stacks: readonly StackPlan[];
  readonly summary: Summary;
  /** What no statement is made about. */
  readonly notLookedAt: readonly string[];
}

export interface StackPlan {
  /** With its stages, as the CDK CLI names it. */
  readonly id: string;
  readonly stackName: string;
  readonly region: string;
  readonly isNew: boolean;
  /** The status of the stack, if CloudFormation accepts no deployment in it. */
  readonly blockedBy?: string;
  readonly resources: readonly ResourcePlan[];
}

/** What CloudFormation does with a resource. */
export type Action =
  | 'create'
  | 'update'
  /** A new one is created under another name, then the former one is deleted. */
  | 'replace'
  | 'delete'
  /** Removed from the template and kept in Lightsail. */
  | 'retain'
  /** Its properties are those of the last deployment, so that the handler is not called. */
  | 'none'
  /** Which resource it is about is known after deployment. */
  | 'unknown'
  /** It depends on a resource at which the deployment fails. */
  | 'unreached';

export interface ResourcePlan {
  /** Path of the construct, or the logical id. */
  readonly path: string;
  readonly type: string;
  /** In Lightsail. */
  readonly name: string;
  /** Before a replacement. */
  readonly formerName?: string;
  readonly action: Action;
  readonly ownership?: 'adopt' | 'release';
  readonly changes: readonly Change[];
  readonly drift: readonly Drift[];
  /** In order. */
  readonly calls: readonly PlannedCall[];
  readonly edgeDeployments: number;
  /** Another change is in progress, and the deployment waits for it. */
  readonly busy?: string;
  /** Why the deployment fails here, as the events of the stack will say it. */
  readonly failure?: string;
  /** Properties that only the deployment knows, and that are left out of the plan. */
  readonly knownAfterDeployment: readonly string[];
  readonly assumptions: readonly string[];
}

/** The members of a plan for a resource that nothing is done with. */
export const NOTHING = {
  changes: [], drift: [], calls: [], edgeDeployments: 0, knownAfterDeployment: [], assumptions: [],
} as const satisfies Partial<ResourcePlan>;

/** A setting or tag that the deployment changes. An absent value is none. */
export interface Change {
  readonly setting: string;
  readonly current?: unknown;
  readonly desired?: unknown;
  /** `drift`: the template has the same value as at the last deployment. */
  readonly cause: 'template' | 'drift';
}

/** A live value that was changed outside the stack since the last deployment. An absent value is none. */
export interface Drift {
  /** `resource` if the resource itself is missing. */
  readonly setting: string;
  readonly deployed?: unknown;
  readonly live?: unknown;
  readonly fate: Fate;
}

export type Fate =
  /** The deployment sets the value of the template again. */
  | 'reverted'
  /** The template has another value now, which the deployment sets. */
  | 'overwritten'
  /** The template has the live value now. */
  | 'accepted'
  /** The deployment leaves it. */
  | 'left';

export interface Summary {
  readonly actions: Readonly<Record<Exclude<Action, 'none'>, number>>;
  readonly unchanged: number;
  readonly calls: number;
  readonly edgeDeployments: number;
  /** About how long the deployments to the edge take. */
  readonly minutes: number;
  /** Resources at which the deployment fails. */
  readonly failures: number;
  readonly drift: number;
}
