// `citelet report`: what article pages store badly in their metadata.

import { writeFile } from 'node:fs/promises';

import { loadHtmlReader } from '../html-reader.js';
import { FORMATS, rowsOf } from './formats.js';
import { Fetcher } from './fetcher.js';
import { pagesOf } from './sources.js';
import { UsageError } from './usage-error.js';

/** How many pages are fetched at a time. */
const CONCURRENCY = 2;

/**
 * @param {string[]} sources
 * @param {Record<string, string>} options as they were typed
 * @returns {Promise<number>} the exit code: 1 where a page could not be read
 */
export async function report(sources, options) {
  const format = FORMATS[options.format];
  if (!format) throw new UsageError(`There is no format “${options.format}”, but ${Object.keys(FORMATS).join(', ')}.`);
  const [limit, delay, timeout, maxBytes] = ['limit', 'delay', 'timeout', 'max-bytes'].map((name) => number(name, options[name]));
  const fetcher = new Fetcher({ delay: delay * 1000, timeout: timeout * 1000, maxBytes });
  const failures = [];
  const fail = (name, reason) => {
    failures.push({ page: name, error: reason });
    progress(`${name}: ${reason}`);
  };
  const pages = await pagesOf(sources, { fetcher, limit, maxBytes, fail });
  const results = await readAll(pages, fail);
  const text = format({ pages: results, failures });
  if (options.output) await writeFile(options.output, text);
  else process.stdout.write(text);
  const found = results.reduce((sum, result) => sum + rowsOf(result).length, 0);
  progress(`${results.length} pages read, ${found} repairs and warnings, ${failures.length} not read`);
  return failures.length ? 1 : 0;
}

function number(name, text) {
  const value = Number(text);
  if (text.trim() && value >= 0) return value;
  throw new UsageError(`--${name} is a number, not “${text}”.`);
}

/** The results in the order of the pages, each with its page's name. A page that cannot be read is left out. */
async function readAll(pages, fail) {
  const reader = await loadHtmlReader();
  const results = [];
  let next = 0;
  let done = 0;
  const work = async () => {
    for (let at = next++; at < pages.length; at = next++) {
      const { name, read } = pages[at];
      try {
        results[at] = { page: name, ...reader.readPage(await read()) };
        progress(`${done + 1}/${pages.length} ${name}`);
      } catch (error) {
        fail(name, error.message);
      } finally {
        done += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return results.filter(Boolean);
}

const progress = (line) => process.stderr.write(`${line}\n`);
