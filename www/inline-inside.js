// Takes the place of `inside.js` in `citelet/inline`, which has nearly all files of its release inside.

import { BYTES, OUTSIDE, TEXTS } from './inline-contents.js';

/** Whether the module has a file inside, by the file's name. */
export const isInside = (name) => !OUTSIDE.includes(name);

/** The content of a file that the module has inside, by the file's address. @returns {Response|undefined} */
export function contentOf(url) {
  const name = String(url).split('/').pop();
  if (name in TEXTS) return new Response(TEXTS[name]);
  return name in BYTES ? new Response(Uint8Array.from(atob(BYTES[name]), (char) => char.charCodeAt(0))) : undefined;
}

/** The page's address: what the module does not have inside is nowhere, unless the page states where. */
export const here = () => import.meta.url;
