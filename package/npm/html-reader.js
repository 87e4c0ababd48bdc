// Reads saved pages in Node, with an HTML parser that is compiled into a module of its own.

import { readFile } from 'node:fs/promises';
import { initSync, readHtml } from './cli/citelet-html.js';

let loading;

export function loadHtmlReader() {
  loading ??= start().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function start() {
  const bytes = await readFile(new URL('cli/citelet-html.wasm', import.meta.url));
  initSync({ module: await WebAssembly.compile(bytes) });
  return { readPage: (html, options) => readHtml(String(html), options) };
}
