import type { ReadResult } from './index.js';

/** Reads the metadata of article pages from their HTML, in programs that have no DOM. */
export interface HtmlReader {
  /** As `readPage` of an engine does it with a document. */
  readPage(html: string, options?: { repair?: boolean }): ReadResult;
}

/** The reader of the process. Only for Node: a page has its DOM. */
export function loadHtmlReader(): Promise<HtmlReader>;
