// What cite-let.js has inside of the other files of its release: nothing. In cite-let.single.js `single-inside.js` takes the
// place of this module.

/** Whether the script has a file inside, by the file's name. */
export const isInside = () => false;

/** The content of a file that the script has inside, by the file's address. @returns {Response|undefined} */
export const contentOf = () => undefined;
