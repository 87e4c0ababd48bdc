// Finds the record that an element cites.

import { CiteletError } from './error.js';
import { readExplicitRecord, readRegistryRecord } from './on-demand.js';
import { JSON_CHILD, isFieldAttribute } from './record-markup.js';

/**
 * Reads the record of an element and repairs it. In order of precedence it comes from the property `item`, the JSON
 * inside the element, the file of `src`, the registry that has `doi`, or the metadata of the page. Fields that the page's
 * author overrules replace those of any of these.
 *
 * @param {import('./cite-let-element.js').CiteLetElement} element
 * @param {import('./index.js').PageEngine} engine
 * @returns {Promise<import('./index.js').ReadResult>}
 * @throws {CiteletError} with the codes `record`, `missing-file`, `network` and `metadata`
 */
export async function findRecord(element, engine) {
  const options = { repair: element.repair === 'on' };
  const { doi, registries, ownerDocument } = element;
  const readElsewhere = () =>
    doi ? readRegistryRecord(doi, { ...options, ...registries }) : engine.readPage(ownerDocument, options);
  const child = element.querySelector(JSON_CHILD);
  const hasRecord = element.item || element.src || (child && !element.overrule);
  const isExplicit = hasRecord || child || element.getAttributeNames().some(isFieldAttribute);
  const result = await (isExplicit ? readExplicitRecord(element, engine, options, readElsewhere) : readElsewhere());
  const { warnings } = result;
  // Without what scripts of the page may have added to `Object.prototype`.
  const item = { __proto__: null, ...result.item };
  // Of a page without an article's metadata only the title is read.
  const titled = item.title && (isExplicit || doi || item.type !== 'webpage');
  if (!titled && !item.author?.length && !item['container-title'] && !item.editor?.length) {
    const source = hasRecord || doi ? 'The record names no title, author or container' : 'This page has no metadata of an article';
    throw new CiteletError('metadata', warnings[0] ? `${source}: ${warnings[0].message}` : `${source}.`);
  }
  return { ...result, item };
}
