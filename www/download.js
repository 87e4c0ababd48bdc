// Saves citations as files. Loaded when a reader saves one.

/** The file extension and the media type of each format. */
const FILES = {
  bibtex: ['bib', 'application/x-bibtex'],
  ris: ['ris', 'application/x-research-info-systems'],
  'csl-json': ['json', 'application/vnd.citationstyles.csl+json'],
};

/** Names that Windows keeps for devices, whatever the extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** The greatest length of a name. File systems allow 255 bytes; more than this is not read. */
const LONGEST = 80;

/**
 * The name of the file for a citation with this BibTeX key.
 *
 * @param {string} key
 */
export function fileName(key) {
  const name = key.replace(/[^\w-]/g, '').slice(0, LONGEST);
  return !name || RESERVED.test(name) ? `citation${name && '-'}${name}` : name;
}

/**
 * Saves one citation under its BibTeX key.
 *
 * @param {import('./index.js').ExportFormat} format
 * @param {string} bibtex the citation as BibTeX
 * @param {string} text the citation in the format
 */
export function saveCitation(format, bibtex, text) {
  const key = /^@\w+\{([^,\s]+)/.exec(bibtex)?.[1] ?? '';
  save(text, fileName(key), format);
}

/**
 * Saves a text as a file.
 *
 * @param {string} text
 * @param {string} name of the file, without extension
 * @param {import('./index.js').ExportFormat} format
 */
export function save(text, name, format) {
  const [extension, type] = FILES[format];
  const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = href;
  link.download = `${name}.${extension}`;
  link.click();
  // The browser reads the bytes after click() has returned; WebKit takes longest.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
