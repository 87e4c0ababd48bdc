// Records of registries and files of other formats, read by a program in Node. A local server takes the place of the
// registries.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { loadEngine } from 'citelet';
import { bareDoi, fetchWork, readWork } from 'citelet/registry';

const RESPONSES = {
  '/works/10.1000/a(1)': {
    status: 'ok',
    'message-type': 'work',
    message: {
      type: 'journal-article',
      DOI: '10.1000/a(1)',
      title: ['On <i>E. coli</i> &amp; co'],
      subtitle: ['A study'],
      author: [{ given: 'Dr Qudsia', family: 'Akram', sequence: 'first', affiliation: [] }],
      'container-title': ['Journal of Water'],
      issued: { 'date-parts': [[2024, 6]] },
      page: '1-9',
    },
  },
  '/dois/10.5000/data': {
    data: {
      id: '10.5000/data',
      type: 'dois',
      attributes: {
        doi: '10.5000/data',
        types: { resourceTypeGeneral: 'Dataset' },
        titles: [{ title: 'Wells' }],
        creators: [{ name: 'Roe, A.', nameType: 'Personal', givenName: 'A.', familyName: 'Roe' }],
        publisher: 'Zenodo',
        publicationYear: 2020,
      },
    },
  },
};

const requests = [];
let server;
let bases;

before(async () => {
  server = createServer((request, response) => {
    const path = decodeURIComponent(request.url);
    requests.push(path);
    if (path.includes('busy')) response.writeHead(503).end();
    else if (path.includes('page')) response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
    else if (RESPONSES[path]) response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(RESPONSES[path]));
    else response.writeHead(404).end('Resource not found.');
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const root = `http://127.0.0.1:${server.address().port}`;
  bases = { crossref: `${root}/works`, datacite: new URL(`${root}/dois/`) };
});

after(() => server.close());

test('bareDoi finds a DOI in an address or a text', () => {
  assert.equal(bareDoi('https://doi.org/10.1000/a(1)'), '10.1000/a(1)');
  assert.equal(bareDoi(' doi:10.1000%2Fx '), '');
  assert.equal(bareDoi('https://doi.org/10.1000%2Fx'), '10.1000/x');
  assert.equal(bareDoi(undefined), '');
});

test('the first request is to Crossref, and its record is read and repaired', async () => {
  const engine = await loadEngine();
  requests.length = 0;
  const { item, repairs } = await readWork(engine, 'doi:10.1000/a(1)', bases);
  assert.deepEqual(requests, ['/works/10.1000/a(1)']);
  assert.equal(item.type, 'article-journal');
  assert.equal(item.title, 'On <i>E. coli</i> & co: A study');
  assert.deepEqual(item.author, [{ family: 'Akram', given: 'Qudsia' }]);
  assert.ok(repairs.length > 0);
  const stored = await readWork(engine, '10.1000/a(1)', { ...bases, repair: false });
  assert.equal(stored.item.author[0].given, 'Dr Qudsia');
});

test('DataCite has what Crossref does not have', async () => {
  const engine = await loadEngine();
  requests.length = 0;
  const { item } = await readWork(engine, '10.5000/data', bases);
  assert.deepEqual(requests, ['/works/10.5000/data', '/dois/10.5000/data']);
  assert.deepEqual([item.type, item.publisher, item.issued], ['dataset', 'Zenodo', { 'date-parts': [[2020]] }]);
  const { format } = await fetchWork('10.5000/data', { ...bases, crossref: null });
  assert.equal(format, 'datacite');
});

test('a failure has a code and a sentence', async () => {
  await assert.rejects(fetchWork('12', bases), { code: 'record', message: /“12” is no DOI/ });
  await assert.rejects(fetchWork('10.9999/none', bases), { code: 'record', message: /10\.9999\/none/ });
  await assert.rejects(fetchWork('10.9999/busy', bases), { code: 'network', message: /Crossref.*503/ });
  await assert.rejects(fetchWork('10.9999/page', bases), { code: 'network', message: /JSON/ });
  await assert.rejects(fetchWork('10.9999/x', { crossref: 'http://127.0.0.1:1/', datacite: null }), { code: 'network' });
  await assert.rejects(fetchWork('10.9999/x', { ...bases, signal: AbortSignal.abort() }), { code: 'network' });
});

test('files in every format are read', async () => {
  const engine = await loadEngine();
  const [bibtex, broken] = engine.read('@article{a, title = {On {DNA}}, author = {Doe, J.}}\n@book{b, title = {Open', 'bibtex');
  assert.deepEqual(bibtex.item, { id: 'a', type: 'article-journal', title: 'On DNA', author: [{ family: 'Doe', given: 'J.' }] });
  assert.equal(broken.item.id, 'b');
  assert.ok(broken.warnings.length > 0);
  const [ris] = engine.read('TY  - BOOK\r\nTI  - A\r\nER  - \r\n', 'ris');
  assert.deepEqual([ris.item.type, ris.item.title], ['book', 'A']);
  assert.equal(engine.read(JSON.stringify(RESPONSES['/works/10.1000/a(1)']), 'crossref')[0].item.page, '1-9');
  assert.deepEqual(engine.read([{ type: 'book', title: 'B' }], 'csl-json')[0].item, { type: 'book', title: 'B' });
  assert.throws(() => engine.read('{', 'crossref'), { message: /not JSON/ });
  // Without a format, the text shows which it has.
  assert.equal(engine.read('@book{a, title = {A}}')[0].item.title, 'A');
  assert.equal(engine.read('TY  - BOOK\r\nTI  - A\r\nER  - \r\n')[0].item.title, 'A');
  assert.equal(engine.read(JSON.stringify(RESPONSES['/works/10.1000/a(1)']))[0].item.page, '1-9');
  assert.equal(engine.read(RESPONSES['/works/10.1000/a(1)'])[0].item.page, '1-9');
  assert.equal(engine.read('{"type": "book", "title": "B"}')[0].item.title, 'B');
  for (const text of ['', 'Berg, A. (2020). Wells.']) {
    assert.throws(() => engine.read(text), { code: 'invalid-record', message: /none of the formats bibtex, ris/ });
  }
  assert.throws(() => engine.read('', 'endnote'), { message: /“endnote”.*bibtex, ris, csl-json, crossref, datacite/ });
});

test('saved pages are read without a DOM', async () => {
  const { loadHtmlReader } = await import('citelet/html-reader');
  const reader = await loadHtmlReader();
  const html = '<meta name="citation_title" content="A &amp; B"><meta name="citation_author" content="Dr C. E. Shannon"><meta name="citation_date" content="1948">';
  const { item, repairs } = reader.readPage(html);
  assert.deepEqual([item.title, item.author], ['A & B', [{ family: 'Shannon', given: 'C. E.' }]]);
  assert.deepEqual(repairs.map(({ rule }) => rule), ['honorific']);
  assert.deepEqual(reader.readPage(html, { repair: false }).repairs, []);
});
