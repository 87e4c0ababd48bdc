// Saves the references of the article, which the full engine reads from the page.

import { save } from './download.js';
import { partStrings } from './on-demand-strings.js';

/** How many references are read and written at a time: a phone takes some 20 ms for them. */
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
  const reader = engine.referenceReader(document, { repair });
  try {
    const total = reader.length;
    if (!total) return strings.none;
    const texts = [];
    let sure = 0;
    let reported = performance.now();
    while (texts.length < total) {
      for (const reference of reader.next(SLICE)) {
        // A reference that could not be split into fields is kept as a document with the text as its note.
        const item = reference.item ?? { type: 'document', note: reference.raw };
        texts.push(engine.export({ id: `ref${texts.length + 1}`, ...item }, format, { ascii }));
        sure += reference.sure;
      }
      if (performance.now() - reported > INTERVAL) {
        reported = performance.now();
        onProgress(texts.length, total);
      }
      // The page can react after each slice.
      await new Promise((resolve) => setTimeout(resolve));
    }
    save(joined[format](texts), 'references', format);
    return strings.saved.replace('{n}', total).replace('{sure}', sure);
  } finally {
    reader.free();
  }
}

/** Makes one file of the files with one record each. */
const joined = {
  bibtex: (texts) => distinctKeys(texts).join('\n'),
  ris: (texts) => texts.join(''),
  'csl-json': (texts) => `[${texts.map((text) => text.trim().slice(1, -2))}\n]\n`,
};

/** BibTeX entries in which keys that are equal have the suffixes `a`, `b`, `c`, as the engine gives them in one list. */
function distinctKeys(entries) {
  const keys = entries.map((entry) => /\{([^,\n]*)/.exec(entry)[1]);
  const known = new Map();
  for (const key of keys) known.set(key, known.has(key) ? 0 : undefined);
  return entries.map((entry, index) => {
    const key = keys[index];
    let count = known.get(key);
    if (count === undefined) return entry;
    while (known.has(key + letters(count))) count += 1;
    known.set(key, count + 1);
    return entry.replace(`{${key}`, `{${key}${letters(count)}`);
  });
}

/** 0 as `a`, 25 as `z`, 26 as `aa`. */
const letters = (number) => (number < 26 ? '' : letters(Math.floor(number / 26) - 1)) + (10 + (number % 26)).toString(36);
