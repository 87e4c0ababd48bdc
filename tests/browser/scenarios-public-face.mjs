// The element's public face: attributes, properties, events, parts, custom properties, exports.

import assert from 'node:assert/strict';

import { DOCTOR, RECORD, STYLES, element, open } from './pages.mjs';

export const publicFace = [
  {
    name: 'two elements share one engine',
    about: ['files', 'wasm'],
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
    name: 'properties that were set before the class was defined take effect',
    async run(tools) {
      await open(tools, '<cite-let><p>Not yet.</p></cite-let>', { late: '<script src="early-properties.js"></script>' });
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
    name: 'every attribute has a validating property and is in the manifest',
    async run(tools) {
      await open(tools, element(RECORD));
      const results = await tools.browser.run(() => {
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
        return [
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
        ];
      });
      const listed = tools.manifest.attributes;
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
    name: 'the manifest lists the parts of the widget',
    about: ['files'],
    async run(tools) {
      const index = { body: JSON.stringify({ locales: [], styles: [], renamed: {} }), type: 'application/json' };
      await open(tools, element(DOCTOR, 'search'), { routes: { '/library/index.json': index } });
      const parts = await tools.browser.run(async () => {
        // The report replaces the details, so the parts before and after it count.
        const before = inside('[part]');
        widget().report = true;
        inside('[part~=other]')[0].click();
        await until(() => inside('[part=report]').length && inside('[part=search]').length, 'the parts on demand');
        widget().presentation = 'button';
        await until(() => inside('dialog').length, 'the dialog');
        return [...new Set([...before, ...inside('[part]')].flatMap((node) => [...node.part]))];
      });
      assert.deepEqual(parts.sort(), tools.manifest.cssParts.map(({ name }) => name).sort());
    },
  },
  {
    name: 'an element may be moved, and one that is removed before it is ready does nothing',
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
    name: 'item and attributes may change at any time',
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
    name: 'the file of src is cited, and another after src has changed',
    async run(tools) {
      const file = (record) => ({ body: JSON.stringify(record), type: 'application/json' });
      const routes = { '/one.json': file(RECORD), '/two.json': file([{ ...RECORD, title: 'Communication theory' }]) };
      await open(tools, '<cite-let src="one.json"><p>Not yet.</p></cite-let>', { routes });
      const texts = await tools.browser.run(async () => {
        const first = citation();
        widget().src = 'two.json';
        await until(() => citation() !== first, 'the second record');
        return [first, citation()];
      });
      assert.match(texts[0], /A mathematical theory/);
      assert.match(texts[1], /Communication theory/);
    },
  },
  {
    name: 'repair="off" shows the record as it is stored',
    async run(tools) {
      await open(tools, element(DOCTOR, 'repair="off"'));
      const [stored, repaired] = await tools.browser.run(async () => {
        const look = () => ({ text: citation(), details: !inside('details')[0].hidden });
        const stored = look();
        widget().repair = 'on';
        await until(() => look().details, 'the repairs');
        return [stored, look()];
      });
      assert.match(stored.text, /^Shannon, D\. C\. E\./);
      assert.equal(stored.details, false);
      assert.match(repaired.text, /^Shannon, C\. E\./);
    },
  },
  {
    name: 'strings may be replaced at any time, also those of parts on demand',
    async run(tools) {
      await open(tools, element(DOCTOR, 'report'));
      const texts = await tools.browser.run(async () => {
        await until(() => inside('[part=report]').length, 'the report');
        const look = () => [inside('.main')[0].textContent, inside('summary')[0].textContent, inside('[part=report] strong')[0].textContent];
        const own = look();
        const strings = { copy: 'Take', repaired: 'Corrected', 'report-heading': 'For editors' };
        widget().strings = strings;
        strings.copy = 'Changed later';
        await until(() => look()[2] === 'For editors', 'the strings');
        const replaced = look();
        const kept = widget().strings;
        widget().strings = null;
        await until(() => look()[2] === own[2], 'the own strings');
        return { own, replaced, kept, again: look() };
      });
      assert.deepEqual(texts.own, ['Copy', 'Mended details (1)', 'Report on the metadata of this page']);
      assert.deepEqual(texts.replaced, ['Take', 'Corrected (1)', 'For editors']);
      assert.deepEqual(texts.kept, { copy: 'Take', repaired: 'Corrected', 'report-heading': 'For editors' });
      assert.deepEqual(texts.again, texts.own);
    },
  },
  {
    name: 'properties without an attribute are null or empty until they are set',
    async run(tools) {
      await open(tools, element(RECORD));
      const values = await tools.browser.run(async () => {
        const fresh = document.createElement('cite-let');
        const read = ({ item, registries, strings, state, error }) => ({ item, registries, strings, state, error });
        const before = { ...read(fresh), report: await fresh.reportText() };
        fresh.item = { type: 'book' };
        fresh.registries = { datacite: null };
        return { before, after: read(fresh), shown: read(widget()) };
      });
      const empty = { item: null, registries: null, strings: {}, error: null };
      assert.deepEqual(values.before, { ...empty, state: 'waiting', report: '' });
      assert.deepEqual(values.after, { ...empty, state: 'waiting', item: { type: 'book' }, registries: { datacite: null } });
      assert.deepEqual(values.shown, { ...empty, state: 'ready' });
    },
  },
  {
    name: 'events leave the shadow tree in which the element is, with the documented details',
    async run(tools) {
      await open(tools, '<div id="host"></div>' + element(RECORD), { late: '<script src="no-clipboard.js"></script>' });
      const events = await tools.browser.run(async (record) => {
        const inner = document.createElement('cite-let');
        inner.item = record;
        document.querySelector('#host').attachShadow({ mode: 'open' }).append(inner);
        await until(() => seen.ready.length === 2, 'the second element');
        document.execCommand = () => document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: new DataTransfer(), cancelable: true })) || true;
        inner.shadowRoot.querySelector('.main').click();
        await until(() => seen.copy.length, 'the copy');
        const select = inner.shadowRoot.querySelector('select');
        select.value = 'bibtex';
        select.dispatchEvent(new Event('change'));
        inner.setAttribute('style-name', 'elvish');
        await until(() => seen.error.length, 'the error');
        return seen;
      }, RECORD);
      assert.deepEqual(Object.keys(events.ready[1]).sort(), ['item', 'repairs', 'warnings']);
      const [{ html, ...copied }] = events.copy;
      assert.deepEqual([copied.style, copied.form], ['apa', 'reference']);
      assert.match(copied.text, /^Shannon, C\. E\. \(1948/);
      assert.match(html, /<i>Bell System Technical Journal<\/i>/);
      assert.deepEqual(events['style-change'], [{ style: 'bibtex' }]);
      assert.deepEqual(events.error.map(({ code }) => code), ['style']);
    },
  },
  {
    name: 'custom properties and parts adapt the widget to a theme',
    async run(tools) {
      await open(tools, element(RECORD), { head: '<link rel="stylesheet" href="theme.css">' });
      const style = await tools.browser.run(() => {
        const computed = (selector, property) => getComputedStyle(inside(selector)[0])[property];
        return {
          accent: computed('.main', 'color'),
          background: computed('[part=base]', 'backgroundColor'),
          border: computed('[part=base]', 'borderTopColor'),
          gap: computed('.body', 'paddingTop'),
          radius: computed('.main', 'borderTopLeftRadius'),
          citation: computed('[part=citation]', 'letterSpacing'),
        };
      });
      assert.deepEqual(style, {
        accent: 'rgb(160, 0, 0)',
        background: 'rgb(250, 240, 230)',
        border: 'rgb(0, 0, 160)',
        gap: '20px',
        radius: '10px',
        citation: '3px',
      });
    },
  },
  {
    name: 'the module exports the class, for another tag name, and the page’s engine as it is typed',
    about: ['files', 'wasm'],
    async run(tools) {
      const address = await open(tools, element(RECORD));
      const { text, shared, methods } = await tools.browser.run(async ({ module, record }) => {
        const { CiteLetElement, loadEngine } = await import(module);
        customElements.define('journal-citation', class extends CiteLetElement {});
        const own = document.createElement('journal-citation');
        own.item = record;
        document.body.append(own);
        await until(() => own.state === 'ready', 'the other tag name');
        const engine = await loadEngine();
        return {
          text: own.shadowRoot.querySelector('[part=citation]').textContent,
          shared: engine === (await loadEngine()),
          methods: Object.getOwnPropertyNames(Object.getPrototypeOf(engine)),
        };
      }, { module: `${address}/cite-let.js`, record: RECORD });
      assert.match(text, /^Shannon/);
      assert.ok(shared);
      const page = tools.methods('PageEngine');
      const more = tools.methods('Engine extends PageEngine').filter((name) => !page.includes(name));
      assert.ok(page.length > 0 && more.length > 0, 'the declarations must be found');
      assert.deepEqual(page.filter((name) => !methods.includes(name)), [], 'declared, but not there');
      assert.deepEqual(more.filter((name) => methods.includes(name)), [], 'there, but declared for the full engine only');
    },
  },
  {
    name: 'the language is that of the nearest lang attribute',
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
      await open(tools, `<div class="narrow-column">${element(RECORD)}</div>`, { head: '<link rel="stylesheet" href="narrow-column.css">' });
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
