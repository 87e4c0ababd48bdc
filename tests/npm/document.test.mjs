// A document with citations in running text, as a plugin of a word processor uses it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadEngine } from 'citelet';

const book = (id, title, family = 'Knuth') => ({
  id,
  type: 'book',
  title,
  author: [{ family, given: 'Donald E.' }],
  issued: { 'date-parts': [[1984]] },
  publisher: 'Addison-Wesley',
});

const texts = (printed) => printed.map(({ id, text }) => `${id}: ${text}`);

test('a citation changes those that it makes ambiguous', async () => {
  const document = (await loadEngine()).document('apa');
  assert.deepEqual(document.addItems([book('tex', 'The TeXbook'), book('web', 'Literate programming')]), []);
  const first = document.cite({ id: 'tex', locator: '12-15' });
  assert.deepEqual(texts(first.changed), [`${first.id}: (Knuth, 1984, pp. 12–15)`]);
  const second = document.cite(['web', { id: 'tex', prefix: 'see also ' }], { id: 'second', mode: 'narrative' });
  assert.equal(second.id, 'second');
  assert.deepEqual(texts(second.changed), [
    `${first.id}: (Knuth, 1984b, pp. 12–15)`,
    'second: Knuth (1984a, see also 1984b)',
  ]);
  assert.deepEqual(document.bibliography().map(({ id }) => id), ['web', 'tex']);
  assert.deepEqual(texts(document.remove(first.id)), []);
  assert.deepEqual(texts(document.citations()), ['second: Knuth (1984a, see also 1984b)']);
  document.free();
});

test('notes follow the order of the citations', async () => {
  const document = (await loadEngine()).document('chicago-notes-bibliography');
  document.addItems([book('tex', 'The TeXbook'), book('sun', 'Solaris', 'Lem')]);
  document.cite('tex', { id: 'a', note: 1 });
  document.cite('tex', { id: 'c', note: 3 });
  const { changed } = document.cite('sun', { id: 'b', note: 2, before: 'c' });
  assert.deepEqual(changed.map(({ id }) => id)[0], 'b');
  assert.match(document.citations()[2].text, /^Knuth, /);
  const all = ['c', 'b', 'a'].map((id, at) => ({ id, cites: id === 'b' ? 'sun' : 'tex', note: at + 1 }));
  document.setCitations(all);
  assert.deepEqual(document.citations().map(({ id }) => id), ['c', 'b', 'a']);
  assert.match(document.citations()[0].text, /^Donald E\. Knuth/);
});

test('an unknown style, record or citation is named in the error', async () => {
  const engine = await loadEngine();
  assert.throws(() => engine.document('vancouvre'), { code: 'unknown-style', message: /vancouvre.*apa/ });
  const document = engine.document('apa', { locale: 'de-DE', sort: false });
  assert.throws(() => document.cite('nothing'), { code: 'unknown-record', message: 'The document has no record “nothing”: add it before it is cited.' });
  assert.throws(() => document.remove('c'), { code: 'unknown-citation', message: 'The document has no citation “c”.' });
});
