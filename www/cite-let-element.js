import { AttributeViews, takeOver } from './attributes.js';
import { copy } from './clipboard.js';
import { fill } from './details.js';
import { fromRuns, make } from './dom.js';
import { loadEngine, loadFullEngine } from './engine.js';
import { REFERENCES, findStyle, loadMissing, reportOn, reportTextOn, saveAs, takeReferences } from './on-demand.js';
import { Problem, asProblem } from './problem.js';
import { findRecord } from './record.js';
import { CSS, adopt } from './sheet.js';
import { isOverrule } from './stated.js';
import { DEFAULT_STYLES, FORMATS, currentName, remember, remembered, titleOf } from './choice.js';
import { textsFor } from './texts.js';

/** Attributes that change the record or the engine that is needed; the others change what is shown. */
const OF_THE_READING = ['ascii', 'doi', 'overrule', 'repair', 'src', 'styles'];
/** The format that the full engine alone writes. */
const MORE = 'ris';

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
 * @attr {boolean} overrule - Whether the JSON inside the element overrules single fields of the page's record instead of
 *   standing for it. An attribute `data-csl-VARIABLE` overrules one field too.
 * @attr {string} doi - A DOI whose record is fetched from Crossref or DataCite. Default: none; no registry is asked.
 * @attr {boolean} search - Whether the reader may look for any other style, in the library.
 * @attr {string} library - Address of the folder with all styles and languages. Default: `library/` beside the script.
 * @attr {boolean} references - Whether the article's references can be saved too.
 * @attr {boolean} report - Whether a table for editors says what the metadata store badly.
 *
 * @fires cite-let-ready - The citation is shown. `detail`: `{item, repairs, warnings}`.
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
 * @csspart search - The search for another style.
 * @csspart found - The list of styles found.
 * @csspart report - The table for editors.
 *
 * @cssprop --cite-let-accent - Colour of the main copy button. Default: the text's.
 * @cssprop --cite-let-background - Background. Default: none.
 * @cssprop --cite-let-border - Colour of lines. Default: the text's colour, mostly transparent.
 * @cssprop --cite-let-gap - Distance between the parts. Default: `0.75em`.
 * @cssprop --cite-let-radius - Rounding of corners. Default: `0.375em`.
 */
export class CiteLetElement extends AttributeViews {
  #engine;
  #item;
  #registries;
  #strings = {};
  /** Styles of the library that were loaded, by the names that they were asked for by. */
  #brought = new Map();
  #reading;
  #problem = null;
  #state = 'waiting';
  #load = 0;
  #queued = false;
  #needsLoad = true;
  #complained = new Set();
  #timer;
  #resize;
  /** Attributes that overrule fields have any name, which `observedAttributes` cannot list. */
  #watcher = new MutationObserver((changes) => {
    if (changes.some(({ attributeName }) => isOverrule(attributeName))) this.#queue(true);
  });
  #parts;
  /** What the shadow tree shows: a slot for the light-DOM content, or the widget. */
  #content = make('slot');

  constructor() {
    super();
    adopt(this.attachShadow({ mode: 'open' }), CSS).append(this.#content);
  }

  connectedCallback() {
    takeOver(this);
    this.#watcher.observe(this, { attributes: true });
    this.#queue(true);
  }

  disconnectedCallback() {
    // A load under way must not touch an element that has left; coming back starts afresh.
    this.#load += 1;
    clearTimeout(this.#timer);
    this.#resize?.disconnect();
    this.#watcher.disconnect();
  }

  attributeChangedCallback(name, before, after) {
    if (before !== after) this.#queue(OF_THE_READING.includes(name));
  }

  /** The style shown, one of those on offer. @type {string} */
  get styleName() {
    const offered = this.#offered();
    return [currentName(this.getAttribute('style-name') ?? ''), remembered()].find((name) => offered.includes(name)) ?? offered[0];
  }
  set styleName(name) {
    this.reflect('style-name', name);
  }

  /** Where the registries are, for `doi`: `{crossref, datacite}`, addresses that a DOI is put behind. @type {object|null} */
  get registries() {
    return this.#registries ?? null;
  }
  set registries(addresses) {
    this.#registries = addresses;
    if (this.doi) this.#queue(true);
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

  /**
   * What the metadata store badly, as text with a line for each repair and warning and tabs between its columns.
   *
   * @returns {Promise<string>} empty while no record is shown
   */
  async reportText() {
    return this.#reading ? reportTextOn(this.#reading, this.#host()) : '';
  }

  /** What the parts that are loaded on demand need to know of this element. */
  #host() {
    const { lang } = textsFor(this);
    return {
      ...{ lang, strings: this.#strings, document: this.ownerDocument, address: this.ownerDocument.URL },
      ...{ base: this.library, ascii: this.ascii, repair: this.repair === 'on', root: this.shadowRoot },
    };
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

  /** Whether the page asks for what the full engine alone writes. */
  get #wantsMore() {
    return this.ascii || this.styles.includes(MORE);
  }

  async #update() {
    const load = (this.#load += this.#needsLoad ? 1 : 0);
    try {
      if (this.#needsLoad) {
        this.#needsLoad = false;
        await documentParsed(this.ownerDocument);
        const engine = await (this.#wantsMore ? loadFullEngine() : loadEngine());
        const reading = load === this.#load && (await findRecord(this, engine));
        if (load !== this.#load) return;
        this.#engine = engine;
        this.#reading = reading;
      }
      if (!this.#reading) return;
      await this.#bring();
      if (load !== this.#load) return;
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
    this.#report(asProblem(error));
  }

  /** Loads the styles and the language that the engine lacks, where the page has a library; what fails is said once. */
  async #bring() {
    if (!this.search && !this.hasAttribute('library')) return;
    const names = [...this.styles, currentName(this.getAttribute('style-name') ?? ''), this.search ? remembered() : ''];
    const missing = names.filter((name) => name && !this.#known().includes(name) && !this.#complained.has(name));
    if (!missing.length && !this.locale) return;
    const { entries, problems } = await loadMissing(this.#engine, this.library, missing, this.locale);
    for (const entry of entries) this.#brought.set(...entry);
    for (const [name, problem] of problems) {
      if (!this.#complained.has(name)) this.#report(problem);
      this.#complained.add(name);
    }
  }

  /** The names under which something can be shown. */
  #known() {
    return [...this.#engine.styles().map(({ name }) => name), ...this.#brought.keys(), ...Object.keys(FORMATS).filter((format) => format !== MORE || this.#wantsMore)];
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
    const known = this.#known();
    // What the reader found in the library stays on offer beside the page's own choice.
    const found = this.search ? [...this.#brought.keys()] : [];
    const offered = [...new Set([...wanted.filter((name) => known.includes(name)), ...found])];
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
    this.#fillPicker(parts.select, offered, says);
    parts.select.value = name;
    parts.body.replaceChildren(...body.nodes);
    parts.copy.onclick = () => this.#copy(parts.copy, body.content, body.shown, name, body.form, says);
    parts.downloads.replaceChildren(says.download, ...this.#saveButtons(says.download, (format) => this.#save(format, says)));
    this.#offerReferences(parts.references, says);
    fill(parts.details, this.#reading, says);
    this.#showReport(parts);
    this.#swap(parts.base);
    this.#watch(body.shown);
  }

  #swap(content) {
    if (this.#content === content) return;
    this.#content.replaceWith(content);
    this.#content = content;
  }

  #fillPicker(select, offered, says) {
    const names = [...offered, this.search && says.other].join();
    if (select.dataset.names === names) return;
    select.dataset.names = names;
    const known = this.#engine.styles();
    const title = (name) => this.#brought.get(name)?.title ?? titleOf(name, known);
    select.replaceChildren(...offered.map((value) => make('option', { value }, title(value))));
    if (this.search) select.append(make('option', { value: '' }, says.other));
  }

  #pick(style) {
    remember(style);
    this.styleName = style;
    this.#emit('style-change', { style });
  }

  /** Shows the search for another style below the bar. */
  #search({ select, finder }) {
    const close = () => {
      finder.replaceChildren();
      select.focus();
    };
    const fail = (error) => this.#trouble(error);
    const pick = ({ name }) =>
      this.#attempt(async () => {
        const { entries, problems } = await loadMissing(this.#engine, this.library, [name], this.locale);
        for (const entry of entries) this.#brought.set(...entry);
        if (problems.length) throw problems[0][1];
        close();
        this.#pick(name);
      });
    return this.#attempt(async () => {
      finder.replaceChildren(await findStyle({ ...this.#host(), pick, close, fail }));
      finder.querySelector('input').focus();
    });
  }

  /** Does what the reader asked for, or says why it cannot be done. */
  async #attempt(work) {
    try {
      await work();
    } catch (error) {
      this.#trouble(error);
    }
  }

  /** Says what the reader asked for and did not get; the citation stays. */
  #trouble(error) {
    const problem = asProblem(error);
    this.#say(problem.message);
    this.#report(problem);
  }

  #build() {
    const select = make('select', { part: 'style', id: 'style' });
    select.onchange = () => {
      if (select.value) return this.#pick(select.value);
      select.value = this.styleName;
      this.#search(this.#parts);
    };
    const caption = make('label', { for: 'style' });
    const status = make('span', { part: 'status', role: 'status' });
    const copyButton = make('button', { part: 'button copy', type: 'button', class: 'main' });
    const picker = make('span', { class: 'picker' }, select);
    const bar = make('div', { part: 'bar' }, caption, picker, status, copyButton);
    const body = make('div', { class: 'body' });
    const [finder, report] = [make('div'), make('div')];
    const [downloads, references] = [make('div', { class: 'downloads' }), make('div', { class: 'downloads' })];
    const details = make('details', { part: 'details' });
    const foot = make('div', { class: 'foot' }, downloads, references, details);
    const base = make('div', { part: 'base', role: 'group' }, bar, finder, body, foot, report);
    return { base, select, caption, status, copy: copyButton, finder, body, downloads, references, details, report };
  }

  /** A citation style: the reference, and the other forms below it. */
  #citation(name, says) {
    const { item } = this.#reading;
    const { style = name, locale, engine = this.#engine } = this.#brought.get(name) ?? {};
    const options = { locale: this.locale || locale || undefined };
    const forms = engine.styles().find(({ name }) => name === style).forms;
    const [form, ...others] = forms;
    const content = engine.format(item, style, form, options);
    if (!content.text) throw new Problem('record', `The style ${style} makes nothing of this record.`);
    const shown = make('div', { part: 'citation', dir: 'auto', class: 'reference', ...languageOf(item) }, fromRuns(content.runs));
    const list = make('ul', { part: 'forms' });
    for (const other of others) {
      const formatted = engine.format(item, style, other, options);
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
    const shown = make('pre', { part: 'citation', dir: 'ltr', role: 'group', 'aria-label': FORMATS[format] }, text.trimEnd());
    return { nodes: [shown], shown, content: { text }, form: format };
  }

  #export(format, engine = this.#engine) {
    return engine.export(this.#reading.item, format, { ascii: this.ascii });
  }

  #save(format, says) {
    return this.#attempt(async () => {
      await saveAs(format, this.#export('bibtex'), this.#export(format, format === MORE ? await loadFullEngine() : this.#engine));
      this.#say(says.saved);
    });
  }

  /** A button for each file format. */
  #saveButtons(what, onclick) {
    return Object.entries(FORMATS).map(([format, title]) => {
      const button = make('button', { part: 'button download', type: 'button', 'aria-label': `${what}: ${title}` }, title);
      button.onclick = () => onclick(format);
      return button;
    });
  }

  #offerReferences(place, says) {
    place.hidden = !this.references || !this.ownerDocument.querySelector(REFERENCES);
    if (place.hidden) return;
    const take = (format) => this.#attempt(async () => this.#say(await takeReferences(format, this.#host())));
    place.replaceChildren(says.references, ...this.#saveButtons(says.references, take));
  }

  #showReport({ report, details }) {
    details.hidden ||= this.report;
    const { selected, copied } = textsFor(this).texts;
    const say = (done) => this.#say(done ? copied : selected);
    return this.#attempt(async () => {
      report.replaceChildren(...(this.report ? [await reportOn(this.#reading, { ...this.#host(), say })] : []));
    });
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

/** The language of the cited work, for the reader's voice and hyphenation. */
function languageOf({ language }) {
  return /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(language ?? '') ? { lang: language } : {};
}

/** The page's metadata and the element's own content may still be on their way. */
function documentParsed(document) {
  if (document.readyState !== 'loading') return undefined;
  return new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}
