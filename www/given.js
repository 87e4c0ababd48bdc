// The record, or single fields of it, that a page states itself. Only elements that state something load this module.

import { Problem, sentence } from './problem.js';
import { JSON_CHILD, OVERRULES, isOverrule } from './stated.js';

/** Variables that CSL writes in capitals, which attributes cannot. */
const IN_CAPITALS = ['doi', 'isbn', 'issn', 'pmcid', 'pmid', 'url'];

/**
 * The record of an element that states one or overrules fields of what is read otherwise.
 *
 * @param {import('./cite-let-element.js').CiteLetElement} element
 * @param {import('./index.js').Engine} engine
 * @param {{repair: boolean}} options
 * @param {() => Promise<import('./index.js').Reading>} otherwise reads what the element does not state
 * @returns {Promise<import('./index.js').Reading>}
 * @throws {Problem} with the codes `record`, `missing-file` and `network`
 */
export async function readGiven(element, engine, options, otherwise) {
  const given = await givenRecord(element);
  const reading = given === undefined ? await otherwise() : engine.tidy(given, options);
  return overruled(reading, overrules(element), engine);
}

/** The fields that the element's attributes and, where it says so, the JSON inside it set. */
function overrules(element) {
  const fields = {};
  for (const { name, value } of element.attributes) {
    const variable = name.slice(OVERRULES.length);
    if (isOverrule(name)) fields[IN_CAPITALS.includes(variable) ? variable.toUpperCase() : variable] = value || null;
  }
  const child = element.overrule && element.querySelector(JSON_CHILD);
  return child ? { ...fields, ...parse(child.textContent, 'The JSON inside <cite-let>') } : fields;
}

/**
 * A reading with some fields set by people. They are read leniently but not mended: what a person says on purpose is
 * no slip. Repairs and warnings about these fields are past. A field that is `null` or empty is taken away.
 */
function overruled(reading, fields, engine) {
  const set = Object.entries(fields).filter(([, value]) => value !== null);
  if (!Object.keys(fields).length) return reading;
  const { item, warnings } = engine.tidy({ type: reading.item.type, ...Object.fromEntries(set) }, { repair: false });
  delete item.id;
  // The reader knows other names of some variables, and returns what it read under CSL's own.
  const past = new Set([...Object.keys(fields), ...Object.keys(item)]);
  if (!fields.type) past.delete('type');
  const isPast = (field) => past.has(field.split(/[.[]/)[0]);
  const rest = Object.entries(reading.item).filter(([name]) => !isPast(name));
  return {
    item: { ...Object.fromEntries(rest), ...item },
    repairs: reading.repairs.filter(({ field }) => !isPast(field)),
    warnings: [...reading.warnings.filter(({ field }) => !isPast(field)), ...warnings.filter(({ field }) => isPast(field))],
  };
}

async function givenRecord(element) {
  if (element.item) return single(element.item, 'The item property');
  const child = !element.overrule && element.querySelector(JSON_CHILD);
  if (child) return parse(child.textContent, 'The JSON inside <cite-let>');
  const { src } = element;
  return src ? parse(await fetchText(src), src) : undefined;
}

function parse(text, what) {
  let value;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Problem('record', `${what} is not JSON: ${sentence(error)}`, error);
  }
  return single(value, what);
}

/** CSL-JSON comes as one record or as a list of them; of a list the first is cited. */
function single(value, what) {
  const item = Array.isArray(value) ? value[0] : value;
  if (item === null || typeof item !== 'object') {
    throw new Problem('record', `${what} is no CSL-JSON record, which is an object like {"type": "article-journal", "title": …}.`);
  }
  return item;
}

async function fetchText(url) {
  let response;
  try {
    response = await fetch(url);
  } catch (error) {
    throw new Problem('network', `The record ${url} could not be fetched: ${sentence(error)}`, error);
  }
  if (!response.ok) throw new Problem('missing-file', `The record ${url} is missing (HTTP ${response.status}).`);
  return response.text();
}
