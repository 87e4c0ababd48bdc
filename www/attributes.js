// The attributes of the element, and the properties that reflect them.

import { here } from './inside.js';
import { DEFAULT_STYLES, canonicalName } from './style-names.js';

/** Boolean attributes, without hyphens: each has a property of the same name. */
const FLAGS = ['ascii', 'official', 'overrule', 'references', 'report', 'search'];

/** Properties that a page may have set on the element before its class was defined. */
const PROPERTIES = [
  ...FLAGS,
  ...['doi', 'files', 'item', 'library', 'locale', 'presentation', 'registries', 'repair', 'src', 'strings', 'styleName', 'styles'],
];

/**
 * An element whose attributes hold its state. A getter validates and returns the documented default where the attribute
 * is missing or invalid; a setter only writes the attribute.
 */
// Servers that render pages import this module too, and have no elements.
export class ReflectingElement extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = [...FLAGS, 'doi', 'files', 'lang', 'library', 'locale', 'presentation', 'repair', 'src', 'style-name', 'styles'];

  /** Names of the styles on offer; aliases are resolved. @type {string[]} */
  get styles() {
    const names = (this.getAttribute('styles') ?? '').split(/[\s,]+/).filter(Boolean).map(canonicalName);
    return names.length ? [...new Set(names)] : [...DEFAULT_STYLES];
  }
  set styles(names) {
    this.reflect('styles', Array.isArray(names) ? names.join(' ') : names);
  }

  /** Address of a CSL-JSON record, absolute; empty where there is none or where it is not http(s). @type {string} */
  get src() {
    return absoluteAddress(this, 'src');
  }
  set src(address) {
    this.reflect('src', address);
  }

  /** Language tag for the terms and dates of the citation; empty for the style's own. @type {string} */
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

  /** Whether errors in the metadata are repaired. @type {'on'|'off'} */
  get repair() {
    return this.getAttribute('repair')?.toLowerCase() === 'off' ? 'off' : 'on';
  }
  set repair(value) {
    this.reflect('repair', value);
  }

  /** Whether the citation stands in the page or in a dialog. @type {'block'|'button'} */
  get presentation() {
    return this.getAttribute('presentation')?.toLowerCase() === 'button' ? 'button' : 'block';
  }
  set presentation(value) {
    this.reflect('presentation', value);
  }

  /** A DOI whose record is fetched from a registry; empty for none. @type {string} */
  get doi() {
    return this.getAttribute('doi')?.trim() ?? '';
  }
  set doi(doi) {
    this.reflect('doi', doi);
  }

  /** Address of the folder with all styles and languages. @type {string} */
  get library() {
    return (absoluteAddress(this, 'library') || new URL('library/', here()).href).replace(/\/?$/, '/');
  }
  set library(address) {
    this.reflect('library', address);
  }

  /** Where the files of the release are; empty for beside the script. @type {string} */
  get files() {
    return this.getAttribute('files') ?? '';
  }
  set files(addresses) {
    this.reflect('files', addresses);
  }

  /** Writes an attribute; removes it for `null`, `undefined` and an empty string. */
  reflect(name, value) {
    if (value === null || value === undefined || value === '') this.removeAttribute(name);
    else this.setAttribute(name, value);
  }
}

for (const name of FLAGS) {
  Object.defineProperty(ReflectingElement.prototype, name, {
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

/** The address in an attribute, absolute; empty where there is none or where it is not http(s). */
function absoluteAddress(element, name) {
  try {
    const url = new URL(element.getAttribute(name), element.ownerDocument.baseURI);
    return element.hasAttribute(name) && /^https?:$/.test(url.protocol) ? url.href : '';
  } catch {
    return '';
  }
}

/**
 * Sets properties again that were set before the class was defined: until then they are plain properties of the element,
 * which hide the setters of the class.
 */
export function upgradeProperties(element) {
  for (const name of PROPERTIES.filter((property) => Object.hasOwn(element, property))) {
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}
