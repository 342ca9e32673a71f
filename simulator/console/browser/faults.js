import { byId, element, setText, showList } from './dom.js';
import { send } from './send.js';

/** @import { ConsoleState } from '../state' */

/**
 * The effect of each kind of fault on a call.
 * @type {Readonly<Record<string, string>>}
 */
const KINDS = {
  throttle: 'Throttled',
  serverError: 'Server error',
  accessDenied: 'Access denied',
  error: 'Invalid input',
  cutBefore: 'Cut before the effect',
  cutAfter: 'Cut after the effect',
  failedOperation: 'Operation fails',
  certificateNotServed: 'Certificate not served',
  staleRead: 'Stale read',
  slow: 'Slow',
};

const form = /** @type {HTMLFormElement} */ (byId('fault'));

/** @param {ConsoleState['choices']} choices */
export function showChoices({ faultKinds, operations }) {
  options('kind', faultKinds.map((kind) => [kind, KINDS[kind] ?? kind]));
  options('operation', [['*', 'Any operation'], ...operations.map((operation) => /** @type {const} */ ([operation, operation]))]);
}

/** @param {ConsoleState['faults']} faults */
export function showFaults(faults) {
  setText(byId('faults-count'), faults.length > 0 ? String(faults.length) : '');
  byId('clear-faults').hidden = faults.length === 0;
  // Faults have no id, and their list items have no state that could be lost.
  byId('faults').replaceChildren(...faults.map(({ kind, operation, times, after }) => element('li', {},
    element('strong', {}, KINDS[kind] ?? kind),
    ` ${operation === '*' ? 'any operation' : operation}, ${times === 1 ? 'once' : `${times} times`}${after > 0 ? `, after ${after}` : ''}`)));
}

/**
 * @param {string} name
 * @param {readonly (readonly [string, string])[]} values
 */
function options(name, values) {
  const select = /** @type {HTMLSelectElement} */ (form.elements.namedItem(name));
  showList(select, values, ([value]) => value, ([value, text]) => ({ node: element('option', { value }, text), update() {} }));
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const { kind, operation, times } = Object.fromEntries(new FormData(form));
  void send('POST', 'faults', { kind, operation, times: Number(times) });
});
