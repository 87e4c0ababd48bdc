// The formats of a report.

import { plain } from './terminal.js';

const COLUMNS = ['page', 'field', 'stored', 'repaired', 'reason'];

/** The rows of a page: field, stored, repaired, reason. A warning has no repaired value. */
export const rowsOf = ({ page, repairs, warnings }) => [
  ...repairs.map(({ field, from, to, rule, evidence }) => [page, field, from, to, [rule, evidence].filter(Boolean).join('; ')]),
  ...warnings.map(({ field, message }) => [page, field, '', '', message]),
];

const rows = ({ pages, failures }) => [...pages.flatMap(rowsOf), ...failures.map(({ page, error }) => [page, '', '', '', `not read: ${error}`])];

/** Each takes the results and failures and returns a text. */
export const FORMATS = {
  __proto__: null,
  table: (report) => {
    let last;
    return rows(report)
      .map(([page, field, stored, repaired, reason]) => {
        const heading = page === last ? '' : `${last === undefined ? '' : '\n'}${plain(page)}\n`;
        last = page;
        const change = repaired || stored ? `${plain(stored)} → ${plain(repaired)} (${plain(reason)})` : plain(reason);
        return `${heading}  ${field ? `${plain(field)}: ` : ''}${change}\n`;
      })
      .join('');
  },
  // RFC 4180.
  csv: (report) => [COLUMNS, ...rows(report)].map((row) => `${row.map(cell).join(',')}\r\n`).join(''),
  json: ({ pages, failures }) => `${JSON.stringify({ pages, failures }, null, 2)}\n`,
};

/** A cell that no spreadsheet takes for a formula, as `www/report.js` explains. */
const asText = (text) => (/^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text);

const cell = (text) => `"${asText(String(text)).replaceAll('"', '""')}"`;
