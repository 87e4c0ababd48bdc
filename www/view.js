// The shadow tree of the element. Builds and updates it; what the reader requests is passed to the controller's actions.

import { copyCleanly } from './clipboard.js';
import { createElement, formattedText } from './dom.js';
import { showRepairsAndWarnings } from './repairs-and-warnings.js';
import { FORMATS } from './style-names.js';
import { CSS, adoptStyleSheet } from './style-sheet.js';

/** How long a message is shown, in milliseconds: long enough to be read twice. */
const MESSAGE_TIME = 5000;
/** How long something takes before a message says so, in milliseconds. */
const PATIENCE = 300;

/**
 * @typedef {object} Model what the view shows
 * @property {string} lang language of the strings
 * @property {string} dir their direction; empty for the page's own
 * @property {Record<string, string>} strings
 * @property {[string, string][]} styles names and titles in the picker
 * @property {string} style the name that is chosen
 * @property {import('./style-catalog.js').Citation[]} citations the one shown large, and the others below it
 * @property {import('./index.js').ReadResult} result the record
 * @property {boolean} search whether there is a button that searches for other styles
 * @property {boolean} references whether the article's references can be saved
 * @property {((strings: Record<string, string>) => {frame: Element, inside: Element})|undefined} frame returns what stands
 *   in place of the widget, and what in it takes the widget
 * @property {boolean} report whether there is a report for editors, which takes the place of the short list
 */

/**
 * @typedef {object} Actions what the reader can request
 * @property {(name: string) => void} pick another style
 * @property {() => void} search for other styles
 * @property {(citation: import('./style-catalog.js').Citation, shown: Element, button: Element) => void} copy a citation
 *   that an element shows
 * @property {(format: import('./index.js').ExportFormat) => void} save the citation
 * @property {(format: import('./index.js').ExportFormat) => void} saveReferences
 */

export class View {
  /** @type {ShadowRoot} */
  root;
  #actions;
  /** Shows the content of the element itself. */
  #fallback = createElement('slot');
  /** The child of the root: the fallback or the widget. */
  #content = this.#fallback;
  /** The nodes of the widget that stay from one model to the next. */
  #parts;
  #messageTimer;
  #busyTimer;
  /** The names of the parts that need a file which is missing. */
  #removed = new Set();
  /** A text that scrolls must be reachable with the keyboard; one that does not scroll must not take the focus. */
  #overflow = new ResizeObserver(([{ target }]) => {
    if (target.scrollHeight > target.clientHeight + 1) target.tabIndex = 0;
    else target.removeAttribute('tabindex');
  });

  /**
   * @param {ShadowRoot} root
   * @param {Actions} actions
   */
  constructor(root, actions) {
    this.root = adoptStyleSheet(root, CSS);
    this.#actions = actions;
    root.append(this.#content);
  }

  /** Shows the element's own content. */
  showFallback() {
    this.#overflow.disconnect();
    this.#parts = undefined;
    this.#swap(this.#fallback);
  }

  /** @param {Model} model */
  show(model) {
    const { strings, style, citations, references } = model;
    const { pick, save, saveReferences } = this.#actions;
    const parts = (this.#parts ??= this.#build());
    const restoreFocus = this.#focusKeeper();
    label(parts, model);
    fillPicker(parts.select, model);
    const [shown, ...others] = this.#showCitations(model);
    parts.body.replaceChildren(shown, ...others);
    parts.select.onchange = () => pick(parts.select.value);
    parts.other.hidden = !model.search;
    parts.copy.onclick = () => this.#actions.copy(citations[0], shown, parts.copy);
    fillDownloads(parts.downloads, strings.download, save);
    parts.references.hidden = !references;
    if (references) fillDownloads(parts.references, strings.references, saveReferences);
    showRepairsAndWarnings(parts.details, model.result, strings);
    parts.details.hidden ||= model.report;
    for (const name of this.#removed) parts[name].hidden = true;
    this.#place(parts.base, model.frame?.(strings));
    restoreFocus();
    this.#overflow.disconnect();
    this.#overflow.observe(shown);
  }

  /** Shows the report for editors, or nothing in its place. */
  showReport(panel) {
    this.#parts?.report.replaceChildren(...(panel ? [panel] : []));
  }

  /** Shows a panel with an input below the bar. */
  openSearch(panel) {
    const { search, other } = this.#parts;
    search.replaceChildren(panel);
    other.setAttribute('aria-expanded', true);
    panel.querySelector('input').focus();
  }

  closeSearch() {
    const { search, other } = this.#parts;
    search.replaceChildren();
    other.setAttribute('aria-expanded', false);
    other.focus();
  }

  /** Takes a part away for good: what it needs is missing. */
  remove(name) {
    this.#removed.add(name);
    this.#parts[name].hidden = true;
  }

  /** Shows that something is under way, after a while with a message, or that it has ended. */
  setBusy(isBusy, message) {
    const { base, status } = this.#parts ?? {};
    if (!base) return;
    clearTimeout(this.#busyTimer);
    base.setAttribute('aria-busy', isBusy);
    if (isBusy) this.#busyTimer = setTimeout(() => (status.textContent = message), PATIENCE);
    else if (status.textContent === message) status.textContent = '';
  }

  /** Shows a message for a while, then removes it, so that the same message can be announced again. */
  showMessage(message, button) {
    const status = this.#parts?.status;
    if (!status) return;
    const unmark = () => this.root.querySelector('.done')?.classList.remove('done');
    clearTimeout(this.#messageTimer);
    unmark();
    status.textContent = message;
    if (button) button.classList.add('done');
    this.#messageTimer = setTimeout(() => {
      status.textContent = '';
      unmark();
    }, MESSAGE_TIME);
  }

  /** Stops timers and observers when the element leaves the document. */
  stop() {
    clearTimeout(this.#messageTimer);
    clearTimeout(this.#busyTimer);
    this.#overflow.disconnect();
  }

  /** Takes the style sheets along into another document, which drops them. */
  moveStyles() {
    adoptStyleSheet(this.root, CSS);
  }

  /** Returns a function that gives the focus back to the control which has it now, or to the one in its place. */
  #focusKeeper() {
    const controls = () => [...this.root.querySelectorAll('select, button')];
    const index = controls().indexOf(this.root.activeElement);
    return () => index < 0 || this.root.activeElement || controls()[index]?.focus();
  }

  /** Shows the widget, or what has it inside. */
  #place(base, framed) {
    this.#swap(framed?.frame ?? base);
    if (framed && base.parentNode !== framed.inside) framed.inside.append(base);
  }

  #swap(content) {
    if (this.#content === content) return;
    this.#content.replaceWith(content);
    this.#content = content;
  }

  #build() {
    const select = createElement('select', { part: 'style', id: 'style' });
    const caption = createElement('label', { for: 'style' });
    const status = createElement('span', { part: 'status', role: 'status' });
    const copy = createElement('button', { part: 'button copy', type: 'button', class: 'main' });
    const picker = createElement('span', { class: 'picker' }, select);
    const other = createElement('button', { part: 'button other', type: 'button', 'aria-expanded': false });
    other.onclick = this.#actions.search;
    const bar = createElement('div', { part: 'bar' }, caption, picker, other, status, copy);
    const body = createElement('div', { class: 'body' });
    const [search, report] = [createElement('div'), createElement('div')];
    const downloads = createElement('div', { class: 'downloads' });
    const references = createElement('div', { class: 'downloads' });
    const details = createElement('details', { part: 'details' });
    const foot = createElement('div', { class: 'foot' }, downloads, references, details);
    const base = createElement('div', { part: 'base', role: 'group' }, bar, search, body, foot, report);
    return { base, select, caption, other, status, copy, search, body, downloads, references, details, report };
  }

  /** The nodes for the citations: the first, and a list of the others if there are any. */
  #showCitations({ style, citations: [first, ...others], result, strings }) {
    const { text, runs } = first.content;
    const attributes = { part: 'citation', translate: 'no', role: 'group' };
    if (style in FORMATS) {
      return [createElement('pre', { ...attributes, dir: 'ltr', 'aria-label': FORMATS[style] }, formattedText([{ text: text.trimEnd() }]))];
    }
    const language = languageOf(result.item);
    const look = { class: first.hanging ? 'reference' : '', dir: 'auto', 'aria-label': strings.reference };
    const reference = createElement('div', { ...attributes, ...look, ...language }, formattedText(runs));
    reference.oncopy = copyCleanly;
    const rows = others.map((citation) => this.#formRow(citation, language, strings));
    return rows.length ? [reference, createElement('ul', { part: 'forms' }, ...rows)] : [reference];
  }

  #formRow(citation, language, strings) {
    const title = strings[citation.form];
    const shown = createElement('span', { class: 'text', dir: 'auto', translate: 'no', ...language }, formattedText(citation.content.runs));
    shown.oncopy = copyCleanly;
    const button = createElement('button', { part: 'button copy', type: 'button', 'aria-label': `${strings.copy}: ${title}` }, strings.copy);
    button.onclick = () => this.#actions.copy(citation, shown, button);
    return createElement('li', { part: 'form' }, createElement('span', { class: 'name' }, title ?? citation.form), shown, button);
  }
}

/** Sets the strings of the parts that stay. */
function label({ base, caption, copy, other }, { lang, dir, strings, style }) {
  base.lang = lang;
  base.dir = dir;
  base.setAttribute('aria-label', strings.title);
  caption.textContent = strings.style;
  other.textContent = strings.other;
  copy.textContent = strings.copy;
  copy.setAttribute('aria-label', `${strings.copy}: ${FORMATS[style] ?? strings.reference}`);
}

/** Fills the picker, unless it has these options: replacing them would close its menu. */
function fillPicker(select, { styles, style }) {
  const names = styles.join();
  if (select.dataset.names !== names) {
    select.dataset.names = names;
    select.replaceChildren(...styles.map(([value, title]) => createElement('option', { value }, title)));
  }
  select.value = style;
}

/** A title and a button for each file format. */
function fillDownloads(container, title, save) {
  const buttons = Object.entries(FORMATS).map(([format, name]) => {
    const button = createElement('button', { part: 'button download', type: 'button', 'aria-label': `${title}: ${name}` }, name);
    button.onclick = () => save(format);
    return button;
  });
  container.replaceChildren(title, ...buttons);
}

/** The language of the cited work, for screen readers and hyphenation. */
function languageOf({ language }) {
  return /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(language ?? '') ? { lang: language } : {};
}
