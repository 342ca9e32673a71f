import type { PlannedCall } from '../dry-run/planned-call';

/** The effects of a deployment. `--json` prints it. */
export interface Plan {
  readonly formatVersion: 1;
  readonly stacks: readonly StackPlan[];
  readonly summary: Summary;
  /** The subjects that the plan does not cover. */
  readonly notLookedAt: readonly string[];
}

export interface StackPlan {
  /** The id of the stack with its stages, in the notation of the CDK CLI. */
  readonly id: string;
  readonly stackName: string;
  readonly region: string;
  readonly isNew: boolean;
  /** The status of the stack, if CloudFormation does not accept a deployment in it. */
  readonly blockedBy?: string;
  readonly resources: readonly ResourcePlan[];
}

/** What CloudFormation does with a resource. */
export type Action =
  | 'create'
  | 'update'
  /** A resource with another name is created, then the former one is deleted. */
  | 'replace'
  | 'delete'
  /** Removed from the template and kept in Lightsail. */
  | 'retain'
  /** The properties equal those of the last deployment, so CloudFormation does not call the handler. */
  | 'none'
  /** Only the deployment knows which resource it is. */
  | 'unknown'
  /** The resource depends on another one at which the deployment fails. */
  | 'unreached';

export interface ResourcePlan {
  /** The path of the construct, or the logical id. */
  readonly path: string;
  readonly type: string;
  /** The name in Lightsail. */
  readonly name: string;
  /** The name before a replacement. */
  readonly formerName?: string;
  readonly action: Action;
  readonly ownership?: 'adopt' | 'release';
  readonly changes: readonly Change[];
  readonly drift: readonly Drift[];
  /** The calls in their order. */
  readonly calls: readonly PlannedCall[];
  readonly edgeDeployments: number;
  /** The status of a busy distribution. The deployment waits until it is ready. */
  readonly busy?: string;
  /** The reason why the deployment fails at this resource, as in the events of the stack. */
  readonly failure?: string;
  /** The properties that only the deployment knows, and that are left out of the plan. */
  readonly knownAfterDeployment: readonly string[];
  readonly assumptions: readonly string[];
}

/** The default members of the plan of a resource. */
export const NOTHING = {
  changes: [], drift: [], calls: [], edgeDeployments: 0, knownAfterDeployment: [], assumptions: [],
} as const satisfies Partial<ResourcePlan>;

/** A setting or tag that the deployment changes. An absent value means no value. */
export interface Change {
  readonly setting: string;
  readonly current?: unknown;
  readonly desired?: unknown;
  /** `drift` if the template has the same value as at the last deployment. */
  readonly cause: 'template' | 'drift';
}

/** A live value that was changed outside the stack since the last deployment. An absent value means no value. */
export interface Drift {
  /** The name of the setting, or `resource` if the resource itself is missing. */
  readonly setting: string;
  readonly deployed?: unknown;
  readonly live?: unknown;
  readonly fate: Fate;
}

export type Fate =
  /** The deployment sets the value of the template again. */
  | 'reverted'
  /** The template has a new value, which the deployment sets. */
  | 'overwritten'
  /** The new template has the live value. */
  | 'accepted'
  /** The deployment does not change the value. */
  | 'left';

export interface Summary {
  readonly actions: Readonly<Record<Exclude<Action, 'none'>, number>>;
  readonly unchanged: number;
  readonly calls: number;
  readonly edgeDeployments: number;
  /** The approximate duration of the deployments to the edge. */
  readonly minutes: number;
  /** The number of resources at which the deployment fails. */
  readonly failures: number;
  readonly drift: number;
}
