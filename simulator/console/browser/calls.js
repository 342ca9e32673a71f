import { byId, element, setText, showList } from './dom.js';
import { countOf, statusView, timeOf } from './words.js';

/** @import { ConsoleState } from '../state' */
/** @typedef {ConsoleState['calls']['newest'][number]} Call */

/**
 * The labels of outcomes. Any other outcome is the name of an exception.
 * @type {Readonly<Record<string, readonly [string, string]>>}
 */
const OUTCOMES = {
  ok: ['OK', 'good'],
  ThrottlingException: ['Throttled', 'warn'],
  cutBefore: ['Cut before the effect', 'bad'],
  cutAfter: ['Cut after the effect', 'bad'],
};

/**
 * The labels of faults of calls whose outcome is `ok`.
 * @type {Readonly<Record<string, readonly [string, string]>>}
 */
const FAULTS = {
  staleRead: ['Stale', 'warn'],
  slow: ['Slow', 'warn'],
  failedOperation: ['OK, its operation fails', 'warn'],
  certificateNotServed: ['OK, certificate not served', 'warn'],
};

/** @param {ConsoleState['calls']} calls */
export function showCalls(calls) {
  setText(byId('calls-count'), countOf(calls));
  // A call never changes, but the numbers restart when the log is cleared.
  showList(byId('calls'), [...calls.newest].reverse(), (call) => JSON.stringify(call), callView);
}

/** @param {Call} call */
function markOf({ outcome, fault }) {
  return (outcome === 'ok' && fault !== undefined ? FAULTS[fault] : undefined) ?? OUTCOMES[outcome] ?? [outcome, 'bad'];
}

/**
 * @param {Call} call
 * @returns {import('./dom.js').View<Call>}
 */
function callView(call) {
  const { operation, subject = '', input, region, userAgent, at, operationId } = call;
  const status = statusView();
  status.show(...markOf(call));
  const facts = [region, userAgent, operationId && `operation ${operationId}`].filter((fact) => fact !== undefined);
  const node = element('li', {}, element('details', {},
    element('summary', {}, element('time', { datetime: at }, timeOf(Date.parse(at))),
      element('span', {}, element('strong', {}, operation), ' ', element('span', { class: 'facts' }, subject)), status.node),
    element('pre', { tabindex: '0' }, input),
    element('p', { class: 'facts' }, facts.join(' · '))));
  return { node, update() {} };
}
