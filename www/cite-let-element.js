import { ReflectingElement, upgradeProperties } from './attributes.js';
import { Controller } from './controller.js';
import { PageChanges } from './page-changes.js';
import { isFieldAttribute } from './record-markup.js';

/** Attributes that change the record or the engine needed; the others change only the presentation. */
const LOADING_ATTRIBUTES = ['doi', 'overrule', 'repair', 'src'];

/**
 * Shows how to cite the article of the page: pick a style, read the citation, copy it with its italics.
 *
 * The content of the element is shown until the widget is ready, and stays if it cannot start.
 *
 * @element cite-let
 *
 * @slot - The journal's own citation, or other content for pages on which the widget cannot start.
 *
 * @attr {string} styles - Names of the styles on offer, in order; the first is shown initially.
 *   Default: `apa modern-language-association chicago-author-date chicago-notes-bibliography bibtex`.
 * @attr {string} style-name - The style shown. Default: the reader's last choice, else the first of `styles`.
 * @attr {string} src - Address of a CSL-JSON record. Default: none; the page's metadata are read.
 * @attr {string} locale - Language of the citation's terms and dates, such as `de-DE`. Default: the style's own.
 * @attr {'on'|'off'} repair - Whether errors in the metadata are repaired. Default: `on`.
 * @attr {boolean} ascii - Whether BibTeX is written in ASCII with LaTeX commands. Default: UTF-8.
 * @attr {'block'|'button'} presentation - Whether the citation stands in the page, or in a dialog that a button opens.
 *   Default: `block`.
 * @attr {boolean} official - Whether the official style files are followed to the letter, without the house rules that they
 *   lack of their manuals.
 * @attr {boolean} overrule - Whether the JSON inside the element overrules single fields of the page's record instead of
 *   replacing it. An attribute `data-csl-VARIABLE` overrules one field too.
 * @attr {string} doi - A DOI whose record is fetched from Crossref or DataCite. Default: none; no request is sent.
 * @attr {boolean} search - Whether the reader may search the library for other styles.
 * @attr {string} files - Where the files of the release are, if not beside the script: the address of a folder, and
 *   `NAME=ADDRESS` for files with other names.
 * @attr {string} library - Address of the folder with all styles and languages. Default: `library/` beside the script.
 * @attr {boolean} references - Whether the reader can save the article's references too.
 * @attr {boolean} report - Whether editors see a table of what is stored badly in the metadata.
 *
 * @fires cite-let-ready - The citation is shown. `detail`: `{item, repairs, warnings}`.
 * @fires cite-let-error - Something cannot be done. `detail`: `{code, message}`.
 * @fires cite-let-copy - The reader copied. `detail`: `{style, form, text, html}`.
 * @fires cite-let-style-change - The reader chose a style. `detail`: `{style}`.
 *
 * @csspart base - The whole widget.
 * @csspart bar - The row with the style picker and the copy button.
 * @csspart style - The style picker, a native `select`.
 * @csspart status - The message after copying.
 * @csspart citation - The reference, or the entry in a file format.
 * @csspart forms - The list of the other forms.
 * @csspart form - One of them: in the text, in a sentence, note, later notes.
 * @csspart button - Every button.
 * @csspart copy - The buttons that copy.
 * @csspart download - The buttons that save a file.
 * @csspart details - What was repaired in the metadata, and what is uncertain.
 * @csspart search - The search for another style.
 * @csspart found - The list of styles found.
 * @csspart report - The table for editors.
 * @csspart other - The button that opens the search.
 * @csspart frame - What stands in the page with the presentation `button`.
 * @csspart open - The button in it.
 * @csspart dialog - The dialog that it opens.
 * @csspart dialog-bar - The row with the title of the dialog and its closing button.
 * @csspart close - That button.
 *
 * @cssprop --cite-let-accent - Colour of the main copy button. Default: the text's.
 * @cssprop --cite-let-background - Background. Default: none.
 * @cssprop --cite-let-border - Colour of lines. Default: the text's colour, mostly transparent.
 * @cssprop --cite-let-gap - Distance between the parts. Default: `0.75em`.
 * @cssprop --cite-let-radius - Rounding of corners. Default: `0.375em`.
 */
export class CiteLetElement extends ReflectingElement {
  #item = null;
  #registries = null;
  #strings = {};
  #updatePending = false;
  #needsLoad = false;
  #controller = new Controller(this, this.attachShadow({ mode: 'open' }), (name, detail) => {
    this.dispatchEvent(new CustomEvent(`cite-let-${name}`, { bubbles: true, composed: true, detail }));
  });
  /** Attributes that overrule fields may have any name, and `observedAttributes` cannot list those. */
  #fieldAttributes = new MutationObserver((changes) => {
    if (changes.some(({ attributeName }) => isFieldAttribute(attributeName))) this.#requestUpdate(true);
  });
  #pageChanges = new PageChanges(this, () => {
    if (!this.item && !this.src && !this.doi) this.#requestUpdate(true);
  });

  connectedCallback() {
    upgradeProperties(this);
    this.#fieldAttributes.observe(this, { attributes: true });
    this.#pageChanges.start();
    this.#requestUpdate(true);
  }

  adoptedCallback() {
    this.#controller.moveStyles();
  }

  disconnectedCallback() {
    this.#controller.stop();
    this.#fieldAttributes.disconnect();
    this.#pageChanges.stop();
  }

  /** Every observed attribute shows the widget anew, which takes the focus from the forms' buttons. */
  attributeChangedCallback(name, before, after) {
    if (before !== after) this.#requestUpdate(LOADING_ATTRIBUTES.includes(name));
  }

  /** The style shown, one of those on offer. @type {string} */
  get styleName() {
    return this.#controller.styleName;
  }
  set styleName(name) {
    this.reflect('style-name', name);
  }

  /** Addresses of the registries for `doi`, `{crossref, datacite}`; a DOI is appended to them. @type {object|null} */
  get registries() {
    return this.#registries;
  }
  set registries(addresses) {
    this.#registries = addresses ?? null;
    if (this.doi) this.#requestUpdate(true);
  }

  /** The record to cite, as CSL-JSON; it takes precedence over all other sources. @type {object|null} */
  get item() {
    return this.#item;
  }
  set item(record) {
    this.#item = record ?? null;
    this.#requestUpdate(true);
  }

  /** Strings that replace the widget's own; `cite-let-element.d.ts` lists the keys. @type {Record<string, string>} */
  get strings() {
    return { ...this.#strings };
  }
  set strings(strings) {
    this.#strings = { ...strings };
    this.#requestUpdate(false);
  }

  /** @type {'waiting'|'ready'|'failed'} */
  get state() {
    return this.#controller.state;
  }

  /** What failed last, or null. @type {{code: string, message: string}|null} */
  get error() {
    return this.#controller.error;
  }

  /**
   * What is stored badly in the metadata, as text: a line for each repair and warning, with tabs between its columns.
   *
   * @returns {Promise<string>} empty while no record is shown
   */
  reportText() {
    return this.#controller.reportText();
  }

  /** Reads the record again. Changes of the page's metadata are noticed without it. */
  refresh() {
    this.#requestUpdate(true);
  }

  /** Several changes in a row cause one update. */
  #requestUpdate(needsLoad) {
    this.#needsLoad ||= needsLoad;
    if (this.#updatePending || !this.isConnected) return;
    this.#updatePending = true;
    queueMicrotask(() => {
      this.#updatePending = false;
      if (!this.isConnected) return;
      const needsLoad = this.#needsLoad;
      this.#needsLoad = false;
      this.#controller.update(needsLoad);
    });
  }
}
