// What the element does: loads the engine and the record, offers styles, and carries out what the reader requests.

import { copy } from './clipboard.js';
import { loadEngine } from './engine.js';
import { CiteletError, asCiteletError } from './error.js';
import { dialogFrame, hasReferences, reportPanel, reportText, saveCitation, saveReferences, styleSearch } from './on-demand.js';
import { findRecord } from './record.js';
import { savedStyle, saveStyle } from './saved-style.js';
import { loadStrings, stringsFor } from './strings.js';
import { StyleCatalog } from './style-catalog.js';
import { FORMATS, canonicalName } from './style-names.js';
import { View } from './view.js';

export class Controller {
  /** @type {'waiting'|'ready'|'failed'} */
  state = 'waiting';
  /** What failed last. @type {{code: string, message: string}|null} */
  error = null;
  #element;
  #emit;
  #view;
  #catalog;
  /** The record; none before the first load and after a failure. @type {import('./index.js').ReadResult|undefined} */
  #result;
  /** Number of the latest load. A load that is overtaken by a later one ends without effect. */
  #latestLoad = 0;
  /** Names of styles whose failure was reported; each is reported once. */
  #reported = new Set();
  /** Names of styles that could not show the record. Others take their place. */
  #failedStyles = new Set();
  /** The style that the reader chose and that is not shown yet. */
  #chosen;
  /** Names of the tasks under way: a reader who clicks twice wants one. */
  #underWay = new Set();
  /** What stands in place of the widget in the presentation `button`, once it is loaded. */
  #frame;
  /** How many things the reader may be waiting for. */
  #busy = 0;

  /**
   * @param {import('./cite-let-element.js').CiteLetElement} element
   * @param {ShadowRoot} root
   * @param {(name: string, detail: object) => void} emit dispatches an event `cite-let-NAME`
   */
  constructor(element, root, emit) {
    this.#element = element;
    this.#emit = emit;
    this.#catalog = new StyleCatalog(element);
    this.#view = new View(root, {
      pick: (name) => this.#pick(name),
      search: () => this.#openSearch(),
      copy: (citation, shown, button) => this.#copy(citation, shown, button),
      save: (format) => this.#save(format),
      saveReferences: (format) => this.#saveReferences(format),
    });
  }

  /**
   * Shows what the element's attributes and properties describe.
   *
   * @param {boolean} needsLoad whether the engine or the record may be another; otherwise only their presentation is
   */
  async update(needsLoad) {
    const load = (this.#latestLoad += needsLoad ? 1 : 0);
    const isOvertaken = () => load !== this.#latestLoad;
    const strings = loadStrings(this.#element);
    try {
      if (needsLoad) await this.#load(isOvertaken);
      await strings;
      if (isOvertaken() || !this.#result) return;
      await this.#whileBusy(this.#loadMissingStyles());
      if (this.#element.presentation === 'button') this.#frame ??= await dialogFrame(this.#view.root);
      if (isOvertaken()) return;
      this.#show();
      if (this.state === 'ready') return;
      this.state = 'ready';
      this.#emit('ready', this.#result);
    } catch (error) {
      if (!isOvertaken()) this.#fail(error);
    }
  }

  /** Ends a load under way, which must not change an element that has left the document. */
  stop() {
    this.#latestLoad += 1;
    this.#view.stop();
  }

  /** The style shown: that of the attribute, else the reader's last choice, else the first on offer that works. */
  get styleName() {
    const offered = this.#catalog.offered().filter((name) => !this.#failedStyles.has(name));
    return [this.#requestedStyle, savedStyle()].find((name) => offered.includes(name)) ?? offered[0];
  }

  /** Takes the look along into another document. */
  moveStyles() {
    this.#view.moveStyles();
  }

  /** The report for editors as text; empty while no record is shown. */
  async reportText() {
    return this.#result ? reportText(this.#result, this.#options()) : '';
  }

  /** The style that the attribute names; empty where it names none. */
  get #requestedStyle() {
    return canonicalName(this.#element.getAttribute('style-name') ?? '');
  }

  /** What the modules that are loaded on demand need of the element. */
  #options() {
    const { library, ascii, repair, ownerDocument } = this.#element;
    const { lang, strings } = stringsFor(this.#element);
    return { lang, strings, base: library, ascii, repair: repair === 'on', document: ownerDocument, root: this.#view.root };
  }

  async #load(isOvertaken) {
    const element = this.#element;
    await documentParsed(element.ownerDocument);
    const engine = await loadEngine();
    const result = isOvertaken() || (await findRecord(element, engine));
    if (isOvertaken()) return;
    this.#catalog.engine = engine;
    this.#result = result;
    this.error = null;
    this.#failedStyles.clear();
  }

  /**
   * Loads what the engine lacks: what writes the format shown, and styles where the page has a library. Each failure is
   * reported once.
   */
  async #loadMissingStyles() {
    const shown = this.styleName;
    if (shown in FORMATS) await this.#catalog.loadExporter().catch((error) => this.#reportOnce(shown, error));
    const { search, styles, locale } = this.#element;
    if (!search && !this.#element.hasAttribute('library')) return;
    const known = this.#catalog.known();
    const names = [...styles, this.#requestedStyle, search ? savedStyle() : ''];
    const missing = names.filter((name) => name && !known.includes(name) && !this.#reported.has(name));
    if (!missing.length && !locale) return;
    for (const [name, error] of await this.#catalog.load(missing)) this.#reportOnce(name, error);
  }

  #show() {
    const { search, references, report, presentation, ownerDocument } = this.#element;
    const offered = this.#catalog.offered();
    for (const name of [...this.#element.styles, this.#requestedStyle]) {
      if (!name || offered.includes(name)) continue;
      this.#reportOnce(name, new CiteletError('style', `There is no style "${name}" here; there are ${offered.join(', ')}.`));
    }
    const { citations, failure } = this.#cite();
    const style = this.styleName;
    this.#view.show({
      ...stringsFor(this.#element),
      styles: offered.map((name) => [name, this.#catalog.title(name)]),
      style,
      citations,
      result: this.#result,
      search,
      references: references && hasReferences(ownerDocument),
      report,
      frame: presentation === 'button' ? this.#frame : undefined,
    });
    if (this.#chosen === style) saveStyle(style);
    this.#chosen = undefined;
    if (failure) this.#reportToReader(failure, stringsFor(this.#element).strings.failed);
    if (report) this.#attempt(Symbol('report'), () => this.#showReport());
    else this.#view.showReport();
  }

  async #showReport() {
    const options = { ...this.#options(), onCopy: (done) => this.#showCopied(done) };
    this.#view.showReport(await reportPanel(this.#result, options));
  }

  /** The record in the first style that works, and why that is not the one that was wanted. */
  #cite() {
    let failure;
    for (;;) {
      const style = this.styleName;
      try {
        return { citations: this.#catalog.cite(this.#result.item, style), failure };
      } catch (error) {
        failure ??= error;
        this.#failedStyles.add(style);
        if (!this.styleName) throw failure;
      }
    }
  }

  /** Shows the element's own content again, which is the best citation there is. */
  #fail(error) {
    this.#result = undefined;
    this.state = 'failed';
    this.#view.showFallback();
    this.#report(asCiteletError(error));
  }

  #report({ code, message, cause }) {
    this.error = { code, message };
    console.warn(`cite-let: ${message}`, ...(cause ? [cause] : []));
    this.#emit('error', this.error);
  }

  #reportOnce(name, error) {
    if (!this.#reported.has(name)) this.#report(error);
    this.#reported.add(name);
  }

  /**
   * Carries out what the reader requested, unless the same is under way. On failure the citation stays, and the reader sees
   * the reason; where a file is missing, the part of the view that needs it goes.
   */
  async #attempt(name, task, part) {
    if (this.#underWay.has(name)) return;
    this.#underWay.add(name);
    try {
      await this.#whileBusy(task());
    } catch (error) {
      this.#reportToReader(error);
      if (part && error.code === 'missing-file') this.#view.remove(part);
    } finally {
      this.#underWay.delete(name);
    }
  }

  /** Waits for something that the reader may have to wait for too. */
  async #whileBusy(promise) {
    const { loading } = stringsFor(this.#element).strings;
    this.#busy += 1;
    this.#view.setBusy(true, loading);
    try {
      return await promise;
    } finally {
      this.#busy -= 1;
      this.#view.setBusy(this.#busy > 0, loading);
    }
  }

  #reportToReader(error, message) {
    const reported = asCiteletError(error);
    this.#view.showMessage(message ?? reported.message);
    this.#report(reported);
  }

  #pick(style) {
    this.#chosen = style;
    // It may work this time.
    this.#failedStyles.delete(style);
    this.#element.styleName = style;
    this.#emit('style-change', { style });
  }

  #openSearch() {
    return this.#attempt('search', async () => {
      const panel = await styleSearch({
        ...this.#options(),
        onPick: ({ name }) => this.#pickFound(name),
        onClose: () => this.#view.closeSearch(),
        onError: (error) => {
          this.#reportToReader(error);
          if (error.code === 'missing-file') this.#view.remove('other');
        },
      });
      this.#view.openSearch(panel);
    }, 'other');
  }

  /** Loads and shows a style that the reader found in the library. */
  #pickFound(name) {
    return this.#attempt(name, async () => {
      const [failure] = await this.#catalog.load([name]);
      if (failure) throw failure[1];
      this.#view.closeSearch();
      this.#pick(name);
    });
  }

  async #copy({ style, form, content, hanging }, shown, button) {
    const { text, html } = content;
    const done = await copy({ text, html: hanging ? withHangingIndent(html) : html }, shown);
    this.#showCopied(done, button);
    if (done) this.#emit('copy', { style, form, text, html });
    else this.#report(new CiteletError('clipboard', 'The browser refused to copy; the text is selected instead.'));
  }

  #showCopied(done, button) {
    const { strings } = stringsFor(this.#element);
    this.#view.showMessage(done ? strings.copied : strings.selected, done && button);
  }

  #save(format) {
    return this.#attempt(format, async () => {
      const { item } = this.#result;
      await this.#catalog.loadExporter();
      await saveCitation(format, this.#catalog.export(item, 'bibtex'), this.#catalog.export(item, format));
      this.#view.showMessage(stringsFor(this.#element).strings.saved);
    }, 'downloads');
  }

  #saveReferences(format) {
    const { loading } = stringsFor(this.#element).strings;
    const onProgress = (done, total) => this.#view.showMessage(`${loading} ${done}/${total}`);
    const save = async () => this.#view.showMessage(await saveReferences(format, { ...this.#options(), onProgress }));
    return this.#attempt(`references-${format}`, save, 'references');
  }
}

/** A paragraph whose lines after the first are indented, as word processors read it. */
const withHangingIndent = (html) => `<p style="margin:0 0 0 .5in;text-indent:-.5in">${html}</p>`;

/** Waits for the rest of the document, which may have metadata or the element's own content. */
function documentParsed(document) {
  if (document.readyState !== 'loading') return undefined;
  return new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}
