// The panel in which a reader searches the library for a style.

import { createElement } from './dom.js';
import { hasFullEngine } from './files.js';
import { openIndex, search } from './library-index.js';
import { partStrings } from './on-demand-strings.js';
import { adoptStyleSheet } from './style-sheet.js';

const CSS = `
[part=search] { padding: var(--gap) calc(var(--gap) * 1.25); display: grid; gap: .5em; border-block-end: 1px solid var(--line); }
[part=search] > * { font-size: .875em; }
[part=found] { max-block-size: 16em; overflow: auto; padding: 3px; }
[part=found] button { inline-size: 100%; text-align: start; border-color: transparent; }
[part=found] button:is(:hover, :focus-visible) { border-color: currentColor; }
`;

/** The most styles that are listed; with more, another word of the title is quicker than the list. */
const LIMIT = 20;

/**
 * A panel that finds a style by its title.
 *
 * @param {object} options
 * @param {ShadowRoot} options.root takes the style sheet
 * @param {string} options.base address of the library
 * @param {Record<string, string>} options.strings those of the language and the page's own
 * @param {(entry: import('./library-index.js').Entry) => void} options.onPick
 * @param {() => void} options.onClose
 * @param {(error: Error) => void} options.onError called when the index cannot be read, before `onClose`
 * @returns {HTMLElement}
 */
export function searchPanel({ root, base, strings: replacements, onPick, onClose, onError }) {
  adoptStyleSheet(root, CSS);
  const strings = partStrings('search', replacements);
  const input = createElement('input', { type: 'search', id: 'find', autocomplete: 'off', spellcheck: 'false' });
  const list = createElement('ul', { part: 'found', 'aria-label': strings.results });
  const status = createElement('span', { role: 'status', class: 'quiet' });
  const label = createElement('label', { for: 'find' }, strings.find);
  const panel = createElement('div', { part: 'search', role: 'search' }, label, input, status, list);
  const update = async () => {
    try {
      const index = await openIndex(base);
      const entries = hasFullEngine() ? index.entries : index.entries.filter(({ full }) => !full);
      const found = search(entries, input.value);
      list.replaceChildren(...found.slice(0, LIMIT).map((entry) => listItem(entry, onPick)));
      status.textContent = input.value.trim() ? strings.count.replace('{n}', found.length) : strings.of.replace('{n}', entries.length);
    } catch (error) {
      onError(error);
      onClose();
    }
  };
  input.oninput = update;
  panel.onkeydown = (event) => handleKey(event, input, list, onClose);
  update();
  return panel;
}

function listItem(entry, onPick) {
  const button = createElement('button', { part: 'button', type: 'button', dir: 'auto' }, entry.title);
  button.onclick = () => onPick(entry);
  return createElement('li', {}, button);
}

/** Arrow keys move through the list, Enter in the input picks the first style, Escape closes the panel. */
function handleKey(event, input, list, onClose) {
  const stops = [input, ...list.querySelectorAll('button')];
  const index = stops.indexOf(event.target);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) stops[Math.max(0, Math.min(stops.length - 1, index + step))].focus();
  else if (event.key === 'Enter' && index === 0) stops[1]?.click();
  else if (event.key === 'Escape') onClose();
  else return;
  event.preventDefault();
}
