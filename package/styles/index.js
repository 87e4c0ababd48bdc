// The library in a browser, which fetches each file when it is asked for.

import { CiteletError } from './error.js';
import { fetchFile } from './library-index.js';
import { library } from './styles.js';

/** Bundlers recognise a file to include by this very expression. The packs, which are many, they leave where they are. */
const index = () => new URL('./library/index.json', import.meta.url);

async function read(path, base) {
  const stated = base && new URL(String(base).replace(/\/?$/, '/'), document.baseURI);
  const url = stated ? new URL(path, stated) : path === 'index.json' ? index() : new URL(path, index());
  try {
    return await fetchFile(url.href);
  } catch (error) {
    if (stated) throw error;
    throw new CiteletError(error.code, `${url} cannot be loaded. Where a bundler was at work, copy the folder library/ of citelet-styles to your site, and give its address as \`base\`.`, error);
  }
}

export const { findStyle, searchStyles, loadStyle, loadLocale } = library(read);
