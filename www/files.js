// The files of a release: where they are, when they are not beside the script or have other names, and loading them.

import { CiteletError, sentence } from './error.js';
import { contentOf, here, isInside } from './inside.js';

/**
 * The address that a page states for a file. The attribute `files` of the script or of an element has it: the address of a
 * folder, and for files with other names `NAME=ADDRESS`, separated by blanks.
 *
 * @param {string} name of the file, such as `citelet.wasm`
 * @param {Document} [document] none outside of pages
 * @returns {string|undefined} an absolute address; nothing where the page states none, and for what is in the script itself
 */
export function statedAddress(name, document = globalThis.document) {
  if (isInside(name)) return undefined;
  const stated = document?.querySelector('cite-let[files],script[files]')?.getAttribute('files').trim().split(/\s+/) ?? [];
  const renamed = stated.find((entry) => entry.startsWith(`${name}=`))?.slice(name.length + 1);
  const folder = stated.find((entry) => entry.endsWith('/'));
  const address = renamed ?? (folder && folder + name);
  return address && new URL(address, document.baseURI).href;
}

/** Whether the full engine may be loaded: a script that has all other files inside is alone, unless the page states where it is. */
export const hasFullEngine = () => !isInside('citelet.wasm') || Boolean(statedAddress('citelet-full.js'));

/**
 * A module that is loaded on demand from a file beside the element's, or from where the page says it is.
 *
 * @param {string} name of the file
 * @param {() => Promise<object>} load calls `import()`, which the caller writes out because bundlers read the address there
 * @throws {CiteletError} with the code `missing-file`
 */
export async function loaded(name, load) {
  const stated = statedAddress(name);
  try {
    return await (stated ? import(/* webpackIgnore: true */ /* @vite-ignore */ stated) : load());
  } catch (error) {
    throw new CiteletError('missing-file', `The script ${name}, which belongs beside cite-let.js, could not be loaded: ${sentence(error)}`, error);
  }
}

/**
 * Fetches a file.
 *
 * @param {string} url
 * @returns {Promise<Response>}
 * @throws {CiteletError} with the codes `network` and `missing-file`
 */
export async function fetchFile(url) {
  const content = contentOf(url);
  if (content) return content;
  let response;
  try {
    response = await fetch(url);
  } catch (error) {
    throw new CiteletError('network', `${url} could not be fetched: no network, or the page's connect-src or CORS rules forbid it.`, error);
  }
  if (!response.ok) {
    throw new CiteletError('missing-file', `${url} is missing (HTTP ${response.status}); it belongs beside cite-let.js.`);
  }
  return response;
}

/**
 * Fetches and reads a file that nothing else depends on. A failure is a warning in the console. A script that has all other
 * files inside fetches it only where the page states its address.
 *
 * @template T
 * @param {string} name
 * @param {(response: Response) => Promise<T>} read
 * @returns {Promise<T|undefined>} nothing where the file cannot be loaded
 */
export async function fetchOptional(name, read) {
  const stated = statedAddress(name);
  if (!stated && isInside('citelet.wasm') && !isInside(name)) return undefined;
  try {
    return await read(await fetchFile(stated ?? new URL(name, here())));
  } catch (error) {
    return void console.warn(`cite-let: ${sentence(error)}`);
  }
}
