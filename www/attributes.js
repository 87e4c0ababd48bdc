// The attributes of the element, and the properties that are views of them.

import { DEFAULT_STYLES, currentName } from './choice.js';

// Not written out where it is used: bundlers would look for a file to take along, and this is a folder on the server.
const HERE = import.meta.url;

/** Attributes that are there or not; each has a property of its name. */
const FLAGS = ['ascii', 'overrule', 'references', 'report', 'search'];

/** Properties that a page may have set on the element before its class was defined. */
const PROPERTIES = [
  ...FLAGS,
  ...['doi', 'item', 'library', 'locale', 'registries', 'repair', 'src', 'strings', 'styleName', 'styles'],
];

/**
 * Attributes hold the state: a getter validates and falls back to the default that is documented, a setter only writes
 * the attribute.
 */
export class AttributeViews extends HTMLElement {
  static observedAttributes = [...FLAGS, 'doi', 'lang', 'library', 'locale', 'repair', 'src', 'style-name', 'styles'];

  /** Names of the styles on offer, former names followed. @type {string[]} */
  get styles() {
    const names = (this.getAttribute('styles') ?? '').split(/[\s,]+/).filter(Boolean).map(currentName);
    return names.length ? [...new Set(names)] : [...DEFAULT_STYLES];
  }
  set styles(names) {
    this.reflect('styles', Array.isArray(names) ? names.join(' ') : names);
  }

  /** Address of a CSL-JSON record, absolute; empty where there is none or where it is not http(s). @type {string} */
  get src() {
    return address(this, 'src');
  }
  set src(address) {
    this.reflect('src', address);
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
    this.reflect('locale', tag);
  }

  /** Whether slips in the metadata are mended. @type {'on'|'off'} */
  get repair() {
    return this.getAttribute('repair')?.toLowerCase() === 'off' ? 'off' : 'on';
  }
  set repair(value) {
    this.reflect('repair', value);
  }

  /** A DOI whose record is fetched from a registry; empty where none is to be asked. @type {string} */
  get doi() {
    return this.getAttribute('doi')?.trim() ?? '';
  }
  set doi(doi) {
    this.reflect('doi', doi);
  }

  /** Address of the folder with all styles and languages. @type {string} */
  get library() {
    return (address(this, 'library') || new URL('./library/', HERE).href).replace(/\/?$/, '/');
  }
  set library(address) {
    this.reflect('library', address);
  }

  /** Writes an attribute, or takes it away for nothing. */
  reflect(name, value) {
    if (value === null || value === undefined || value === '') this.removeAttribute(name);
    else this.setAttribute(name, value);
  }
}

for (const name of FLAGS) {
  Object.defineProperty(AttributeViews.prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      return this.hasAttribute(name);
    },
    set(value) {
      this.toggleAttribute(name, Boolean(value));
    },
  });
}

/** What the attribute addresses, absolute; empty where there is none or where it is not http(s). */
function address(element, name) {
  try {
    const url = new URL(element.getAttribute(name), element.ownerDocument.baseURI);
    return element.hasAttribute(name) && /^https?:$/.test(url.protocol) ? url.href : '';
  } catch {
    return '';
  }
}

/** Gives properties that were set before the class was defined to the class, whose setters then count. */
export function takeOver(element) {
  for (const name of PROPERTIES.filter((own) => Object.hasOwn(element, own))) {
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}
