// The record, or single fields of it, that a page's author gives explicitly. Loaded only for elements that have any.

import { CiteletError, sentence } from './error.js';
import { FIELD_PREFIX, JSON_CHILD, isFieldAttribute } from './record-markup.js';

/** Variables that CSL writes in capitals, which names of attributes cannot have. */
const IN_CAPITALS = ['doi', 'isbn', 'issn', 'pmcid', 'pmid', 'url'];

/** What error messages call the script inside an element. */
const CHILD_TITLE = 'The JSON inside <cite-let>';

/**
 * The record of an element that states one, or that overrules fields of a record read elsewhere.
 *
 * @param {import('./cite-let-element.js').CiteLetElement} element
 * @param {import('./index.js').PageEngine} engine
 * @param {{repair: boolean}} options
 * @param {() => Promise<import('./index.js').ReadResult>} readElsewhere reads the record that the element does not state
 * @returns {Promise<import('./index.js').ReadResult>}
 * @throws {CiteletError} with the codes `record`, `missing-file` and `network`
 */
export async function readExplicit(element, engine, options, readElsewhere) {
  const record = await explicitRecord(element);
  const result = record === undefined ? await readElsewhere() : engine.tidy(record, options);
  return overrule(result, overrulingFields(element), engine);
}

/** The fields that the element's attributes set and, with `overrule`, those of the JSON inside it. */
function overrulingFields(element) {
  const fields = {};
  for (const { name, value } of element.attributes) {
    const variable = name.slice(FIELD_PREFIX.length);
    if (isFieldAttribute(name)) fields[IN_CAPITALS.includes(variable) ? variable.toUpperCase() : variable] = value || null;
  }
  const child = element.overrule && element.querySelector(JSON_CHILD);
  return child ? { ...fields, ...parse(child.textContent, CHILD_TITLE) } : fields;
}

/**
 * A record with some fields replaced. The new values are read leniently but not repaired, because a person chose them on
 * purpose. Repairs and warnings about the old values are dropped. A field that is `null` or empty is removed.
 */
function overrule(result, fields, engine) {
  if (!Object.keys(fields).length) return result;
  const values = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  const { item, warnings } = engine.tidy({ type: result.item.type, ...values }, { repair: false });
  delete item.id;
  // The engine accepts other names of some variables, and returns their values under CSL's own.
  const replaced = new Set([...Object.keys(fields), ...Object.keys(item)]);
  if (!fields.type) replaced.delete('type');
  const isReplaced = (field) => replaced.has(field.split(/[.[]/)[0]);
  const kept = Object.entries(result.item).filter(([name]) => !isReplaced(name));
  return {
    item: { ...Object.fromEntries(kept), ...item },
    repairs: result.repairs.filter(({ field }) => !isReplaced(field)),
    warnings: [...result.warnings.filter(({ field }) => !isReplaced(field)), ...warnings.filter(({ field }) => isReplaced(field))],
  };
}

async function explicitRecord(element) {
  if (element.item) return single(element.item, 'The item property');
  const child = !element.overrule && element.querySelector(JSON_CHILD);
  if (child) return parse(child.textContent, CHILD_TITLE);
  const { src } = element;
  return src ? parse(await fetchText(src), src) : undefined;
}

function parse(text, title) {
  let value;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CiteletError('record', `${title} is not JSON: ${sentence(error)}`, error);
  }
  return single(value, title);
}

/** CSL-JSON is one record or a list of them; of a list the first is cited. */
function single(value, title) {
  const item = Array.isArray(value) ? value[0] : value;
  if (item === null || typeof item !== 'object') {
    throw new CiteletError('record', `${title} is no CSL-JSON record, which is an object like {"type": "article-journal", "title": …}.`);
  }
  return item;
}

async function fetchText(url) {
  let response;
  try {
    response = await fetch(url);
  } catch (error) {
    throw new CiteletError('network', `The record ${url} could not be fetched: ${sentence(error)}`, error);
  }
  if (!response.ok) throw new CiteletError('missing-file', `The record ${url} is missing (HTTP ${response.status}).`);
  return response.text();
}
