import { element } from './dom.js';

/**
 * The settings of an object such as a distribution, by their names in the API, for example `cacheBehaviorSettings.defaultTTL`. A list is one setting.
 * @param {object} value
 * @param {string} [path]
 * @returns {(readonly [string, string])[]}
 */
export function flattened(value, path = '') {
  return Object.entries(value).flatMap(([name, member]) => {
    const isObject = typeof member === 'object' && member !== null && !Array.isArray(member);
    if (isObject) return flattened(member, `${path}${name}.`);
    return [/** @type {const} */ ([`${path}${name}`, typeof member === 'string' ? member : JSON.stringify(member)])];
  });
}

/**
 * Shows settings, and highlights the values that have changed since the last call.
 * @param {HTMLDListElement} list
 * @param {readonly (readonly [string, string])[]} settings
 */
export function showSettings(list, settings) {
  const former = new Map([...list.children].map(({ children: [name, value] }) => [name.textContent, value.textContent]));
  const isSame = former.size === settings.length && settings.every(([name, value]) => former.get(name) === value);
  if (isSame) return;
  list.replaceChildren(...settings.map(([name, value]) => {
    const isChanged = former.size > 0 && former.get(name) !== value;
    return element('div', isChanged ? { class: 'changed' } : {}, element('dt', {}, ...breakable(name)), element('dd', {}, value));
  }));
}

/**
 * A long name can break after a dot.
 * @param {string} name
 */
function breakable(name) {
  return name.split(/(?<=\.)/).flatMap((part) => [part, element('wbr')]);
}
