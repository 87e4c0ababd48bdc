// The strings of the widget itself in English, and those of the page's language, which `translations.js` has; those of the
// parts that are loaded on demand are in `on-demand-strings.js`. `cite-let-element.d.ts` says where each is shown.

import { loaded } from './error.js';

const ENGLISH = {
  title: 'Cite this article',
  style: 'Cite as',
  copy: 'Copy',
  copied: 'Copied.',
  selected: 'Selected: press Ctrl+C or ⌘C.',
  reference: 'Reference',
  'in-text': 'In text',
  narrative: 'In a sentence',
  note: 'Note',
  'short-note': 'Later notes',
  download: 'Download',
  saved: 'Saved.',
  loading: 'Loading …',
  button: 'Cite',
  close: 'Close',
  repaired: 'Mended details',
  warnings: 'Uncertain details',
  other: 'Other style …',
  references: 'References',
};

/** The languages in `translations.js`. */
const TRANSLATED = ['ar', 'de', 'es', 'fr', 'pt', 'ur'];

const RIGHT_TO_LEFT = ['ar', 'ur'];

/** The strings of other languages, by language; empty until they are loaded. */
let translations = {};

/**
 * Loads the strings of an element's language, if it is not English and they are not here yet. Where they cannot be loaded
 * the widget speaks English.
 *
 * @param {import('./cite-let-element.js').CiteLetElement} element
 */
export async function loadStrings(element) {
  const lang = primaryLang(element);
  if (translations[lang] || !TRANSLATED.includes(lang)) return;
  try {
    ({ TRANSLATIONS: translations } = await loaded('translations.js', () => import('./translations.js')));
  } catch (error) {
    console.warn(`cite-let: ${error.message}`);
  }
}

/**
 * The strings for an element: in the language of the nearest `lang` attribute, in English where that language is not
 * here; the page's own strings replace them.
 *
 * @param {import('./cite-let-element.js').CiteLetElement} element
 * @returns {{lang: string, dir: string, strings: Record<string, string>}} `dir` is empty for languages written from left
 *   to right: the page's own direction then applies
 */
export function stringsFor(element) {
  const primary = primaryLang(element);
  const lang = Object.hasOwn(translations, primary) ? primary : 'en';
  const strings = { __proto__: null, ...ENGLISH, ...translations[lang], ...element.strings };
  return { lang, dir: RIGHT_TO_LEFT.includes(lang) ? 'rtl' : '', strings };
}

/** The namespace of `xml:lang`, which XHTML has. */
const XML = 'http://www.w3.org/XML/1998/namespace';

const primaryLang = (element) => nearestLang(element).toLowerCase().split('-')[0];

/** The value of the nearest `lang` attribute. Like the browser, it continues from a shadow root to its host. */
function nearestLang(element) {
  for (let node = element; node; node = node.getRootNode().host) {
    const ancestor = node.closest('[*|lang]');
    if (ancestor) return ancestor.lang || ancestor.getAttributeNS(XML, 'lang');
  }
  return '';
}
