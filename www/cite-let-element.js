import { copy } from './clipboard.js';
import { fromRuns, make } from './dom.js';
import { FORMATS, save } from './download.js';
import { loadEngine } from './engine.js';
import { Problem, sentence } from './problem.js';
import { findRecord } from './record.js';
import { adopt } from './sheet.js';
import { DEFAULT_STYLES, currentName, remember, remembered, titleOf } from './choice.js';
import { textsFor } from './texts.js';

/** Properties that a page may have set on the element before this class was defined. */
const PROPERTIES = ['ascii', 'item', 'locale', 'repair', 'src', 'strings', 'styleName', 'styles'];

/** How long a message stays, in milliseconds: long enough to be read twice. */
const MESSAGE_TIME = 5000;

/**
 * Shows how to cite the article of the page: pick a style, read the citation, copy it with its italics.
 *
 * The content of the element is shown until the widget is ready, and stays if it cannot start.
 *
 * @element cite-let
 *
 * @slot - The journal's own citation, or whatever is to be seen where the widget cannot start.
 *
 * @attr {string} styles - Names of the styles on offer, in their order; the first is shown at first.
 *   Default: `apa modern-language-association chicago-author-date chicago-notes-bibliography bibtex`.
 * @attr {string} style-name - The style shown. Default: the reader's last choice, else the first of `styles`.
 * @attr {string} src - Address of a CSL-JSON record. Default: none; the page's metadata are read.
 * @attr {string} locale - Language of the citation's terms and dates, such as `de-DE`. Default: the style's own.
 * @attr {'on'|'off'} repair - Whether slips in the metadata are mended. Default: `on`.
 * @attr {boolean} ascii - Whether BibTeX is written in ASCII with LaTeX commands. Default: UTF-8.
 *
 * @fires cite-let-ready - The citation is shown. `detail`: `{item, repairs, doubts}`.
 * @fires cite-let-error - Something cannot be done. `detail`: `{code, message}`.
 * @fires cite-let-copy - The reader copied. `detail`: `{style, form, text, html}`.
 * @fires cite-let-style-change - The reader picked a style. `detail`: `{style}`.
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
 * @csspart details - What was mended in the metadata, and what is uncertain.
 *
 * @cssprop --cite-let-accent - Colour of the main copy button. Default: the text's.
 * @cssprop --cite-let-background - Background. Default: none.
 * @cssprop --cite-let-border - Colour of lines. Default: the text's colour, mostly transparent.
 * @cssprop --cite-let-gap - Distance between the parts. Default: `0.75em`.
 * @cssprop --cite-let-radius - Rounding of corners. Default: `0.375em`.
 */
export class CiteLetElement extends HTMLElement {
  static observedAttributes = ['ascii', 'lang', 'locale', 'repair', 'src', 'style-name', 'styles'];

  #engine;
  #item;
  #strings = {};
  #reading;
  #problem = null;
  #state = 'waiting';
  #load = 0;
  #queued = false;
  #needsLoad = true;
  #complained = new Set();
  #timer;
  #resize;
  #parts;
  /** What the shadow tree shows: a slot for the light-DOM content, or the widget. */
  #content = make('slot');

  constructor() {
    super();
    adopt(this.attachShadow({ mode: 'open' })).append(this.#content);
  }

  connectedCallback() {
    for (const name of PROPERTIES) this.#takeOver(name);
    this.#queue(true);
  }

  disconnectedCallback() {
    // A load under way must not touch an element that has left; coming back starts afresh.
    this.#load += 1;
    clearTimeout(this.#timer);
    this.#resize?.disconnect();
  }

  attributeChangedCallback(name, before, after) {
    if (before !== after) this.#queue(name === 'src' || name === 'repair');
  }

  /** Names of the styles on offer, former names followed. @type {string[]} */
  get styles() {
    const names = (this.getAttribute('styles') ?? '').split(/[\s,]+/).filter(Boolean).map(currentName);
    return names.length ? [...new Set(names)] : [...DEFAULT_STYLES];
  }
  set styles(names) {
    this.#reflect('styles', Array.isArray(names) ? names.join(' ') : names);
  }

  /** The style shown, one of those on offer. @type {string} */
  get styleName() {
    const offered = this.#offered();
    return [currentName(this.getAttribute('style-name') ?? ''), remembered()].find((name) => offered.includes(name)) ?? offered[0];
  }
  set styleName(name) {
    this.#reflect('style-name', name);
  }

  /** Address of a CSL-JSON record, absolute; empty where there is none or where it is not http(s). @type {string} */
  get src() {
    try {
      const url = new URL(this.getAttribute('src'), this.ownerDocument.baseURI);
      return this.hasAttribute('src') && /^https?:$/.test(url.protocol) ? url.href : '';
    } catch {
      return '';
    }
  }
  set src(address) {
    this.#reflect('src', address);
  }

  /** Language tag of the citation's terms and dates; empty for the style's own. @type {string} */
  get locale() {
    try {
      return Intl.getCanonicalLocales(this.getAttribute('locale') ?? [])[0] ?? '';
    } catch {
      return '';
    }
  }
  set locale(tag) {
    this.#reflect('locale', tag);
  }

  /** Whether slips in the metadata are mended. @type {'on'|'off'} */
  get repair() {
    return this.getAttribute('repair')?.toLowerCase() === 'off' ? 'off' : 'on';
  }
  set repair(value) {
    this.#reflect('repair', value);
  }

  /** Whether BibTeX is written in ASCII. @type {boolean} */
  get ascii() {
    return this.hasAttribute('ascii');
  }
  set ascii(value) {
    this.toggleAttribute('ascii', Boolean(value));
  }

  /** The record to cite, as CSL-JSON; it wins over everything else. @type {object|null} */
  get item() {
    return this.#item ?? null;
  }
  set item(record) {
    this.#item = record;
    this.#queue(true);
  }

  /** Words to say otherwise than the widget does; the keys are those of its own table. @type {Record<string, string>} */
  get strings() {
    return { ...this.#strings };
  }
  set strings(texts) {
    this.#strings = { ...texts };
    this.#queue(false);
  }

  /** @type {'waiting'|'ready'|'failed'} */
  get state() {
    return this.#state;
  }

  /** What went wrong last, or null. @type {{code: string, message: string}|null} */
  get error() {
    return this.#problem;
  }

  #takeOver(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }

  #reflect(name, value) {
    if (value === null || value === undefined || value === '') this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  /** Several changes in a row cost one update. */
  #queue(needsLoad) {
    this.#needsLoad ||= needsLoad;
    if (this.#queued || !this.isConnected) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      if (this.isConnected) this.#update();
    });
  }

  async #update() {
    const load = (this.#load += this.#needsLoad ? 1 : 0);
    try {
      if (this.#needsLoad) {
        this.#needsLoad = false;
        await documentParsed(this.ownerDocument);
        const engine = await loadEngine();
        const reading = load === this.#load && (await findRecord(this, engine));
        if (load !== this.#load) return;
        this.#engine = engine;
        this.#reading = reading;
      }
      if (!this.#reading) return;
      this.#show();
      if (this.#state === 'ready') return;
      this.#state = 'ready';
      this.#emit('ready', this.#reading);
    } catch (error) {
      if (load === this.#load) this.#fail(error);
    }
  }

  /** Goes back to the light-DOM content, which is right as far as the journal knows. */
  #fail(error) {
    this.#reading = undefined;
    this.#state = 'failed';
    this.#resize?.disconnect();
    this.#parts = undefined;
    this.#swap(make('slot'));
    this.#report(error instanceof Problem ? error : new Problem('engine', `The citation engine stopped: ${sentence(error)}`, error));
  }

  #report({ code, message, cause }) {
    this.#problem = { code, message };
    console.warn(`cite-let: ${message}`, ...(cause ? [cause] : []));
    this.#emit('error', this.#problem);
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`cite-let-${name}`, { bubbles: true, composed: true, detail }));
  }

  /** The styles of `styles` that can be shown; all of them while the engine is not there to ask. */
  #offered() {
    const wanted = this.styles;
    if (!this.#engine) return wanted;
    const known = [...this.#engine.styles().map(({ name }) => name), ...Object.keys(FORMATS)];
    const offered = wanted.filter((name) => known.includes(name));
    return offered.length ? offered : known.filter((name) => DEFAULT_STYLES.includes(name));
  }

  /** Says once of each name that cannot be shown which ones can. */
  #complain(offered) {
    const chosen = this.getAttribute('style-name');
    for (const name of [...this.styles, ...(chosen ? [currentName(chosen)] : [])]) {
      if (offered.includes(name) || this.#complained.has(name)) continue;
      this.#complained.add(name);
      this.#report(new Problem('style', `There is no style "${name}" here; there are ${offered.join(', ')}.`));
    }
  }

  #show() {
    const offered = this.#offered();
    this.#complain(offered);
    const { lang, dir, texts } = textsFor(this);
    const says = { ...texts, ...this.#strings };
    // Everything is made before anything is shown, so that a failure leaves the page as it was.
    const name = this.styleName;
    const body = name in FORMATS ? this.#entry(name, says) : this.#citation(name, says);
    const parts = (this.#parts ??= this.#build());
    label(parts, says, lang, dir);
    if (parts.select.dataset.names !== offered.join()) {
      parts.select.dataset.names = offered.join();
      const known = this.#engine.styles();
      parts.select.replaceChildren(...offered.map((value) => make('option', { value }, titleOf(value, known))));
    }
    parts.select.value = name;
    parts.body.replaceChildren(...body.nodes);
    parts.copy.onclick = () => this.#copy(parts.copy, body.content, body.shown, name, body.form, says);
    parts.downloads.replaceChildren(says.download, ...Object.keys(FORMATS).map((format) => this.#downloadButton(format, says)));
    this.#showDetails(parts.details, says);
    this.#swap(parts.base);
    this.#watch(body.shown);
  }

  #swap(content) {
    if (this.#content === content) return;
    this.#content.replaceWith(content);
    this.#content = content;
  }

  #build() {
    const select = make('select', { part: 'style', id: 'style' });
    select.onchange = () => {
      const style = select.value;
      remember(style);
      this.styleName = style;
      this.#emit('style-change', { style });
    };
    const caption = make('label', { for: 'style' });
    const status = make('span', { part: 'status', role: 'status' });
    const copyButton = make('button', { part: 'button copy', type: 'button', class: 'main' });
    const picker = make('span', { class: 'picker' }, select);
    const bar = make('div', { part: 'bar' }, caption, picker, status, copyButton);
    const body = make('div', { class: 'body' });
    const downloads = make('div', { class: 'downloads' });
    const details = make('details', { part: 'details' });
    const base = make('div', { part: 'base', role: 'group' }, bar, body, make('div', { class: 'foot' }, downloads, details));
    return { base, select, caption, status, copy: copyButton, body, downloads, details };
  }

  /** A citation style: the reference, and the other forms below it. */
  #citation(style, says) {
    const { item } = this.#reading;
    const options = { locale: this.locale || undefined };
    const forms = this.#engine.styles().find(({ name }) => name === style).forms;
    const [form, ...others] = forms;
    const content = this.#engine.format(item, style, form, options);
    if (!content.text) throw new Problem('record', `The style ${style} makes nothing of this record.`);
    const shown = make('div', { part: 'citation', dir: 'auto', class: 'reference', ...languageOf(item) }, fromRuns(content.runs));
    const list = make('ul', { part: 'forms' });
    for (const other of others) {
      const formatted = this.#engine.format(item, style, other, options);
      if (formatted.text) list.append(this.#formRow(style, other, formatted, says, item));
    }
    return { nodes: list.childElementCount ? [shown, list] : [shown], shown, content, form };
  }

  #formRow(style, form, content, says, item) {
    const shown = make('span', { class: 'text', dir: 'auto', ...languageOf(item) }, fromRuns(content.runs));
    const button = make('button', { part: 'button copy', type: 'button', 'aria-label': `${says.copy}: ${says[form]}` }, says.copy);
    button.onclick = () => this.#copy(button, content, shown, style, form, says);
    return make('li', { part: 'form' }, make('span', { class: 'name' }, says[form] ?? form), shown, button);
  }

  /** A file format: the entry as text. */
  #entry(format, says) {
    const text = this.#export(format);
    const shown = make('pre', { part: 'citation', dir: 'ltr', role: 'group', 'aria-label': FORMATS[format][0] }, text.trimEnd());
    return { nodes: [shown], shown, content: { text }, form: format };
  }

  #export(format) {
    return this.#engine.export(this.#reading.item, format, { ascii: this.ascii });
  }

  #downloadButton(format, says) {
    const [title, extension, type] = FORMATS[format];
    const button = make('button', { part: 'button download', type: 'button', 'aria-label': `${says.download}: ${title}` }, title);
    button.onclick = () => {
      const key = /^@\w+\{([^,\s]+)/.exec(this.#export('bibtex'))?.[1] ?? '';
      save(this.#export(format), `${key.replace(/[^\w-]/g, '') || 'citation'}.${extension}`, type);
      this.#say(says.saved);
    };
    return button;
  }

  async #copy(button, content, shown, style, form, says) {
    const done = await copy(content, shown);
    this.#say(done ? says.copied : says.selected, done && button);
    if (done) this.#emit('copy', { style, form, text: content.text, html: content.html });
    else this.#report(new Problem('clipboard', 'The browser refused to copy; the text is selected instead.'));
  }

  /** Shows a message for a while; gone, it can be announced again. */
  #say(message, button) {
    const status = this.#parts?.status;
    if (!status) return;
    const tick = () => this.shadowRoot.querySelector('.done')?.classList.remove('done');
    clearTimeout(this.#timer);
    tick();
    status.textContent = message;
    if (button) button.classList.add('done');
    this.#timer = setTimeout(() => {
      status.textContent = '';
      tick();
    }, MESSAGE_TIME);
  }

  #showDetails(details, says) {
    const { repairs, doubts } = this.#reading;
    const lists = [
      [says.mended, repairs.map(repairLine)],
      [says.doubts, doubts.map(({ field, message }) => [field ? `${readable(field)}: ${message}` : message])],
    ].filter(([, lines]) => lines.length);
    details.hidden = !lists.length;
    details.replaceChildren(
      make('summary', {}, lists.map(([title, lines]) => `${title} (${lines.length})`).join(' · ')),
      ...lists.map(([title, lines]) => make('ul', { 'aria-label': title }, ...lines.map((line) => make('li', { dir: 'auto' }, ...line)))),
    );
  }

  /** A text that scrolls must be within the keyboard's reach, and one that does not must stay out of its way. */
  #watch(shown) {
    this.#resize?.disconnect();
    this.#resize = new ResizeObserver(() => {
      if (shown.scrollHeight > shown.clientHeight + 1) shown.tabIndex = 0;
      else shown.removeAttribute('tabindex');
    });
    this.#resize.observe(shown);
  }
}

/** Puts the words into the parts that stay. */
function label({ base, caption, copy: button }, says, lang, dir) {
  base.lang = lang;
  base.dir = dir;
  base.setAttribute('aria-label', says.title);
  caption.textContent = says.style;
  button.textContent = says.copy;
  button.setAttribute('aria-label', `${says.copy}: ${says.reference}`);
}

/** `author 1 given: Dr Qudsia → Qudsia (honorific)`, with the two values marked as what they are. */
function repairLine({ field, from, to, rule, evidence }) {
  const why = [rule, evidence].filter(Boolean).join('; ');
  return [`${readable(field)}: `, make('del', {}, from), ' → ', make('ins', {}, to), why && ` (${why})`];
}

/** `author[0].given` as people count: `author 1 given`. */
const readable = (field) => field.replace(/\[(\d+)\]\.?/g, (_, index) => ` ${Number(index) + 1} `).trim();

/** The language of the cited work, for the reader's voice and hyphenation. */
function languageOf({ language }) {
  return /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(language ?? '') ? { lang: language } : {};
}

/** The page's metadata and the element's own content may still be on their way. */
function documentParsed(document) {
  if (document.readyState !== 'loading') return undefined;
  return new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}
