import type { Engine, ReadResult } from './index.js';

/** Where the registries are; `null` leaves one out. */
export interface RegistryOptions {
  /** What a DOI is put behind; `https://api.crossref.org/works/` by default. */
  crossref?: string | URL | null;
  /** The same; `https://api.datacite.org/dois/` by default. */
  datacite?: string | URL | null;
  /** Gives up when it fires; without one each registry has 15 seconds. */
  signal?: AbortSignal;
}

/** The bare DOI in an address or a text; empty where there is none. */
export function bareDoi(text: unknown): string;

/** Fetches the record of a DOI. Rejects with a `CiteletError` with the code `record` or `network`. */
export function fetchWork(
  doi: string,
  options?: RegistryOptions,
): Promise<{ format: 'crossref' | 'datacite'; record: object }>;

/** The record of a DOI, read and mended. */
export function readWork(engine: Engine, doi: string, options?: RegistryOptions & { repair?: boolean }): Promise<ReadResult>;
