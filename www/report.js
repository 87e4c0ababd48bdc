// The report for editors: what is stored badly in the metadata of the page, so that the journal can correct its data.

import { copy } from './clipboard.js';
import { createElement } from './dom.js';
import { partStrings } from './on-demand-strings.js';
import { adoptStyleSheet } from './style-sheet.js';

const CSS = `
[part=report] { padding: var(--gap) calc(var(--gap) * 1.25); border-block-start: 1px solid var(--line); }
[part=report] > * { font-size: .875em; }
.scroll { overflow-x: auto; margin-block: .5em; }
table { border-collapse: collapse; inline-size: 100%; }
th, td { text-align: start; vertical-align: top; padding: .3em .6em 0 0; }
[colspan] { padding-block: 0 .3em; border-block-end: 1px solid var(--line); }
`;

/** The rows of the report: field, stored, repaired, reason. A warning has no repaired value. */
const rowsOf = ({ repairs, warnings }, strings) =>
  [
    ...repairs.map(({ field, from, to, rule, evidence }) => [field, from, to, [rule, evidence].filter(Boolean).join('; ')]),
    ...warnings.map(({ field, message }) => [field, '', strings.warnings, message]),
  ].map((row) => row.map(asText));

/**
 * A cell that no spreadsheet takes for a formula. The page decides what the cell begins with, and a formula may fetch or
 * run something; an apostrophe before it makes it text (OWASP, "CSV Injection"). The shown table has it too, because
 * readers copy that where the browser refuses to.
 */
const asText = (cell) => (/^\s*[=+\-@＝＋－＠]/.test(cell) ? `'${cell}` : cell);

const headingsOf = (strings) => [strings.field, strings.stored, strings.repaired, strings.reason];

/**
 * @typedef {object} ReportOptions
 * @property {string} lang one of the widget's languages
 * @property {Record<string, string>} strings those of the language and the page's own
 * @property {Document} document the page
 */

/**
 * The report as text for a spreadsheet: the address of the page, then a line for each repair and warning, with tabs
 * between the columns.
 *
 * @param {import('./index.js').ReadResult} result
 * @param {ReportOptions} options
 */
export function reportText(result, { strings: replacements, document }) {
  const strings = partStrings('report', replacements);
  const rows = [headingsOf(strings), ...rowsOf(result, strings)];
  const lines = rows.map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t'));
  return [document.URL, ...(lines.length > 1 ? lines : [strings.none])].join('\n');
}

/**
 * The report as a table.
 *
 * @param {import('./index.js').ReadResult} result
 * @param {ReportOptions & {root: ShadowRoot, onCopy: (done: boolean) => void}} options `root` takes the style sheet;
 *   `onCopy` is called after an attempt to copy the report
 * @returns {HTMLElement}
 */
export function reportPanel(result, options) {
  adoptStyleSheet(options.root, CSS);
  const strings = partStrings('report', options.strings);
  const rows = rowsOf(result, strings);
  const heading = createElement('strong', {}, strings.heading);
  // The engine's fields and reasons are English.
  const english = options.lang === 'en' ? {} : { lang: 'en' };
  if (!rows.length) return createElement('div', { part: 'report' }, heading, createElement('p', {}, strings.none));
  const table = createElement(
    'table',
    { 'aria-label': strings.heading },
    createElement('thead', {}, ...tableRows(headingsOf(strings), 'th', { scope: 'col' })),
    createElement('tbody', {}, ...rows.flatMap((cells) => tableRows(cells, 'td', { dir: 'auto' }, english))),
  );
  const button = createElement('button', { part: 'button copy', type: 'button' }, strings.copy);
  button.onclick = async () => options.onCopy(await copy({ text: reportText(result, options) }, table));
  const scroller = createElement('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': strings.heading }, table);
  return createElement('div', { part: 'report' }, heading, scroller, button);
}

/**
 * Two rows: the reason is a row of its own, because four columns have no room in the sidebar of a journal. `english` are
 * further attributes of the field and the reason.
 */
function tableRows([field, stored, repaired, reason], name, attributes, english) {
  const cell = (text, more) => createElement(name, { ...attributes, ...more }, text);
  const row = (...cells) => createElement('tr', {}, ...cells);
  return [row(cell(field, english), cell(stored), cell(repaired)), row(cell(reason, { ...english, colspan: '3' }))];
}
