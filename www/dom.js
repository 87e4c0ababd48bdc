// Builds DOM nodes. All text of a record reaches the page here, as text nodes and a few known elements.

/**
 * More combining marks on one letter than any language has (UAX #15, stream-safe text), after the first thirty. Browsers
 * take ten seconds to lay out 50,000.
 */
const MARKS = /(\p{M}{30})\p{M}+/gu;

/**
 * A new element.
 *
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {...(Node|string)} children
 */
export function createElement(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  // The children first: with `dir="auto"` the browser would look through them all again for each.
  element.append(...children);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/**
 * An object without what it inherits: scripts of the page may add to `Object.prototype`.
 *
 * @template T
 * @param {T} object
 * @returns {T}
 */
export const ownProperties = (object) => ({ __proto__: null, ...object });

/** The element for each kind of formatting of a run, innermost first; the style sheet has rules for the classes. */
const WRAPPERS = [
  ['sup', 'sup'],
  ['sub', 'sub'],
  ['smallCaps', 'span', { class: 'small-caps' }],
  ['underline', 'span', { class: 'underline' }],
  ['bold', 'b'],
  ['italic', 'i'],
];

/** What may become a link. Metadata are hostile: `javascript:` and similar schemes may not. */
const LINK = /^(?:https?|mailto):/i;

/**
 * Formatted text as nodes.
 *
 * @param {import('./index.js').Run[]} runs
 * @returns {DocumentFragment}
 */
export function formattedText(runs) {
  const fragment = document.createDocumentFragment();
  let link;
  for (const run of runs.map(ownProperties)) {
    let node = document.createTextNode(run.text.replace(MARKS, '$1'));
    for (const [flag, name, attributes] of WRAPPERS) {
      if (run[flag]) node = createElement(name, attributes, node);
    }
    // Consecutive runs with the same address become one link, whatever their formatting.
    const { href } = run;
    if (!LINK.test(href)) link = undefined;
    else if (link?.getAttribute('href') !== href) fragment.append((link = createElement('a', { href, rel: 'noopener' })));
    (link ?? fragment).append(node);
  }
  return fragment;
}
