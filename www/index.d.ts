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

/** A record in CSL-JSON; other variables of the CSL specification may stand beside those named here. */
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

/** A slip that was mended. */
export interface Repair {
  /** Where, such as `author[0].given`. */
  field: string;
  from: string;
  to: string;
  /** The rule that says so, such as `honorific`. */
  rule: string;
  /** What the rule rests on. */
  evidence?: string;
}

/** Something that could not be settled. */
export interface Warning {
  field: string;
  /** One sentence. */
  message: string;
}

/** A record as read and mended. */
export interface ReadResult {
  item: Item;
  repairs: Repair[];
  warnings: Warning[];
}

/** A work that a page cites. */
export interface Reference {
  /** The reference as the page words it. */
  raw: string;
  /** What it says; missing where it could not be read. */
  item?: Item;
  /** Whether no field rests on a guess. */
  sure: boolean;
  repairs: Repair[];
  /** Why a person should look. */
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
  /** Where it links to. */
  href?: string;
}

/** A formatted citation in three shapes. */
export interface Formatted {
  /**
   * Escaped HTML with `i`, `em`, `b`, `sup`, `sub`, `span`, `div` and `a`, such as the clipboard wants: small capitals, underlines and
   * what is upright within italics are `style` attributes, which a strict content security policy ignores; `runs` serves there.
   */
  html: string;
  text: string;
  runs: Run[];
}

/** A form in which a work is cited. */
export type CitationForm = 'reference' | 'in-text' | 'narrative' | 'note' | 'short-note';

/** A file format, or a registry whose answers are read. */
export type ImportFormat = 'bibtex' | 'ris' | 'csl-json' | 'crossref' | 'datacite';

/** A file format to export to. */
export type ExportFormat = 'bibtex' | 'ris' | 'csl-json';

export interface StyleInfo {
  /** The name to ask for it by, such as `apa`. */
  name: string;
  /** The official title. */
  title: string;
  /** The forms it offers, the reference first. */
  forms: CitationForm[];
  /** How its bibliography is set, where it has one; told by the full engine. */
  bibliography?: {
    /** Whether lines after the first are indented. */
    hangingIndent: boolean;
    /** Whether what follows the label is aligned: the label stands in the margin, or flush with it. */
    secondFieldAlign?: 'flush' | 'margin';
    /** The height of a line, in lines. */
    lineSpacing: number;
    /** The space between entries, in lines. */
    entrySpacing: number;
  };
}

export interface FormatOptions {
  /** Language of terms and dates, such as `de-AT`; the style's own where it is missing. */
  locale?: string;
  /** The place cited, such as `12–15`, for citations and notes. */
  locator?: string;
  /** What the locator counts, a term of the CSL specification such as `chapter`; `page` where it is missing. */
  label?: string;
}

/** The citation engine. Every method throws an `Error` of one sentence for what it cannot do. */
export class Engine {
  constructor();
  /** Loads a bundle of compiled styles and locales and returns their names. */
  load(bundle: Uint8Array): string[];
  styles(): StyleInfo[];
  /** Reads the metadata of a page. `repair` is true by default. */
  readPage(document: Document, options?: { repair?: boolean }): ReadResult;
  /**
   * Reads the records of a file or of a registry's answer. What is JSON may be a text or an object. Only the full
   * engine has this.
   */
  read(input: string | object, format: ImportFormat, options?: { repair?: boolean }): ReadResult[];
  /** Reads CSL-JSON leniently. `repair` is true by default. */
  tidy(item: object, options?: { repair?: boolean }): ReadResult;
  format(item: object, style: string, form: CitationForm, options?: FormatOptions): Formatted;
  /** Formats records as a list, in the style's order; in the order given with `sort: false`. In the full engine only. */
  bibliography(items: object[], style: string, options?: FormatOptions & { sort?: boolean }): (Formatted & { id: string })[];
  /** Writes one record or several as a file of another format; `ris` and `ascii` in the full engine only. */
  export(items: object | object[], format: ExportFormat, options?: { ascii?: boolean }): string;
  /** Reads the works that a page cites. `repair` is true by default. In the full engine only. */
  references(document: Document, options?: { repair?: boolean }): Reference[];
  /** Frees the engine's memory. The page's shared engine is not to be freed. */
  free(): void;
}

/** The page's engine with the shipped styles, loaded once. Rejects with a {@link CiteletError}. */
export function loadEngine(files?: { wasm?: URL | string; pack?: URL | string }): Promise<Engine>;

/** Why the widget could not do something. */
export type WidgetErrorCode =
  | 'no-webassembly'
  | 'network'
  | 'missing-file'
  | 'wasm'
  | 'csp'
  | 'pack'
  | 'record'
  | 'metadata'
  | 'style'
  | 'clipboard'
  | 'engine';

/** Why something cannot be done. */
export interface CiteletError<Code extends string = WidgetErrorCode> {
  code: Code;
  /** One sentence. */
  message: string;
}
