/** All changes of the page use this module. Values become text nodes or attributes, never HTML. */

/**
 * A child node, or the text of one.
 * @typedef {Node | string} Child
 */

/**
 * The element that shows a value, and a function that updates it.
 * @template T
 * @typedef {{ readonly node: HTMLElement, update(value: T): void }} View
 */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Readonly<Record<string, string>>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/**
 * The element of the page with this id.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} id
 * @returns {T}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return /** @type {T} */ (found);
}

/**
 * Leaves an unchanged text alone, so that a selection in it is kept and a screen reader does not read it again.
 * @param {Element} node
 * @param {string} text
 */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** @type {WeakMap<Element, View<any>>} */
const views = new WeakMap();

/**
 * Shows one child for each value, in this order. A child with the same key is kept, with its focus and its expanded state.
 * @template T
 * @param {HTMLElement} list
 * @param {readonly T[]} values
 * @param {(value: T) => string} keyOf
 * @param {(value: T) => View<T>} make
 */
export function showList(list, values, keyOf, make) {
  const keys = values.map(keyOf);
  const kept = new Map([...list.children].map((child) => [/** @type {HTMLElement} */ (child).dataset.key, child]));
  for (const [key, child] of kept) if (key === undefined || !keys.includes(key)) child.remove();
  values.forEach((value, index) => {
    const child = kept.get(keys[index]) ?? added(make(value), keys[index]);
    views.get(child)?.update(value);
    // Moving an element removes its focus, so only an element at the wrong position is moved.
    if (list.children[index] !== child) list.insertBefore(child, list.children[index] ?? null);
  });
}

/**
 * @param {View<any>} view
 * @param {string} key
 */
function added(view, key) {
  view.node.dataset.key = key;
  views.set(view.node, view);
  return view.node;
}
