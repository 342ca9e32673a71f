import { byId, setText } from './dom.js';

/**
 * Sends a request to the control endpoint. If it is refused, shows the error in the given element or at the top of the page.
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 * @param {HTMLElement} [problem]
 * @returns {Promise<boolean>}
 */
export async function send(method, path, body, problem = byId('problem')) {
  const message = await refusal(method, path, body);
  setText(problem, message ?? '');
  problem.hidden = message === undefined;
  return message === undefined;
}

/**
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<string | undefined>}
 */
async function refusal(method, path, body) {
  try {
    const response = await fetch(`/_simulator/${path}`, { method, body: body && JSON.stringify(body) });
    if (response.ok) return undefined;
    return (await response.json()).message ?? `the simulator answered ${response.status}`;
  } catch {
    return 'The simulator does not answer.';
  }
}
