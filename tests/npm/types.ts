// Compiles only if the declared types say what the package does.

import { Engine, loadEngine, type Formatted, type ReadResult } from 'citelet';
import { CiteLetElement } from 'citelet/element';
import 'citelet/define';
import { readWork } from 'citelet/registry';

const engine: Engine = await loadEngine();
const names: string[] = engine.load(new Uint8Array());
const { html, runs }: Formatted = engine.format({ type: 'book' }, 'apa', 'in-text', { locale: 'de-AT' });
const { item, repairs }: ReadResult = engine.readPage(document, { repair: false });
const text: string = engine.export([item], 'bibtex', { ascii: true });
const [{ warnings }]: ReadResult[] = engine.read('TY  - BOOK', 'ris', { repair: false });
const fetched: ReadResult = await readWork(engine, '10.1/x', { datacite: null, repair: false });
const element: CiteLetElement | null = document.querySelector('cite-let');
element?.addEventListener('cite-let-copy', (event) => event.detail.text.length);

// @ts-expect-error There is no such form.
engine.format(item, 'apa', 'footnote');
// @ts-expect-error There is no such format.
engine.read('', 'endnote');
// @ts-expect-error Attributes are text.
if (element) element.locale = 3;

export { warnings, fetched, html, names, repairs, runs, text };
