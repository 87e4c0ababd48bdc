// Builds DOM nodes. Everything a record says reaches the page here, as text nodes and a few known elements.

/**
 * A new element.
 *
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {...(Node|string)} children
 */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  element.append(...children);
  return element;
}

/** What a run's flags become, innermost first; CSS has the rest under the class names. */
const WRAPPERS = [
  ['sup', 'sup'],
  ['sub', 'sub'],
  ['smallCaps', 'span', { class: 'small-caps' }],
  ['underline', 'span', { class: 'underline' }],
  ['bold', 'b'],
  ['italic', 'i'],
];

/** Whether a link may be offered: `javascript:` and its kin may not, whatever the metadata say. */
const isSafe = (href) => /^(?:https?|mailto):/i.test(href);

/**
 * Formatted text as nodes.
 *
 * @param {import('./index.js').Run[]} runs
 * @returns {DocumentFragment}
 */
export function fromRuns(runs) {
  const fragment = document.createDocumentFragment();
  let link;
  for (const run of runs) {
    let node = document.createTextNode(run.text);
    for (const [flag, name, attributes] of WRAPPERS) {
      if (run[flag]) node = make(name, attributes, node);
    }
    // Runs that link to the same place are one link, however often the type changes within it.
    const href = run.href && isSafe(run.href) ? run.href : '';
    if (!href) link = undefined;
    else if (link?.getAttribute('href') !== href) fragment.append((link = make('a', { href, rel: 'noopener' })));
    (link ?? fragment).append(node);
  }
  return fragment;
}
