/**
 * Why the widget cannot do something: a code for scripts and one sentence for people.
 * The sentence names what was found and what to do, for it is all that a page owner sees.
 */
export class Problem extends Error {
  name = 'CiteLetProblem';

  /**
   * @param {string} code one of those listed in `index.d.ts`
   * @param {string} message one sentence
   * @param {unknown} [cause] the error behind it
   */
  constructor(code, message, cause) {
    super(message, { cause });
    this.code = code;
  }
}

/** What any thrown value says, ending like a sentence. */
export const sentence = (error) => (error instanceof Error ? error.message : String(error)).replace(/[.\s]*$/, '.');

/** A thrown value as a problem. Modules that are loaded on demand have a class of their own, so its name counts. */
export const asProblem = (error) =>
  error?.name === 'CiteLetProblem' ? error : new Problem('engine', `The citation engine stopped: ${sentence(error)}`, error);

/**
 * A module that belongs beside the element, and is loaded when it is wanted.
 *
 * @param {string} name of the file
 * @param {Promise<object>} loading what `import` makes of it; bundlers look for the address there
 * @throws {Problem} with the code `missing-file`
 */
export const arrival = (name, loading) =>
  loading.catch((error) => {
    throw new Problem('missing-file', `The script ${name}, which belongs beside cite-let.js, could not be loaded: ${sentence(error)}`, error);
  });
