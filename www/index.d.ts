/** A name in CSL-JSON. */
export interface Name {
  family?: string;
  given?: string;
  suffix?: string;
  literal?: string;
  'dropping-particle'?: string;
  'non-dropping-particle'?: string;
}

/** A date in CSL-JSON. */
export interface CslDate {
  'date-parts'?: (number | string)[][];
  season?: number | string;
  circa?: boolean;
  literal?: string;
  raw?: string;
}

/** A record in CSL-JSON. It may have any variable of the CSL specification, also those not listed here. */
export interface Item {
  id?: string;
  type: string;
  title?: string;
  author?: Name[];
  editor?: Name[];
  'container-title'?: string;
  issued?: CslDate;
  DOI?: string;
  URL?: string;
  [variable: string]: unknown;
}

/** An error in a record that was repaired. */
export interface Repair {
  /** The place in the record, such as `author[0].given`. */
  field: string;
  from: string;
  to: string;
  /** The name of the rule that was applied, such as `honorific`. */
  rule: string;
  /** What the repair is based on. */
  evidence?: string;
}

/** Something in a record that is uncertain or could not be read. */
export interface Warning {
  /** The place in the record; empty for the record as a whole. */
  field: string;
  /** One sentence. */
  message: string;
}

/** A record with the repairs made and the warnings. */
export interface ReadResult {
  item: Item;
  repairs: Repair[];
  warnings: Warning[];
}

/** A work that a page cites. */
export interface Reference {
  /** The reference as the page prints it. */
  raw: string;
  /** Its fields; missing where it could not be split into fields. */
  item?: Item;
  /** Whether no field is a guess. */
  sure: boolean;
  repairs: Repair[];
  /** The reasons why a person should check it. */
  warnings: Warning[];
}

/** A stretch of text with one formatting. */
export interface Run {
  text: string;
  italic?: boolean;
  bold?: boolean;
  smallCaps?: boolean;
  underline?: boolean;
  sup?: boolean;
  sub?: boolean;
  /** The address of a link. */
  href?: string;
}

/** A formatted citation, in three representations. */
export interface Formatted {
  /**
   * Escaped HTML with `i`, `em`, `b`, `sup`, `sub`, `span`, `div` and `a`, for the clipboard. Small capitals, underlines
   * and upright text within italics are `style` attributes, which a strict content security policy ignores; use `runs`
   * there.
   */
  html: string;
  text: string;
  runs: Run[];
}

/** A form in which a work is cited. */
export type CitationForm = 'reference' | 'in-text' | 'narrative' | 'note' | 'short-note';

/** A format that is read: of files, or of the responses of a registry. */
export type ImportFormat = 'bibtex' | 'ris' | 'csl-json' | 'crossref' | 'datacite';

/** A file format that is written. */
export type ExportFormat = 'bibtex' | 'biblatex' | 'ris' | 'csl-json';

/** A loaded style. */
export interface StyleInfo {
  /** The name for `format` and `bibliography`, such as `apa`. */
  name: string;
  /** The official title. */
  title: string;
  /** The forms of citation that it has, the reference first. */
  forms: CitationForm[];
  /** How its bibliography is set; missing for styles without one. */
  bibliography?: BibliographyLayout;
}

/** How a style sets its bibliography. */
export interface BibliographyLayout {
  /** Whether lines after the first are indented. */
  hangingIndent: boolean;
  /** Whether the text after the label is aligned, and where the label is: in the margin, or flush with the text. */
  secondFieldAlign?: 'flush' | 'margin';
  /** The height of a line, in lines. */
  lineSpacing: number;
  /** The space between entries, in lines. */
  entrySpacing: number;
}

export interface FormatOptions {
  /** Language of terms and dates, such as `de-AT`; the style's own by default. */
  locale?: string;
  /** The place cited, such as `12–15`, for citations and notes. */
  locator?: string;
  /** The kind of locator, a term of the CSL specification such as `chapter`; `page` by default. */
  label?: string;
  /** Whether the style is followed to the letter, without the house rules that it lacks of its manual; false by default. */
  official?: boolean;
}

/** One cite of a citation, with the names of CSL-JSON. */
export interface Cite {
  /** The id of a record of the document. */
  id: string;
  /** The place cited, such as `12–15`. */
  locator?: string;
  /** The kind of locator, a term of the CSL specification such as `chapter`; `page` by default. */
  label?: string;
  /** Text before and after, with inline markup such as `<i>`. */
  prefix?: string;
  suffix?: string;
  /** Prints the cite without the names. */
  'suppress-author'?: boolean;
  /** Prints only the names. */
  'author-only'?: boolean;
}

export interface CitationOptions {
  /** The id of the citation; the document makes one by default. */
  id?: string;
  /** The number of the note that contains the citation; 0, the default, for a citation in the text. */
  note?: number;
  /** `narrative` prints the names in the sentence and the rest after them: Knuth (1984). */
  mode?: 'narrative' | 'author-only' | 'suppress-author';
  /** With `narrative`, the text between the names and the rest. */
  infix?: string;
}

/** A formatted citation of a document, or an entry of a bibliography, with the id of the citation or record. */
export type Printed = Formatted & { id: string };

/**
 * The citations of one document in one style. Every change returns the citations that are printed differently because
 * of it, so that a word processor replaces only those.
 */
export interface CitationDocument {
  /** Adds records that citations may cite, and replaces those with the same id. */
  addItems(items: Item | Item[]): Printed[];
  /**
   * Adds a citation before the one with the id `before`, or at the end. With the id of an existing citation it replaces that
   * one, at the same place unless `before` is given. `changed` contains the citation itself.
   */
  cite(cites: string | Cite | (string | Cite)[], options?: CitationOptions & { before?: string }): { id: string; changed: Printed[] };
  /** Replaces all citations at once, such as after notes were renumbered. */
  setCitations(citations: (CitationOptions & { cites: string | Cite | (string | Cite)[] })[]): Printed[];
  /** Removes a citation. */
  remove(id: string): Printed[];
  /** All citations, in the order of the document. */
  citations(): Printed[];
  /** The records cited, in the style's order; in the order of citing where the document was made with `sort: false`. */
  bibliography(): Printed[];
  /** Frees the document's memory. */
  free(): void;
}

/** Reads the works that a page cites, some at a time. */
export interface ReferenceReader {
  /** The number of works that the page cites. */
  readonly length: number;
  /** Reads the next ones, at most `count`; none after the last. */
  next(count: number): Reference[];
  /** Frees its memory. */
  free(): void;
}

export interface RepairOptions {
  /** Whether errors in the metadata are repaired; true by default. Single rules are switched off in Rust alone. */
  repair?: boolean;
}

/**
 * The engine that every page with `<cite-let>` loads: it reads the page and formats single records.
 *
 * A method throws an `Error` with a {@link EngineErrorCode} in its property `code`.
 */
export interface PageEngine {
  /** Loads a pack of compiled styles and locales, and returns their names. */
  load(pack: Uint8Array): string[];
  /**
   * Adds what is known of languages beside English: the text of one of the files `language-TAG.txt`, or of several one
   * behind the other. `loadEngine` adds those of the page, in Node all of them.
   */
  addLanguages(text: string): void;
  /** The loaded styles. */
  styles(): StyleInfo[];
  /** Reads the metadata of a page and repairs them. */
  readPage(document: Document, options?: RepairOptions): ReadResult;
  /** Reads a record in CSL-JSON leniently and repairs it. */
  tidy(item: object, options?: RepairOptions): ReadResult;
  /** Formats a record in one form of a loaded style. */
  format(item: object, style: string, form: CitationForm, options?: FormatOptions): Formatted;
  /** Frees the engine's memory. The engine that `loadEngine` returns is shared and must not be freed. */
  free(): void;
}

/** What writes records as files in a page. */
export interface Exporter {
  /** Writes one record or several in a file format; with `ascii` BibTeX has LaTeX commands for other characters. */
  export(items: object | object[], format: Exclude<ExportFormat, 'biblatex'>, options?: { ascii?: boolean }): string;
}

/**
 * The full engine, for programs in browsers and in Node: it also formats bibliographies and the citations of documents,
 * reads files and lists of references, and writes files.
 */
export interface Engine extends PageEngine {
  /** Reads the records of a file or of a registry's response. JSON may be a string or an object. */
  read(input: string | object, format?: ImportFormat, options?: RepairOptions): ReadResult[];
  /** Reads the works that a page cites. */
  references(document: Document, options?: RepairOptions): Reference[];
  /** Reads the works that a page cites some at a time, so that a page with thousands of them does not stand still. */
  referenceReader(document: Document, options?: RepairOptions): ReferenceReader;
  /** Formats records as a bibliography in the style's order, or with `sort: false` in the given order. */
  bibliography(items: object[], style: string, options?: FormatOptions & { sort?: boolean }): Printed[];
  /** An empty document, for citations in running text. */
  document(style: string, options?: Pick<FormatOptions, 'locale' | 'official'> & { sort?: boolean }): CitationDocument;
  /** Writes one record or several in a file format; with `ascii` BibTeX and BibLaTeX have LaTeX commands for other characters. */
  export(items: object | object[], format: ExportFormat, options?: { ascii?: boolean }): string;
}

export class Engine {
  /** An engine without styles. The module must have been loaded before, by `loadEngine`. */
  constructor();
}

/** Addresses of the two files of an engine; by default they are beside the module. */
export interface EngineFiles {
  wasm?: URL | string;
  pack?: URL | string;
}

/**
 * Loads the full engine with the shipped styles, once: later calls return the same engine, whatever their `files`. In a
 * browser it rejects with a {@link CiteletError}.
 */
export function loadEngine(files?: EngineFiles): Promise<Engine>;

/** Why a method of an engine failed. */
export type EngineErrorCode =
  /** The text is no file of a language. */
  | 'not-a-language'
  /** The bytes are not a pack. */
  | 'not-a-pack'
  /** The pack was compiled for another release. */
  | 'pack-version'
  /** The pack is cut short or damaged. */
  | 'damaged-pack'
  | 'unknown-style'
  | 'unknown-form'
  | 'unknown-format'
  /** A citation cites a record that was not added to the document. */
  | 'unknown-record'
  /** The document has no citation with that id. */
  | 'unknown-citation'
  /** The text is not JSON, or not a record. */
  | 'invalid-record';

/** Why an engine could not be loaded, or why the widget could not do something. */
export type WidgetErrorCode =
  /** WebAssembly is switched off in the browser, and the engine cannot do without. */
  | 'no-webassembly'
  | 'network'
  /** The server does not have a file. */
  | 'missing-file'
  /** The engine's file is not a WebAssembly module, damaged, or of another release. */
  | 'wasm'
  /** The page's Content-Security-Policy forbids WebAssembly, and the engine cannot do without. */
  | 'csp'
  /** A pack, or the index of the library, is damaged or of another release. */
  | 'pack'
  /** The record given is none, or the style prints nothing for it. */
  | 'record'
  /** The page has no metadata of an article, or the record names no work. */
  | 'metadata'
  /** There is no such style. */
  | 'style'
  /** The browser refused to copy. */
  | 'clipboard'
  /** The engine failed; `message` has its sentence. */
  | 'engine';

/** Why something cannot be done. */
export interface CiteletError<Code extends string = EngineErrorCode | WidgetErrorCode> {
  code: Code;
  /** One sentence that says what was found and what to do about it. */
  message: string;
}
