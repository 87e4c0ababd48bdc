// The playground: paste a work in any form, and see its record, repairs, warnings and citation.

import { copy } from './clipboard.js';
import { createElement, formattedText } from './dom.js';
import { saveCitation } from './download.js';
import { sentence } from './error.js';
import { formatOf, readText, startEngine } from './playground-reader.js';
import { Styles } from './playground-styles.js';
import { listsOf } from './repairs.js';

/** How long the reader must have stopped typing, in milliseconds. */
const PAUSE = 300;

const FORMS = { reference: 'Reference', 'in-text': 'In text', narrative: 'In a sentence', note: 'Note', 'short-note': 'Later notes' };

const FORMATS = { page: 'the source of a page', bibtex: 'BibTeX', ris: 'RIS', 'csl-json': 'CSL-JSON', doi: 'a DOI' };

const STRINGS = { repaired: 'Mended details', warnings: 'Uncertain details' };

const EXAMPLES = {
  bibtex: `@article{shannon1948,
  author  = {Shannon, Dr. Claude E.},
  title   = {A Mathematical Theory of {Communication}},
  journal = {Bell System Technical Journal},
  year    = 1948, volume = 27, number = 3, pages = {pp. 379--423},
  doi     = {https://doi.org/10.1002/j.1538-7305.1948.tb01338.x}
}`,
  ris: `TY  - BOOK
AU  - KUHN, THOMAS S.
TI  - THE STRUCTURE OF SCIENTIFIC REVOLUTIONS
PB  - University of Chicago Press
CY  - Chicago
PY  - 1962
ER  - `,
  'csl-json': `[
  {
    "type": "article-journal",
    "title": "Invariante Variationsprobleme",
    "author": [{ "family": "Noether", "given": "Prof. Emmy" }],
    "container-title": "Nachrichten von der Gesellschaft der Wissenschaften zu Göttingen",
    "volume": "Jg. 1918",
    "page": "235–257",
    "issued": { "date-parts": [[1918]] },
    "language": "German"
  }
]`,
};

/** The elements of the page that have an id, by it. */
const parts = Object.fromEntries([...document.querySelectorAll('[id]')].map((element) => [element.id, element]));

/** @type {Styles|undefined} */
let styles;
/** @type {import('./index.js').ReadResult[]} */
let results = [];
/** Number of the latest request: what is overtaken by a later one ends without effect. */
let latest = 0;

const shown = () => results[Number(parts.record.value) || 0];

/** Shows a message, and takes away what no longer belongs to the text. */
function fail(message) {
  parts.status.textContent = message;
  parts.result.hidden = true;
}

/**
 * Reads what is pasted. A DOI is sent to a registry only when that is requested.
 *
 * @param {boolean} isRequested whether the reader pressed the button
 */
async function read(isRequested) {
  const request = (latest += 1);
  const text = parts.input.value;
  if (!text.trim()) return fail('');
  const format = parts.format.value || formatOf(text);
  if (!format) return fail('This looks like none of the forms. Choose one in “Read as”.');
  if (format === 'doi' && !isRequested) return fail('A DOI: “Read” asks Crossref or DataCite for its record.');
  parts.status.textContent = 'Reading …';
  try {
    const found = await readText(text, format, { repair: parts.repair.checked });
    const engine = await startEngine();
    if (request !== latest) return undefined;
    if (!found.length) return fail(`There is no record in this text, which was read as ${FORMATS[format]}.`);
    results = found;
    styles ??= offerStyles(engine);
    parts.status.textContent = `Read as ${FORMATS[format]}: ${found.length === 1 ? 'one record' : `${found.length} records`}.`;
    offerRecords();
    parts.result.hidden = false;
    await show();
  } catch (error) {
    if (request === latest) fail(sentence(error));
  }
  return undefined;
}

function offerStyles(engine) {
  const offered = new Styles(engine, parts.style);
  offered.openLibrary().then((count) => {
    parts.finder.hidden = !count;
    parts.found.textContent = `${count} styles`;
  });
  return offered;
}

function offerRecords() {
  const titles = results.map(({ item }, index) => String(item.title ?? item.id ?? `Record ${index + 1}`));
  parts.record.replaceChildren(...titles.map((title, index) => createElement('option', { value: index }, title)));
  parts.records.hidden = results.length < 2;
}

/** Shows the chosen record. */
async function show() {
  const result = shown();
  parts.json.textContent = JSON.stringify(result.item, null, 2);
  const [lists] = await Promise.all([listsOf(result, STRINGS, { lang: 'en', dir: 'ltr' }), showCitations()]);
  const titled = lists.flatMap((list) => [createElement('h3', {}, list.getAttribute('aria-label')), list]);
  parts.report.replaceChildren(...(titled.length ? titled : [createElement('p', {}, 'Nothing was repaired, and nothing is uncertain.')]));
}

async function showCitations() {
  const request = latest;
  try {
    const citations = await styles.cite(shown().item);
    if (request !== latest) return;
    const none = [createElement('div', {}, createElement('dt', {}, 'This style makes nothing of this record.'))];
    parts.citations.replaceChildren(...(citations.length ? citations.map(citationRow) : none));
  } catch (error) {
    parts.citations.replaceChildren(createElement('div', {}, createElement('dt', {}, sentence(error))));
  }
}

/** A citation in one form, with a button that copies it. */
function citationRow({ form, content }) {
  const title = FORMS[form] ?? form;
  const text = createElement('div', { dir: 'auto', class: 'text' }, formattedText(content.runs));
  const button = createElement('button', { type: 'button', 'aria-label': `Copy: ${title}` }, 'Copy');
  button.onclick = async () => {
    parts.status.textContent = (await copy(content, text)) ? 'Copied.' : 'Selected: press Ctrl+C or ⌘C.';
  };
  return createElement('div', {}, createElement('dt', {}, title), createElement('dd', {}, text, button));
}

async function save(format) {
  const engine = await startEngine();
  const { item } = shown();
  saveCitation(format, engine.export(item, 'bibtex'), engine.export(item, format));
  parts.status.textContent = 'Saved.';
}

async function showExample(name) {
  parts.format.value = '';
  parts.input.value = EXAMPLES[name] ?? (await (await fetch(new URL('./index.html', import.meta.url))).text());
  await read(false);
}

let pause;
parts.input.oninput = () => {
  clearTimeout(pause);
  pause = setTimeout(() => read(false), PAUSE);
};
parts.form.onsubmit = (event) => {
  event.preventDefault();
  clearTimeout(pause);
  read(true);
};
parts.format.onchange = () => read(false);
parts.repair.onchange = () => read(false);
parts.record.onchange = show;
parts.style.onchange = showCitations;
parts.find.oninput = () => {
  parts.found.textContent = `${styles.find(parts.find.value)} found`;
};
for (const button of document.querySelectorAll('[data-example]')) button.onclick = () => showExample(button.dataset.example);
for (const button of document.querySelectorAll('[data-save]')) button.onclick = () => save(button.dataset.save);
// What was typed before this script ran, or was there when the reader came back.
if (parts.input.value) read(false);
