// Takes the place of the element's `inside.js` in the package, for bundlers. They find a file by the very expression
// `new URL('./NAME', import.meta.url)` and a module by `import('./NAME')`, and any other use of `import.meta.url` may become a
// path on the machine that builds.

import { LANGUAGES } from './language-modules.js';

/** Whether the module has a file inside, by its name: then no address of it is asked for. */
export const isInside = () => false;

/** The content of a file that is in a module of its own, by the file's address. @returns {Promise<Response>|undefined} */
export function contentOf(url) {
  const name = String(url).split('/').pop();
  const [, tag] = /^(?:language|strings|repairs)-(.+)\./.exec(name) ?? [];
  return LANGUAGES[tag]?.().then(({ TEXTS }) => new Response(TEXTS[name]));
}

/** An address in the folder with the other files: that of the one which every bundler keeps as a file. */
export const here = () => new URL('./citelet.pack', import.meta.url).href;
