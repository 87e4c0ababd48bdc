// What was mended in a record and what is uncertain about it, small and out of the way.

import { make } from './dom.js';

/**
 * Fills a `details` element, or hides it where there is nothing to tell.
 *
 * @param {HTMLDetailsElement} details
 * @param {import('./index.js').Reading} reading
 * @param {Record<string, string>} says
 */
export function fill(details, { repairs, warnings }, says) {
  const lists = [
    [says.mended, repairs.map(repairLine)],
    [says.warnings, warnings.map(({ field, message }) => [field ? `${readable(field)}: ${message}` : message])],
  ].filter(([, lines]) => lines.length);
  details.hidden = !lists.length;
  details.replaceChildren(
    make('summary', {}, lists.map(([title, lines]) => `${title} (${lines.length})`).join(' · ')),
    ...lists.map(([title, lines]) => make('ul', { 'aria-label': title }, ...lines.map((line) => make('li', { dir: 'auto' }, ...line)))),
  );
}

/** `author 1 given: Dr Qudsia → Qudsia (honorific)`, with the two values marked as what they are. */
function repairLine({ field, from, to, rule, evidence }) {
  const why = [rule, evidence].filter(Boolean).join('; ');
  return [`${readable(field)}: `, make('del', {}, from), ' → ', make('ins', {}, to), why && ` (${why})`];
}

/** `author[0].given` as people count: `author 1 given`. */
const readable = (field) => field.replace(/\[(\d+)\]\.?/g, (_, index) => ` ${Number(index) + 1} `).trim();
