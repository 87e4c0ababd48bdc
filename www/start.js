// What the entries for pages do.

import { CiteLetElement } from './cite-let-element.js';
import { placeWidget } from './on-demand.js';

/** Registers `<cite-let>`, and places the widget where the page's script says so. */
export function start() {
  if (!customElements.get('cite-let')) customElements.define('cite-let', CiteLetElement);
  const placing = document.querySelector('script[data-place]');
  if (placing) placeWidget(placing, CiteLetElement.observedAttributes);
}
