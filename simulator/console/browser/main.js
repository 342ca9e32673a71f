import { showCalls } from './calls.js';
import { showCertificates } from './certificates.js';
import { showClock } from './clock.js';
import { showDistributions } from './distributions.js';
import { byId, setText } from './dom.js';
import { showChoices, showFaults } from './faults.js';
import { showOperations, showTime } from './operations.js';
import { send } from './send.js';

/** @import { ConsoleState, Section } from '../state' */

/**
 * The functions that show each section of the state. The name of an event is a section, and its data is the new value.
 * @type {{ readonly [S in Section]: (value: ConsoleState[S]) => void }}
 */
const shows = {
  choices: showChoices,
  clock(clock) {
    showClock(clock);
    showTime(clock.now);
  },
  distributions: showDistributions,
  certificates: showCertificates,
  operations: showOperations,
  calls: showCalls,
  faults: showFaults,
};

/**
 * @param {string} word
 * @param {string} tone
 */
function showConnection(word, tone) {
  const connection = byId('connection');
  setText(connection, word);
  connection.dataset.tone = tone;
}

const events = new EventSource('/_simulator/events');
events.addEventListener('open', () => showConnection('Live', 'good'));
events.addEventListener('error', () => showConnection('Not connected; trying again', 'bad'));
for (const [section, show] of Object.entries(shows)) {
  events.addEventListener(section, ({ data }) => /** @type {(value: unknown) => void} */ (show)(JSON.parse(data)));
}

setText(byId('endpoint'), `AWS_ENDPOINT_URL_LIGHTSAIL=${location.origin}`);
byId('reset').addEventListener('click', () => {
  if (confirm('Delete all distributions, certificates, buckets, operations, calls and faults?')) void send('POST', 'reset');
});
byId('clear-calls').addEventListener('click', () => void send('DELETE', 'calls'));
byId('clear-faults').addEventListener('click', () => void send('DELETE', 'faults'));
