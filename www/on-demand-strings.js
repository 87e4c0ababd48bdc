// The strings of the parts that are loaded on demand, in English. Those of other languages are in the file of the
// language, under `part-key`.

const ENGLISH = {
  search: { find: 'Find a style', results: 'Styles found', count: '{n} found', of: '{n} styles' },
  report: {
    heading: 'Report on the metadata of this page',
    none: 'Nothing had to be mended, and nothing is uncertain.',
    field: 'Field',
    stored: 'Stored',
    repaired: 'Mended',
    reason: 'Reason',
    warnings: 'Uncertain',
    copy: 'Copy the report',
  },
  references: {
    saved: '{n} references saved; {sure} of them were read with confidence.',
    none: 'No references were found on this page.',
  },
};

/**
 * The strings of one part.
 *
 * @param {'search'|'report'|'references'} part
 * @param {Record<string, string>} replacements those of the language and the page's own, under `part-key`
 * @returns {Record<string, string>}
 */
export function partStrings(part, replacements) {
  const strings = { ...ENGLISH[part] };
  for (const key of Object.keys(strings)) strings[key] = replacements[`${part}-${key}`] ?? strings[key];
  return strings;
}
