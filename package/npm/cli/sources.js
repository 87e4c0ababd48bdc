// The pages that the arguments of `citelet report` lead to.

import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';

import { decoded } from './fetcher.js';

const IS_ADDRESS = /^https?:\/\//i;
const IS_PAGE = /\.x?html?$/i;
/** How deep sitemaps that list sitemaps are followed. */
const SITEMAP_DEPTH = 3;
/** How many sitemaps one sitemap may lead to. */
const MOST_SITEMAPS = 200;

/**
 * @typedef {{name: string, read: () => Promise<string>}} Page
 *
 * @param {string[]} sources
 * @param {{fetcher: import('./fetcher.js').Fetcher, limit: number, maxBytes: number, fail: (name: string, reason: string) => void}} options
 * @returns {Promise<Page[]>} each page once
 */
export async function pagesOf(sources, options) {
  const found = new Map();
  for (const source of sources) {
    for await (const page of attempted(source, pagesOfSource(source, options), options)) {
      if (found.size >= options.limit) {
        process.stderr.write(`Only the first ${options.limit} pages are read; --limit changes that.\n`);
        return [...found.values()];
      }
      found.set(page.name, page);
    }
  }
  return [...found.values()];
}

async function* pagesOfSource(source, options) {
  if (IS_ADDRESS.test(source)) return yield* pagesOfAddress(source, options);
  const info = await stat(source).catch(() => undefined);
  if (!info) throw new Error('there is no such file or folder.');
  if (info.isDirectory()) {
    const names = (await readdir(source, { recursive: true })).filter((name) => IS_PAGE.test(name)).sort();
    for (const name of names) yield file(join(source, name), options);
  } else if (IS_PAGE.test(source)) {
    yield file(source, options);
  } else {
    yield* pagesOfList(await readFile(source, 'utf8'), extname(source) === '.xml', options);
  }
}

/** The addresses in a saved sitemap, or in a text with one a line; lines that begin with `#` are comments. */
async function* pagesOfList(text, isSitemap, options) {
  if (isSitemap) return yield* pagesOfSitemap(text, options, SITEMAP_DEPTH);
  const lines = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line && !line.startsWith('#'));
  for (const line of lines) {
    if (IS_ADDRESS.test(line)) yield* attempted(line, pagesOfAddress(line, options), options);
    else options.fail(line, 'is no address of a page.');
  }
}

/** The pages of one source or address of several. Where they cannot be found the others still can. */
async function* attempted(name, pages, options) {
  try {
    yield* pages;
  } catch (error) {
    options.fail(name, error.message);
  }
}

async function* pagesOfAddress(address, options) {
  const url = new URL(address);
  if (/sitemap[^/]*$|\.xml$/i.test(basename(url.pathname))) {
    yield* pagesOfSitemapAt(url.href, options, SITEMAP_DEPTH);
  } else {
    yield* pageOfAddress(address, options);
  }
}

async function* pagesOfSitemap(xml, options, depth, count = { left: MOST_SITEMAPS }) {
  const elements = xml.split('<loc>').slice(1).map((element) => element.split('</loc>', 1)[0]);
  const addresses = elements.map((element) => unescaped(element).trim()).filter((address) => IS_ADDRESS.test(address));
  const isIndex = /<sitemapindex[\s>]/.test(xml);
  for (const address of addresses) {
    if (!isIndex) yield* attempted(address, pageOfAddress(address, options), options);
    else if (depth > 0 && count.left-- > 0) yield* attempted(address, pagesOfSitemapAt(address, options, depth - 1, count), options);
  }
}

async function* pagesOfSitemapAt(address, options, depth, count) {
  yield* pagesOfSitemap(await options.fetcher.text(address), options, depth, count);
}

function* pageOfAddress(address, options) {
  const url = new URL(address);
  url.hash = '';
  yield { name: url.href, read: () => options.fetcher.text(url.href) };
}

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text) => text.replace(/<!\[CDATA\[|\]\]>/g, '').replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => ENTITIES[name]);

function file(path, { maxBytes }) {
  const read = async () => {
    const { size } = await stat(path);
    if (size > maxBytes) throw new Error(`is larger than ${maxBytes} bytes; --max-bytes changes that.`);
    return decoded(await readFile(path));
  };
  return { name: path, read };
}
