import type { CiteLetProblem, Form, Format, Reading } from './index.js';

/** The words of the widget, each for one place in it. */
export interface Texts {
  /** Name of the whole, for screen readers. */
  title: string;
  /** Label of the style picker. */
  style: string;
  copy: string;
  copied: string;
  /** Said when the browser refused to copy and the text is selected instead. */
  selected: string;
  reference: string;
  'in-text': string;
  narrative: string;
  note: string;
  'short-note': string;
  download: string;
  saved: string;
  mended: string;
  warnings: string;
  /** The last choice of the style picker, where the reader may search. */
  other: string;
  references: string;
  /** Words of the parts that are loaded on demand, such as `search-find`; `words.js` lists them. */
  [partAndKey: `${'search' | 'report' | 'references'}-${string}`]: string;
}

/** `<cite-let>`. Attributes hold the state; each property is a view of one, but for `item` and `strings`. */
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
  /** `repair`: whether slips in the metadata are mended. */
  repair: 'on' | 'off';
  /** `ascii`: whether BibTeX is written in ASCII. */
  ascii: boolean;
  /** `overrule`: whether the JSON inside overrules fields of the page's record. */
  overrule: boolean;
  /** `doi`: a DOI whose record is fetched from a registry. */
  doi: string;
  /** Where the registries are, for `doi`: what a DOI is put behind. */
  registries: { crossref?: string | null; datacite?: string | null } | null;
  /** `search`: whether the reader may look for any other style. */
  search: boolean;
  /** `library`: address of the folder with all styles and languages. */
  library: string;
  /** `references`: whether the article's references can be saved. */
  references: boolean;
  /** `report`: whether the table for editors is shown. */
  report: boolean;
  /** What the metadata store badly, as text with tabs between its columns. */
  reportText(): Promise<string>;
  /** The record to cite; it wins over page, `src` and JSON child. */
  item: object | null;
  /** Words to say otherwise. */
  strings: Partial<Texts>;
  readonly state: 'waiting' | 'ready' | 'failed';
  /** What went wrong last. */
  readonly error: CiteLetProblem | null;
}

declare global {
  interface HTMLElementTagNameMap {
    'cite-let': CiteLetElement;
  }
  interface HTMLElementEventMap {
    'cite-let-ready': CustomEvent<Reading>;
    'cite-let-error': CustomEvent<CiteLetProblem>;
    'cite-let-copy': CustomEvent<{ style: string; form: Form | Format; text: string; html?: string }>;
    'cite-let-style-change': CustomEvent<{ style: string }>;
  }
}
