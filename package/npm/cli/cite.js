// `citelet cite`: the records of files as a bibliography.

import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';

import { loadEngine } from '../node.js';
import { plain, withoutControls } from './terminal.js';
import { UsageError } from './usage-error.js';

/**
 * @param {string[]} files paths; `-` is the standard input
 * @param {{style: string, locale?: string, html: boolean}} options
 * @returns {Promise<number>} the exit code
 */
export async function cite(files, { style, locale, html }) {
  const engine = await loadEngine();
  const name = await styleName(engine, style);
  if (locale) await addLocale(engine, locale);
  const items = [];
  for (const file of files) items.push(...(await recordsOf(engine, file)));
  const entries = engine.bibliography(items, name, locale ? { locale } : {});
  process.stdout.write(html ? asHtml(entries) : entries.map((entry) => `${withoutControls(entry.text)}\n`).join(''));
  return 0;
}

/** The records of a file. What is uncertain about them is printed on the standard error. */
async function recordsOf(engine, file) {
  let source;
  try {
    source = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(`${file} cannot be read: ${error.message}.`);
  }
  let results;
  try {
    results = engine.read(source);
  } catch (error) {
    throw new Error(`${file}: ${error.message}`);
  }
  for (const [at, { item, warnings }] of results.entries()) {
    for (const { field, message } of warnings) process.stderr.write(`${plain(`${file}: ${item.id || `record ${at + 1}`}, ${field}: ${message}`)}\n`);
  }
  return results.map(({ item }) => item);
}

/** The name of a style that the engine has; it is loaded from citelet-styles where that is installed. */
async function styleName(engine, name) {
  if (engine.styles().some((style) => style.name === name)) return name;
  const styles = await library();
  if (!styles) {
    const names = engine.styles().map((style) => style.name).join(', ');
    throw new UsageError(`There is no style “${name}” among ${names}; \`npm install citelet-styles\` brings all others.`);
  }
  const [loaded] = engine.load(await styles.loadStyle(name));
  return loaded;
}

async function addLocale(engine, tag) {
  const styles = await library();
  if (styles) engine.load(await styles.loadLocale(tag));
  else if (!/^en\b/.test(tag)) throw new UsageError(`The language “${tag}” needs the package citelet-styles: \`npm install citelet-styles\`.`);
}

/** The package citelet-styles, from beside this package or from the user's project. */
async function library() {
  const { createRequire } = await import('node:module');
  for (const from of [import.meta.url, `${process.cwd()}/`]) {
    try {
      const require = createRequire(from);
      const manifest = require.resolve('citelet-styles/package.json');
      const { pathToFileURL } = await import('node:url');
      return await import(new URL('node.js', pathToFileURL(manifest)));
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  return undefined;
}

const asHtml = (entries) =>
  `<div class="csl-bib-body">\n${entries.map(({ html }) => `  <div class="csl-entry">${html}</div>\n`).join('')}</div>\n`;
