// Saves the references of the article, which the full engine reads from the page.

import { save } from './download.js';
import { partStrings } from './on-demand-strings.js';

/**
 * Reads the references of the page and saves them as one file.
 *
 * @param {import('./index.js').Engine} engine
 * @param {import('./index.js').ExportFormat} format
 * @param {{document: Document, repair: boolean, ascii: boolean, lang: string, strings: Record<string, string>}} options
 * @returns {string} the message for the reader
 */
export function saveReferences(engine, format, { document, repair, ascii, lang, strings: replacements }) {
  const strings = partStrings(lang, 'references', replacements);
  const references = engine.references(document, { repair });
  if (!references.length) return strings.none;
  // A reference that could not be split into fields is kept as a document with the text as its note.
  const items = references.map(({ raw, item }, index) => ({ id: `ref${index + 1}`, ...(item ?? { type: 'document', note: raw }) }));
  save(engine.export(items, format, { ascii }), 'references', format);
  const sure = references.filter((reference) => reference.sure).length;
  return strings.saved.replace('{n}', references.length).replace('{sure}', sure);
}
