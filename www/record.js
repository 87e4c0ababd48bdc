// Finds the record that an element cites.

import { fromRegistry, given } from './on-demand.js';
import { Problem } from './problem.js';
import { JSON_CHILD, isOverrule } from './stated.js';

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
  const options = { repair: element.repair === 'on' };
  const { doi, registries, ownerDocument } = element;
  const otherwise = () => (doi ? fromRegistry(doi, { ...options, ...registries }) : engine.readPage(ownerDocument, options));
  const child = element.querySelector(JSON_CHILD);
  const stated = element.item || element.src || (child && !element.overrule);
  const states = stated || child || element.getAttributeNames().some(isOverrule);
  const reading = await (states ? given(element, engine, options, otherwise) : otherwise());
  const { item, warnings } = reading;
  if (!item.title && !item.author?.length && !item['container-title'] && !item.editor?.length) {
    const where = stated || doi ? 'The record names no title, author or container' : 'This page has no metadata of an article';
    throw new Problem('metadata', warnings[0] ? `${where}: ${warnings[0].message}` : `${where}.`);
  }
  return reading;
}
