// Saves the references of the article, which the full engine reads from the page.

import { save } from './download.js';
import { partStrings } from './on-demand-strings.js';

/** How many references are read at a time: a phone takes some 20 ms for them. */
const SLICE = 25;

/** How long until the next message about the progress, in milliseconds: screen readers read each aloud. */
const INTERVAL = 1500;

/**
 * Reads the references of the page and saves them as one file.
 *
 * @param {import('./index.js').Engine} engine
 * @param {import('./index.js').ExportFormat} format
 * @param {{document: Document, repair: boolean, ascii: boolean, strings: Record<string, string>,
 *   onProgress: (done: number, total: number) => void}} options
 * @returns {Promise<string>} the message for the reader
 */
export async function saveReferences(engine, format, { document, repair, ascii, strings: replacements, onProgress }) {
  const strings = partStrings('references', replacements);
  const references = await readReferences(engine.referenceReader(document, { repair }), onProgress);
  if (!references.length) return strings.none;
  // A reference that could not be split into fields is kept as a document with the text as its note.
  const items = references.map(({ raw, item }, index) => ({ id: `ref${index + 1}`, ...(item ?? { type: 'document', note: raw }) }));
  save(engine.export(items, format, { ascii }), 'references', format);
  const sure = references.filter((reference) => reference.sure).length;
  return strings.saved.replace('{n}', references.length).replace('{sure}', sure);
}

/** Reads all references, with a pause after each slice in which the page can react. */
async function readReferences(reader, onProgress) {
  try {
    const total = reader.length;
    const references = [];
    let reported = performance.now();
    while (references.length < total) {
      references.push(...reader.next(SLICE));
      if (performance.now() - reported > INTERVAL) {
        reported = performance.now();
        onProgress(references.length, total);
      }
      await new Promise((resolve) => setTimeout(resolve));
    }
    return references;
  } finally {
    reader.free();
  }
}
