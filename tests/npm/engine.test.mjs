// The package as a program in Node uses it.

import assert from 'node:assert/strict';
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

test('one engine serves the whole process', async () => {
  assert.equal(await loadEngine(), await loadEngine());
  assert.ok((await loadEngine()) instanceof Engine);
});

test('what cannot be done is said in one sentence', async () => {
  const engine = await loadEngine();
  assert.throws(() => engine.format(ITEM, 'vancouvre', 'reference'), { name: 'Error', message: /vancouvre.*apa/ });
  assert.throws(() => engine.format(ITEM, 'apa', 'footnote'), { message: /footnote.*reference, in-text/ });
  assert.throws(() => engine.format(7, 'apa', 'reference'), { message: /^This is not a citation record: .*\.$/ });
  assert.throws(() => engine.load(new Uint8Array([1, 2, 3])), { message: /not a Citelet pack/ });
  // A failure leaves the engine as it was.
  assert.equal(engine.format(ITEM, 'apa', 'in-text').text, '(Shannon, 1948)');
});

test('hostile values are read as far as they go', async () => {
  const engine = await loadEngine();
  const item = { ...ITEM, custom: { self: null } };
  item.custom.self = item;
  Object.defineProperty(item, 'abstract', { enumerable: true, get: () => { throw new Error('no'); } });
  assert.match(engine.format(item, 'apa', 'reference').text, /^Shannon/);
});
