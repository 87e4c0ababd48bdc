// What the engine knows of the page's language: a file for each, loaded beside the engine.

import { fetchOptional } from './files.js';
import { languageOf } from './language-code.js';
import { LANGUAGE_TAGS } from './language-tags.js';

/** Where a page says which language it is in, besides the attribute `lang`. */
const LANGUAGE_METADATA = 'meta[name*="language" i]';

/**
 * The texts of the files for the languages of a document. Every engine has English; a file that cannot be loaded is
 * missed by nothing else, so that is a warning in the console.
 *
 * @param {Document} [document] none outside of pages
 * @returns {Promise<(string|undefined)[]>} nothing in the place of a file that cannot be loaded
 */
export function languageFiles(document) {
  if (!document) return Promise.resolve([]);
  const stated = [...document.querySelectorAll(LANGUAGE_METADATA)].map(({ content }) => content);
  const tags = new Set([document.documentElement.lang, ...stated].map(languageOf));
  return Promise.all(LANGUAGE_TAGS.filter((tag) => tags.has(tag)).map(languageFile));
}

const languageFile = (tag) => fetchOptional(`language-${tag}.txt`, (response) => response.text());
