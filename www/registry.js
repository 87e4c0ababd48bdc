// Fetches the record of a work from the registry that has its DOI. Only pages that ask for it load this module, and
// nothing else in Citelet asks another server for anything.

import { Problem, sentence } from './problem.js';

/** The registries in the order in which they are asked: Crossref has most of what is cited. */
const REGISTRIES = [
  { format: 'crossref', name: 'Crossref', base: 'https://api.crossref.org/works/' },
  { format: 'datacite', name: 'DataCite', base: 'https://api.datacite.org/dois/' },
];

/** How long one registry may take, in milliseconds. */
const PATIENCE = 15_000;

/**
 * The bare DOI in `https://doi.org/10.…`, `doi:10.…` or `10.…`; empty where there is none.
 *
 * @param {unknown} text
 * @returns {string}
 */
export function bareDoi(text) {
  const found = /10\.\d{4,9}(?:\.\d+)*\/\S+/.exec(decoded(String(text ?? '').trim()));
  return found ? found[0] : '';
}

/** An address may have the DOI's slash escaped. */
function decoded(text) {
  try {
    return /^https?:/i.test(text) ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
}

/**
 * Fetches the record of a DOI: from Crossref, and where that does not have it, from DataCite.
 *
 * @param {string} doi bare or in an address
 * @param {{crossref?: string|URL|null, datacite?: string|URL|null, signal?: AbortSignal}} [options] the addresses that
 *   the DOI is put behind, the registries' own by default; `null` leaves a registry out
 * @returns {Promise<{format: 'crossref'|'datacite', record: object}>} what `Engine.read` takes
 * @throws {Problem} with the codes `record` (no DOI, or none that a registry has) and `network`
 */
export async function fetchWork(doi, options = {}) {
  const bare = bareDoi(doi);
  if (!bare) throw new Problem('record', `“${doi}” is no DOI, which begins with “10.” and has a slash.`);
  let failure;
  for (const { format, name, base } of REGISTRIES) {
    const address = options[format] === undefined ? base : options[format];
    if (!address) continue;
    try {
      const record = await ask(`${address}`.replace(/\/?$/, '/') + encodeURIComponent(bare), name, options.signal);
      if (record) return { format, record };
    } catch (error) {
      // Whoever gave up wants no other registry asked.
      if (options.signal?.aborted) throw error;
      failure ??= error;
    }
  }
  throw failure ?? new Problem('record', `No registry has a record of the DOI ${bare}.`);
}

/**
 * The record of a DOI, read and mended.
 *
 * @param {import('./index.js').Engine} engine one that reads files
 * @param {string} doi
 * @param {object} [options] those of `fetchWork`, and `repair`
 * @returns {Promise<import('./index.js').Reading>}
 * @throws {Problem} as `fetchWork` does
 */
export async function readWork(engine, doi, options = {}) {
  const { format, record } = await fetchWork(doi, options);
  const [reading] = engine.read(record, format, { repair: options.repair ?? true });
  if (!reading) throw new Problem('record', `What the registry says of ${bareDoi(doi)} is no record of a work.`);
  return reading;
}

/** A registry's answer; `undefined` where it does not have the DOI. */
async function ask(url, name, signal) {
  let response;
  try {
    const limit = signal ?? AbortSignal.timeout?.(PATIENCE);
    response = await fetch(url, { headers: { accept: 'application/json' }, credentials: 'omit', signal: limit });
  } catch (error) {
    throw new Problem('network', `${name} could not be asked: ${sentence(error)}`, error);
  }
  if (response.status === 404 || response.status === 410) return undefined;
  if (!response.ok) throw new Problem('network', `${name} did not answer (HTTP ${response.status}).`);
  try {
    return await response.json();
  } catch (error) {
    throw new Problem('network', `${name} did not answer with JSON: ${sentence(error)}`, error);
  }
}
