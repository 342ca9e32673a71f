import { byId, element, setText, showList } from './dom.js';
import { countOf, duration, statusView, timeOf } from './words.js';

/** @import { ConsoleState } from '../state' */
/** @typedef {ConsoleState['operations']['newest'][number]} Operation */

/** The longest period that the timeline shows, in seconds. Operations that ended earlier are drawn at its start. */
const WINDOW = 1800;

let now = 0;
/** @type {readonly Operation[]} */
let shown = [];

/** @param {ConsoleState['operations']} operations */
export function showOperations(operations) {
  setText(byId('operations-count'), countOf(operations));
  shown = [...operations.newest].reverse();
  show();
}

/**
 * The bars of operations in progress grow.
 * @param {number} milliseconds
 */
export function showTime(milliseconds) {
  now = milliseconds / 1000;
  show();
}

function show() {
  const to = Math.max(...shown.map(endOf));
  const from = Math.max(Math.min(...shown.map(({ createdAt }) => createdAt)), to - WINDOW);
  const [start, end] = byId('axis').children;
  setText(start, shown.length > 0 ? timeOf(from * 1000) : '');
  setText(end, shown.length > 0 ? timeOf(to * 1000) : '');
  /** @param {number} seconds */
  const percent = (seconds) => Math.max(0, (seconds - from) / Math.max(1, to - from)) * 100;
  const rows = shown.map((operation) => ({ operation, left: percent(operation.createdAt), right: percent(endOf(operation)) }));
  showList(byId('operations'), rows, ({ operation }) => operation.id, operationView);
}

/** @param {Operation} operation */
function endOf({ createdAt, isTerminal, statusChangedAt }) {
  return isTerminal ? statusChangedAt : Math.max(now, createdAt);
}

/**
 * The start and end of the bar of an operation, in percent of the timeline.
 * @typedef {{ readonly operation: Operation, readonly left: number, readonly right: number }} Row
 */

/**
 * @param {Row} row
 * @returns {import('./dom.js').View<Row>}
 */
function operationView({ operation: { operationType = 'unknown operation', resourceName } }) {
  const status = statusView();
  const bar = element('span', { class: 'bar' });
  const lasted = element('span', { class: 'lasted' });
  return {
    node: element('li', {},
      element('span', { class: 'what' }, element('strong', {}, operationType), ' ', element('span', { class: 'facts' }, resourceName)),
      status.node,
      element('span', { 'class': 'track', 'aria-hidden': 'true' }, bar),
      lasted),
    update({ operation, left, right }) {
      const { createdAt, status: word } = operation;
      status.show(word);
      bar.dataset.tone = status.node.dataset.tone;
      bar.style.left = `${left}%`;
      bar.style.width = `${right - left}%`;
      setText(lasted, duration(endOf(operation) - createdAt));
      lasted.title = [`since ${timeOf(createdAt * 1000)}`, 'errorDetails' in operation ? operation.errorDetails : ''].filter(Boolean).join(', ');
    },
  };
}
