// Compiles only if the declared types describe what the package exports.

import {
  Engine,
  loadEngine,
  type CitationDocument,
  type CitationForm,
  type CiteletError,
  type EngineErrorCode,
  type ExportFormat,
  type Formatted,
  type ImportFormat,
  type PageEngine,
  type Printed,
  type ReadResult,
  type Reference,
  type WidgetErrorCode,
} from 'citelet';
import { CiteLetElement } from 'citelet/element';
import { loadEngine as loadPageEngine } from 'citelet/define';
import { loadEngine as loadSmallEngine, loadExporter } from 'citelet/page';
import { loadHtmlReader } from 'citelet/html-reader';
import { bareDoi, fetchWork, readWork } from 'citelet/registry';
import type { CiteLetAttributes } from 'citelet/jsx';
import { findStyle, loadLocale, loadStyle, searchStyles, type Style } from 'citelet-styles';

const attributes: CiteLetAttributes = { 'style-name': 'apa', search: true, 'data-csl-title': 'Wells' };
const small: PageEngine = await loadSmallEngine();
const written: string = (await loadExporter()).export({ type: 'book' }, 'ris');

// The full engine.
const engine: Engine = await loadEngine();
const form: CitationForm = 'in-text';
const { html, runs }: Formatted = engine.format({ type: 'book' }, 'apa', form, { locale: 'de-AT', locator: '12', label: 'chapter' });
const { item, repairs }: ReadResult = engine.readPage(document, { repair: false });
const entries: Printed[] = engine.bibliography([item], 'apa', { sort: false });
const indent: boolean | undefined = engine.styles()[0].bibliography?.hangingIndent;
const format: ExportFormat = 'ris';
const text: string = engine.export([item], format) + engine.export(item, 'bibtex', { ascii: true });
const source: ImportFormat = 'datacite';
const [{ warnings }]: ReadResult[] = engine.read({ data: {} }, source, { repair: false });
const [reference]: Reference[] = engine.references(document);
const citations: CitationDocument = engine.document('apa', { locale: 'de-AT' });
const { changed }: { changed: Printed[] } = citations.cite([{ id: 'a', locator: '3' }, 'b'], { note: 1, before: 'x' });
const other = new Engine();
const names: string[] = other.load(new Uint8Array());
other.free();

// The page's engine.
const pageEngine: PageEngine = await loadPageEngine({ wasm: new URL('https://journal.example/citelet.wasm') });
const same: PageEngine = engine;
const tidied: ReadResult = pageEngine.tidy(item);
const page: string = pageEngine.styles()[0].title + pageEngine.format(item, 'apa', 'note').text;

// @ts-expect-error The page's engine has no bibliographies.
pageEngine.bibliography([item], 'apa');
// @ts-expect-error It reads no files.
pageEngine.read('TY  - BOOK', 'ris');
// @ts-expect-error It reads no lists of references.
pageEngine.references(document);
// @ts-expect-error It writes no files.
pageEngine.export(item, 'bibtex');
const pageIndent: boolean | undefined = pageEngine.styles()[0].bibliography?.hangingIndent;
// @ts-expect-error It has no documents.
pageEngine.document('apa');
// @ts-expect-error It is no full engine.
const full: Engine = pageEngine;
// @ts-expect-error Registries' records are read by the full engine.
readWork(pageEngine, '10.1/x');

// @ts-expect-error There is no such form.
engine.format(item, 'apa', 'footnote');
// @ts-expect-error There is no such format.
engine.read('', 'endnote');
// @ts-expect-error Records of registries are read, not written.
engine.export(item, 'crossref');

// Registries.
const fetched: ReadResult = await readWork(engine, bareDoi('doi:10.1/x'), { datacite: null, repair: false });
const { record } = await fetchWork('10.1/x', { signal: AbortSignal.timeout(1000) });

// Errors.
const codes: (EngineErrorCode | WidgetErrorCode)[] = ['unknown-style', 'csp'];
const code = ({ code }: CiteletError): EngineErrorCode | WidgetErrorCode => code;
// @ts-expect-error There is no such code.
codes.push('unknown');

// The element.
const element: CiteLetElement = document.createElement('cite-let');
element.addEventListener('cite-let-copy', ({ detail }) => detail.text.length);
element.addEventListener('cite-let-ready', ({ detail }) => detail.repairs.length);
element.addEventListener('cite-let-error', ({ detail }) => code(detail));
element.addEventListener('cite-let-style-change', ({ detail }) => detail.style.length);
element.styles = 'apa bibtex';
element.styles = [...element.styles, 'nature'];
element.strings = { style: 'Style', repaired: 'Corrected', 'search-find': 'Find' };
element.registries = { crossref: 'https://journal.example/crossref/', datacite: null };
const report: string = await element.reportText();
// @ts-expect-error The language is a tag.
element.locale = 3;
// @ts-expect-error There is no such string.
element.strings = { heading: 'Cite' };
// @ts-expect-error The state is read-only.
element.state = 'ready';

export { changed, entries, fetched, full, html, indent, names, page, record, reference, repairs, report, runs, same, text, tidied, warnings };

// All styles.
const loadedNames: string[] = engine.load(await loadStyle('nature', { base: new URL('https://journal.example/library/') }));
const found: Style | undefined = await findStyle('nature');
const titles: string[] = (await searchStyles('nature')).map(({ title }) => title);
engine.load(await loadLocale('de-DE'));

// Saved pages.
const saved: ReadResult = (await loadHtmlReader()).readPage('<title>Wells</title>', { repair: false });
