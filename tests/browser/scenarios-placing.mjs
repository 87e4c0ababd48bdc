// The widget places itself, and finds its files elsewhere.

import assert from 'node:assert/strict';

import { RECORD, element, open, page, site } from './pages.mjs';

const METADATA = `<meta name="citation_title" content="On wells and their depth"><meta name="citation_author" content="Doe, Jane">
<meta name="citation_publication_date" content="2020"><meta name="citation_journal_title" content="Journal of Wells">`;

const CITATION = 'Doe, J. (2020). On wells and their depth. Journal of Wells.';

/** Citations as platforms print them. */
const PLATFORMS = {
  'Open Journal Systems': `<section class="sub_item citation_display"><h2 class="label">How to Cite</h2><div class="value"><div id="citationOutput" role="region">${CITATION}</div><div class="citation_formats">More</div></div></section>`,
  'a theme of Open Journal Systems': `<div class="panel"><div id="citationOutput">${CITATION}</div></div>`,
  'bepress': `<div id="recommended_citation" class="element"><h2>Recommended Citation</h2><p>${CITATION}</p></div>`,
  'DSpace': `<ds-item-page-citation-field><div>${CITATION}</div></ds-item-page-citation-field>`,
  'InvenioRDM': `<div id="recordCitation">${CITATION}</div>`,
  'Dataverse': `<div class="citation-block"><div class="citation">${CITATION}</div></div>`,
  'EPrints': `<div class="ep_summary_content_main"><p>${CITATION}</p></div>`,
  'Janeway, which has a heading only': `<h2>How to Cite</h2><p>${CITATION}</p>`,
  'a page in Spanish': `<h3>Cómo citar</h3><div>${CITATION}</div>`,
};

/** Opens a page whose script places the widget. */
async function openPlaced({ browser, scene }, body, { routes, ...options } = {}) {
  const html = page(body, { head: METADATA, script: 'data-place', ...options });
  await browser.goto(`${scene(site(html, routes))}/index.html`);
}

const isPlaced = (browser) => browser.run(() => until(() => widget()?.state === 'ready', 'the widget'));

export const placing = [
  ...Object.entries(PLATFORMS).map(([platform, body]) => ({
    name: `data-place wraps the citation of ${platform}`,
    async run(tools) {
      await openPlaced(tools, body);
      await isPlaced(tools.browser);
      const [shown, kept] = await tools.browser.run(() => [citation(), widget().textContent.replace(/More$/, '')]);
      assert.match(shown, /^Doe, J\. \(2020\)\. On wells and their depth\. Journal of Wells/);
      assert.equal(kept.trim(), CITATION);
    },
  })),
  {
    name: 'data-place takes a selector, and other attributes of the script become the widget’s',
    async run(tools) {
      const script = 'data-place="#mine" data-style-name="modern-language-association" data-report';
      await openPlaced(tools, `<h2>How to cite</h2><p>${CITATION}</p><div id="mine">${CITATION}</div>`, { script });
      await isPlaced(tools.browser);
      const found = await tools.browser.run(() => [widget().firstElementChild.id, widget().styleName, widget().report, document.querySelectorAll('cite-let').length]);
      assert.deepEqual(found, ['mine', 'modern-language-association', true, 1]);
    },
  },
  {
    name: 'data-place does nothing where there is no citation, or where a widget is',
    async run(tools) {
      await openPlaced(tools, '<h2>How to cite our journal</h2><p>See the guidelines for authors.</p><cite-lot></cite-lot>');
      const none = await tools.browser.run(async () => {
        await until(() => customElements.get('cite-let'), 'the class');
        await new Promise((resolve) => setTimeout(resolve, 400));
        return document.querySelectorAll('cite-let').length;
      });
      assert.equal(none, 0);
      await openPlaced(tools, `<div id="citationOutput">${CITATION}</div><cite-let id="own"></cite-let>`);
      await isPlaced(tools.browser);
      assert.deepEqual(await tools.browser.run(() => [...document.querySelectorAll('cite-let')].map(({ id }) => id)), ['own']);
    },
  },
  {
    name: 'data-place finds a citation that the page builds later',
    async run(tools) {
      await openPlaced(tools, '<div id="app"></div>');
      await tools.browser.run((text) => {
        setTimeout(() => {
          const block = document.createElement('div');
          block.id = 'citationOutput';
          block.textContent = text;
          document.querySelector('#app').append(block);
        }, 300);
      }, CITATION);
      await isPlaced(tools.browser);
    },
  },
  {
    name: 'the attribute files says where the files are, and under which names',
    about: ['files'],
    async run(tools) {
      const { wasm, pack } = tools;
      const gone = Object.fromEntries(['citelet.wasm', 'citelet.pack', 'explicit-record.js'].map((name) => [`/${name}`, { missing: true }]));
      const routes = { ...gone, '/upload/engine-7.wasm': { body: wasm, type: 'application/wasm' }, '/upload/citelet.pack': { body: pack } };
      const script = await (await fetch(new URL('/explicit-record.js', tools.scene(() => undefined)))).text();
      routes['/upload/explicit-record.js'] = { body: script, type: 'text/javascript' };
      await open(tools, element(RECORD, 'files="upload/ citelet.wasm=upload/engine-7.wasm"'), { routes });
      assert.match(await tools.browser.run(() => citation()), /^Shannon/);
    },
  },
  {
    name: 'a button that opens the citation in a dialog',
    async run(tools) {
      const { browser } = tools;
      await open(tools, element(RECORD, 'presentation="button"'), { head: '<script src="axe.min.js"></script>' });
      const before = await browser.run(() => [inside('[part="button open"]')[0].textContent, inside('[part=citation]')[0].getBoundingClientRect().height]);
      assert.deepEqual(before, ['Cite', 0]);
      await browser.run(() => inside('[part="button open"]')[0].focus());
      await browser.press('Enter');
      await browser.run(() => until(() => inside('dialog')[0].open, 'the dialog'));
      const [height, violations] = await browser.run(async () => [
        inside('[part=citation]')[0].getBoundingClientRect().height,
        (await axe.run()).violations.map(({ id }) => id),
      ]);
      assert.ok(height > 10);
      assert.deepEqual(violations, []);
      await browser.run(() => show('modern-language-association'));
      assert.ok(await browser.run(() => inside('dialog')[0].open), 'a style does not close it');
      await browser.press('Escape');
      const closed = await browser.run(() => [inside('dialog')[0].open, widget().shadowRoot.activeElement?.textContent]);
      assert.deepEqual(closed, [false, 'Cite']);
    },
  },
];
