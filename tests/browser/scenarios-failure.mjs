// What happens when something is missing, wrong or hostile: the journal's own citation stays, and the reason is reported.

import assert from 'node:assert/strict';

import { RECORD, STYLES, element, open, page, site } from './pages.mjs';

/** Opens a page on which the widget must fail, and returns the error. */
async function failure({ browser, scene }, body, routes, options) {
  await browser.goto(`${scene(site(page(body, options), routes))}/index.html`);
  const error = await browser.run(() => failed());
  const { shows, events } = await browser.run(() => ({ shows: fallbackShows(), events: seen.error }));
  assert.ok(shows, 'the light-DOM content must stay in view');
  assert.deepEqual(events, [error]);
  assert.match(error.message, /^[A-Z<h'].*\.$/s, 'one sentence');
  return error;
}

/** Answers for one file with which the widget cannot start, with the error's code and message. */
const BROKEN_FILES = [
  ['a missing wasm', { '/citelet.wasm': { missing: true } }, 'missing-file', /citelet\.wasm is missing \(HTTP 404\)/],
  ['an error page in place of the wasm', { '/citelet.wasm': '<!DOCTYPE html><p>Sorry' }, 'wasm', /is no WebAssembly module \(the server calls it text\/html/],
  ['a damaged wasm', { '/citelet.wasm': { body: Buffer.from('\0asm\x01\0\0\0\xff\xff', 'latin1') } }, 'wasm', /does not compile/],
  ['a broken connection', { '/citelet.wasm': { abort: true } }, 'network', /could not be fetched/],
  ['a missing pack', { '/citelet.pack': { missing: true } }, 'missing-file', /citelet\.pack is missing/],
  ['a missing script on demand', { '/explicit-record.js': { missing: true } }, 'missing-file', /^The script explicit-record\.js, which belongs beside cite-let\.js, could not be loaded/],
  ['a foreign pack', { '/citelet.pack': { body: 'GIF89a' } }, 'pack', /is not a pack of styles of this release/],
];

/** The engine translated to JavaScript, which runs where WebAssembly may not, is missing. */
const WITHOUT_TRANSLATION = { '/citelet-nowasm.js': { missing: true } };

export const failures = [
  ...BROKEN_FILES.map(([what, routes, code, message]) => ({
    name: `${what} leaves the journal’s citation and is reported`,
    about: '/citelet.wasm' in routes ? ['files', 'wasm'] : ['files'],
    async run(tools) {
      const error = await failure(tools, element(RECORD), routes);
      assert.equal(error.code, code);
      assert.match(error.message, message);
    },
  })),
  {
    name: 'a truncated pack leaves the journal’s citation and is reported',
    about: ['files'],
    async run(tools) {
      const body = tools.pack.subarray(0, Math.floor(tools.pack.length / 2));
      const error = await failure(tools, element(RECORD), { '/citelet.pack': { body } });
      assert.equal(error.code, 'pack');
    },
  },
  {
    name: 'a truncated engine leaves the journal’s citation and is reported',
    about: ['files', 'wasm'],
    async run(tools) {
      const body = tools.wasm.subarray(0, Math.floor(tools.wasm.length / 2));
      const error = await failure(tools, element(RECORD), { '/citelet.wasm': { body } });
      assert.equal(error.code, 'wasm');
      assert.match(error.message, /does not compile/);
    },
  },
  {
    name: 'without the module that writes files, the formats alone are missing',
    about: ['files', 'wasm'],
    async run({ browser, scene }) {
      const routes = { '/citelet-export.js': { missing: true } };
      await browser.goto(`${scene(site(page(element(RECORD, 'style-name="bibtex"')), routes))}/index.html`);
      await browser.run(() => ready());
      const [shown, options, errors] = await browser.run(() => [
        citation(),
        [...inside('select')[0].options].map((option) => option.value),
        seen.error.map(({ code }) => code),
      ]);
      assert.match(shown, /^Shannon, C\. E\. \(1948/);
      assert.ok(options.includes('apa') && !options.includes('bibtex'), options.join());
      assert.ok(errors.includes('missing-file'), errors.join());
    },
  },
  {
    name: 'a plain module with any media type works too',
    about: ['files', 'wasm'],
    async run({ browser, scene, wasm }) {
      const routes = { '/citelet.wasm': { body: wasm, type: 'text/plain' } };
      await browser.goto(`${scene(site(page(element(RECORD)), routes))}/index.html`);
      await browser.run(() => ready());
      assert.match(await browser.run(() => citation()), /Shannon/);
    },
  },
  {
    name: 'the next element tries again after a failed start',
    about: ['files', 'wasm'],
    async run({ browser, scene, wasm }) {
      let asked = 0;
      const answer = (path) => {
        if (path === '/index.html') return page(element(RECORD));
        if (path !== '/citelet.wasm') return undefined;
        asked += 1;
        return asked === 1 ? { missing: true } : { body: wasm };
      };
      await browser.goto(`${scene(answer)}/index.html`);
      await browser.run(() => failed());
      await browser.run(() => {
        const second = widget().cloneNode(true);
        widget().replaceWith(second);
        return ready();
      });
      assert.equal(asked, 2);
    },
  },
  {
    name: 'a policy that forbids WebAssembly leaves the journal’s citation where the translation is missing, and the error says what to add',
    about: ['wasm'],
    async run(tools) {
      const html = page(element(RECORD));
      const routes = {
        '/index.html': { body: html, headers: { 'content-security-policy': "script-src 'self'" } },
        ...WITHOUT_TRANSLATION,
      };
      await tools.browser.goto(`${tools.scene((path) => routes[path])}/index.html`);
      const error = await tools.browser.run(() => failed());
      assert.equal(error.code, 'csp');
      assert.match(error.message, /'wasm-unsafe-eval'/);
      assert.ok(await tools.browser.run(() => fallbackShows()));
    },
  },
  {
    name: 'a strict policy that allows WebAssembly is not violated',
    about: ['wasm'],
    async run({ browser, scene }) {
      const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src data:";
      const routes = { '/index.html': { body: page(element(RECORD)), headers: { 'content-security-policy': policy } } };
      await browser.goto(`${scene((path) => routes[path])}/index.html`);
      await browser.run(() => ready());
      const { violations, border } = await browser.run(async (styles) => {
        for (const style of styles) await show(style);
        return { violations: seen.violations, border: getComputedStyle(inside('[part=base]')[0]).borderTopStyle };
      }, STYLES);
      assert.deepEqual(violations, []);
      assert.equal(border, 'solid', 'the style sheet must be in force');
    },
  },
  {
    name: 'a browser without WebAssembly leaves the journal’s citation where the translation is missing, and is reported',
    about: ['wasm'],
    async run(tools) {
      const error = await failure(tools, element(RECORD), WITHOUT_TRANSLATION, { head: '<script src="no-webassembly.js"></script>' });
      assert.equal(error.code, 'no-webassembly');
    },
  },
  {
    name: 'a page without metadata keeps its own citation, and the reason is reported',
    async run(tools) {
      const error = await failure(tools, '<cite-let><p>Shannon, C. E. (1948).</p></cite-let>');
      assert.equal(error.code, 'metadata');
    },
  },
  {
    name: 'what is no record is reported in one sentence',
    async run(tools) {
      const table = [
        ['{"title": ', 'record', /is not JSON/],
        ['[]', 'record', /is no CSL-JSON record/],
        ['"Shannon 1948"', 'record', /is no CSL-JSON record/],
        ['{}', 'metadata', /names no title, author or container/],
        ['{"type": "article-journal", "title": null, "author": 7}', 'metadata', /names no title/],
      ];
      for (const [json, code, expected] of table) {
        const error = await failure(tools, element(json));
        assert.equal(error.code, code, json);
        assert.match(error.message, expected);
      }
    },
  },
  {
    name: 'a missing src file leaves the journal’s citation and is reported',
    async run(tools) {
      const error = await failure(tools, '<cite-let src="nowhere.json"><p>Shannon, C. E. (1948).</p></cite-let>');
      assert.equal(error.code, 'missing-file');
      assert.match(error.message, /nowhere\.json is missing \(HTTP 404\)/);
    },
  },
  {
    name: 'an unknown style is reported with those that exist, and the others work; aliases are resolved',
    async run({ browser, scene }) {
      const html = page(element(RECORD, 'styles="mla klingon apa" style-name="elvish"'));
      await browser.goto(`${scene(site(html))}/index.html`);
      await browser.run(() => ready());
      const { options, errors, text } = await browser.run(() => ({
        options: inside('option').map(({ value }) => value),
        errors: seen.error.map(({ code, message }) => `${code}: ${message}`),
        text: citation(),
      }));
      assert.deepEqual(options, ['modern-language-association', 'apa']);
      assert.deepEqual(errors, [
        'style: There is no style "klingon" here; there are modern-language-association, apa.',
        'style: There is no style "elvish" here; there are modern-language-association, apa.',
      ]);
      assert.match(text, /^Shannon, C\. E\. “/);
    },
  },
  {
    name: 'hostile metadata remain text',
    async run({ browser, scene }) {
      const attack = '<img src=x onerror="window.hacked = true"><script>window.hacked = true</script>';
      const record = {
        ...RECORD,
        title: attack,
        author: [{ family: `Shannon${attack}`, given: 'C.' }],
        'container-title': `<a href="javascript:window.hacked=true">Journal</a>`,
        URL: 'javascript:window.hacked=true',
        DOI: undefined,
        language: '"><img src=x onerror=1>',
      };
      await browser.goto(`${scene(site(page(element(record))))}/index.html`);
      await browser.run(() => ready());
      for (const style of STYLES) {
        const found = await browser.run(async (name) => {
          await show(name);
          const elements = inside('[part=citation] *, [part=forms] *').map((node) => node.localName);
          const hrefs = inside('a').map(({ href }) => href);
          return { strange: elements.filter((one) => !/^(i|b|sup|sub|span|a|li|button)$/.test(one)), hrefs, hacked: 'hacked' in window };
        }, style);
        assert.deepEqual(found, { strange: [], hrefs: found.hrefs.filter((href) => /^https?:/.test(href)), hacked: false }, style);
      }
    },
  },
  {
    name: 'of a flood of combining marks on one letter thirty are shown, which a browser can lay out; usual marks all are',
    async run({ browser, scene }) {
      const title = `A${'\u0301'.repeat(50_000)} x${'\u0323\u0307'.repeat(15)} of names`;
      const record = { ...RECORD, title, author: [{ family: `Ng\u0303${'\u0302'.repeat(400)}`, given: 'S.' }] };
      await browser.goto(`${scene(site(page(element(record))))}/index.html`);
      await browser.run(() => ready());
      for (const style of STYLES) {
        const text = await browser.run(async (name) => {
          await show(name);
          return citation();
        }, style);
        const runs = [...text.normalize('NFD').matchAll(/\p{M}+/gu)].map(([marks]) => marks.length);
        // A letter with its first mark may be one character.
        assert.deepEqual([...new Set(runs)].filter((length) => length < 30 || length > 32), [], style);
        assert.ok(runs.length > 2, style);
      }
    },
  },
  {
    name: 'records with missing fields, and one with 5,000 authors, are shown',
    async run({ browser, scene }) {
      const { title, author, issued, ...bare } = RECORD;
      const crowd = Array.from({ length: 5000 }, (_, i) => ({ family: `Family${i}`, given: `Given${i}` }));
      const table = [
        // Two of the styles set titles in Title Case.
        [{ ...bare, title }, /A mathematical theory/i],
        [{ ...bare, author }, /Shannon/],
        [bare, /Bell System Technical Journal/],
        [{ ...RECORD, author: crowd }, /Family0/],
        [{ ...RECORD, volume: 27, page: null, custom: {}, issued: 'soon', author: [{ family: 1948 }, null, author[0]] }, /Shannon/],
      ];
      for (const [record, expected] of table) {
        await browser.goto(`${scene(site(page(element(record))))}/index.html`);
        await browser.run(() => ready());
        for (const style of STYLES) {
          const { text, time } = await browser.run(async (name) => {
            const start = performance.now();
            await show(name);
            return { text: citation(), time: performance.now() - start };
          }, style);
          assert.match(text, expected, style);
          assert.doesNotMatch(text, /undefined|null|NaN|\[object/, style);
          assert.ok(time < 5000, `${style} took ${time} ms`);
        }
      }
    },
  },
];
