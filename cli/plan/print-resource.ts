import type { Action, Change, Drift, Fate, ResourcePlan } from './model';
import { callDetails } from './call-details';
import type { Paper } from './print-plan';
import { counted } from '../counted';
import { EDGE_SECONDS } from '../dry-run/edge-seconds';
import { resourceTypeOf } from '../resource-types';
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
};

const FATES: Readonly<Record<Fate, string>> = {
  reverted: 'will be reverted',
  overwritten: 'will be overwritten',
  accepted: 'the template has it now',
  left: 'will be left',
};

export function printResource(resource: ResourcePlan, paper: Paper): readonly string[] {
  const { action, name, formerName, path, type, ownership } = resource;
  const form = FORMS[action];
  const subject = [path, resourceTypeOf(type)?.noun, formerName === undefined ? name : `${formerName} → ${name}`].filter(Boolean).join(' ');
  const words = wordsOf(resource, form);
  return [
    ...wrapped(`${form.symbol} ${subject} ${words}`, 2, paper).map((line) => paper.styled(form.style, line)),
    ...line(ownership === 'adopt' ? 'an existing resource that no stack owns is adopted' : ownership === 'release' ? 'it is kept and released: the stack no longer owns it' : undefined, paper),
    ...line(resource.busy && `busy now, status ${resource.busy}: the deployment waits until it is ready`, paper),
    ...resource.changes.flatMap((change) => printChange(change, resource, paper)),
    ...resource.drift.flatMap((drift) => printDrift(drift, resource, paper)),
    ...resource.calls.flatMap((call, index) => wrapped(`${index + 1}. ${call.call}${callDetails(call)}${call.isRefused ? ' (refused)' : ''}`, 6, paper).map((one) => paper.styled('dim', one))),
    ...line(resource.edgeDeployments > 0 && `${counted(resource.edgeDeployments, 'deployment')} to the edge (about ${resource.edgeDeployments * EDGE_SECONDS / 60} minutes)`, paper),
    ...resource.knownAfterDeployment.flatMap((property) => line(`${property} (known after deployment), left out of the plan`, paper)),
    ...resource.assumptions.flatMap((assumption) => line(`assumed: ${assumption}`, paper)),
    ...(resource.failure === undefined ? [] : wrapped(`✗ the deployment fails: ${resource.failure}`, 6, paper).map((one) => paper.styled('red', one))),
  ];
}

function wordsOf({ action, calls, failure, assumptions }: ResourcePlan, form: Form): string {
  if (failure !== undefined) return `cannot be ${{ create: 'created', delete: 'deleted' }[action as string] ?? 'updated'}`;
  if (action === 'unknown' && assumptions.length > 0) return 'is not reached';
  return action === 'update' && calls.length === 0 ? 'needs no call' : form.words;
}

function line(text: string | false | undefined, paper: Paper): readonly string[] {
  return text ? wrapped(text, 6, paper) : [];
}

/** A creation has no former values, and a value that has drifted is shown as such. */
function printChange({ setting, current, desired, cause }: Change, { action, drift }: ResourcePlan, paper: Paper): readonly string[] {
  if (drift.some((one) => one.setting === setting)) return [];
  if (action === 'create' && current === undefined) return wrapped(`+ ${setting} ${shown(desired)}`, 6, paper);
  return wrapped(`~ ${setting} ${shown(current)} → ${shown(desired)}${cause === 'drift' ? ' (the template has not changed)' : ''}`, 6, paper);
}

function printDrift({ setting, deployed, live, fate }: Drift, { action, changes }: ResourcePlan, paper: Paper): readonly string[] {
  if (setting === 'resource') {
    const words = fate === 'reverted' ? 'it will be created again' : action === 'none' ? 'the deployment does not notice it' : 'it is not created again';
    return wrapped(`! deleted outside the stack: ${words}`, 6, paper).map((one) => paper.styled('magenta', one));
  }
  const hint = fate === 'left' && action === 'none' ? ', because nothing changed in the template; set reconcile to revert it' : '';
  const change = changes.find((one) => one.setting === setting);
  const target = fate === 'overwritten' && change ? ` → ${shown(change.desired)}` : fate === 'reverted' ? ` → ${shown(deployed)}` : '';
  return wrapped(`! ${setting} ${shown(live)}${target} (drifted from ${shown(deployed)}, ${FATES[fate]}${hint})`, 6, paper).map((one) => paper.styled('magenta', one));
}

export function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
