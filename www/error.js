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
