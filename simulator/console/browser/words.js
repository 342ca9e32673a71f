import { element, setText } from './dom.js';

/** The labels and colors of the page. */

/**
 * The color of each status of a distribution, a certificate or an operation. Any other status is neutral.
 * @type {Readonly<Record<string, string>>}
 */
const TONES = {
  Deployed: 'good',
  Enabled: 'good',
  ISSUED: 'good',
  Succeeded: 'good',
  Completed: 'good',
  SUCCESS: 'good',
  InProgress: 'busy',
  Started: 'busy',
  NotStarted: 'busy',
  PENDING_VALIDATION: 'busy',
  Failed: 'bad',
  FAILED: 'bad',
  EXPIRED: 'bad',
  REVOKED: 'bad',
  VALIDATION_TIMED_OUT: 'bad',
};

/**
 * A colored dot and a label. The label alone has the full information.
 * @returns {{ readonly node: HTMLElement, show(word: string, tone?: string): void }}
 */
export function statusView() {
  const node = element('span', { class: 'status' });
  return {
    node,
    show(word, tone = TONES[word] ?? 'neutral') {
      setText(node, word);
      node.dataset.tone = tone;
    },
  };
}

/** @param {number} milliseconds */
export function timeOf(milliseconds) {
  return new Date(milliseconds).toISOString().slice(11, 19);
}

/** @param {number} seconds */
export function duration(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  if (whole === 0) return 'at once';
  if (whole < 60) return `${whole} s`;
  return whole < 3600 ? `${Math.floor(whole / 60)} min ${whole % 60} s` : `${Math.floor(whole / 3600)} h ${Math.floor(whole % 3600 / 60)} min`;
}

/**
 * `12`, or `newest 200 of 1000`.
 * @param {{ readonly total: number, readonly newest: readonly unknown[] }} list
 */
export function countOf({ total, newest }) {
  return newest.length < total ? `newest ${newest.length} of ${total}` : String(total);
}
