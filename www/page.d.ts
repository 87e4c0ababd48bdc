import type { EngineFiles, Exporter, PageEngine } from './index.js';

/** The page's engine with the shipped styles, which all elements of a page share. Rejects with a `CiteletError`. */
export function loadEngine(files?: EngineFiles): Promise<PageEngine>;

/** What writes records as BibTeX, RIS and CSL-JSON. Rejects with a `CiteletError`. */
export function loadExporter(files?: { wasm?: URL | string }): Promise<Exporter>;
