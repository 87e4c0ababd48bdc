// Saves the references of the article: read from the page by the full engine, which only this asks for.

import { save } from './download.js';
import { wordsFor } from './words.js';

/**
 * Reads the references of the page and saves them as one file.
 *
 * @param {import('./index.js').Engine} engine the full one
 * @param {'bibtex'|'ris'|'csl-json'} format
 * @param {{document: Document, repair: boolean, ascii: boolean, lang: string, strings: Record<string, string>}} host
 * @returns {string} what to tell the reader
 */
export function saveReferences(engine, format, { document, repair, ascii, lang, strings }) {
  const says = wordsFor(lang, 'references', strings);
  const references = engine.references(document, { repair });
  if (!references.length) return says.none;
  // What could not be read into fields still goes along, as a document whose note is the text.
  const items = references.map(({ raw, item }, at) => ({ id: `ref${at + 1}`, ...(item ?? { type: 'document', note: raw }) }));
  save(engine.export(items, format, { ascii }), 'references', format);
  const sure = references.filter((reference) => reference.sure).length;
  return says.saved.replace('{n}', references.length).replace('{sure}', sure);
}
