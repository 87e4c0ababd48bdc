// Loads styles and languages of a library into an engine.

import { CiteletError, asCiteletError, sentence } from './error.js';
import { closestLocale, fetchFile, openIndex } from './library-index.js';

/**
 * @typedef {import('./library-index.js').Entry & {engine: import('./index.js').PageEngine}} LoadedStyle a style with the
 *   engine that it was loaded into
 */

/** The locales that each engine has: the page's engine and the full one. */
const localesOf = new Map();

/**
 * Loads styles and a language that the engine does not have. The failure of one does not affect the others.
 *
 * @param {object} options
 * @param {import('./index.js').PageEngine} options.engine
 * @param {string} options.base address of the library's folder
 * @param {string[]} options.names of styles; those of dependents and former names too
 * @param {string} options.locale a language tag, or empty
 * @param {() => Promise<import('./index.js').Engine>} options.loadFullEngine loads the engine for styles that the page's
 *   does not support
 * @returns {Promise<{styles: [string, LoadedStyle][], errors: [string, CiteletError][]}>} the styles loaded and the
 *   errors, by name; the codes are `style`, `network`, `missing-file`, `pack` and those of loading the full engine
 */
export async function loadAll({ engine, base, names, locale, loadFullEngine }) {
  const [styles, errors] = [[], []];
  const attempt = async (name, task) => {
    try {
      await task();
    } catch (error) {
      errors.push([name, asCiteletError(error)]);
    }
  };
  if (locale) await attempt(locale, () => loadLocale(engine, base, locale));
  for (const name of names) {
    await attempt(name, async () => styles.push([name, await loadStyle(engine, base, name, loadFullEngine)]));
  }
  // An engine that was loaded for a style needs the page's language too.
  for (const other of locale ? localesOf.keys() : []) await attempt(locale, () => loadLocale(other, base, locale));
  return { styles, errors };
}

async function loadStyle(pageEngine, base, name, loadFullEngine) {
  const { find } = await openIndex(base);
  const entry = find(name);
  if (!entry) throw new CiteletError('style', `There is no style "${name}" in the library ${base}.`);
  const engine = entry.full ? await loadFullEngine() : pageEngine;
  if (!engine.styles().some((style) => style.name === entry.style)) {
    await loadPack(engine, `${base}styles/${entry.style}.pack`);
  }
  await loadLocale(engine, base, entry.locale);
  return { ...entry, engine };
}

/** Loads the locale of a tag, else one of the same language; nothing for an empty tag, which means American English. */
async function loadLocale(engine, base, tag) {
  const locale = closestLocale((await openIndex(base)).locales, tag);
  const loaded = localesOf.get(engine) ?? new Set(['en-US']);
  localesOf.set(engine, loaded);
  if (!locale || loaded.has(locale)) return;
  await loadPack(engine, `${base}locales/${locale}.pack`);
  loaded.add(locale);
}

async function loadPack(engine, url) {
  const bytes = await fetchFile(url);
  try {
    engine.load(bytes);
  } catch (error) {
    throw new CiteletError('pack', `${url} is not a pack of this release: ${sentence(error)}`, error);
  }
}
