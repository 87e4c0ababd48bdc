// What a reader does with the widget: read a citation, choose a style, copy, save.

import assert from 'node:assert/strict';

import { RECORD, STYLES, click, element, open, probed, site } from './pages.mjs';

const SEED_APA =
  'Akram, Q., & Asif, N. (2024). Islamic State Khorasan (ISIS-K) in post US withdrawal Afghanistan. Journal of ' +
  'Professional Research in Social Sciences, 11(1), 211–238. https://doi.org/10.58932/MULA0028';

/** Compares the seed article's citations, character by character. */
async function checkSeed(browser) {
  await browser.run(() => ready());
  const { item, text, italics } = await browser.run(() => ({
    item: seen.ready[0].item,
    text: citation(),
    italics: inside('[part=citation] i').map((node) => node.textContent),
  }));
  assert.deepEqual(item.author.map(({ given, family }) => `${given} ${family}`), ['Qudsia Akram', 'Noureen Asif']);
  assert.equal(text, SEED_APA);
  assert.deepEqual(italics, ['Journal of Professional Research in Social Sciences', '11']);
  const entry = await browser.run(async () => {
    await show('bibtex');
    return citation();
  });
  assert.match(entry, /^@article\{akram2024islamic,/);
}

/** Picks a style: as much of what a reader does as a script can do. */
async function pick(browser, style) {
  await browser.run((value) => {
    const [select] = inside('select');
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    return until(() => widget().styleName === value, value);
  }, style);
}

const PASTE_FIELD = '<div id="field" contenteditable="true" role="textbox" aria-label="Paste here">…</div>';

/** Clicks a button that copies, pastes, and returns the pasted texts. */
async function copyAndPaste(browser, selector) {
  await click(browser, selector);
  await browser.run(() => until(() => seen.copy.length || seen.error.length, 'the copy'));
  const { x, y } = await browser.run(() => {
    const field = document.querySelector('#field');
    field.addEventListener('paste', ({ clipboardData }) => {
      window.pasted = { html: clipboardData.getData('text/html'), text: clipboardData.getData('text/plain') };
    });
    return middle(field);
  });
  await browser.clickAt(x, y);
  await browser.press('Control+v');
  const pasted = await browser.run(() => until(() => window.pasted, 'the paste'));
  return { ...pasted, status: await browser.run(() => inside('[part=status]')[0].textContent) };
}

/** The italic words in pasted HTML, which browsers rewrite in different ways. */
const italicWords = (browser, html) =>
  browser.run((source) => {
    const parsed = new DOMParser().parseFromString(source, 'text/html');
    return [...parsed.querySelectorAll('i, em, [style*="italic"]')].map((node) => node.textContent);
  }, html);

async function checkCopied(browser) {
  const { html, text, status } = await copyAndPaste(browser, '.main');
  const words = await italicWords(browser, html);
  assert.ok(words.includes('Bell System Technical Journal') && words.includes('27'), html);
  assert.equal(text.replaceAll('\u00a0', ' ').trim(), await browser.run(() => citation()));
  assert.doesNotMatch(text, /[<>]/);
  assert.equal(status, 'Copied.');
  const [event] = await browser.run(() => seen.copy);
  assert.deepEqual([event.style, event.form, event.text], ['apa', 'reference', text.trim()]);
}

export const reader = [
  {
    name: 'the demo page shows the citation of its article',
    async run({ browser, scene, demo }) {
      await browser.goto(`${scene(site(probed(demo)))}/index.html`);
      await checkSeed(browser);
    },
  },
  {
    name: 'the seed article as its platform delivers it has the same citation',
    needs: 'seed',
    async run({ browser, scene, seed }) {
      const html = probed(seed)
        .replace('</head>', '<script type="module" src="cite-let.js"></script></head>')
        .replace(/<div class="csl-bib-body">[\s\S]*?<\/div>\s*<\/div>/, '<cite-let>$&</cite-let>');
      await browser.goto(`${scene(site(html))}/index.html`);
      await checkSeed(browser);
    },
  },
  {
    name: 'every style shows its citation and its other forms',
    async run(tools) {
      await open(tools, element(RECORD));
      const shown = {};
      for (const style of STYLES) {
        shown[style] = await tools.browser.run(async (name) => {
          await show(name);
          return { text: citation(), forms: inside('[part=form] .text').map((node) => node.textContent) };
        }, style);
      }
      const texts = STYLES.map((style) => shown[style].text);
      assert.equal(new Set(texts).size, STYLES.length, texts.join('\n'));
      for (const text of texts) assert.match(text, /Shannon/);
      assert.deepEqual(shown.apa.forms, ['(Shannon, 1948)', 'Shannon (1948)']);
      assert.deepEqual(shown['modern-language-association'].forms[0], '(Shannon)');
      assert.equal(shown['chicago-author-date'].forms[0], '(Shannon 1948)');
      assert.match(shown['chicago-notes-bibliography'].forms[0], /^C\. E\. Shannon, “.*,” /);
      assert.equal(shown['chicago-notes-bibliography'].forms.length, 2);
      assert.deepEqual(shown.bibtex.forms, []);
    },
  },
  {
    name: 'the choice is saved, and a style-name in the page takes precedence over it',
    async run(tools) {
      const { browser } = tools;
      await open(tools, element(RECORD));
      await pick(browser, 'chicago-author-date');
      assert.deepEqual(await browser.run(() => seen['style-change']), [{ style: 'chicago-author-date' }]);
      assert.equal(await browser.run(() => widget().getAttribute('style-name')), 'chicago-author-date');
      await open(tools, element(RECORD));
      assert.equal(await browser.run(() => widget().styleName), 'chicago-author-date');
      await open(tools, element(RECORD, 'style-name="apa"'));
      assert.match(await browser.run(() => citation()), /^Shannon, C\. E\. \(1948/);
    },
  },
  {
    name: 'the keyboard alone suffices',
    async run(tools) {
      const { browser } = tools;
      await open(tools, element(RECORD));
      const focused = () => browser.run(() => widget().shadowRoot.activeElement?.getAttribute('part') ?? '');
      await browser.press('Tab');
      assert.equal(await focused(), 'style');
      // In every browser, typing chooses an option without opening the menu.
      await browser.press('m');
      await browser.run(() => until(() => widget().styleName === 'modern-language-association', 'the style'));
      assert.match(await browser.run(() => citation()), /^Shannon, C\. E\. “/);
      await browser.press('Tab');
      assert.equal(await focused(), 'button copy');
      await browser.press('Enter');
      await browser.run(() => until(() => seen.copy.length === 1, 'the copy'));
      await browser.press('Tab');
      while ((await focused()) === '') await browser.press('Tab'); // The link in the reference, in browsers that focus links.
      assert.equal(await focused(), 'button copy');
      await browser.press('Space');
      const copies = await browser.run(() => until(() => seen.copy.length === 2 && seen.copy, 'the second copy'));
      assert.deepEqual(copies.map(({ form }) => form), ['reference', 'in-text']);
      for (let i = 0; i < 12 && (await focused()) !== 'button download'; i += 1) await browser.press('Tab');
      assert.equal(await focused(), 'button download');
      const outline = await browser.run(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(widget().shadowRoot.activeElement);
        return { outlineStyle, width: parseFloat(outlineWidth) };
      });
      assert.notEqual(outline.outlineStyle, 'none');
      assert.ok(outline.width >= 2, 'the focus must be visible');
    },
  },
  {
    name: 'the copied HTML has the italics and the plain text has none',
    async run(tools) {
      await open(tools, element(RECORD) + PASTE_FIELD);
      await checkCopied(tools.browser);
    },
  },
  {
    name: 'copying works without the clipboard interface',
    async run(tools) {
      await open(tools, element(RECORD) + PASTE_FIELD, { head: '<script src="no-clipboard.js"></script>' });
      await checkCopied(tools.browser);
    },
  },
  {
    name: 'when the browser refuses to copy, the reader is told and the text is selected',
    async run(tools) {
      const { browser } = tools;
      await open(tools, element(RECORD), { head: '<script src="no-clipboard.js"></script>' });
      await browser.run(() => {
        document.execCommand = () => false;
      });
      await click(browser, '.main');
      const { code, status, copies } = await browser.run(async () => {
        await until(() => seen.error.length, 'the refusal');
        return { code: seen.error[0].code, status: inside('[part=status]')[0].textContent, copies: seen.copy.length };
      });
      assert.equal(code, 'clipboard');
      assert.match(status, /^Selected: press Ctrl\+C/);
      assert.equal(copies, 0);
    },
  },
  {
    name: 'BibTeX is copied as plain text',
    async run(tools) {
      await open(tools, element(RECORD, 'style-name="bibtex"') + PASTE_FIELD);
      const { text, html } = await copyAndPaste(tools.browser, '.main');
      assert.match(text, /^@article\{shannon1948mathematical,\s+author/);
      assert.doesNotMatch(html, /<i>/);
    },
  },
  {
    name: 'an in-text form has its own copy button',
    async run(tools) {
      await open(tools, element(RECORD) + PASTE_FIELD);
      const { text } = await copyAndPaste(tools.browser, '[part=form] button');
      assert.equal(text.trim(), '(Shannon, 1948)');
    },
  },
  {
    name: 'the downloaded files contain the record',
    async run(tools) {
      await open(tools, element(RECORD));
      const files = await tools.browser.run(async () => {
        const links = [];
        HTMLAnchorElement.prototype.click = function () {
          links.push({ name: this.download, text: fetch(this.href).then((response) => response.text()) });
        };
        for (const [before, button] of inside('[part~=download]').entries()) {
          button.click();
          await until(() => links.length > before, 'the file');
        }
        return Promise.all(links.map(async ({ name, text }) => ({ name, text: await text })));
      });
      assert.deepEqual(files.map(({ name }) => name), [
        'shannon1948mathematical.bib',
        'shannon1948mathematical.ris',
        'shannon1948mathematical.json',
      ]);
      assert.match(files[0].text, /^@article\{shannon1948mathematical,/);
      assert.match(files[1].text, /^TY {2}- JOUR\r?\n[\s\S]*SP {2}- 379\r?\nEP {2}- 423\r?\n/);
      const [item] = [JSON.parse(files[2].text)].flat();
      assert.equal(item.author[0].family, 'Shannon');
    },
  },
];
