// Names and titles of the styles and file formats on offer. Objects that names are looked up in have no prototype, so that
// a style may be called `constructor`.

/** The file formats on offer: the engine's name of each, and its title. */
export const FORMATS = { __proto__: null, bibtex: 'BibTeX', ris: 'RIS', 'csl-json': 'CSL-JSON' };

/** The styles on offer where a page lists none. */
export const DEFAULT_STYLES = [
  'apa',
  'modern-language-association',
  'chicago-author-date',
  'chicago-notes-bibliography',
  'bibtex',
];

/** Short titles of the shipped styles; the official ones are too long for a menu. */
const TITLES = {
  __proto__: null,
  apa: 'APA',
  'modern-language-association': 'MLA',
  'chicago-author-date': 'Chicago (author-date)',
  'chicago-notes-bibliography': 'Chicago (notes)',
};

/** Other names of the shipped styles. Former names of all other styles are in the index of the library. */
const ALIASES = {
  __proto__: null,
  chicago: 'chicago-author-date',
  'chicago-fullnote-bibliography': 'chicago-notes-bibliography',
  'chicago-notes': 'chicago-notes-bibliography',
  mla: 'modern-language-association',
};

/** The name under which the engine or the library has a style. */
export function canonicalName(name) {
  const key = name.trim().toLowerCase();
  return ALIASES[key] ?? key;
}

/**
 * The title of a style or format in a menu.
 *
 * @param {string} name
 * @param {import('./index.js').StyleInfo[]} styles those of the engine
 */
export function titleOf(name, styles) {
  return FORMATS[name] ?? TITLES[name] ?? styles.find((style) => style.name === name)?.title ?? name;
}
