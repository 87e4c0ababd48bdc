// What is loaded only when a page or a reader needs it: other styles, references, the report, registries, explicit records.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { RECORD, click, element, open as openPage } from './pages.mjs';

/** An index as `cargo xtask styles --all` writes it, of a style with dependents and a former name, and one with labels. */
const INDEX = {
  packs: 1,
  fields: ['science'],
  formats: ['numeric'],
  locales: ['de-DE', 'en-US'],
  styles: [
    ['Nature', '', 'a', 0, '', 1, ['Nature Chemistry', ['Naturkunde heute', '', 'a', 'de-DE']]],
    ['DIN 1505-2 (alphanumeric)', 'din-1505-2-alphanumeric', 'a', 0, 'de-DE', 5, []],
  ],
  renamed: { 'old-nature': 'nature' },
};

const HIGHWIRE = `
<meta name="citation_title" content="A mathematical theory of communication">
<meta name="citation_author" content="Dr C. E. Shannon">
<meta name="citation_journal_title" content="Bell System Technical Journal">
<meta name="citation_date" content="1948/07/01">
<meta name="citation_volume" content="27">
<meta name="citation_doi" content="10.1002/j.1538-7305.1948.tb01338.x">
<meta name="citation_reference" content="Hartley, R. V. L. (1928). Transmission of information. Bell System Technical Journal, 7(3), 535-563.">
<meta name="citation_reference" content="Nyquist, H. (1924). Certain factors affecting telegraph speed. Bell System Technical Journal, 3(2), 324-346.">`;

/** Opens a page with the index of a library. */
function open(tools, body, { routes, ...options } = {}) {
  const index = { body: JSON.stringify(INDEX), type: 'application/json' };
  return openPage(tools, body, { routes: { '/library/index.json': index, ...routes }, ...options });
}

/** Runs in the page: opens the search, and waits for the index. */
const search = () => {
  inside('[part~=other]')[0].click();
  return until(() => /\d/.test(inside('[part=search] [role=status]')[0]?.textContent ?? ''), 'the index');
};

/** Runs in the page: collects the files that the widget saves, for `saved()`. */
const collectFiles = () => {
  const links = [];
  HTMLAnchorElement.prototype.click = function click() {
    links.push({ name: this.download, text: fetch(this.href).then((response) => response.text()) });
  };
  globalThis.saved = async () => Promise.all(links.map(async ({ name, text }) => ({ name, text: await text })));
};

export const onDemand = [
  {
    name: 'a page loads what is known of its languages, and its strings',
    about: ['files'],
    async run(tools) {
      const options = { head: `${HIGHWIRE}<meta name="citation_language" content="deu"><meta name="DC.Language" content="pt_BR">`, html: 'lang="tr"' };
      const address = await open(tools, '<cite-let><p>The journal’s own.</p></cite-let>', options);
      const hits = (tag) => tools.hits(`${address}/language-${tag}.txt`);
      assert.deepEqual(['tr', 'de', 'pt', 'fr'].map(hits), [1, 1, 1, 0]);
      assert.deepEqual(['tr', 'de', 'en'].map((tag) => tools.hits(`${address}/strings-${tag}.json`)), [1, 0, 0]);
    },
  },
  {
    name: 'without the file of its language a page is read all the same',
    async run(tools) {
      const options = { head: HIGHWIRE, html: 'lang="tr"', routes: { '/language-tr.txt': { missing: true } } };
      await open(tools, '<cite-let><p>The journal’s own.</p></cite-let>', options);
      assert.match(await tools.browser.run(() => inside('[part=citation]')[0].textContent), /^Shannon, C\. E\. \(1948/);
    },
  },
  {
    name: 'a page that needs nothing on demand loads none of it',
    async run(tools) {
      const address = await open(tools, '<cite-let><p>The journal’s own.</p></cite-let>', { head: HIGHWIRE });
      for (const file of ['library', 'references', 'report', 'registry', 'explicit-record', 'download', 'citelet-full', 'repairs']) {
        assert.equal(tools.hits(`${address}/${file}.js`), 0, file);
      }
    },
  },
  {
    name: 'a reader finds another style with the keyboard alone',
    about: ['files'],
    async run(tools) {
      const { browser } = tools;
      const address = await open(tools, element(RECORD, 'search'));
      await browser.run(search);
      await browser.run(() => until(() => inside('#find')[0] === widget().shadowRoot.activeElement, 'the focus'));
      for (const key of 'chemis') await browser.press(key);
      await browser.run(() => until(() => inside('[part=found] button').length === 1, 'one style found'));
      await browser.press('Enter');
      const text = await browser.run(async () => {
        await until(() => /^1\.\s?Shannon/.test(citation()), 'the style');
        return [citation(), inside('option:checked')[0].textContent, inside('[part=search]').length];
      });
      assert.match(text[0], /Shannon, C\. E\. A mathematical theory of communication\. Bell System Technical Journal 27, 379–423 \(1948\)\./);
      assert.deepEqual(text.slice(1), ['Nature Chemistry', 0]);
      await click(browser, '[part=form] button');
      const [event] = await browser.run(() => until(() => seen.copy.length && seen.copy, 'the copy'));
      assert.deepEqual([event.style, event.form], ['nature-chemistry', 'in-text']);
      assert.equal(tools.hits(`${address}/library/styles/nature.pack`), 1);
    },
  },
  {
    name: 'a style with labels is formatted by the full engine, and the others are not',
    about: ['full'],
    async run(tools) {
      const styles = 'styles="din-1505-2-alphanumeric nature" style-name="nature" library="library" locale="de-DE"';
      const address = await open(tools, element({ ...RECORD, accessed: { 'date-parts': [[2024, 5, 1]] } }, styles));
      assert.match(await tools.browser.run(() => citation()), /^1\.\s?Shannon/);
      const text = await tools.browser.run(async () => {
        await show('din-1505-2-alphanumeric');
        return [citation(), inside('[part=form]')[0].textContent];
      });
      assert.match(text[0], /^\[Shan48\]\s?Shannon/);
      assert.match(text[1], /\[Shan48\]/);
      assert.equal(tools.hits(`${address}/citelet-full.wasm`), 1);
      assert.equal(tools.hits(`${address}/library/locales/de-DE.pack`), 2, 'once for each engine');
    },
  },
  {
    name: 'a missing file on demand affects only its own part, and is named',
    about: ['files'],
    async run(tools) {
      const routes = Object.fromEntries(['library', 'download', 'report'].map((name) => [`/${name}.js`, { missing: true }]));
      await open(tools, '<cite-let styles="apa elvish" search><p>The journal’s own.</p></cite-let>', { head: HIGHWIRE, routes });
      const [text, status, missing] = await tools.browser.run(async () => {
        const missing = () => seen.error.filter(({ code }) => code === 'missing-file').map(({ message }) => message);
        await until(() => missing().length === 1, 'the library');
        inside('[part~=download]')[0].click();
        await until(() => missing().length === 2, 'the file');
        widget().report = true;
        await until(() => missing().length === 3, 'the report');
        return [citation(), inside('[part=status]')[0].textContent, missing()];
      });
      for (const [at, name] of ['library.js', 'download.js', 'report.js'].entries()) {
        assert.match(missing[at], new RegExp(`^The script ${name}, which belongs beside cite-let\\.js, could not be loaded: .*\\.$`));
      }
      assert.match(text, /^Shannon/);
      assert.equal(status, missing[2], 'the reader sees the message');
    },
  },
  {
    name: 'arrow keys move through the styles found, and Escape closes the search',
    about: ['files'],
    async run(tools) {
      const { browser } = tools;
      await open(tools, element(RECORD, 'search'));
      const expanded = () => browser.run(() => inside('[part~=other]')[0].getAttribute('aria-expanded'));
      assert.equal(await expanded(), 'false');
      await browser.run(search);
      assert.equal(await expanded(), 'true');
      for (const key of ['n', 'a', 't']) await browser.press(key);
      await browser.run(() => until(() => inside('[part=found] button').length === 3, 'three styles found'));
      const focused = () => browser.run(() => widget().shadowRoot.activeElement?.textContent);
      await browser.press('ArrowDown');
      await browser.press('ArrowDown');
      assert.equal(await focused(), 'Nature Chemistry');
      await browser.press('Escape');
      const [left, back] = await browser.run(() => [inside('[part=search]').length, widget().shadowRoot.activeElement?.localName]);
      assert.deepEqual([left, back, await expanded()], [0, 'button', 'false']);
    },
  },
  {
    name: 'a page offers styles and a language of the library; former names are resolved',
    about: ['files'],
    async run(tools) {
      const styles = 'styles="old-nature naturkunde-heute apa" style-name="old-nature" library="library"';
      await open(tools, element({ ...RECORD, issued: undefined, accessed: { 'date-parts': [[2024, 5, 1]] }, URL: 'https://journal.example/1' }, `${styles} locale="de-DE"`));
      const [options, text] = await tools.browser.run(async () => {
        await show('apa');
        return [inside('option').map((option) => option.textContent), citation()];
      });
      assert.deepEqual(options, ['Nature', 'Naturkunde heute', 'APA']);
      assert.match(text, /\(o\.\sJ\.\)/, 'German for “n.d.”');
    },
  },
  {
    name: 'a missing library, or one without a style, affects only its own part',
    about: ['files'],
    async run(tools) {
      await open(tools, element(RECORD, 'styles="apa elvish" search'));
      const [text, problem] = await tools.browser.run(() => [citation(), widget().error]);
      assert.match(text, /^Shannon/);
      assert.equal(problem.code, 'style');
      assert.match(problem.message, /There is no style "elvish"/);
      await open(tools, element(RECORD, 'search'), { routes: { '/library/index.json': { missing: true } } });
      const missing = await tools.browser.run(async () => {
        inside('[part~=other]')[0].click();
        await until(() => widget().error, 'the failure');
        return [widget().error, inside('[part=status]')[0].textContent, citation(), inside('[part~=other]')[0].hidden];
      });
      assert.equal(missing[0].code, 'missing-file');
      assert.match(missing[1], /library\/index\.json is missing/);
      assert.match(missing[2], /^Shannon/);
      assert.ok(missing[3], 'what cannot work is not on offer');
    },
  },
  {
    name: 'the references of the article are saved, and the message has the number that is certain',
    about: ['full'],
    async run(tools) {
      await open(tools, '<cite-let references><p>The journal’s own.</p></cite-let>', { head: HIGHWIRE });
      await tools.browser.run(collectFiles);
      const [files, status] = await tools.browser.run(async () => {
        const buttons = inside('[part~=download]').filter((button) => button.getAttribute('aria-label').startsWith('References'));
        buttons[0].click();
        await until(() => /references saved/.test(inside('[part=status]')[0].textContent), 'the references');
        return [await saved(), inside('[part=status]')[0].textContent];
      });
      assert.equal(files[0].name, 'references.bib');
      assert.match(files[0].text, /@article\{hartley1928transmission,/);
      assert.match(files[0].text, /@article\{nyquist1924certain,/);
      assert.match(status, /^2 references saved; 2 of them/);
    },
  },
  {
    name: 'references are saved as the engine writes one list',
    about: ['full'],
    async run(tools) {
      const work = (title) => `<meta name="citation_reference" content="citation_title=${title}; citation_author=A. Ek; citation_publication_date=2001; citation_journal_title=Lakes">`;
      const head = HIGHWIRE + work('Water in the north') + work('Water in the south') + '<meta name="citation_reference" content="10.1000/182">' + work('Snow');
      await open(tools, '<cite-let references><p>The journal’s own.</p></cite-let>', { head });
      await tools.browser.run(collectFiles);
      const files = await tools.browser.run(async () => {
        for (const format of ['BibTeX', 'RIS', 'CSL-JSON']) {
          inside('[part~=download]').find((button) => button.getAttribute('aria-label') === `References: ${format}`).click();
          await until(() => /references saved/.test(inside('[part=status]')[0].textContent), 'the references');
          await until(() => !inside('[part=base]')[0].matches('[aria-busy=true]'), 'the end');
          inside('[part=status]')[0].textContent = '';
        }
        return saved();
      });
      const [bibtex, ris, json] = files.map(({ text }) => text);
      const items = JSON.parse(json);
      assert.deepEqual(items.map(({ id }) => id), ['ref1', 'ref2', 'ref3', 'ref4', 'ref5', 'ref6']);
      assert.equal(items[4].note, '10.1000/182');
      assert.equal(json, `${JSON.stringify(items, null, 2)}\n`);
      assert.equal(ris.match(/^TY {2}- /gm).length, 6);
      assert.ok(ris.endsWith('ER  - \r\n'));
      const keys = [...bibtex.matchAll(/^@\w+\{(.*),$/gm)].map(([, key]) => key);
      assert.deepEqual(keys.slice(2), ['ek2001watera', 'ek2001waterb', keys[4], 'ek2001snow']);
      assert.equal(bibtex.match(/^\}\n\n@/gm).length, 5);
    },
  },
  {
    name: 'the full engine is loaded from where the page says that the files are',
    about: ['wasm'],
    async run(tools) {
      const web = join(tools.root, 'dist/web');
      const routes = Object.fromEntries(readdirSync(web).map((name) => [`/elsewhere/${name}`, { body: readFileSync(join(web, name)) }]));
      const body = '<cite-let references files="elsewhere/"><p>The journal’s own.</p></cite-let>';
      const address = await open(tools, body, { head: HIGHWIRE, routes });
      await tools.browser.run(collectFiles);
      const [file] = await tools.browser.run(async () => {
        inside('[part~=download]').find((button) => button.getAttribute('aria-label').startsWith('References')).click();
        await until(() => /references saved/.test(inside('[part=status]')[0].textContent), 'the references');
        return saved();
      });
      assert.match(file.text, /@article\{hartley1928transmission,/);
      assert.equal(tools.hits(`${address}/elsewhere/citelet-full.wasm`), 1);
    },
  },
  {
    name: 'what needs the full engine is not offered where no page says where that is',
    about: ['alone'],
    async run(tools) {
      await open(tools, '<cite-let references search><p>The journal’s own.</p></cite-let>', { head: HIGHWIRE });
      assert.equal(await tools.browser.run(() => inside('.downloads').filter(({ hidden }) => !hidden).length), 1);
    },
  },
  {
    name: 'a page without references does not offer to save them',
    async run(tools) {
      await open(tools, element(RECORD, 'references'));
      const shown = await tools.browser.run(() => inside('.downloads').filter(({ hidden }) => !hidden).length);
      assert.equal(shown, 1);
    },
  },
  {
    name: 'the report lists what the page stores badly, as a table and as text',
    async run(tools) {
      await open(tools, '<cite-let report><p>The journal’s own.</p></cite-let>', { head: HIGHWIRE });
      const [cells, text, hidden] = await tools.browser.run(async () => {
        await until(() => inside('[part=report] td').length, 'the report');
        // The sidebar of a journal.
        widget().style.width = '220px';
        const [scroller] = inside('.scroll');
        const hidden = scroller.scrollWidth - scroller.clientWidth;
        widget().strings = { copied: 'It is copied.' };
        return [inside('[part=report] tr:nth-child(-n+2) td').map((cell) => cell.textContent), await widget().reportText(), hidden];
      });
      await click(tools.browser, '[part=report] button');
      await tools.browser.run(() => until(() => inside('[part=status]')[0].textContent === 'It is copied.', 'the copy'));
      assert.deepEqual(cells.slice(0, 3), ['author[0].given', 'Dr C. E.', 'C. E.']);
      assert.match(cells[3], /^honorific/);
      assert.equal(hidden, 0);
      assert.match(text, /index\.html\nField\tStored\tMended\tReason\nauthor\[0\]\.given\tDr C\. E\.\tC\. E\.\thonorific/);
    },
  },
  {
    name: 'attributes and JSON overrule single fields of the page, and are not repaired',
    async run(tools) {
      const json = JSON.stringify({ author: [{ family: 'Shannon', given: 'Dr Claude' }], volume: null });
      const body = `<cite-let overrule data-csl-title="Dr Strangelove and Us" data-csl-issued="1949-05" data-csl-doi="10.1000/182">
        <script type="application/json">${json}</script><p>The journal’s own.</p></cite-let>`;
      await open(tools, body, { head: HIGHWIRE });
      const { item, repairs } = await tools.browser.run(() => seen.ready[0]);
      assert.equal(item.title, 'Dr Strangelove and Us');
      assert.deepEqual(item.author, [{ family: 'Shannon', given: 'Dr Claude' }]);
      assert.deepEqual(item.issued, { 'date-parts': [[1949, 5]] });
      assert.equal(item.DOI, '10.1000/182');
      assert.equal(item['container-title'], 'Bell System Technical Journal');
      assert.ok(!('volume' in item));
      assert.deepEqual(repairs.filter(({ field }) => /author|title|DOI/.test(field)), []);
      const later = await tools.browser.run(async () => {
        widget().setAttribute('data-csl-title', 'Another');
        await until(() => /Another/.test(citation()), 'the new title');
        return citation();
      });
      assert.match(later, /^Shannon, D\. C\. \(1949\)\. Another\./);
    },
  },
  {
    name: 'the record of a DOI is fetched from a registry',
    about: ['full'],
    async run(tools) {
      const message = { type: 'journal-article', title: ['On computable numbers'], author: [{ family: 'Turing', given: 'A. M.' }], issued: { 'date-parts': [[1937]] }, DOI: '10.1112/plms/s2-42.1.230' };
      const body = JSON.stringify({ status: 'ok', 'message-type': 'work', message });
      const routes = { '/crossref/10.1112/plms/s2-42.1.230': { body, type: 'application/json' } };
      const late = `<script type="module">document.querySelector('cite-let').registries = { crossref: new URL('crossref/', document.baseURI).href, datacite: null };</script>`;
      await open(tools, '<cite-let doi="https://doi.org/10.1112/plms/s2-42.1.230"><p>The journal’s own.</p></cite-let>', { routes, late });
      assert.match(await tools.browser.run(() => citation()), /^Turing, A\. M\. \(1937\)\. On computable numbers\./);
    },
  },
  {
    name: 'search, report and references are accessible',
    about: ['files'],
    async run(tools) {
      await open(tools, '<cite-let search report references><p>The journal’s own.</p></cite-let>', {
        head: `${HIGHWIRE}<script src="axe.min.js"></script>`,
      });
      await tools.browser.run(search);
      const faults = await tools.browser.run(async () => {
        await until(() => inside('[part=report] td').length, 'the report');
        const { violations } = await axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
      });
      assert.deepEqual(faults, []);
    },
  },
];
