import type { Plan, ResourcePlan, StackPlan } from './model';
import { printResource } from './print-resource';
import { counted } from '../counted';
import type { Paper } from '../paper';
import { wrapped } from '../wrapped';

/** Returns the lines of a plan. */
export function printPlan({ stacks, summary, notLookedAt }: Plan, paper: Paper): readonly string[] {
  return [
    ...stacks.flatMap((stack) => printStack(stack, paper)),
    ...(notLookedAt.length === 0 ? [] : [...wrapped(`Not looked at: ${notLookedAt.join('; ')}.`, 0, paper).map((line) => paper.styled('dim', line)), '']),
    ...wrapped(summaryLine({ summary }), 0, paper).map((line) => paper.styled('bold', line)),
  ];
}

function printStack({ id, stackName, region, isNew, blockedBy, resources }: StackPlan, paper: Paper): readonly string[] {
  const name = id === stackName ? id : `${id}, stack ${stackName}`;
  return [
    paper.styled('bold', `${name} (${region}${isNew ? ', new' : ''})`),
    ...(blockedBy === undefined ? [] : wrapped(`The stack is ${blockedBy}: CloudFormation accepts no deployment until that has ended.`, 0, paper)),
    '',
    ...resources.flatMap((resource: ResourcePlan) => [...printResource(resource, paper), '']),
  ];
}

const WORDS = { create: 'to create', update: 'to update', replace: 'to replace', delete: 'to delete', retain: 'to retain', unknown: 'known after deployment', unreached: 'not reached' } as const;

function summaryLine({ summary: { actions, unchanged, calls, edgeDeployments, minutes, failures, drift } }: Pick<Plan, 'summary'>): string {
  const parts = (Object.keys(WORDS) as (keyof typeof WORDS)[]).filter((action) => actions[action] > 0).map((action) => `${actions[action]} ${WORDS[action]}`);
  const deployments = edgeDeployments === 0 ? 'no deployment to the edge' : `${counted(edgeDeployments, 'deployment')} to the edge (about ${minutes} minutes)`;
  const drifted = drift > 0 ? [`${counted(drift, 'drifted value')}`] : [];
  const all = parts.length === 0 ? [`no changes${unchanged > 0 ? `, ${unchanged} unchanged` : ''}`, ...drifted]
    : [...parts, ...(calls === 0 ? [] : [counted(calls, 'call'), deployments]), ...drifted];
  return `Plan: ${all.join(', ')}${failures > 0 ? `; the deployment fails at ${counted(failures, 'resource')}` : ''}.`;
}
