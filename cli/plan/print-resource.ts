import { callDetails } from './call-details';
import type { Action, Change, Drift, Fate, ResourcePlan } from './model';
import { counted } from '../counted';
import { EDGE_SECONDS } from '../dry-run/edge-seconds';
import type { Paper } from '../paper';
import { DISTRIBUTION, resourceTypeOf } from '../resource-types';
import type { Style } from '../terminal';
import { wrapped } from '../wrapped';

interface Form {
  readonly symbol: string;
  readonly style: Style;
  readonly words: string;
}

const FORMS: Readonly<Record<Action, Form>> = {
  create: { symbol: '+', style: 'green', words: 'will be created' },
  update: { symbol: '~', style: 'yellow', words: 'will be updated' },
  replace: { symbol: '-/+', style: 'red', words: 'will be replaced' },
  delete: { symbol: '-', style: 'red', words: 'will be deleted' },
  retain: { symbol: ' ', style: 'dim', words: 'is removed from the template and retained' },
  none: { symbol: ' ', style: 'dim', words: 'no change in the template' },
  unknown: { symbol: '?', style: 'dim', words: 'is known after deployment' },
  unreached: { symbol: '?', style: 'dim', words: 'is not reached: it depends on a resource at which the deployment fails' },
};

const FATES: Readonly<Record<Fate, string>> = {
  reverted: 'will be reverted',
  overwritten: 'will be overwritten',
  accepted: 'the template has it now',
  left: 'will be left',
};

export function printResource(resource: ResourcePlan, paper: Paper): readonly string[] {
  const { action, name, formerName, path, type } = resource;
  const form = FORMS[action];
  const subject = [path, resourceTypeOf(type)?.noun, formerName === undefined ? name : `${formerName} → ${name}`].filter(Boolean).join(' ');
  const words = wordsOf(resource, form);
  return [
    ...wrapped(`${form.symbol} ${subject} ${words}`, 2, paper).map((line) => paper.styled(form.style, line)),
    ...note(resource.busy && `busy now, status ${resource.busy}: the deployment waits until it is ready`, paper),
    ...resource.changes.flatMap((change) => printChange(change, resource, paper)),
    ...resource.drift.flatMap((drift) => printDrift(drift, resource, paper)),
    ...resource.calls.flatMap((call, index) => wrapped(`${index + 1}. ${call.call}${callDetails(call)}${call.isRefused ? ' (refused)' : ''}`, 6, paper).map((text) => paper.styled('dim', text))),
    ...note(resource.edgeDeployments > 0 && `${counted(resource.edgeDeployments, 'deployment')} to the edge (about ${resource.edgeDeployments * EDGE_SECONDS / 60} minutes)`, paper),
    ...note(action === 'replace' && type === DISTRIBUTION && 'its cloudfront.net domain name changes (known after deployment)', paper),
    ...resource.knownAfterDeployment.flatMap((property) => note(`${property} (known after deployment), left out of the plan`, paper)),
    ...resource.assumptions.flatMap((assumption) => note(`assumed: ${assumption}`, paper)),
    ...(resource.failure === undefined ? [] : wrapped(`✗ the deployment fails: ${resource.failure}`, 6, paper).map((one) => paper.styled('red', one))),
  ];
}

function wordsOf({ action, calls, failure, ownership }: ResourcePlan, form: Form): string {
  if (failure !== undefined) return `cannot be ${{ create: 'created', delete: 'deleted' }[action as string] ?? 'updated'}`;
  if (ownership === 'adopt') return action === 'replace' ? 'will be replaced by adopting it' : 'exists and will be adopted';
  if (ownership === 'release' && action === 'delete') return 'will be kept, and the stack no longer owns it';
  return action === 'update' && calls.length === 0 ? 'needs no call' : form.words;
}

function note(text: string | false | undefined, paper: Paper): readonly string[] {
  return text ? wrapped(text, 6, paper) : [];
}

/** Prints a change. A creation has no former values. A drifted value is printed as drift instead. */
function printChange({ setting, current, desired, cause }: Change, { calls, drift }: ResourcePlan, paper: Paper): readonly string[] {
  if (drift.some((one) => one.setting === setting)) return [];
  if (calls.some(({ call }) => call === 'CreateDistribution')) return wrapped(`+ ${setting} ${shown(desired)}`, 6, paper);
  return wrapped(`~ ${setting} ${shown(current)} → ${shown(desired)}${cause === 'drift' ? ' (the template has not changed)' : ''}`, 6, paper);
}

function printDrift({ setting, deployed, live, fate }: Drift, { action, changes, assumptions }: ResourcePlan, paper: Paper): readonly string[] {
  if (setting === 'resource') {
    const words = fate === 'reverted' ? 'it will be created again' : action === 'none' ? 'the deployment does not notice it' : 'it is not created again';
    return wrapped(`! deleted outside the stack: ${words}`, 6, paper).map((one) => paper.styled('magenta', one));
  }
  const change = changes.find((one) => one.setting === setting);
  const target = fate === 'overwritten' && change ? ` → ${shown(change.desired)}` : fate === 'reverted' ? ` → ${shown(deployed)}` : '';
  const former = fate === 'reverted' ? 'drifted' : `drifted from ${shown(deployed)}`;
  const hint = fate === 'left' && action === 'none' && assumptions.length === 0 ? ', because nothing changed in the template; set reconcile to revert it' : '';
  return wrapped(`! ${setting} ${shown(live)}${target} (${former}, ${FATES[fate]}${hint})`, 6, paper).map((one) => paper.styled('magenta', one));
}

export function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
