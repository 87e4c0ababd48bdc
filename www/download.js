// The file formats on offer, and saving a text as a file.

/** Formats by the name under which the engine exports them: title, file extension, media type. */
export const FORMATS = {
  bibtex: ['BibTeX', 'bib', 'application/x-bibtex'],
  ris: ['RIS', 'ris', 'application/x-research-info-systems'],
  'csl-json': ['CSL-JSON', 'json', 'application/vnd.citationstyles.csl+json'],
};

/**
 * Offers a text as a file to keep.
 *
 * @param {string} text
 * @param {string} fileName
 * @param {string} type media type
 */
export function save(text, fileName, type) {
  const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = href;
  link.download = fileName;
  link.click();
  // The browser has not fetched the bytes when click() returns; WebKit needs them for a while.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
