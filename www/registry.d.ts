import type { Engine, ReadResult, RepairOptions } from './index.js';

/** The addresses of the registries; `null` leaves one out. */
export interface RegistryOptions {
  /** The DOI is appended to it; `https://api.crossref.org/works/` by default. */
  crossref?: string | URL | null;
  /** The DOI is appended to it; `https://api.datacite.org/dois/` by default. */
  datacite?: string | URL | null;
  /** Ends the search. Without a signal there is a limit of 15 seconds for each registry. */
  signal?: AbortSignal;
}

/** The bare DOI in an address or a text; empty where there is none. */
export function bareDoi(text: unknown): string;

/**
 * Fetches the record of a DOI, in the format for `Engine.read`. Rejects with a `CiteletError` with the code `record`
 * (no DOI, or no registry has it) or `network`.
 */
export function fetchWork(
  doi: string,
  options?: RegistryOptions,
): Promise<{ format: 'crossref' | 'datacite'; record: object }>;

/** Fetches the record of a DOI, reads it and repairs it. Needs the full engine; rejects as `fetchWork` does. */
export function readWork(engine: Engine, doi: string, options?: RegistryOptions & RepairOptions): Promise<ReadResult>;
