// What the widget says in the language of the page: its strings, and what was repaired in sentences.

import assert from 'node:assert/strict';

import { RECORD, element, open } from './pages.mjs';

/** Collects the warnings in the console, from the first script on. */
const CONSOLE = '<script>window.warned = []; console.warn = (...parts) => warned.push(parts.join(" "));</script>';

/** A page with several faults, two of them in one name. */
const FAULTY = `
<meta name="citation_title" content="The Rise In Post Us Withdrawal Afghanistan Of Machines">
<meta name="citation_author" content="Dr  Qudsia Akram">
<meta name="citation_author" content="NOUREEN ASIF">
<meta name="citation_journal_title" content="Journal of Tests &amp;amp; Trials">
<meta name="citation_volume" content="Vol. 7">
<meta name="citation_issue" content="n/a">
<meta name="citation_abstract" content="After the US withdrawal, the rise of machines in post-war Afghanistan began.">
<meta name="citation_date" content="2024">`;

const WIDGET = '<cite-let><p>The journal’s own.</p></cite-let>';

/** Runs in the page: opens the list, and returns its lines, and the texts that are marked as English. */
const openList = async () => {
  inside('details')[0].open = true;
  await until(() => inside('details li').length || inside('details p').length, 'the lines');
  const texts = (what) => inside(what).map((node) => node.textContent);
  return { lines: texts('details li'), english: texts('details [lang=en]'), removed: texts('details del'), added: texts('details ins') };
};

export const languages = [
  {
    name: 'repairs are sentences, one line for each field',
    about: ['files', 'full'],
    async run(tools) {
      const address = await open(tools, WIDGET, { head: FAULTY });
      assert.equal(tools.hits(`${address}/repairs.js`), 0, 'nothing is loaded before the list is opened');
      const { lines, english, summary } = await tools.browser.run(openList).then(async (list) => ({
        ...list,
        summary: await tools.browser.run(() => inside('summary')[0].textContent),
      }));
      const line = (start) => lines.find((text) => text.startsWith(start)) ?? lines.join('\n');
      assert.equal(line('Author 1'), 'Author 1: Stray spaces or dots were removed. “Dr” is a form of address, not part of the name.');
      assert.equal(line('Author 2'), 'Author 2: ASIF → Asif, NOUREEN → Noureen – The name was stored in capital letters.');
      assert.match(line('Title'), /^Title: Rise In Post Us Withdrawal → rise in post US withdrawal, Of Machines → of machines – /);
      assert.match(line('Title'), /Citation styles expect a title to be written like a sentence\. Usual spelling: US \(Abstract\)\.$/);
      assert.equal(line('Volume'), 'Volume: Vol. 7 → 7 – Citation styles add such words themselves.');
      assert.equal(line('Issue'), 'Issue: “n/a” stands for nothing.');
      assert.match(summary, /^Mended details \((\d+)\)/);
      assert.equal(Number(/\d+/.exec(summary)[0]), lines.findIndex((text) => /stands for nothing and was left out/.test(text)));
      assert.deepEqual(english, [], 'a page in English marks nothing');
    },
  },
  {
    name: 'repairs are told in the language of the page, and what stays English is marked',
    about: ['files', 'full'],
    async run(tools) {
      const address = await open(tools, WIDGET, { head: FAULTY, html: 'lang="de"' });
      const { lines, english } = await tools.browser.run(openList);
      assert.ok(lines.includes('Autor/in 1: Überflüssige Leerzeichen oder Punkte wurden entfernt. „Dr“ ist eine Anrede, kein Teil des Namens.'), lines.join('\n'));
      assert.ok(english.length > 0 && english.every((text) => /\.$/.test(text)), english.join('\n'));
      assert.equal(tools.hits(`${address}/repairs-de.json`), 1);
      await tools.browser.run(async () => {
        widget().strings = { 'field-volume': 'Jahrgang', 'repair-honorific': 'Anrede: {text}.' };
        await until(() => inside('details li').some((node) => /^Jahrgang: /.test(node.textContent)), 'the own name of a field');
        await until(() => inside('details li').some((node) => /Anrede: Dr\.$/.test(node.textContent)), 'the own sentence');
      });
    },
  },
  {
    name: 'from right to left the arrow points to the left',
    about: ['files', 'full'],
    async run(tools) {
      await open(tools, WIDGET, { head: FAULTY, html: 'lang="ar" dir="rtl"' });
      const { lines } = await tools.browser.run(openList);
      assert.ok(lines.some((text) => / ← /.test(text)) && !lines.some((text) => /→/.test(text)), lines.join('\n'));
    },
  },
  {
    name: 'the widget speaks every language that has a file',
    about: ['files', 'full'],
    async run(tools) {
      const { browser } = tools;
      await open(tools, element({ ...RECORD, author: [{ family: 'Shannon', given: 'Dr C. E.' }] }));
      for (const tag of ['cs', 'fa', 'fr', 'hi', 'ja', 'ko', 'uk', 'vi', 'zh-Hant']) {
        const [label, title] = await browser.run(async (lang) => {
          widget().lang = lang;
          await until(() => inside('[part=base]')[0].lang === lang.split('-')[0], lang);
          return [inside('label')[0].textContent, inside('summary')[0].textContent];
        }, tag);
        assert.notEqual(label, 'Cite as', tag);
        assert.doesNotMatch(title, /Mended/, tag);
      }
    },
  },
  {
    name: 'parts on demand speak the language of the page, and the page’s own strings replace theirs',
    about: ['files', 'full'],
    async run(tools) {
      const index = { body: JSON.stringify({ locales: [], styles: [], renamed: {} }), type: 'application/json' };
      await open(tools, '<cite-let search report><p>The journal’s own.</p></cite-let>', { head: FAULTY, html: 'lang="fa" dir="rtl"', routes: { '/library/index.json': index } });
      const [label, heading, reasons, own] = await tools.browser.run(async () => {
        inside('[part~=other]')[0].click();
        await until(() => inside('#find').length && inside('[part=report] td').length, 'the parts');
        const found = [inside('label[for=find]')[0].textContent, inside('[part=report] strong')[0].textContent];
        const reasons = inside('[part=report] td[colspan]').map(({ lang }) => lang);
        widget().strings = { 'report-heading': 'Own' };
        await until(() => inside('[part=report] strong')[0].textContent === 'Own', 'the own string');
        return [...found, reasons, inside('[part=report] th')[0].textContent];
      });
      assert.deepEqual([label, heading, own], ['جستجوی شیوه', 'گزارش فراداده‌های این صفحه', 'فیلد']);
      assert.ok(reasons.length && reasons.every((lang) => lang === 'en'), 'the reasons are English');
    },
  },
  {
    name: 'without the file of its language the widget speaks English, and the console has a warning',
    about: ['files', 'full'],
    async run(tools) {
      const routes = { '/strings-de.json': { missing: true } };
      const address = await open(tools, element(RECORD), { html: 'lang="de"', head: CONSOLE, routes });
      const [lang, label, warned] = await tools.browser.run(() => [inside('[part=base]')[0].lang, inside('label')[0].textContent, window.warned]);
      assert.deepEqual([lang, label], ['en', 'Cite as']);
      assert.ok(warned.some((text) => /^cite-let: .*strings-de\.json is missing \(HTTP 404\)/.test(text)), warned.join('\n'));
      assert.equal(tools.hits(`${address}/strings-de.json`), 1);
    },
  },
  {
    name: 'a page in a language without a file asks for none',
    about: ['files', 'full'],
    async run(tools) {
      const address = await open(tools, element(RECORD), { html: 'lang="sv"' });
      assert.equal(tools.hits(`${address}/strings-sv.json`), 0);
      assert.equal(await tools.browser.run(() => inside('[part=base]')[0].lang), 'en');
    },
  },
  {
    name: 'without the file of sentences the list is in English; without the module it says so',
    about: ['files', 'full'],
    async run(tools) {
      const html = 'lang="de"';
      await open(tools, WIDGET, { head: FAULTY + CONSOLE, html, routes: { '/repairs-de.json': '<!DOCTYPE html>Sorry' } });
      const { lines, english } = await tools.browser.run(openList);
      assert.ok(lines.some((text) => /is a form of address/.test(text)), lines.join('\n'));
      assert.deepEqual(english, lines, 'all of it is marked as English');
      assert.ok(await tools.browser.run(() => window.warned.length > 0));
      await open(tools, WIDGET, { head: FAULTY, html, routes: { '/repairs.js': { missing: true } } });
      const [message] = (await tools.browser.run(openList)).english;
      assert.match(message, /^The script repairs\.js, which belongs beside cite-let\.js, could not be loaded/);
    },
  },
  {
    name: 'hostile values stay text in the list',
    about: ['files', 'full'],
    async run(tools) {
      const attack = '<img src=x onerror="window.hacked = true">';
      const title = `The <i>Rise</i> In Post ${attack} Us Withdrawal`;
      await open(tools, element({ ...RECORD, title, author: [{ family: attack, given: `Dr  ${attack}` }], publisher: `<b>${attack}</b>&amp;` }));
      const found = await tools.browser.run(async () => {
        inside('details')[0].open = true;
        await until(() => inside('details li').length, 'the lines');
        return [[...new Set(inside('details li *').map((node) => node.localName))], 'hacked' in window];
      });
      assert.ok(found[0].every((name) => /^(del|ins|bdi|i|b|sup|sub|span)$/.test(name)), found[0].join());
      assert.equal(found[1], false);
    },
  },
];
