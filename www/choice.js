// Which styles there are to choose from, what they are called, and what the reader chose last.

import { FORMATS } from './download.js';

/** The styles on offer where a page does not say. */
export const DEFAULT_STYLES = [
  'apa',
  'modern-language-association',
  'chicago-author-date',
  'chicago-notes-bibliography',
  'bibtex',
];

/** Short titles of the shipped styles; the official ones are too long for a menu. */
const TITLES = {
  apa: 'APA',
  'modern-language-association': 'MLA',
  'chicago-author-date': 'Chicago (author-date)',
  'chicago-notes-bibliography': 'Chicago (notes)',
};

/** Former and everyday names of the shipped styles. Pages written years ago name them. */
const FORMER = {
  'apa-5th-edition': 'apa',
  apa5th: 'apa',
  chicago: 'chicago-author-date',
  'chicago-fullnote-bibliography': 'chicago-notes-bibliography',
  'chicago-notes': 'chicago-notes-bibliography',
  mla: 'modern-language-association',
  'modern-language-association-7th-edition': 'modern-language-association',
  'modern-language-association-8th-edition': 'modern-language-association',
};

const KEY = 'cite-let-style';

/** Today's name of a style. */
export function currentName(name) {
  const key = name.trim().toLowerCase();
  return Object.hasOwn(FORMER, key) ? FORMER[key] : key;
}

/**
 * What a menu calls a style.
 *
 * @param {string} name
 * @param {{name: string, title: string}[]} known the engine's styles
 */
export function titleOf(name, known) {
  return FORMATS[name]?.[0] ?? TITLES[name] ?? known.find((style) => style.name === name)?.title ?? name;
}

/** The reader's last choice on this site, or nothing where the browser keeps nothing. */
export function remembered() {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the reader's choice, if the browser lets us. */
export function remember(name) {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // Private windows and blocked storage: the choice then holds for this page only.
  }
}
