// The styles and file formats that one element can show, and what it shows of a record in them.

import { CiteletError } from './error.js';
import { loadExporter } from './engine.js';
import { loadFromLibrary } from './on-demand.js';
import { DEFAULT_STYLES, FORMATS, titleOf } from './style-names.js';

/**
 * @typedef {object} Citation a record in one form of a style, or as an entry in a file format
 * @property {string} style name of the style or format
 * @property {import('./index.js').CitationForm|import('./index.js').ExportFormat} form
 * @property {{text: string, html?: string, runs?: import('./index.js').Run[]}} content
 * @property {boolean} [hanging] whether lines after the first are indented
 */

export class StyleCatalog {
  /** @type {import('./index.js').PageEngine|undefined} */
  #engine;
  /** The styles of the engine. Asking for them takes a phone 2 ms. @type {import('./index.js').StyleInfo[]} */
  #infos = [];
  #element;
  /** What writes file formats; none until it is wanted, `null` when it cannot be had. @type {import('./index.js').Exporter|null|undefined} */
  #exporter;
  /** The styles loaded from the library, by the names under which they were requested. */
  #fromLibrary = new Map();

  /** @param {import('./cite-let-element.js').CiteLetElement} element */
  constructor(element) {
    this.#element = element;
  }

  /** The engine that reads the record; none until it is loaded. */
  get engine() {
    return this.#engine;
  }

  set engine(engine) {
    this.#engine = engine;
    this.#infos = engine.styles();
  }

  /**
   * Loads styles, and the element's language, from the library.
   *
   * @param {string[]} names
   * @returns {Promise<[string, Error][]>} the errors, by name
   */
  async load(names) {
    const { library, locale } = this.#element;
    const { styles, errors } = await loadFromLibrary(this.engine, library, names, locale);
    for (const [name, style] of styles) this.#fromLibrary.set(name, style);
    this.#infos = this.engine.styles();
    return errors;
  }

  /**
   * Loads what writes file formats, if it is not here and the engine does not write them itself.
   *
   * @throws {CiteletError} the formats are not on offer then
   */
  async loadExporter() {
    try {
      this.#exporter ||= this.engine.export ? this.engine : await loadExporter();
    } catch (error) {
      this.#exporter = null;
      throw error;
    }
  }

  /** The names of all styles and formats that can be shown. */
  known() {
    const formats = this.#exporter === null ? [] : Object.keys(FORMATS);
    return [...this.#infos.map(({ name }) => name), ...this.#fromLibrary.keys(), ...formats];
  }

  /** The names in the picker: those of the attribute `styles` that can be shown, or all while there is no engine. */
  offered() {
    const { styles, search } = this.#element;
    if (!this.engine) return styles;
    const known = this.known();
    // What the reader found in the library stays on offer.
    const found = search ? [...this.#fromLibrary.keys()] : [];
    const offered = [...new Set([...styles.filter((name) => known.includes(name)), ...found])];
    return offered.length ? offered : known.filter((name) => DEFAULT_STYLES.includes(name));
  }

  /** The title of a style or format in the picker. */
  title(name) {
    return this.#fromLibrary.get(name)?.title ?? titleOf(name, this.#infos);
  }

  /**
   * A record in a style or file format.
   *
   * @param {import('./index.js').Item} item
   * @param {string} name of the style or format
   * @returns {Citation[]} the reference first, then the other forms in which the style prints something; or one entry
   * @throws {CiteletError} with the code `record` when the style prints nothing, `style` when its pack is another's
   */
  cite(item, name) {
    if (name in FORMATS) return [{ style: name, form: name, content: { text: this.export(item, name) } }];
    const { style = name, locale, engine = this.engine } = this.#fromLibrary.get(name) ?? { __proto__: null };
    const { locale: chosen, official } = this.#element;
    const options = { locale: chosen || locale || undefined, official };
    const infos = engine === this.engine ? this.#infos : engine.styles();
    const info = infos.find((info) => info.name === style);
    if (!info) throw new CiteletError('style', `The pack of the style ${style} does not have it.`);
    const { forms, bibliography } = info;
    const citations = forms.map((form) => ({ style: name, form, content: engine.format(item, style, form, options) }));
    citations[0].hanging = bibliography?.hangingIndent;
    if (!citations[0].content.text) throw new CiteletError('record', `The style ${style} makes nothing of this record.`);
    return citations.filter(({ content }) => content.text);
  }

  /** A record as an entry in a file format, after {@link loadExporter}. */
  export(item, format) {
    return this.#exporter.export(item, format, { ascii: this.#element.ascii });
  }
}
