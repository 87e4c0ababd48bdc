// The short list of what was repaired in a record and what is uncertain about it: its title and numbers. The lines are
// loaded when a reader opens it.

import { createElement } from './dom.js';
import { sentence } from './error.js';
import { loaded } from './files.js';

/**
 * Fills a `details` element, or hides it where there are neither repairs nor warnings.
 *
 * @param {HTMLDetailsElement} details
 * @param {import('./index.js').ReadResult} result
 * @param {Record<string, string>} strings
 */
export function showRepairsAndWarnings(details, result, strings) {
  // All repairs of one name, and of any other field, are one line.
  const places = new Set(result.repairs.map(({ field }) => field.split('.')[0]));
  const counts = { repaired: places.size, warnings: result.warnings.length };
  const titles = Object.keys(counts).filter((key) => counts[key]).map((key) => `${strings[key]} (${counts[key]})`);
  const summary = createElement('summary', {}, titles.join(' · '));
  details.hidden = !titles.length;
  details.replaceChildren(summary);
  details.ontoggle = async () => {
    if (!details.open) return;
    const lists = await loaded('repairs.js', () => import('./repairs.js'))
      .then(({ listsOf }) => listsOf(result, strings, details.closest('[lang]')))
      .catch((error) => [createElement('p', { lang: 'en' }, sentence(error))]);
    // Another record may be shown by now, and the list may have been opened twice.
    if (details.lastChild === summary) details.append(...lists);
  };
  details.ontoggle();
}
