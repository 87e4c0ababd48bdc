// Finds the record that an element cites.

import { fromRegistry } from './on-demand.js';
import { Problem, sentence } from './problem.js';

const JSON_CHILD = 'script[type="application/json"],script[type="application/vnd.citationstyles.csl+json"]';

/** What an attribute's name begins with that overrules a field; a CSL variable follows. */
const OVERRULES = 'data-csl-';

/** Variables that CSL writes in capitals, which attributes cannot. */
const IN_CAPITALS = ['doi', 'isbn', 'issn', 'pmcid', 'pmid', 'url'];

/** Whether an attribute overrules a field. */
export const isOverrule = (name) => name.startsWith(OVERRULES);

/**
 * The record of an element, read and mended: its `item` property, else a JSON script inside it, else the file that
 * `src` names, else what the registries say of its `doi`, else the metadata of the page. What the page's author
 * overrules holds over all of these.
 *
 * @param {import('./cite-let-element.js').CiteLetElement} element
 * @param {import('./index.js').Engine} engine
 * @returns {Promise<import('./index.js').Reading>}
 * @throws {Problem} with the codes `record`, `missing-file`, `network` and `metadata`
 */
export async function findRecord(element, engine) {
  const repair = element.repair === 'on';
  const given = await givenRecord(element);
  const { doi, registries } = element;
  let reading;
  if (given !== undefined) reading = engine.tidy(given, { repair });
  else if (doi) reading = await fromRegistry(doi, { repair, ...registries });
  else reading = engine.readPage(element.ownerDocument, { repair });
  reading = overruled(reading, overrules(element), engine);
  const { item, doubts } = reading;
  if (!item.title && !item.author?.length && !item['container-title'] && !item.editor?.length) {
    const where = given ?? doi ? 'The record names no title, author or container' : 'This page has no metadata of an article';
    throw new Problem('metadata', doubts[0] ? `${where}: ${doubts[0].message}` : `${where}.`);
  }
  return reading;
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
 * no slip. Repairs and doubts about these fields are past. A field that is `null` or empty is taken away.
 */
function overruled(reading, fields, engine) {
  const set = Object.entries(fields).filter(([, value]) => value !== null);
  if (!Object.keys(fields).length) return reading;
  const { item, doubts } = engine.tidy({ type: reading.item.type, ...Object.fromEntries(set) }, { repair: false });
  delete item.id;
  // The reader knows other names of some variables, and returns what it read under CSL's own.
  const past = new Set([...Object.keys(fields), ...Object.keys(item)]);
  if (!fields.type) past.delete('type');
  const isPast = (field) => past.has(field.split(/[.[]/)[0]);
  const rest = Object.entries(reading.item).filter(([name]) => !isPast(name));
  return {
    item: { ...Object.fromEntries(rest), ...item },
    repairs: reading.repairs.filter(({ field }) => !isPast(field)),
    doubts: [...reading.doubts.filter(({ field }) => !isPast(field)), ...doubts.filter(({ field }) => isPast(field))],
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
