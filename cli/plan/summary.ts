import type { ResourcePlan, StackPlan, Summary } from './model';
import { EDGE_SECONDS } from '../dry-run/edge-seconds';

export function summaryOf(stacks: readonly StackPlan[]): Summary {
  const resources = stacks.flatMap((stack) => stack.resources);
  const count = (action: ResourcePlan['action']) => resources.filter((one) => one.action === action).length;
  const sum = (of: (one: ResourcePlan) => number) => resources.reduce((total, one) => total + of(one), 0);
  return {
    actions: {
      create: count('create'), update: count('update'), replace: count('replace'), delete: count('delete'), retain: count('retain'), unknown: count('unknown'), unreached: count('unreached'),
    },
    unchanged: count('none'),
    calls: sum(({ calls }) => calls.length),
    edgeDeployments: sum((one) => one.edgeDeployments),
    // The resources of a stack are deployed in parallel, and the stacks one after the other.
    minutes: EDGE_SECONDS / 60 * stacks.reduce((total, stack) => total + Math.max(0, ...stack.resources.map((one) => one.edgeDeployments)), 0),
    failures: resources.filter(({ failure }) => failure !== undefined).length,
    drift: sum(({ drift }) => drift.length),
  };
}

export function hasChanges({ actions }: Summary): boolean {
  return Object.values(actions).some((count) => count > 0);
}
