// The widget in each visible state, checked by axe-core.

import assert from 'node:assert/strict';

import { DOCTOR, RECORD, STYLES, element, open, page, probed, site } from './pages.mjs';

/** States of the widget: a name, a page, and the steps to the state. axe-core must find no violation in any. */
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
  ['details open', element(DOCTOR), {}, async (browser, check) => {
    await browser.run(() => {
      inside('details')[0].open = true;
      return until(() => inside('details li').length, 'the lines');
    });
    await check('open');
  }],
  ['a long entry that scrolls', element({ ...RECORD, abstract: 'Long. '.repeat(400), author: Array(200).fill({ family: 'Shannon', given: 'Claude' }) }, 'style-name="bibtex"'), {}, async (browser, check) => {
    await browser.run(() => until(() => inside('pre')[0].tabIndex === 0, 'the focus'));
    await check('scrolls');
  }],
  ['dark', element(RECORD), { html: 'lang="en" class="dark"' }, (browser, check) => check('dark')],
  ['narrow', `<div class="narrow-column">${element(RECORD)}</div>`, { head: '<link rel="stylesheet" href="narrow-column.css">' }, (browser, check) => check('narrow')],
  ['right to left', element(RECORD), { html: 'lang="ar" dir="rtl"' }, (browser, check) => check('rtl')],
];

async function axe(browser, state) {
  const found = await browser.run(async () => {
    const { violations, passes } = await globalThis.axe.run();
    return { violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`), passes: passes.length };
  });
  assert.deepEqual(found.violations, [], state);
  assert.ok(found.passes > 10, 'axe must have run its checks');
}

const AXE = '<script src="axe.min.js"></script>';

export const accessibility = [
  ...STATES.map(([name, body, options, act]) => ({
    name: `axe-core finds nothing: ${name}`,
    async run(tools) {
      await open(tools, body, { ...options, head: `${options.head ?? ''}${AXE}` });
      await act(tools.browser, (state) => axe(tools.browser, state));
    },
  })),
  {
    name: 'axe-core finds nothing: the journal’s own citation',
    async run({ browser, scene }) {
      await browser.goto(`${scene(site(page('<cite-let><p>Shannon (1948).</p></cite-let>', { head: AXE })))}/index.html`);
      await browser.run(() => failed());
      await axe(browser, 'fallback');
    },
  },
  {
    name: 'the first button has the name of what it copies',
    async run(tools) {
      await open(tools, element(RECORD));
      const names = () => tools.browser.run(() => ['.main', '[part~=citation]'].map((part) => inside(part)[0].getAttribute('aria-label')));
      assert.deepEqual(await names(), ['Copy: Reference', 'Reference']);
      await tools.browser.run(() => show('bibtex'));
      assert.deepEqual(await names(), ['Copy: BibTeX', 'BibTeX']);
    },
  },
  {
    name: 'axe-core finds nothing: the demo pages',
    async run({ browser, scene, demo, embed }) {
      for (const html of [demo, embed]) {
        await browser.goto(`${scene(site(probed(html).replace('</head>', `${AXE}</head>`)))}/index.html`);
        await browser.run(() => until(() => [...document.querySelectorAll('cite-let')].every(({ state }) => state === 'ready'), 'all widgets'));
        await axe(browser, 'demo');
      }
    },
  },
];
