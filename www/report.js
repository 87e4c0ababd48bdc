// The editor's report: what the metadata of the page store badly, so that the journal can mend its data.

import { copy } from './clipboard.js';
import { make } from './dom.js';
import { adopt } from './sheet.js';
import { wordsFor } from './words.js';

const CSS = `
[part=report] { padding: var(--gap) calc(var(--gap) * 1.25); border-block-start: 1px solid var(--line); }
[part=report] > * { font-size: .875em; }
.scroll { overflow-x: auto; margin-block: .5em; }
table { border-collapse: collapse; inline-size: 100%; }
th, td { text-align: start; vertical-align: top; padding: .3em .6em .3em 0; border-block-end: 1px solid var(--line); }
`;

/** Rows of the report: field, stored, mended, reason; a warning has no mended value. */
const rows = ({ repairs, warnings }, says) => [
  ...repairs.map(({ field, from, to, rule, evidence }) => [field, from, to, [rule, evidence].filter(Boolean).join('; ')]),
  ...warnings.map(({ field, message }) => [field, '', says.warnings, message]),
];

/**
 * The report as a text that a spreadsheet takes: a line a repair or warning, with tabs between the columns.
 *
 * @param {import('./index.js').Reading} reading
 * @param {string} lang one of the widget's languages
 * @param {Record<string, string>} strings
 * @param {string} address of the page
 */
export function reportText(reading, lang, strings, address) {
  const says = wordsFor(lang, 'report', strings);
  const head = [says.field, says.stored, says.mended, says.reason];
  const lines = [head, ...rows(reading, says)].map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t'));
  return [address, ...(lines.length > 1 ? lines : [says.none])].join('\n');
}

/**
 * The report as a table.
 *
 * @param {import('./index.js').Reading} reading
 * @param {{root: ShadowRoot, lang: string, strings: Record<string, string>, address: string, say: (done: boolean) => void}} host
 * @returns {HTMLElement}
 */
export function reportPanel(reading, { root, lang, strings, address, say }) {
  adopt(root, CSS);
  const says = wordsFor(lang, 'report', strings);
  const found = rows(reading, says);
  const heading = make('strong', {}, says.heading);
  if (!found.length) return make('div', { part: 'report' }, heading, make('p', {}, says.none));
  const row = (cells, name, attributes) => make('tr', {}, ...cells.map((cell) => make(name, attributes, cell)));
  const table = make(
    'table',
    { 'aria-label': says.heading },
    make('thead', {}, row([says.field, says.stored, says.mended, says.reason], 'th', { scope: 'col' })),
    make('tbody', {}, ...found.map((cells) => row(cells, 'td', { dir: 'auto' }))),
  );
  const button = make('button', { part: 'button copy', type: 'button' }, says.copy);
  button.onclick = async () => say(await copy({ text: reportText(reading, lang, strings, address) }, table));
  const scroller = make('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': says.heading }, table);
  return make('div', { part: 'report' }, heading, scroller, button);
}
