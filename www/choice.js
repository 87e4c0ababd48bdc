// Which styles there are to choose from, what they are called, and what the reader chose last.

/** The file formats on offer, by the names under which the engine exports them. */
export const FORMATS = { bibtex: 'BibTeX', ris: 'RIS', 'csl-json': 'CSL-JSON' };

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

/** What people call the shipped styles. Former names of styles are in the index of the library. */
const EVERYDAY = {
  chicago: 'chicago-author-date',
  'chicago-fullnote-bibliography': 'chicago-notes-bibliography',
  'chicago-notes': 'chicago-notes-bibliography',
  mla: 'modern-language-association',
};

const KEY = 'cite-let-style';

/** The name of a style in the library of styles. */
export function currentName(name) {
  const key = name.trim().toLowerCase();
  return Object.hasOwn(EVERYDAY, key) ? EVERYDAY[key] : key;
}

/**
 * What a menu calls a style.
 *
 * @param {string} name
 * @param {{name: string, title: string}[]} known the engine's styles
 */
export function titleOf(name, known) {
  return FORMATS[name] ?? TITLES[name] ?? known.find((style) => style.name === name)?.title ?? name;
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
