// Where the files of a release are, when they are not beside the script or have other names.

/**
 * The address that a page states for a file. The attribute `files` of the script or of an element has it: the address of a
 * folder, and for files with other names `NAME=ADDRESS`, separated by blanks.
 *
 * @param {string} name of the file, such as `citelet.wasm`
 * @param {Document} [document] none outside of pages
 * @returns {string|undefined} an absolute address; nothing where the page states none
 */
export function statedAddress(name, document = globalThis.document) {
  const stated = document?.querySelector('cite-let[files],script[files]')?.getAttribute('files').trim().split(/\s+/) ?? [];
  const renamed = stated.find((entry) => entry.startsWith(`${name}=`))?.slice(name.length + 1);
  const folder = stated.find((entry) => entry.endsWith('/'));
  const address = renamed ?? (folder && folder + name);
  return address && new URL(address, document.baseURI).href;
}
