// Pages that change under the widget: single-page sites, moves between documents, styles that fail.

import assert from 'node:assert/strict';

import { DOCTOR, RECORD, element, open, page, site } from './pages.mjs';

const metadata = (title, name) => `<meta name="citation_title" content="${title}"><meta name="citation_author" content="${name}, Jane">
<meta name="citation_publication_date" content="2020"><meta name="citation_doi" content="10.1000/${name.toLowerCase()}">`;

const FIRST = metadata('On wells', 'Doe');
const SECOND = metadata('On rivers', 'Roe');
const HAS_SECOND = /^Roe, J\. \(2020\)\. On rivers\. https:\/\/doi\.org\/10\.1000\/roe$/;

/** A library with a style that makes nothing of a data set. */
const LIBRARY = {
  packs: 1,
  fields: [],
  formats: ['numeric'],
  locales: ['de-DE', 'en-US'],
  styles: [
    ['Nature', '', 'a', 0, '', 1, []],
    ['Gewerblicher Rechtsschutz und Urheberrecht', '', 'a', 0, '', 1, []],
  ],
  renamed: {},
};
const INDEX = { '/library/index.json': { body: JSON.stringify(LIBRARY), type: 'application/json' } };

/** Opens a page with the first article's metadata and a widget. */
async function openFirst(tools) {
  await open(tools, '<cite-let><p>The journal’s own citation.</p></cite-let>', { head: FIRST });
  assert.match(await tools.browser.run(() => citation()), /^Doe/);
}

/** Changes the page and waits until the citation begins with a name. */
async function change(browser, name, act, argument) {
  await browser.run(act, argument);
  await browser.run((begin) => until(() => citation()?.startsWith(begin), begin), name);
}

/** Replaces the metadata in the head. */
const replaceTags = (html) => {
  document.querySelectorAll('meta[name^=citation]').forEach((tag) => tag.remove());
  document.head.append(...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('meta'));
};

export const changes = [
  {
    name: 'metadata that are replaced are read again: forth and back, ten times',
    async run(tools) {
      const { browser } = tools;
      await openFirst(tools);
      for (let round = 0; round < 5; round += 1) {
        await change(browser, 'Roe', replaceTags, SECOND);
        assert.match(await browser.run(() => citation()), HAS_SECOND);
        await change(browser, 'Doe', replaceTags, FIRST);
      }
    },
  },
  {
    name: 'a tag whose content changes is read again',
    async run(tools) {
      await openFirst(tools);
      await change(tools.browser, 'Poe', () => {
        document.querySelector('meta[name=citation_author]').content = 'Poe, Jane';
      });
    },
  },
  {
    name: 'a head that is replaced as a whole, after the body, is read again',
    async run(tools) {
      await openFirst(tools);
      await change(tools.browser, 'Roe', async (html) => {
        const [section] = document.querySelectorAll('main');
        section.querySelector('h1').textContent = 'On rivers';
        await new Promise((resolve) => setTimeout(resolve, 30));
        const head = document.createElement('head');
        head.append(...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('meta'));
        document.head.replaceWith(head);
      }, SECOND);
      assert.match(await tools.browser.run(() => citation()), HAS_SECOND);
    },
  },
  {
    name: 'JSON-LD that changes is read again',
    async run(tools) {
      const graph = (name) => JSON.stringify({ '@context': 'https://schema.org', '@type': 'ScholarlyArticle', headline: 'On lakes', author: { '@type': 'Person', givenName: 'Jane', familyName: name }, datePublished: '2021' });
      await open(tools, '<cite-let></cite-let>', { head: `<script type="application/ld+json">${graph('Doe')}</script>` });
      await change(tools.browser, 'Coe', (text) => {
        document.querySelector('script[type="application/ld+json"]').textContent = text;
      }, graph('Coe'));
    },
  },
  {
    name: 'a page that is no article shows the own content, and the next article its citation',
    async run(tools) {
      const { browser } = tools;
      await openFirst(tools);
      await browser.run(replaceTags, '');
      await browser.run(() => failed());
      assert.ok(await browser.run(() => fallbackShows()));
      await change(browser, 'Roe', replaceTags, SECOND);
      assert.ok(await browser.run(() => widget().error === null));
    },
  },
  {
    name: 'refresh() reads again, and an item that is set later clears the error',
    async run(tools) {
      const { browser, scene } = tools;
      await browser.goto(`${scene(site(page('<cite-let><p>Own.</p></cite-let>')))}/index.html`);
      await browser.run(() => failed());
      await browser.run((record) => {
        widget().item = record;
        return ready();
      }, RECORD);
      assert.ok(await browser.run(() => widget().error === null));
      await change(browser, 'Weaver', () => {
        widget().item.author[0].family = 'Weaver';
        widget().refresh();
      });
    },
  },
  {
    name: 'the JSON inside an element that changes is read again',
    async run(tools) {
      await open(tools, element(RECORD));
      await change(tools.browser, 'Weaver', () => {
        const script = widget().querySelector('script');
        script.firstChild.nodeValue = script.textContent.replace('Shannon', 'Weaver');
      });
    },
  },
  {
    name: 'moved into another document, the widget keeps its look',
    async run(tools) {
      await open(tools, element(DOCTOR, 'report') + '<iframe title="Another document"></iframe>');
      const border = await tools.browser.run(async () => {
        const [moved] = document.querySelectorAll('cite-let');
        const inner = document.querySelector('iframe').contentDocument;
        inner.body.append(moved);
        await until(() => moved.shadowRoot.querySelector('[part=base]'), 'the widget');
        await new Promise((resolve) => setTimeout(resolve, 200));
        const { borderTopWidth } = inner.defaultView.getComputedStyle(moved.shadowRoot.querySelector('[part=base]'));
        return [borderTopWidth, moved.state];
      });
      assert.deepEqual(border, ['1px', 'ready']);
    },
  },
  {
    name: 'without constructed style sheets that work, the widget still has its look',
    async run(tools) {
      await open(tools, element(RECORD), { head: '<script src="no-sheets.js"></script>' });
      assert.equal(await tools.browser.run(() => getComputedStyle(inside('[part=base]')[0]).borderTopWidth), '1px');
    },
  },
  {
    name: 'a style that fails costs itself: the next on offer is shown, and the choice is not saved',
    about: ['files'],
    async run(tools) {
      const { browser } = tools;
      const routes = { ...INDEX, '/library/styles/nature.pack': { body: tools.pack } };
      await open(tools, element(RECORD, 'styles="apa nature modern-language-association" library="library/"'), { routes });
      await browser.run(() => {
        const [select] = inside('select');
        select.value = 'nature';
        select.dispatchEvent(new Event('change', { bubbles: true }));
      });
      const [error, shown, options, saved, status] = await browser.run(async () => {
        const found = await until(() => seen.error[0], 'the error');
        await new Promise((resolve) => setTimeout(resolve, 50));
        const names = [...inside('select')[0].options].map(({ value }) => value);
        return [found, citation(), names, localStorage.getItem('cite-let-style'), inside('[part=status]')[0].textContent];
      });
      assert.equal(error.code, 'style');
      assert.match(shown, /^Shannon, C\. E\. \(1948/);
      assert.ok(options.includes('nature'));
      assert.equal(saved, null);
      assert.equal(status, 'This style makes nothing of this record.');
    },
  },
  {
    name: 'a style that prints nothing does not take the widget away, nor on the next page',
    about: ['files'],
    async run(tools) {
      const { browser } = tools;
      const record = { type: 'dataset', title: 'Replication data for: Wells', publisher: 'Zenodo', author: [{ family: 'Doe', given: 'Jane' }], issued: { 'date-parts': [[2020]] } };
      const attributes = 'styles="gewerblicher-rechtsschutz-und-urheberrecht apa" library="library/"';
      await browser.goto(`${tools.scene(site(page(element(record, attributes)), INDEX))}/index.html`);
      await browser.run(() => localStorage.setItem('cite-let-style', 'gewerblicher-rechtsschutz-und-urheberrecht'));
      await open(tools, element(record, attributes), { routes: INDEX });
      const [shown, errors] = await browser.run(() => [citation(), seen.error.map(({ code }) => code)]);
      assert.match(shown, /^Doe, J\. \(2020\)/);
      assert.deepEqual(errors, ['record']);
    },
  },
  {
    name: 'a style called constructor is no style',
    async run(tools) {
      await open(tools, element(RECORD, 'styles="constructor apa toString" style-name="constructor"'));
      assert.match(await tools.browser.run(() => citation()), /^Shannon, C\. E\. \(1948/);
    },
  },
  {
    name: 'properties that a script of the page adds to all objects have no effect',
    async run(tools, test) {
      const { browser } = tools;
      if (tools.id === 'webkit') return test.skip('its driver cannot return a result with such a prototype');
      await open(tools, element({ ...RECORD, title: 'A <i>mathematical</i> theory' }, 'search report'), { head: '<script src="polluted-prototype.js"></script>' });
      const [shown, ran, attributes, links] = await browser.run(() => {
        const own = inside('*').flatMap((node) => node.getAttributeNames());
        return [citation(), window.polluted ?? 'no', own, inside('a').map(({ href }) => href)];
      });
      assert.equal(shown, await expectedCitation(tools, 'A mathematical theory'));
      assert.equal(ran, 'no');
      assert.ok(!attributes.some((name) => /^(on|autofocus)/.test(name)), attributes.join());
      assert.deepEqual(links, ['https://doi.org/10.1002/j.1538-7305.1948.tb01338.x']);
    },
  },
];

/** The citation of the record with another title on a page that is not polluted. */
async function expectedCitation(tools, title) {
  await open(tools, element({ ...RECORD, title }));
  return tools.browser.run(() => citation());
}
