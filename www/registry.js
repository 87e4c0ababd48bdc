// Fetches the record of a work from the registry that has its DOI. Loaded only by pages with the attribute `doi` and by
// programs; no other module of Citelet sends a request to another server.

import { CiteletError, sentence } from './error.js';

/** The registries in the order of the requests: Crossref has most of the works that are cited. */
const REGISTRIES = [
  { format: 'crossref', name: 'Crossref', base: 'https://api.crossref.org/works/' },
  { format: 'datacite', name: 'DataCite', base: 'https://api.datacite.org/dois/' },
];

/** The time limit for one registry, in milliseconds. */
const TIMEOUT = 15_000;

/**
 * The bare DOI in `https://doi.org/10.…`, `doi:10.…` or `10.…`; empty where there is none.
 *
 * @param {unknown} text
 * @returns {string}
 */
export function bareDoi(text) {
  const match = /10\.\d{4,9}(?:\.\d+)*\/\S+/.exec(decoded(String(text ?? '').trim()));
  return match ? match[0] : '';
}

/** In an address the slash of a DOI may be percent-encoded. */
function decoded(text) {
  try {
    return /^https?:/i.test(text) ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
}

/**
 * Fetches the record of a DOI from Crossref or, where Crossref does not have it, from DataCite.
 *
 * @param {string} doi bare or in an address
 * @param {import('./registry.js').RegistryOptions} [options] the addresses to which the DOI is appended, the registries'
 *   own by default; `null` leaves a registry out
 * @returns {Promise<{format: 'crossref'|'datacite', record: object}>} the parameters of `Engine.read`
 * @throws {CiteletError} with the codes `record` (no DOI, or no registry has it) and `network`
 */
export async function fetchWork(doi, options = {}) {
  const bare = bareDoi(doi);
  if (!bare) throw new CiteletError('record', `“${doi}” is no DOI, which begins with “10.” and has a slash.`);
  let failure;
  for (const { format, name, base } of REGISTRIES) {
    const address = options[format] === undefined ? base : options[format];
    if (!address) continue;
    try {
      const record = await fetchRecord(`${address}`.replace(/\/?$/, '/') + encodeURIComponent(bare), name, options.signal);
      if (record) return { format, record };
    } catch (error) {
      // The caller's signal ends the whole search.
      if (options.signal?.aborted) throw error;
      failure ??= error;
    }
  }
  throw failure ?? new CiteletError('record', `No registry has a record of the DOI ${bare}.`);
}

/**
 * Fetches the record of a DOI, reads it and repairs it.
 *
 * @param {import('./index.js').Engine} engine
 * @param {string} doi
 * @param {import('./registry.js').RegistryOptions & {repair?: boolean}} [options]
 * @returns {Promise<import('./index.js').ReadResult>}
 * @throws {CiteletError} as `fetchWork` does
 */
export async function readWork(engine, doi, options = {}) {
  const { format, record } = await fetchWork(doi, options);
  const [result] = engine.read(record, format, { repair: options.repair ?? true });
  if (!result) throw new CiteletError('record', `What the registry says of ${bareDoi(doi)} is no record of a work.`);
  return result;
}

/** The response of a registry; `undefined` where it does not have the DOI. */
async function fetchRecord(url, name, signal) {
  let response;
  try {
    const limit = signal ?? AbortSignal.timeout?.(TIMEOUT);
    response = await fetch(url, { headers: { accept: 'application/json' }, credentials: 'omit', signal: limit });
  } catch (error) {
    throw new CiteletError('network', `${name} could not be asked: ${sentence(error)}`, error);
  }
  if (response.status === 404 || response.status === 410) return undefined;
  if (!response.ok) throw new CiteletError('network', `${name} did not answer (HTTP ${response.status}).`);
  try {
    return await response.json();
  } catch (error) {
    throw new CiteletError('network', `${name} did not answer with JSON: ${sentence(error)}`, error);
  }
}
