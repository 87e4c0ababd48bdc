// `npx citelet`, run as a program. A local server takes the place of a journal's.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';

const PROGRAM = new URL('node_modules/citelet/cli/main.js', import.meta.url).pathname;

/** Runs the program. @returns {Promise<{code: number, out: string, err: string}>} */
const citelet = (args, input) =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [PROGRAM, ...args], (error, out, err) => resolve({ code: error?.code ?? 0, out, err }));
    child.stdin.end(input);
  });

const page = (title, more = '') =>
  `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta name="citation_title" content="${title}">
   <meta name="citation_author" content="Dr Ana Rivera"><meta name="citation_journal_title" content="Wells">
   <meta name="citation_date" content="2020">${more}</html>`;

const ROBOTS = 'User-agent: *\nDisallow: /closed/\nAllow: /closed/open$\n\nUser-agent: other\nDisallow: /\n';
const pages = {
  '/robots.txt': () => [200, 'text/plain', ROBOTS],
  '/one': () => [200, 'text/html', page('Salt')],
  '/two': () => [200, 'text/html; charset=iso-8859-1', Buffer.from(page('=HYPERLINK("x"), é'.replaceAll('"', '&quot;')), 'latin1')],
  '/closed/paper': () => [200, 'text/html', page('Hidden')],
  '/closed/open': () => [200, 'text/html', page('Open')],
  '/moved': () => [302, 'text/html', '', { location: '/closed/paper' }],
  '/large': () => [200, 'text/html', 'x'.repeat(20_000)],
  '/slow': () => undefined,
  '/image': () => [200, 'image/png', 'PNG'],
  '/sitemap.xml': (origin) => [200, 'application/xml', `<sitemapindex><sitemap><loc>${origin}/sitemap-1.xml</loc></sitemap></sitemapindex>`],
  '/sitemap-2.xml': (origin) => [200, 'application/xml', `<sitemapindex><sitemap><loc>${origin}/missing.xml</loc></sitemap><sitemap><loc>${origin}/sitemap-3.xml</loc></sitemap></sitemapindex>`],
  '/sitemap-3.xml': (origin) => [200, 'application/xml', `<urlset><url><loc><![CDATA[${origin}/one]]></loc></url></urlset>`],
  '/sitemap-1.xml': (origin) => [200, 'application/xml', `<urlset><url><loc>${origin}/one</loc></url><url><loc>${origin}/two?a=1&amp;b=2</loc></url></urlset>`],
};
const requests = [];
let server;
let origin;
let busy = 0;
let mostBusy = 0;

before(async () => {
  server = createServer(({ url, headers }, response) => {
    const path = url.split('?')[0];
    requests.push({ url, at: Date.now(), agent: headers['user-agent'] });
    mostBusy = Math.max(mostBusy, (busy += 1));
    response.on('close', () => (busy -= 1));
    const found = (pages[path] ?? (() => [404, 'text/html', '']))(origin);
    if (!found) return;
    const [status, type, body, more] = found;
    setTimeout(() => response.writeHead(status, { 'content-type': type, ...more }).end(body), 30);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${server.address().port}`;
  mkdirSync('pages/below', { recursive: true });
  writeFileSync('pages/a.html', page('Salt'));
  writeFileSync('pages/below/b.htm', page('Rain').replace('Dr Ana', 'Ana'));
  writeFileSync('pages/notes.txt', 'no page');
});

after(() => {
  server.closeAllConnections();
  server.close();
});

const BIB = '@article{r, author = {Rivera, Ana}, title = {Salt in wells}, journal = {Wells}, year = 2020}\n';

test('a BibTeX file becomes a bibliography', async () => {
  writeFileSync('works.bib', BIB);
  const text = await citelet(['cite', 'works.bib']);
  assert.deepEqual(text, { code: 0, out: 'Rivera, A. (2020). Salt in wells. Wells.\n', err: '' });
  const html = await citelet(['cite', 'works.bib', '--style', 'modern-language-association', '--html']);
  assert.match(html.out, /^<div class="csl-bib-body">\n {2}<div class="csl-entry">Rivera, Ana\. “Salt in Wells\.” <i>Wells<\/i>, 2020\.<\/div>\n<\/div>\n$/);
});

test('RIS, CSL-JSON and the standard input are read too, and sorted together', async () => {
  writeFileSync('work.ris', 'TY  - JOUR\nAU  - Adams, Zoe\nTI  - Rain\nPY  - 2019\nJO  - Wells\nER  - \n');
  writeFileSync('work.json', JSON.stringify([{ id: 'm', type: 'book', title: 'Maps', author: [{ family: 'Moreau' }] }]));
  const { out } = await citelet(['cite', '-', 'work.ris', 'work.json'], BIB);
  assert.deepEqual(out.split('\n').map((line) => line.split(/[,.]/)[0]), ['Adams', 'Moreau', 'Rivera', '']);
});

test('records without an id, or with the same one, all are entries, and no control character is printed', async () => {
  writeFileSync('two.ris', 'TY - BOOK\nAU  - Adams, Zoe\nTI  - Rain\nPY  - 2019\nER  - \nTY - BOOK\nAU  - Brown, Al\nTI  - S\u001b[2Jnow\nPY  - 2020\nER  - \n');
  writeFileSync('again.bib', BIB.replace('Salt', 'More salt'));
  const { out, err } = await citelet(['cite', 'two.ris', 'works.bib', 'again.bib']);
  assert.deepEqual(out.split('\n').map((line) => line.split(/[,.]/)[0]), ['Adams', 'Brown', 'Rivera', 'Rivera', ''], err);
  assert.ok(!/\u001b/.test(out + err));
});

test('any style comes from citelet-styles', async () => {
  const { code, out, err } = await citelet(['cite', 'works.bib', '--style', 'nature-physics']);
  assert.deepEqual([code, out], [0, '1. Rivera, A. Salt in wells. Wells (2020).\n'], err);
  const unknown = await citelet(['cite', 'works.bib', '--style', 'natur']);
  assert.deepEqual([unknown.code, unknown.out], [1, '']);
  assert.match(unknown.err, /natur/);
});

test('what cannot be meant is an error of its own', async () => {
  for (const args of [[], ['quote'], ['cite'], ['cite', 'works.bib', '--stile', 'x'], ['report', 'pages', '--format', 'xlsx'], ['report', 'pages', '--delay', 'x']]) {
    const { code, out, err } = await citelet(args);
    assert.equal(code, 2, args.join(' '));
    assert.ok(args.length ? err.startsWith('citelet: ') && !out : out.includes('citelet report'), args.join(' '));
  }
  const missing = await citelet(['cite', 'missing.bib']);
  assert.equal(missing.code, 1);
  assert.match(missing.err, /missing\.bib cannot be read/);
});

test('folders are searched for pages', async () => {
  const { code, out, err } = await citelet(['report', 'pages', '--format', 'json']);
  const { pages, failures } = JSON.parse(out);
  assert.deepEqual([code, failures, pages.map(({ page }) => page)], [0, [], ['pages/a.html', 'pages/below/b.htm']]);
  assert.deepEqual(pages[0].repairs.map(({ field, from, to, rule }) => [field, from, to, rule]), [['author[0].given', 'Dr Ana', 'Ana', 'honorific']]);
  assert.deepEqual(pages[1].repairs, []);
  // Two are read at once, and either may be the first to be done.
  assert.match(err, /^1\/2 pages\/.*\n2\/2 pages\/.*\n2 pages read/);
  const table = await citelet(['report', 'pages']);
  assert.match(table.out, /^pages\/a\.html\n {2}author\[0\]\.given: Dr Ana → Ana \(honorific/);
});

test('a sitemap is followed, in the encoding of each page, and no cell is a formula', async () => {
  const { code, out } = await citelet(['report', `${origin}/sitemap.xml`, '--delay', '0', '--format', 'json']);
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(out).pages.map(({ page, item }) => [page, item.title]), [
    [`${origin}/one`, 'Salt'],
    [`${origin}/two?a=1&b=2`, '=HYPERLINK("x"), é'],
  ]);
  writeFileSync('pages/formula.html', page('=HYPERLINK(1)   x'));
  const csv = await citelet(['report', 'pages/formula.html', '--format', 'csv', '--output', 'report.csv']);
  assert.equal(csv.out, '');
  const lines = readFileSync('report.csv', 'utf8').split('\r\n');
  assert.equal(lines[0], '"page","field","stored","repaired","reason"');
  assert.ok(lines.some((line) => line.includes(`"'=HYPERLINK(1)`)), lines.join('\n'));
  assert.ok(!lines.some((line) => /"=/.test(line)), lines.join('\n'));
});

test('one bad address costs no other, CDATA is read, and saved pages have an encoding too', async () => {
  const { out } = await citelet(['report', `${origin}/sitemap-2.xml`, '--delay', '0', '--format', 'json']);
  const { pages, failures } = JSON.parse(out);
  assert.deepEqual([pages.map(({ page }) => page), failures.map(({ page }) => page)], [[`${origin}/one`], [`${origin}/missing.xml`]]);
  writeFileSync('addresses.txt', [`${origin}/one`, 'https://a b/', `${origin}/two`].join('\n'));
  const list = JSON.parse((await citelet(['report', 'addresses.txt', '--delay', '0', '--format', 'json'])).out);
  assert.deepEqual([list.pages.length, list.failures.map(({ page }) => page)], [2, ['https://a b/']]);
  const latin = page('Öl').replace('charset="utf-8"', 'charset="iso-8859-1"');
  writeFileSync('latin.html', Buffer.from(latin, 'latin1'));
  const saved = JSON.parse((await citelet(['report', 'latin.html', '--format', 'json'])).out);
  assert.equal(saved.pages[0].item.title, 'Öl');
});

test('robots.txt is honoured, also after a redirect', async () => {
  requests.length = 0;
  writeFileSync('list.txt', ['# papers', `${origin}/closed/paper`, `${origin}/closed/open`, `${origin}/moved`, 'nonsense'].join('\n'));
  const { code, out } = await citelet(['report', 'list.txt', '--delay', '0', '--format', 'json']);
  const { pages, failures } = JSON.parse(out);
  assert.deepEqual([code, pages.map(({ item }) => item.title)], [1, ['Open']]);
  assert.deepEqual(failures.map(({ error }) => error).sort(), ['is no address of a page.', 'robots.txt forbids it.', 'robots.txt forbids it.']);
  assert.ok(!requests.some(({ url }) => url === '/closed/paper'));
  assert.equal(requests.filter(({ url }) => url === '/robots.txt').length, 1);
  assert.ok(requests.every(({ agent }) => agent.startsWith('citelet')));
});

test('requests are bounded in size, time, number at once and pace', async () => {
  requests.length = 0;
  mostBusy = 0;
  const addresses = ['/large', '/slow', '/image', '/missing', '/one'].map((path) => origin + path);
  const { code, out } = await citelet(['report', ...addresses, '--delay', '0.2', '--timeout', '1', '--max-bytes', '10000', '--format', 'json']);
  const { pages, failures } = JSON.parse(out);
  const reasons = Object.fromEntries(failures.map(({ page, error }) => [new URL(page).pathname, error]));
  assert.deepEqual([code, pages.length], [1, 1]);
  assert.match(reasons['/large'], /larger than 10000 bytes/);
  assert.match(reasons['/slow'], /no answer within 1 s/);
  assert.match(reasons['/image'], /no page \(image\/png\)/);
  assert.match(reasons['/missing'], /HTTP 404/);
  assert.ok(mostBusy <= 2, `${mostBusy} requests at once`);
  const times = requests.filter(({ url }) => url !== '/robots.txt').map(({ at }) => at);
  for (const [at, time] of times.slice(1).entries()) assert.ok(time - times[at] > 150, `${time - times[at]} ms`);
  const limited = await citelet(['report', 'pages', '--limit', '1', '--format', 'json']);
  assert.equal(JSON.parse(limited.out).pages.length, 1);
});
