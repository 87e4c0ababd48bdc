// The strings of the widget itself: those in English, and those of the page's language, a file beside this module. The file
// also has those of the parts that are loaded on demand, whose English is in `on-demand-strings.js`.
// `cite-let-element.d.ts` says where each is shown.

import { fetchOptional } from './files.js';
import { STRINGS_TAGS } from './language-tags.js';

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
  repaired: 'Mended details',
  warnings: 'Uncertain details',
  other: 'Other style …',
  references: 'References',
  loading: 'Loading …',
  button: 'Cite',
  close: 'Close',
  failed: 'This style makes nothing of this record.',
};

const RIGHT_TO_LEFT = ['ar', 'fa', 'ur'];

/** The strings of other languages, by language; only those that are loaded. */
const translations = {};

/** The loads of files, by language. Each is tried once. */
const loads = {};

/**
 * Loads the strings of an element's language, if it has a file. Where that cannot be loaded the widget speaks English.
 *
 * @param {import('./cite-let-element.js').CiteLetElement} element
 */
export function loadStrings(element) {
  const lang = primaryLang(element);
  return STRINGS_TAGS.includes(lang) && (loads[lang] ??= load(lang));
}

async function load(lang) {
  const texts = await fetchOptional(`strings-${lang}.json`, (response) => response.json());
  if (texts) translations[lang] = texts;
}

/**
 * The strings for an element: in the language of the nearest `lang` attribute, in English where that language is not
 * here; the page's own strings replace them. Those of the parts that are loaded on demand are among them but in English.
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
