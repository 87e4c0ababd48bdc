// What cite-let.js has inside of the other files of its release, which is nothing, and where it looks for them. Other ways to
// hand the widget out have another module in this one's place: `single-inside.js`, `inline-inside.js` and
// `package/npm/inside.js`.

/** Whether the script has a file inside, by the file's name. */
export const isInside = () => false;

/** The content of a file that the script has inside, by the file's address. @returns {Promise<Response>|Response|undefined} */
export const contentOf = () => undefined;

/** An address in the folder with the other files. */
export const here = () => import.meta.url;
