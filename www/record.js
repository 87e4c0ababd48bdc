// Finds the record that an element cites.

import { Problem, sentence } from './problem.js';

const JSON_CHILD = 'script[type="application/json"],script[type="application/vnd.citationstyles.csl+json"]';

/**
 * The record of an element, read and mended: its `item` property, else a JSON script inside it, else the file
 * that `src` names, else the metadata of the page.
 *
 * @param {import('./cite-let-element.js').CiteLetElement} element
 * @param {import('./index.js').Engine} engine
 * @returns {Promise<import('./index.js').Reading>}
 * @throws {Problem} with the codes `record`, `missing-file`, `network` and `metadata`
 */
export async function findRecord(element, engine) {
  const options = { repair: element.repair === 'on' };
  const given = await givenRecord(element);
  const reading = given === undefined ? engine.readPage(element.ownerDocument, options) : engine.tidy(given, options);
  const { item, doubts } = reading;
  if (!item.title && !item.author?.length && !item['container-title'] && !item.editor?.length) {
    const where = given === undefined ? 'This page has no metadata of an article' : 'The record names no title, author or container';
    throw new Problem('metadata', doubts[0] ? `${where}: ${doubts[0].message}` : `${where}.`);
  }
  return reading;
}

async function givenRecord(element) {
  if (element.item) return single(element.item, 'The item property');
  const child = element.querySelector(JSON_CHILD);
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
