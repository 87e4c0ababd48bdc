// How the widget looks and behaves in special circumstances: print, forced colours, large text, slow lines.

import assert from 'node:assert/strict';

import { RECORD, click, element, open } from './pages.mjs';

const CROWD = { ...RECORD, author: Array.from({ length: 120 }, (_, index) => ({ family: `M\u00fcller${index}`, given: 'Anna' })) };

export const looks = [
  {
    name: 'print shows the whole citation and no controls',
    async run(tools, test) {
      const { browser } = tools;
      if (!browser.media) return test.skip('only Chromium is driven with another medium');
      await open(tools, element(CROWD, 'style-name="bibtex" search'));
      await browser.media({ media: 'print' });
      const [inner, outer, controls] = await browser.run(() => {
        const [shown] = inside('[part=citation]');
        const visible = inside('button, select, [part=search]').filter((node) => node.getClientRects().length);
        return [shown.scrollHeight, shown.clientHeight, visible.length];
      });
      await browser.media({ media: null });
      assert.ok(inner <= outer + 1, `${inner} of ${outer}`);
      assert.equal(controls, 0);
    },
  },
  {
    name: 'the tick is visible in forced colours',
    async run(tools, test) {
      const { browser } = tools;
      if (!browser.media) return test.skip('only Chromium is driven with forced colours');
      await open(tools, element(RECORD));
      await browser.media({ forcedColors: 'active' });
      await browser.run(() => inside('.main')[0].click());
      const [ink, paper] = await browser.run(async () => {
        await until(() => inside('.done').length, 'the tick');
        const { color, backgroundColor } = getComputedStyle(inside('.done')[0], '::after');
        return [color, backgroundColor];
      });
      await browser.media({ forcedColors: null });
      assert.notEqual(ink, paper);
    },
  },
  {
    name: 'at twice the text size nothing is cut off sideways, and labels are never tiny',
    async run(tools) {
      const { browser } = tools;
      await browser.size(360, 800);
      try {
        await open(tools, `<div class="large">${element(RECORD, 'search')}</div>`, { head: '<link rel="stylesheet" href="sizes.css">' });
        const cut = await browser.run(() => inside('*').filter((node) => node.localName !== 'select' && node.scrollWidth > node.clientWidth + 1 && node.clientWidth).map((node) => node.outerHTML.slice(0, 80)));
        assert.deepEqual(cut, []);
        await open(tools, `<div class="tiny">${element(RECORD)}</div>`, { head: '<link rel="stylesheet" href="sizes.css">' });
        const least = await browser.run(() => Math.min(...inside('.name, [part=form] button, .downloads').map((node) => parseFloat(getComputedStyle(node).fontSize))));
        assert.ok(least >= 11, String(least));
      } finally {
        await browser.size(1000, 800);
      }
    },
  },
  {
    name: 'the host’s white space, case and spacing do not leak in',
    async run(tools) {
      await open(tools, `<div class="shouting">${element(RECORD)}</div>`, { head: '<link rel="stylesheet" href="sizes.css">' });
      const style = await tools.browser.run(() => {
        const { textTransform, whiteSpace, letterSpacing, textIndent } = getComputedStyle(inside('[part=base]')[0]);
        return [textTransform, whiteSpace, letterSpacing, textIndent];
      });
      assert.deepEqual(style, ['none', 'normal', 'normal', '0px']);
    },
  },
  {
    name: 'the focus stays on a button when the strings or the style change',
    async run(tools) {
      await open(tools, element(RECORD));
      const focused = await tools.browser.run(async () => {
        inside('[part=form] button')[0].focus();
        widget().strings = { copy: 'Take' };
        await until(() => inside('.main')[0].textContent === 'Take', 'the strings');
        const first = widget().shadowRoot.activeElement?.getAttribute('aria-label');
        await show('chicago-author-date');
        return [first, widget().shadowRoot.activeElement?.localName];
      });
      assert.deepEqual(focused, ['Take: In text', 'button']);
    },
  },
  {
    name: 'a file that takes long is announced, and fetched once however often the reader clicks',
    about: ['files'],
    async run(tools) {
      const { browser } = tools;
      const routes = { '/download.js': { delay: 1200 } };
      const address = await open(tools, element(RECORD), { routes });
      const [busy, message] = await browser.run(async () => {
        HTMLAnchorElement.prototype.click = function click() {
          (window.saves ??= []).push(this.download);
        };
        for (let i = 0; i < 5; i += 1) inside('[part~=download]')[1].click();
        await until(() => /Loading/.test(inside('[part=status]')[0].textContent), 'the message');
        return [inside('[part=base]')[0].getAttribute('aria-busy'), inside('[part=status]')[0].textContent];
      });
      assert.deepEqual([busy, message], ['true', 'Loading …']);
      const [saves, after] = await browser.run(async () => {
        await until(() => inside('[part=base]')[0].getAttribute('aria-busy') === 'false', 'the end');
        return [window.saves, inside('[part=status]')[0].textContent];
      });
      assert.equal(saves.length, 1);
      assert.equal(after, 'Saved.');
      assert.equal(tools.hits(`${address}/download.js`), 1);
    },
  },
  {
    name: 'a clipboard that never settles gets its message after a while',
    async run(tools) {
      const { browser } = tools;
      await open(tools, element(RECORD));
      await browser.run(() => {
        navigator.clipboard.write = () => new Promise(() => {});
        document.execCommand = () => false;
      });
      await click(browser, '.main');
      const status = await browser.run(() => until(() => inside('[part=status]')[0].textContent, 'the message'));
      assert.match(status, /^Selected/);
    },
  },
  {
    name: 'what is copied by hand is clean, and what the button copies has the hanging indent',
    async run(tools) {
      const { browser } = tools;
      await open(tools, element(RECORD));
      const [byHand, byButton, translate] = await browser.run(async () => {
        const texts = {};
        navigator.clipboard.write = async ([item]) => {
          texts.button = await (await item.getType('text/html')).text();
        };
        inside('.main')[0].click();
        await until(() => texts.button, 'the copy');
        const [shown] = inside('[part=citation]');
        getSelection().selectAllChildren(shown);
        const transfer = new DataTransfer();
        shown.dispatchEvent(new ClipboardEvent('copy', { clipboardData: transfer, bubbles: true, cancelable: true }));
        return [transfer.getData('text/html'), texts.button, shown.getAttribute('translate')];
      });
      // WebKit has no selection inside shadow trees, and copies as it likes.
      if (byHand) assert.match(byHand, /^Shannon, C\. E\. \(1948\)\. .*<i>Bell System Technical Journal<\/i>/);
      assert.match(byButton, /^<p style="margin:0 0 0 \.5in;text-indent:-\.5in">Shannon/);
      assert.equal(translate, 'no');
    },
  },
];
