import type { EngineFiles, PageEngine } from './index.js';

export { CiteLetElement } from './cite-let-element.js';

/**
 * The page's engine with the shipped styles, which all elements of a page share. Rejects with a `CiteletError`.
 * The full engine is loaded by `loadEngine` of the package's main entry.
 */
export function loadEngine(files?: EngineFiles): Promise<PageEngine>;
