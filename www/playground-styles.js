// The styles on offer in the playground: the shipped ones and, where the library is there, all others.

import { createElement } from './dom.js';
import { openIndex, search } from './library-index.js';
import { loadAll } from './library.js';
import { titleOf } from './style-names.js';

const BASE = new URL('./library/', import.meta.url).href;

/** The most styles in the picker at a time; with more, another word of the title is quicker than the list. */
const LIMIT = 100;

export class Styles {
  #engine;
  #select;
  #entries = [];
  /** Styles loaded from the library, by name. */
  #loaded = new Map();

  /**
   * @param {import('./index.js').Engine} engine
   * @param {HTMLSelectElement} select
   */
  constructor(engine, select) {
    this.#engine = engine;
    this.#select = select;
    const shipped = engine.styles().map(({ name }) => createElement('option', { value: name }, titleOf(name, engine.styles())));
    select.replaceChildren(createElement('optgroup', { label: 'Shipped' }, ...shipped));
  }

  /** Opens the library. @returns {Promise<number>} how many styles it has; 0 where there is none */
  async openLibrary() {
    try {
      this.#entries = (await openIndex(BASE)).entries;
    } catch {
      // Most sites have no library.
    }
    if (this.#entries.length) this.find('');
    return this.#entries.length;
  }

  /** Lists the styles of the library that a text finds, beside the shipped ones. @returns {number} how many were found */
  find(text) {
    const chosen = this.#select.value;
    const found = text.trim() ? search(this.#entries, text) : this.#entries;
    const shown = found.slice(0, LIMIT);
    const kept = this.#entries.find(({ name }) => name === chosen);
    if (kept && !shown.includes(kept)) shown.unshift(kept);
    const options = shown.map(({ name, title }) => createElement('option', { value: name }, title));
    const [, old] = this.#select.children;
    old?.remove();
    this.#select.append(createElement('optgroup', { label: 'Library' }, ...options));
    this.#select.value = chosen;
    return found.length;
  }

  /**
   * A record in the chosen style, in each form that the style has.
   *
   * @param {import('./index.js').Item} item
   * @returns {Promise<{form: string, content: import('./index.js').Formatted}[]>}
   */
  async cite(item) {
    const { style, locale } = await this.#load(this.#select.value);
    const { forms } = this.#engine.styles().find(({ name }) => name === style);
    const options = { locale: locale || undefined };
    return forms
      .map((form) => ({ form, content: this.#engine.format(item, style, form, options) }))
      .filter(({ content }) => content.text);
  }

  async #load(name) {
    if (!this.#loaded.has(name) && !this.#engine.styles().some((style) => style.name === name)) {
      const options = { engine: this.#engine, base: BASE, names: [name], locale: '', loadFullEngine: async () => this.#engine };
      const { styles, errors } = await loadAll(options);
      if (errors.length) throw errors[0][1];
      this.#loaded.set(name, styles[0][1]);
    }
    return this.#loaded.get(name) ?? { style: name };
  }
}
