// Saves citations as files. Loaded when a reader saves one.

/** Of each format, the extension of its files and their media type. */
const FILES = {
  bibtex: ['bib', 'application/x-bibtex'],
  ris: ['ris', 'application/x-research-info-systems'],
  'csl-json': ['json', 'application/vnd.citationstyles.csl+json'],
};

/**
 * Saves one citation under the name by which BibTeX would cite it.
 *
 * @param {string} format
 * @param {string} bibtex the citation as BibTeX
 * @param {string} text the citation in the format
 */
export function saveCitation(format, bibtex, text) {
  const key = /^@\w+\{([^,\s]+)/.exec(bibtex)?.[1] ?? '';
  save(text, key.replace(/[^\w-]/g, '') || 'citation', format);
}

/**
 * Offers a text as a file to keep.
 *
 * @param {string} text
 * @param {string} name of the file, without extension
 * @param {string} format
 */
export function save(text, name, format) {
  const [extension, type] = FILES[format];
  const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = href;
  link.download = `${name}.${extension}`;
  link.click();
  // The browser has not fetched the bytes when click() returns; WebKit needs them for a while.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
