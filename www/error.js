import { statedAddress } from './files.js';

/**
 * Why the widget cannot do something: a code for programs and one sentence for people.
 * The sentence says what was found and what to do about it, because it is all that the page's owner sees.
 */
export class CiteletError extends Error {
  name = 'CiteletError';

  /**
   * @param {import('./index.js').WidgetErrorCode} code
   * @param {string} message one sentence
   * @param {unknown} [cause] the error behind it
   */
  constructor(code, message, cause) {
    super(message, { cause });
    this.code = code;
  }
}

/** The message of any thrown value, with a full stop at its end. */
export const sentence = (error) => (error instanceof Error ? error.message : String(error)).replace(/[.\s]*$/, '.');

/**
 * A thrown value as a `CiteletError`. It is recognised by its name, because each module that is loaded on demand is
 * bundled with a class of its own.
 */
export const asCiteletError = (error) =>
  error?.name === 'CiteletError' ? error : new CiteletError('engine', `The citation engine stopped: ${sentence(error)}`, error);

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
 * Fetches and reads a file that nothing else depends on. A failure is a warning in the console.
 *
 * @template T
 * @param {string} name
 * @param {URL} beside its address beside the script
 * @param {(response: Response) => Promise<T>} read
 * @returns {Promise<T|undefined>} nothing where the file cannot be loaded
 */
export const fetchOptional = (name, beside, read) =>
  fetchFile(statedAddress(name) ?? beside).then(read).catch((error) => void console.warn(`cite-let: ${sentence(error)}`));
