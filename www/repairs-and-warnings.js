// The short list of what was repaired in a record and what is uncertain about it.

import { createElement } from './dom.js';

/**
 * Fills a `details` element, or hides it where there are neither repairs nor warnings.
 *
 * @param {HTMLDetailsElement} details
 * @param {import('./index.js').ReadResult} result
 * @param {Record<string, string>} strings
 */
export function showRepairsAndWarnings(details, { repairs, warnings }, strings) {
  const lists = [
    [strings.repaired, repairs.map(repairLine)],
    [strings.warnings, warnings.map(({ field, message }) => [field ? `${readable(field)}: ${message}` : message])],
  ].filter(([, lines]) => lines.length);
  details.hidden = !lists.length;
  details.replaceChildren(
    createElement('summary', {}, lists.map(([title, lines]) => `${title} (${lines.length})`).join(' · ')),
    ...lists.map(([title, lines]) =>
      createElement('ul', { 'aria-label': title }, ...lines.map((line) => createElement('li', { dir: 'auto' }, ...line))),
    ),
  );
}

/** `author 1 given: Dr Qudsia → Qudsia (honorific)`, with `del` and `ins` around the two values. */
function repairLine({ field, from, to, rule, evidence }) {
  const reason = [rule, evidence].filter(Boolean).join('; ');
  return [`${readable(field)}: `, createElement('del', {}, from), ' → ', createElement('ins', {}, to), reason && ` (${reason})`];
}

/** `author[0].given` counted from one: `author 1 given`. */
const readable = (field) => field.replace(/\[(\d+)\]\.?/g, (_, index) => ` ${Number(index) + 1} `).trim();
