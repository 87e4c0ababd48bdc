// The codes of languages, as the names of their files have them.

/**
 * The code of two letters of a language, by a tag or a code of ISO 639-2: of `pt_BR` it is `pt`, of `spa` it is `es`.
 *
 * @param {string} tag
 * @returns {string} what names no file where there is no such code
 */
export function languageOf(tag) {
  try {
    return Intl.getCanonicalLocales(tag.trim().replace('_', '-'))[0].slice(0, 2);
  } catch {
    return '';
  }
}
