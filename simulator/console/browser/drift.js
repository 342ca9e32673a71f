import { element } from './dom.js';
import { send } from './send.js';

/** @import { DistributionDescription } from '../../calls/describe-distribution' */

/**
 * Common changes, as JSON merge patches of the current distribution.
 * @type {Readonly<Record<string, (current: DistributionDescription) => object>>}
 */
const CHANGES = {
  'Enabled or disabled': ({ isEnabled }) => ({ isEnabled: !isEnabled }),
  'Default TTL': ({ cacheBehaviorSettings: { defaultTTL } }) => ({ cacheBehaviorSettings: { defaultTTL: defaultTTL === 60 ? 86400 : 60 } }),
  'Default behavior': ({ defaultCacheBehavior: { behavior } }) => ({ defaultCacheBehavior: { behavior: behavior === 'cache' ? 'dont-cache' : 'cache' } }),
  'Path behaviors': ({ cacheBehaviors }) => ({ cacheBehaviors: [...cacheBehaviors, { path: 'drift/*', behavior: 'dont-cache' }] }),
  'Default root object': ({ defaultRootObject }) => ({ defaultRootObject: defaultRootObject ? null : 'index.html' }),
  'IP address type': ({ ipAddressType }) => ({ ipAddressType: ipAddressType === 'ipv4' ? 'dualstack' : 'ipv4' }),
  'Tags': ({ tags }) => ({ tags: [...tags, { key: 'changed-by', value: 'someone' }] }),
  'Status': ({ status }) => ({ status: status === 'InProgress' ? null : 'InProgress' }),
};

/**
 * The form that changes a distribution outside the stack.
 * @param {() => DistributionDescription} current
 */
export function driftForm(current) {
  const { name } = current();
  const usual = element('select', {}, ...Object.keys(CHANGES).map((change) => element('option', {}, change)));
  const patch = element('textarea', { rows: '4', spellcheck: 'false', autocomplete: 'off' });
  const deploys = element('input', { type: 'checkbox' });
  const problem = element('p', { class: 'problem', role: 'alert', hidden: '' });
  const remove = element('button', { type: 'button', class: 'quiet' }, 'Delete outside the stack');
  const form = element('form', { 'class': 'drift', 'aria-label': `Change ${name} outside the stack` },
    element('h3', {}, 'Change outside the stack'),
    element('label', {}, 'Change ', usual),
    element('label', {}, 'JSON merge patch ', patch),
    element('label', { class: 'check' }, deploys, ' with an operation and a deployment'),
    element('p', { class: 'buttons' }, element('button', {}, 'Change it'), remove),
    problem);
  const suggest = () => {
    patch.value = JSON.stringify(CHANGES[usual.value](current()), undefined, 2);
  };
  const path = () => `distributions/${encodeURIComponent(name)}?deploy=${deploys.checked}`;
  usual.addEventListener('change', suggest);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void change(path(), patch.value, problem);
  });
  remove.addEventListener('click', () => void send('DELETE', path(), undefined, problem));
  suggest();
  return form;
}

/**
 * @param {string} path
 * @param {string} json
 * @param {HTMLElement} problem
 */
async function change(path, json, problem) {
  try {
    await send('PATCH', path, JSON.parse(json), problem);
  } catch (error) {
    problem.textContent = `Not JSON: ${/** @type {Error} */ (error).message}`;
    problem.hidden = false;
  }
}
