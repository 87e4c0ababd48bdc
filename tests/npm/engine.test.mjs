// The package as a program in Node uses it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Engine, loadEngine } from 'citelet';

const ITEM = {
  type: 'article-journal',
  title: 'A mathematical theory of communication',
  author: [{ family: 'Shannon', given: 'C. E.' }],
  'container-title': 'Bell System Technical Journal',
  volume: '27',
  issue: 3,
  page: '379-423',
  issued: { 'date-parts': [[1948, 7]] },
};

test('an item is formatted in the shipped styles', async () => {
  const engine = await loadEngine();
  const { text, html, runs } = engine.format(ITEM, 'apa', 'reference');
  assert.equal(
    text,
    'Shannon, C. E. (1948). A mathematical theory of communication. Bell System Technical Journal, 27(3), 379–423.',
  );
  assert.match(html, /<i>Bell System Technical Journal<\/i>, <i>27<\/i>\(3\)/);
  assert.equal(runs.map((run) => run.text).join(''), text);
  assert.equal(runs.find((run) => run.text.includes('Bell')).italic, true);
  assert.equal(engine.format(ITEM, 'apa', 'in-text').text, '(Shannon, 1948)');
  assert.deepEqual(
    engine.styles().map(({ name }) => name),
    ['apa', 'modern-language-association', 'chicago-author-date', 'chicago-notes-bibliography'],
  );
});

test('loadEngine returns the same engine for the whole process', async () => {
  assert.equal(await loadEngine(), await loadEngine());
  assert.ok((await loadEngine()) instanceof Engine);
});

test('a record is repaired and returned as CSL-JSON', async () => {
  const engine = await loadEngine();
  const { item, repairs, warnings } = engine.tidy({ ...ITEM, author: [{ family: 'Akram', given: 'Dr Qudsia' }], DOI: 'doi:10.1/A' });
  assert.deepEqual(item.author, [{ family: 'Akram', given: 'Qudsia' }]);
  assert.deepEqual(item.issued, { 'date-parts': [[1948, 7]] });
  assert.equal(item.issue, '3');
  assert.equal(item.DOI, '10.1/A');
  const { field, from, to, rule } = repairs.find((repair) => repair.field.startsWith('author'));
  assert.deepEqual({ field, from, to, rule }, { field: 'author[0].given', from: 'Dr Qudsia', to: 'Qudsia', rule: 'honorific' });
  assert.deepEqual(warnings, []);
  const asStored = engine.tidy({ ...ITEM, author: [{ family: 'Akram', given: 'Dr Qudsia' }] }, { repair: false });
  assert.deepEqual([asStored.item.author[0].given, asStored.repairs], ['Dr Qudsia', []]);
});

test('a bibliography is sorted by the rules of its locale', async () => {
  const engine = await loadEngine();
  const items = ['Zorn', 'Öberg', 'Oak'].map((family) => ({ id: family, type: 'book', title: 'A book', author: [{ family }] }));
  const order = (options) => engine.bibliography(items, 'apa', options).map(({ id }) => id);
  assert.deepEqual(order(), ['Oak', 'Öberg', 'Zorn']);
  assert.deepEqual(order({ locale: 'sv-SE' }), ['Oak', 'Zorn', 'Öberg']);
  assert.deepEqual(order({ locale: 'no such language' }), ['Oak', 'Öberg', 'Zorn']);
});

test('a bibliography keeps the given order with sort: false', async () => {
  const engine = await loadEngine();
  const items = ['B', 'A'].map((title) => ({ id: title, type: 'book', title, author: [{ family: 'Oak' }], issued: { 'date-parts': [[2001]] } }));
  const entries = engine.bibliography(items, 'apa', { sort: false });
  // The year suffixes still follow the style's order.
  assert.deepEqual(entries.map(({ text }) => text), ['Oak. (2001b). B.', 'Oak. (2001a). A.']);
});

test('styles() has the layout of the bibliography', async () => {
  const engine = await loadEngine();
  const apa = engine.styles().find(({ name }) => name === 'apa').bibliography;
  assert.deepEqual(apa, { hangingIndent: true, lineSpacing: 2, entrySpacing: 0 });
});

test('an error has a code and one sentence, and leaves the engine as it was', async () => {
  const engine = await loadEngine();
  assert.throws(() => engine.format(ITEM, 'vancouvre', 'reference'), { name: 'Error', code: 'unknown-style', message: /vancouvre.*apa/ });
  assert.throws(() => engine.format(ITEM, 'apa', 'footnote'), { code: 'unknown-form', message: /footnote.*reference, in-text/ });
  assert.throws(() => engine.format(7, 'apa', 'reference'), { code: 'invalid-record', message: /^This is not a citation record: .*\.$/ });
  assert.throws(() => engine.load(new Uint8Array([1, 2, 3])), { code: 'not-a-pack', message: /not a Citelet pack/ });
  assert.equal(engine.format(ITEM, 'apa', 'in-text').text, '(Shannon, 1948)');
});

test('a cycle and a getter that throws do not stop a record from being read', async () => {
  const engine = await loadEngine();
  const item = { ...ITEM, custom: { self: null } };
  item.custom.self = item;
  Object.defineProperty(item, 'abstract', { enumerable: true, get: () => { throw new Error('no'); } });
  assert.match(engine.format(item, 'apa', 'reference').text, /^Shannon/);
});

test('records are exported to files', async () => {
  const engine = await loadEngine();
  assert.match(engine.export(ITEM, 'bibtex'), /^@article\{shannon1948mathematical,\n/);
  const accented = { ...ITEM, author: [{ family: 'Öberg', given: 'Å.' }] };
  assert.match(engine.export(accented, 'bibtex'), /Öberg/);
  assert.match(engine.export(ITEM, 'biblatex'), /^@article\{shannon1948mathematical,[^]*\n {2}journaltitle = \{[^]*\n {2}date = \{1948/);
  assert.match(engine.export(accented, 'bibtex', { ascii: true }), /^[\x00-\x7f]+$/);
  assert.equal(engine.export([ITEM, ITEM], 'ris').match(/^TY {2}- JOUR\r$/gm).length, 2);
  const [record] = JSON.parse(engine.export(ITEM, 'csl-json'));
  assert.deepEqual(record, { id: 'shannon1948mathematical', ...ITEM, issue: '3' });
  assert.throws(() => engine.export(ITEM, 'endnote'), { code: 'unknown-format', message: /“endnote”.*bibtex, ris, csl-json, biblatex/ });
});

test('the engine has every declared method', async () => {
  const types = readFileSync(new URL('node_modules/citelet/index.d.ts', import.meta.url), 'utf8');
  const methods = ['PageEngine', 'Engine extends PageEngine'].flatMap((name) => {
    const [, body] = types.split(`export interface ${name} {`);
    return [...body.split('\n}')[0].matchAll(/^ {2}(\w+)\(/gm)].map(([, method]) => method);
  });
  assert.ok(methods.includes('format') && methods.includes('bibliography'), 'the declarations must be found');
  const engine = await loadEngine();
  for (const method of methods) assert.equal(typeof engine[method], 'function', method);
});

test('importing the element where there is no page has no effect', async () => {
  const { CiteLetElement } = await import('citelet/define');
  assert.equal(typeof CiteLetElement, 'function');
  assert.equal(globalThis.customElements, undefined);
});

test('the page’s engine and its exporter run in Node too', async () => {
  const { loadEngine: loadPageEngine, loadExporter } = await import('citelet/page');
  const engine = await loadPageEngine();
  assert.equal(engine.format(ITEM, 'apa', 'in-text').text, '(Shannon, 1948)');
  assert.equal(engine.bibliography, undefined);
  assert.match((await loadExporter()).export(ITEM, 'bibtex'), /^@article\{shannon1948mathematical,/);
});

test('inherited properties are no options', async () => {
  const engine = await loadEngine();
  const before = engine.format(ITEM, 'apa', 'reference', {}).text;
  Object.prototype.locale = 'de-DE';
  Object.prototype.locator = '7';
  try {
    assert.equal(engine.format(ITEM, 'apa', 'reference', {}).text, before);
    assert.equal(engine.format(ITEM, 'apa', 'in-text', {}).text, '(Shannon, 1948)');
  } finally {
    delete Object.prototype.locale;
    delete Object.prototype.locator;
  }
});

test('numbers in records are printed', async () => {
  const engine = await loadEngine();
  const numbers = { ...ITEM, volume: 27, page: 379, issued: { 'date-parts': [[1948, 12, 31]] } };
  assert.equal(
    engine.format(numbers, 'apa', 'reference').text,
    'Shannon, C. E. (1948). A mathematical theory of communication. Bell System Technical Journal, 27(3), 379.',
  );
  assert.match(engine.export(numbers, 'ris'), /^PY {2}- 1948/m);
});
