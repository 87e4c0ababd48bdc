// What an element loads only when a page or a reader needs it. Each function loads the module that does the work.

import { loadFullEngine } from './engine.js';
import { hasFullEngine, loaded } from './files.js';

/** Where pages list the works that an article cites. */
const REFERENCES = 'meta[name="citation_reference" i], .references, ol.references, .ref-list, #references';

const LIBRARY = 'library.js';

/** Whether there may be references to save. */
export const hasReferences = (document) => hasFullEngine() && Boolean(document.querySelector(REFERENCES));

/**
 * Loads styles and a language that an engine lacks from a library. A failure is returned, not thrown.
 *
 * @param {import('./index.js').PageEngine} engine
 * @param {string} base address of the library
 * @param {string[]} names of styles
 * @param {string} locale a language tag, or empty
 * @returns {Promise<{styles: [string, object][], errors: [string, Error][]}>} the styles loaded and the errors, by name
 */
export async function loadFromLibrary(engine, base, names, locale) {
  try {
    const { loadAll } = await loaded(LIBRARY, () => import('./library.js'));
    return await loadAll({ engine, base, names, locale, loadFullEngine });
  } catch (error) {
    return { styles: [], errors: [[LIBRARY, error]] };
  }
}

/** The panel that searches the library; `style-search.js` describes the options. */
export async function styleSearch(options) {
  const { searchPanel } = await loaded(LIBRARY, () => import('./library.js'));
  return searchPanel(options);
}

/** Reads and saves the article's references, and returns the message for the reader. */
export async function saveReferences(format, options) {
  const module = await loaded('references.js', () => import('./references.js'));
  return module.saveReferences(await loadFullEngine(), format, options);
}

/** Saves a citation in a file format; the name of the file comes from the citation as BibTeX. */
export async function saveCitation(format, bibtex, text) {
  const module = await loaded('download.js', () => import('./download.js'));
  module.saveCitation(format, bibtex, text);
}

/** The record with what the page's author states explicitly; `explicit-record.js` describes the parameters. */
export async function readExplicitRecord(...parameters) {
  const { readExplicit } = await loaded('explicit-record.js', () => import('./explicit-record.js'));
  return readExplicit(...parameters);
}

/**
 * The record of a DOI from a registry, read and repaired.
 *
 * @param {string} doi
 * @param {object} options those of `readWork` in `registry.js`
 * @returns {Promise<import('./index.js').ReadResult>}
 */
export async function readRegistryRecord(doi, options) {
  const { readWork } = await loaded('registry.js', () => import('./registry.js'));
  return readWork(await loadFullEngine(), doi, options);
}

/** The report for editors as a table; `report.js` describes the options. */
export async function reportPanel(result, options) {
  const module = await loaded('report.js', () => import('./report.js'));
  return module.reportPanel(result, options);
}

/** The report for editors as text. */
export async function reportText(result, options) {
  const module = await loaded('report.js', () => import('./report.js'));
  return module.reportText(result, options);
}

/** Places the widget where the platform prints its own citation; `place.js` describes the parameters. */
export async function placeWidget(...parameters) {
  try {
    const module = await loaded('place.js', () => import('./place.js'));
    module.placeWidget(...parameters);
  } catch (error) {
    console.warn(`cite-let: ${error.message}`);
  }
}

/** What stands in place of the widget where it is presented as a button; `dialog.js` describes it. */
export async function dialogFrame(root) {
  const module = await loaded('dialog.js', () => import('./dialog.js'));
  return module.dialogFrame(root);
}
