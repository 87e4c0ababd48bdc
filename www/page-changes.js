// Notices when a page gets another article's metadata, as single-page sites do.

const METADATA = 'meta,script[type="application/ld+json"]';

/** How long the page must rest before it is read again, in milliseconds: sites change their head and body one by one. */
const REST = 100;

const hasMetadata = (node) => node.matches?.(METADATA) || node.querySelector?.(METADATA);

/** Calls back when metadata of the page, or the content of an element, have changed. */
export class PageChanges {
  #timer;
  #element;
  #observer;

  /**
   * @param {Element} element
   * @param {() => void} onChange
   */
  constructor(element, onChange) {
    this.#element = element;
    const isRelevant = ({ target, addedNodes, removedNodes }) =>
      element.contains(target) || target.matches?.(METADATA) || [...addedNodes, ...removedNodes].some(hasMetadata);
    this.#observer = new MutationObserver((changes) => {
      if (!changes.some(isRelevant)) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(onChange, REST);
    });
  }

  start() {
    this.#observer.observe(this.#element.ownerDocument, { childList: true, subtree: true, attributeFilter: ['content'] });
    // An element in a shadow tree is no descendant of the document.
    this.#observer.observe(this.#element, { childList: true, subtree: true, characterData: true });
  }

  stop() {
    clearTimeout(this.#timer);
    this.#observer.disconnect();
  }
}
