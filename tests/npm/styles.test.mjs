// The package of all styles; here it has few.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { cpSync } from 'node:fs';
import { test } from 'node:test';
import { loadEngine } from 'citelet';
import { findStyle, loadLocale, loadStyle, searchStyles } from 'citelet-styles';

const BOOK = { type: 'book', title: 'Wells', author: [{ family: 'Rivera', given: 'Ana' }], publisher: 'Press', issued: { 'date-parts': [[2020, 5]] } };
const FOLDER = new URL('node_modules/citelet-styles/', import.meta.url);

test('a style is loaded by its own name and by that of a dependent style', async () => {
  const engine = await loadEngine();
  for (const name of ['nature', 'nature-physics']) {
    const [style] = engine.load(await loadStyle(name));
    assert.equal(style, 'nature');
    assert.equal(engine.format(BOOK, style, 'reference').text, '1. Rivera, A. Wells. (Press, 2020).');
  }
});

test('a style comes with its language', async () => {
  const engine = await loadEngine();
  const [style, locale] = engine.load(await loadStyle('din-1505-2'));
  assert.deepEqual([style, locale], ['din-1505-2', 'de-DE']);
  const editors = [{ family: 'Rivera' }];
  assert.match(engine.format({ ...BOOK, author: undefined, editor: editors }, style, 'reference').text, /Hrsg/);
});

test('a language leads to the closest one', async () => {
  const engine = await loadEngine();
  assert.deepEqual(engine.load(await loadLocale('de-AT')), ['de-AT']);
  assert.deepEqual(engine.load(await loadLocale('de')), ['de-DE']);
  await assert.rejects(loadLocale('xx'), { code: 'style', message: /xx/ });
});

test('styles are found by words and by name', async () => {
  assert.deepEqual((await searchStyles('PHYSICS nature')).map(({ name }) => name), ['nature-physics']);
  assert.deepEqual(await findStyle('nature-physics'), { name: 'nature-physics', title: 'Nature Physics', style: 'nature', locale: 'en-GB', full: false });
  assert.equal(await findStyle('natur'), undefined);
  await assert.rejects(loadStyle('natur'), { code: 'style', message: /natur/ });
});

test('a base is a path or an address, and one that is missing is an error', async () => {
  cpSync(new URL('library', FOLDER), 'moved-library', { recursive: true });
  assert.deepEqual(await loadStyle('apa', { base: 'moved-library' }), await loadStyle('apa'));
  assert.deepEqual(await loadStyle('apa', { base: new URL('library', FOLDER) }), await loadStyle('apa'));
  await assert.rejects(loadStyle('apa', { base: 'nowhere' }));
});

test('in browsers the files are fetched', async () => {
  const server = createServer(async ({ url }, response) => {
    const file = await readFile(new URL(url.replace('/site/', 'library/'), FOLDER)).catch(() => undefined);
    response.writeHead(file ? 200 : 404).end(file);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  globalThis.document = { baseURI: `http://127.0.0.1:${server.address().port}/page/` };
  try {
    const inBrowser = await import(new URL('index.js', FOLDER));
    assert.deepEqual(await inBrowser.loadStyle('nature-physics', { base: '/site' }), await loadStyle('nature-physics'));
    await assert.rejects(inBrowser.loadStyle('apa', { base: '/elsewhere/' }), { code: 'missing-file', message: /elsewhere.index.json/ });
  } finally {
    delete globalThis.document;
    server.close();
  }
});
