import type { CitationForm, CiteletError, ExportFormat, ReadResult, WidgetErrorCode } from './index.js';

/** The strings of the widget. */
export interface Strings {
  /** Name of the whole widget, for screen readers. */
  title: string;
  /** Label of the style picker. */
  style: string;
  copy: string;
  copied: string;
  /** Label of the button that opens the dialog, and of the one that closes it. */
  button: string;
  close: string;
  /** Message when the browser refused to copy; the text is selected instead. */
  selected: string;
  reference: string;
  'in-text': string;
  narrative: string;
  note: string;
  'short-note': string;
  download: string;
  saved: string;
  /** Message while a file is fetched. */
  loading: string;
  repaired: string;
  warnings: string;
  /** The button beside the style picker that opens the search. */
  other: string;
  references: string;
  /** Message in the place of a citation in a style that prints nothing for the record. */
  failed: string;
  /**
   * Strings of the parts that are loaded on demand, such as `search-find`: `on-demand-strings.js` lists them. Names of
   * fields and sentences about repairs, such as `field-title` and `repair-honorific`: `repairs.js` lists them.
   */
  [partAndKey: `${'search' | 'report' | 'references' | 'field' | 'repair'}-${string}`]: string;
}

/** `<cite-let>`. Attributes hold the state, and each has a property; `item`, `strings` and `registries` have no attribute. */
export class CiteLetElement extends HTMLElement {
  static readonly observedAttributes: string[];
  /** `styles`: names of the styles on offer. A string or a list may be set. */
  get styles(): string[];
  set styles(names: string[] | string);
  /** `style-name`: the style shown. */
  styleName: string;
  /** `src`: address of a CSL-JSON record. */
  src: string;
  /** `locale`: language of the citation's terms and dates. */
  locale: string;
  /** `repair`: whether errors in the metadata are repaired. */
  repair: 'on' | 'off';
  /** `ascii`: whether BibTeX is written in ASCII. */
  ascii: boolean;
  /** `presentation`: whether the citation stands in the page or in a dialog that a button opens. */
  presentation: 'block' | 'button';
  /** `official`: whether the official style files are followed to the letter. */
  official: boolean;
  /** `overrule`: whether the JSON inside overrules fields of the page's record. */
  overrule: boolean;
  /** `doi`: a DOI whose record is fetched from a registry. */
  doi: string;
  /** The addresses of the registries for `doi`; a DOI is appended to them, and `null` leaves one out. */
  registries: { crossref?: string | null; datacite?: string | null } | null;
  /** `search`: whether the reader may search the library for other styles. */
  search: boolean;
  /** `files`: where the files of the release are, if not beside the script. */
  files: string;
  /** `library`: address of the folder with all styles and languages. */
  library: string;
  /** `references`: whether the reader can save the article's references. */
  references: boolean;
  /** `report`: whether the report for editors is shown. */
  report: boolean;
  /** Reads the record again. Changes of the page's metadata are noticed without it. */
  refresh(): void;
  /** What is stored badly in the metadata, as text with tabs between its columns. */
  reportText(): Promise<string>;
  /** The record to cite; it takes precedence over the page, `src` and the JSON inside the element. */
  item: object | null;
  /** Strings that replace the widget's own. */
  get strings(): Partial<Strings>;
  set strings(strings: Partial<Strings> | null | undefined);
  readonly state: 'waiting' | 'ready' | 'failed';
  /** What failed last. */
  readonly error: CiteletError<WidgetErrorCode> | null;
}

declare global {
  interface HTMLElementTagNameMap {
    'cite-let': CiteLetElement;
  }
  interface HTMLElementEventMap {
    'cite-let-ready': CustomEvent<ReadResult>;
    'cite-let-error': CustomEvent<CiteletError<WidgetErrorCode>>;
    'cite-let-copy': CustomEvent<{ style: string; form: CitationForm | ExportFormat; text: string; html?: string }>;
    'cite-let-style-change': CustomEvent<{ style: string }>;
  }
}
