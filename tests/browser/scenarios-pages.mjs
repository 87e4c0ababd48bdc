// The pages beside the demo: the playground, and the ways to install.

import assert from 'node:assert/strict';

import { probed } from './pages.mjs';

const AXE = '<script src="axe.min.js"></script>';

/** Opens one of the pages with the probe and axe-core. */
async function open({ browser, scene, ...pages }, name) {
  const html = probed(pages[name]).replace('</head>', `${AXE}</head>`);
  const address = scene((path) => (path === `/${name}.html` ? html : undefined));
  await browser.goto(`${address}/${name}.html`);
  return address;
}

/** Checks the page with axe-core, and that nothing is wider than the window. */
async function check(browser, state) {
  const [faults, overflow] = await browser.run(async () => {
    const { violations } = await axe.run();
    return [violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`), document.documentElement.scrollWidth - innerWidth];
  });
  assert.deepEqual(faults, [], state);
  assert.ok(overflow <= 0, `${state}: ${overflow} px too wide`);
}

/** Runs in the page: types a text into the playground, reads it, and returns what is shown. */
const typed = async ({ text, press = false }) => {
  const part = (id) => document.getElementById(id);
  part('status').textContent = 'waiting';
  part('input').value = text;
  part('input').dispatchEvent(new Event('input'));
  if (press) part('read').click();
  await until(() => !/^(waiting|Reading …|)$/.test(part('status').textContent), 'the status');
  const shown = !part('result').hidden;
  if (shown) await until(() => part('citations').children.length, 'the citations');
  const texts = (selector) => [...document.querySelectorAll(selector)].map((node) => node.textContent);
  return { status: part('status').textContent, shown, citations: texts('#citations .text'), report: texts('#report li'), json: part('json').textContent };
};

const PAGE = `<!DOCTYPE html><html lang="tr"><head><title>x</title>
<meta name="citation_title" content="Bir başlık">
<meta name="citation_author" content="Uzm. Ayşe Yıldız">
<meta name="citation_volume" content="Cilt 4">
<meta name="citation_date" content="2024"></head>
<body><img src="x" onerror="window.hacked = true"><script>window.hacked = true</script></body></html>`;

const BIBTEX = '@article{a, author = {Shannon, Dr C. E.}, title = {First}, journal = {J}, year = 1948}\n@book{b, author = {Kuhn, Thomas}, title = {Second}, year = 1962}';

export const pages = [
  {
    name: 'the playground reads each form by what it looks like',
    about: ['files', 'full'],
    async run(tools) {
      const { browser } = tools;
      await open(tools, 'playground');
      const read = (text, press) => browser.run(typed, { text, press });
      const page = await read(PAGE);
      assert.deepEqual([page.status, page.citations[0]], ['Read as the source of a page: one record.', 'Yıldız, A. (2024). Bir başlık. 4.']);
      assert.ok(page.report.some((line) => line.startsWith('Volume: Cilt 4 → 4')));
      assert.ok(page.report.some((line) => line.includes('Uzm.')), 'the file of Turkish is loaded');
      assert.doesNotMatch(page.json, /playground/);
      const bibtex = await read(BIBTEX);
      assert.equal(bibtex.status, 'Read as BibTeX: 2 records.');
      assert.match(bibtex.citations[0], /^Shannon, C\. E\. \(1948\)/);
      const second = await browser.run(async () => {
        const select = document.querySelector('#record');
        select.value = 1;
        select.dispatchEvent(new Event('change'));
        return until(() => /Kuhn/.test(document.querySelector('#citations').textContent), 'the second record');
      });
      assert.ok(second);
      assert.match((await read('TY  - BOOK\nAU  - Kuhn, T.\nTI  - On\nPY  - 1962\nER  - ')).status, /^Read as RIS: one record/);
      assert.match((await read('{"type": "book", "title": "On", "author": [{"family": "Kuhn"}]}')).status, /^Read as CSL-JSON/);
      assert.match((await read('what is this')).status, /^This looks like none of the forms/);
      assert.equal((await read('{"type": ')).shown, false);
      assert.equal(await browser.run(() => 'hacked' in window), false, 'what is pasted must not run');
      // Chromium reports the attribute that was pasted, though nothing would have run it; Firefox and WebKit do not.
      const violations = await browser.run(() => seen.violations);
      assert.ok(violations.every((violation) => violation === 'script-src-attr inline'), violations.join());
    },
  },
  {
    name: 'the playground shows other styles and forms, and repairs nothing where that is switched off',
    about: ['files', 'full'],
    async run(tools) {
      const { browser } = tools;
      await open(tools, 'playground');
      await browser.run(typed, { text: BIBTEX });
      const shown = await browser.run(async () => {
        const select = document.querySelector('#style');
        select.value = 'chicago-notes-bibliography';
        select.dispatchEvent(new Event('change'));
        await until(() => [...document.querySelectorAll('#citations dt')].some((node) => node.textContent === 'Later notes'), 'the notes');
        document.querySelector('#repair').click();
        await until(() => /Nothing was repaired/.test(document.querySelector('#report').textContent), 'the record as stored');
        return [[...select.options].length, document.querySelector('#json').textContent];
      });
      assert.ok(shown[0] >= 4);
      assert.match(shown[1], /Dr C\. E\./);
      const file = await browser.run(async () => {
        let saved;
        HTMLAnchorElement.prototype.click = function click() {
          saved = [this.download, fetch(this.href).then((response) => response.text())];
        };
        document.querySelector('[data-save=ris]').click();
        await until(() => saved, 'the file');
        return saved[0];
      });
      assert.match(file, /^shannon1948\w*\.ris$/);
    },
  },
  {
    name: 'the playground offers the styles of a library',
    about: ['files', 'full'],
    async run(tools) {
      const { browser, scene, playground } = tools;
      const index = { packs: 1, fields: [], formats: [], locales: ['en-US'], styles: [['Nature', '', '', 0, '', 1, []]], renamed: {} };
      const answer = { '/playground.html': probed(playground), '/library/index.json': { body: JSON.stringify(index), type: 'application/json' } };
      await browser.goto(`${scene((path) => answer[path])}/playground.html`);
      await browser.run(typed, { text: BIBTEX });
      const text = await browser.run(async () => {
        const find = await until(() => !document.querySelector('#finder').hidden && document.querySelector('#find'), 'the finder');
        find.value = 'natur';
        find.dispatchEvent(new Event('input'));
        await until(() => document.querySelector('#found').textContent === '1 found', 'the style');
        const select = document.querySelector('#style');
        select.value = 'nature';
        select.dispatchEvent(new Event('change'));
        await until(() => /^1\./.test(document.querySelector('#citations .text')?.textContent), 'the citation');
        return document.querySelector('#citations .text').textContent;
      });
      assert.match(text, /^1\.\s?Shannon/);
    },
  },
  {
    name: 'the playground asks a registry for a DOI only when it is told to',
    about: ['files', 'full'],
    async run(tools) {
      const { browser } = tools;
      await open(tools, 'playground');
      await browser.run(() => {
        const real = fetch;
        window.asked = [];
        window.fetch = (url, options) => {
          if (!/crossref|datacite/.test(url)) return real(url, options);
          window.asked.push(String(url));
          const message = { type: 'journal-article', title: ['On computable numbers'], author: [{ family: 'Turing', given: 'A. M.' }], issued: { 'date-parts': [[1937]] } };
          return Promise.resolve(new Response(JSON.stringify({ status: 'ok', 'message-type': 'work', message })));
        };
      });
      const text = 'https://doi.org/10.1112/plms/s2-42.1.230';
      const before = await browser.run(typed, { text });
      assert.match(before.status, /^A DOI: “Read” asks Crossref/);
      assert.deepEqual(await browser.run(() => window.asked), []);
      const after = await browser.run(typed, { text, press: true });
      assert.match(after.citations[0], /^Turing, A\. M\. \(1937\)/);
      assert.equal((await browser.run(() => window.asked)).length, 1);
    },
  },
  {
    name: 'axe-core finds nothing, and nothing overflows: the playground',
    about: ['files', 'full'],
    async run(tools) {
      const { browser } = tools;
      for (const width of [1000, 320]) {
        await browser.size(width, 800);
        await open(tools, 'playground');
        await check(browser, `empty, ${width}`);
        await browser.run(typed, { text: BIBTEX });
        await check(browser, `a record, ${width}`);
      }
      await browser.size(1000, 800);
    },
  },
  {
    name: 'the page of ways to install shows the steps of one platform, and copies a snippet',
    about: ['files', 'full'],
    async run(tools) {
      const { browser } = tools;
      const address = await open(tools, 'install');
      const visible = () => browser.run(() => [...document.querySelectorAll('[data-platform]')].filter(({ hidden }) => !hidden).map(({ id }) => id));
      await browser.run(() => until(() => !document.querySelector('#chooser').hidden, 'the picker'));
      assert.deepEqual(await visible(), ['ojs-plugin']);
      const platforms = await browser.run(() => [...document.querySelectorAll('#platform option')].map(({ value }) => value));
      assert.deepEqual(platforms, ['ojs-plugin', 'ojs-header', 'janeway', 'dspace', 'eprints', 'wordpress', 'static', 'html', 'npm']);
      for (const platform of platforms) {
        await browser.run((id) => {
          const select = document.querySelector('#platform');
          select.value = id;
          select.dispatchEvent(new Event('change'));
        }, platform);
        assert.deepEqual(await visible(), [platform]);
        await check(browser, platform);
      }
      const { x, y } = await browser.run(() => middle(document.querySelector('#npm .snippet button')));
      await browser.clickAt(x, y);
      await browser.run(() => until(() => document.querySelector('#npm .snippet button').textContent === 'Copied', 'the copy'));
      await browser.goto(`${address}/install.html#wordpress`);
      await browser.run(() => until(() => document.querySelector('#platform').value === 'wordpress', 'the fragment'));
      await browser.size(320, 800);
      await check(browser, 'narrow');
      await browser.size(1000, 800);
    },
  },
  {
    name: 'the pages beside the demo link each other and have no inline script',
    about: ['files', 'full'],
    async run({ demo, embed, playground, install }) {
      for (const html of [demo, embed, playground, install]) {
        for (const name of ['index', 'embed', 'install', 'playground']) assert.ok(html.includes(`href="${name}.html"`), name);
        assert.doesNotMatch(html.replace(/<pre[\s\S]*?<\/pre>/g, ''), /<script(?![^>]*\b(?:src|type="application\/json"))|\son\w+="/);
      }
    },
  },
];
