// What an element loads only when a page or a reader asks for it. Each function brings the module that does the work.

import { loadFullEngine } from './engine.js';
import { arrival } from './problem.js';

/** Where pages keep the works that an article cites; enough to know whether there is anything to offer. */
export const REFERENCES = 'meta[name="citation_reference" i], .references, ol.references, .ref-list, #references';

const LIBRARY = 'library.js';

/**
 * Loads the styles and the language that an engine lacks from a library.
 *
 * @param {import('./index.js').Engine} engine
 * @param {string} base address of the library
 * @param {string[]} names of styles
 * @param {string} locale a language tag, or nothing
 * @returns {Promise<{entries: [string, object][], problems: [string, Error][]}>} what came and what did not, by name
 */
export async function loadMissing(engine, base, names, locale) {
  const [entries, problems] = [[], []];
  try {
    const { bringAll } = await arrival(LIBRARY, import('./library.js'));
    await bringAll({ engine, base, names, locale, loadFullEngine, entries, problems });
  } catch (error) {
    problems.push([LIBRARY, error]);
  }
  return { entries, problems };
}

/** The panel that finds a style; the host is described in `library.js`. */
export async function findStyle(host) {
  const { searchPanel } = await arrival(LIBRARY, import('./library.js'));
  return searchPanel(host);
}

/** Reads and saves the article's references, and returns what to tell the reader. */
export async function takeReferences(format, host) {
  const [{ saveReferences }, engine] = [await arrival('references.js', import('./references.js')), await loadFullEngine()];
  return saveReferences(engine, format, host);
}

/** Saves the citation, which is given as BibTeX and in a file format, in that format. */
export async function saveAs(format, bibtex, text) {
  const { saveCitation } = await arrival('download.js', import('./download.js'));
  saveCitation(format, bibtex, text);
}

/** The record that an element states, or what is read otherwise with the fields that it overrules; see `given.js`. */
export async function given(...parts) {
  const { readGiven } = await arrival('given.js', import('./given.js'));
  return readGiven(...parts);
}

/** The editor's report as a table. */
export async function reportOn(reading, host) {
  const { reportPanel } = await arrival('report.js', import('./report.js'));
  return reportPanel(reading, host);
}

/** The editor's report as text. */
export async function reportTextOn(reading, { lang, strings, address }) {
  const { reportText } = await arrival('report.js', import('./report.js'));
  return reportText(reading, lang, strings, address);
}

/**
 * The record of a DOI from a registry, read and mended.
 *
 * @param {string} doi
 * @param {object} options those of `readWork` in `registry.js`
 * @returns {Promise<import('./index.js').Reading>}
 */
export async function fromRegistry(doi, options) {
  const { readWork } = await arrival('registry.js', import('./registry.js'));
  return readWork(await loadFullEngine(), doi, options);
}
