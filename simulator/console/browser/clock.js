import { byId, setText } from './dom.js';
import { send } from './send.js';
import { timeOf } from './words.js';

/** @param {import('../state').ConsoleState['clock']} clock */
export function showClock({ now, isManual }) {
  setText(byId('now'), `${timeOf(now)} UTC`);
  byId('advance').hidden = !isManual;
}

byId('clock').addEventListener('submit', (event) => {
  event.preventDefault();
  void send('POST', 'clock', { advanceSeconds: /** @type {HTMLInputElement} */ (byId('seconds')).valueAsNumber });
});
