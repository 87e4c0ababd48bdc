// The element's contract with pages: attributes, properties, sharing, languages, looks and accessibility.

import assert from 'node:assert/strict';

import { RECORD, STYLES, element, page, probed } from './pages.mjs';

const only = (html) => (path) => (path === '/index.html' ? html : undefined);

async function open({ browser, scene }, body, options) {
  const address = scene(only(page(body, options)));
  await browser.goto(`${address}/index.html`);
  await browser.run(() => ready());
  return address;
}

export const contract = [
  {
    name: 'two elements share one engine',
    async run(tools) {
      const address = await open(tools, element(RECORD, 'id="one"') + element(RECORD, 'id="two" style-name="bibtex"'));
      await tools.browser.run(() => ready('#two'));
      const texts = await tools.browser.run(() => [citation('#one'), citation('#two')]);
      assert.match(texts[0], /^Shannon/);
      assert.match(texts[1], /^@article/);
      assert.equal(tools.hits(`${address}/citelet.wasm`), 1);
      assert.equal(tools.hits(`${address}/citelet.pack`), 1);
    },
  },
  {
    name: 'properties set before the upgrade count',
    async run(tools) {
      await open(tools, '<cite-let><p>Not yet.</p></cite-let>', { late: '<script src="early.js"></script>' });
      const { text, own, label } = await tools.browser.run(() => ({
        text: citation(),
        own: Object.keys(widget()),
        label: inside('label')[0].textContent,
      }));
      assert.match(text, /^Noether, Emmy\. 1918\. Invariante Variationsprobleme\.$/);
      assert.deepEqual(own, [], 'no property may hide that of the class');
      assert.equal(label, 'Style of this journal');
    },
  },
  {
    name: 'every attribute has a property that validates, and the manifest lists them',
    async run(tools) {
      await open(tools, element(RECORD));
      const { observed, results } = await tools.browser.run(() => {
        const probe = document.createElement('cite-let');
        const read = (attribute, value, property) => {
          if (value === null) probe.removeAttribute(attribute);
          else probe.setAttribute(attribute, value);
          return JSON.stringify(probe[property]);
        };
        const write = (property, value, attribute) => {
          probe[property] = value;
          return probe.getAttribute(attribute);
        };
        return {
          observed: customElements.get('cite-let').observedAttributes,
          results: [
            read('styles', ' bibtex,mla  bibtex ', 'styles'),
            read('style-name', 'mla', 'styleName'),
            read('style-name', 'elvish', 'styleName'),
            read('src', 'https://journal.example/1.json', 'src'),
            read('src', 'javascript:alert(1)', 'src'),
            read('src', null, 'src'),
            read('locale', 'de-at', 'locale'),
            read('locale', '!!', 'locale'),
            read('repair', 'OFF', 'repair'),
            read('repair', 'perhaps', 'repair'),
            read('ascii', '', 'ascii'),
            write('styles', ['apa', 'bibtex'], 'styles'),
            write('styleName', 'bibtex', 'style-name'),
            write('ascii', false, 'ascii'),
            write('repair', null, 'repair'),
          ],
        };
      });
      const listed = tools.manifest.attributes;
      assert.deepEqual(observed.filter((name) => name !== 'lang').sort(), listed.map(({ name }) => name).sort());
      const properties = await tools.browser.run((names) => names.filter((name) => name in widget()), listed.map(({ fieldName }) => fieldName));
      assert.deepEqual(properties, listed.map(({ fieldName }) => fieldName));
      assert.deepEqual(results, [
        '["bibtex","modern-language-association"]', '"modern-language-association"', '"bibtex"',
        '"https://journal.example/1.json"', '""', '""', '"de-AT"', '""', '"off"', '"on"', 'true',
        'apa bibtex', 'bibtex', null, null,
      ]);
    },
  },
  {
    name: 'the manifest lists the parts that the widget has',
    async run(tools) {
      const html = page(element({ ...RECORD, author: [{ family: 'Shannon', given: 'Dr C. E.' }] }, 'search'));
      const index = { body: JSON.stringify({ locales: [], styles: [], renamed: {} }), type: 'application/json' };
      await tools.browser.goto(`${tools.scene((path) => ({ '/index.html': html, '/library/index.json': index })[path])}/index.html`);
      await tools.browser.run(() => ready());
      const parts = await tools.browser.run(async () => {
        // The details give way to the report, so both are looked at; the search opens by the last choice of the picker.
        const before = inside('[part]');
        widget().report = true;
        const [select] = inside('select');
        select.value = '';
        select.dispatchEvent(new Event('change'));
        await until(() => inside('[part=report]').length && inside('[part=search]').length, 'the parts on demand');
        return [...new Set([...before, ...inside('[part]')].flatMap((node) => [...node.part]))];
      });
      assert.deepEqual(parts.sort(), tools.manifest.cssParts.map(({ name }) => name).sort());
    },
  },
  {
    name: 'an element that leaves and returns works, and one that leaves early is silent',
    async run(tools) {
      await open(tools, element(RECORD));
      const states = await tools.browser.run(async () => {
        const first = widget();
        first.remove();
        document.querySelector('main').append(first);
        first.setAttribute('style-name', 'bibtex');
        await until(() => citation().startsWith('@article'), 'the entry');
        const early = first.cloneNode(true);
        document.body.append(early);
        early.remove();
        await new Promise((resolve) => setTimeout(resolve, 300));
        return { early: early.state, errors: seen.error.length, tree: early.shadowRoot.childElementCount };
      });
      assert.deepEqual(states, { early: 'waiting', errors: 0, tree: 1 });
    },
  },
  {
    name: 'record, src and attributes may change at any time',
    async run(tools) {
      await open(tools, element(RECORD));
      const texts = await tools.browser.run(async () => {
        const step = async (change, what) => {
          change(widget());
          await until(() => citation().includes(what), what);
          return citation();
        };
        return [
          await step((it) => (it.item = { type: 'book', title: 'Über Gruppen', author: [{ family: 'Schröder', given: 'E.' }] }), 'Über Gruppen'),
          await step((it) => (it.styleName = 'bibtex'), '@book'),
          await step((it) => (it.ascii = true), '\\"'),
          await step((it) => ((it.item = null), (it.styleName = 'apa')), 'Shannon'),
        ];
      });
      assert.match(texts[1], /Schröder/);
      assert.doesNotMatch(texts[2], /[^\x00-\x7f]/);
    },
  },
  {
    name: 'the language is that of the nearest lang',
    async run(tools) {
      await open(tools, `<div lang="de-AT">${element(RECORD)}</div>`);
      const read = () => tools.browser.run(() => {
        const [base] = inside('[part=base]');
        return [base.lang, base.dir, inside('label')[0].textContent, inside('.main')[0].textContent];
      });
      assert.deepEqual(await read(), ['de', '', 'Zitieren nach', 'Kopieren']);
      await tools.browser.run(() => {
        widget().lang = 'ar';
        return until(() => inside('[part=base]')[0].lang === 'ar', 'Arabic');
      });
      assert.equal((await read())[1], 'rtl');
    },
  },
  {
    name: 'nothing overflows in a column of 200 pixels',
    async run(tools) {
      await open(tools, `<div class="slim">${element(RECORD)}</div>`, { head: '<link rel="stylesheet" href="slim.css">' });
      for (const style of STYLES) {
        const [inner, outer] = await tools.browser.run(async (name) => {
          await show(name);
          const wide = Math.max(...inside('*').map((node) => node.getBoundingClientRect().right));
          return [wide, widget().getBoundingClientRect().right];
        }, style);
        assert.ok(inner <= outer + 1, `${style}: ${inner} > ${outer}`);
      }
    },
  },
];

/** Visible states, each a page and what is done on it; axe-core must find nothing in any. */
const STATES = [
  ['each style', element(RECORD), {}, async (browser, check) => {
    for (const style of STYLES) {
      await browser.run((name) => show(name), style);
      await check(style);
    }
  }],
  ['after copying', element(RECORD), {}, async (browser, check) => {
    await browser.run(() => inside('.main')[0].click());
    await browser.run(() => until(() => inside('[part=status]')[0].textContent, 'the message'));
    await check('copied');
  }],
  ['details open', element({ ...RECORD, author: [{ family: 'Shannon', given: 'Dr C. E.' }] }), {}, async (browser, check) => {
    await browser.run(() => {
      inside('details')[0].open = true;
    });
    await check('open');
  }],
  ['a long entry that scrolls', element({ ...RECORD, abstract: 'Long. '.repeat(400), author: Array(60).fill({ family: 'Shannon', given: 'Claude' }) }, 'style-name="bibtex"'), {}, async (browser, check) => {
    await browser.run(() => until(() => inside('pre')[0].tabIndex === 0, 'the focus'));
    await check('scrolls');
  }],
  ['dark', element(RECORD), { html: 'lang="en" class="dark"' }, (browser, check) => check('dark')],
  ['narrow', `<div class="slim">${element(RECORD)}</div>`, { head: '<link rel="stylesheet" href="slim.css">' }, (browser, check) => check('narrow')],
  ['right to left', element(RECORD), { html: 'lang="ar" dir="rtl"' }, (browser, check) => check('rtl')],
];

async function axe(browser, state) {
  const found = await browser.run(async () => {
    const { violations, passes } = await globalThis.axe.run();
    return { violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`), passes: passes.length };
  });
  assert.deepEqual(found.violations, [], state);
  assert.ok(found.passes > 10, 'axe must have looked');
}

const AXE = '<script src="axe.min.js"></script>';

contract.push(
  ...STATES.map(([name, body, options, act]) => ({
    name: `axe-core finds nothing: ${name}`,
    async run(tools) {
      await open(tools, body, { ...options, head: `${options.head ?? ''}${AXE}` });
      await act(tools.browser, (state) => axe(tools.browser, state));
    },
  })),
  {
    name: 'axe-core finds nothing: the fallback',
    async run({ browser, scene }) {
      await browser.goto(`${scene(only(page('<cite-let><p>Shannon (1948).</p></cite-let>', { head: AXE })))}/index.html`);
      await browser.run(() => failed());
      await axe(browser, 'fallback');
    },
  },
  {
    name: 'axe-core finds nothing: the demo pages',
    async run({ browser, scene, demo, embed }) {
      for (const html of [demo, embed]) {
        await browser.goto(`${scene(only(probed(html).replace('</head>', `${AXE}</head>`)))}/index.html`);
        await browser.run(() => until(() => [...document.querySelectorAll('cite-let')].every(({ state }) => state === 'ready'), 'all widgets'));
        await axe(browser, 'demo');
      }
    },
  },
);
