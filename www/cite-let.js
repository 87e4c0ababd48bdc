// The entry for pages: `<script type="module" src="cite-let.js"></script>` registers `<cite-let>`.
// Where a server renders the page, importing it has no effect. For another tag name, import the class from `cite-let-element.js` and define the element with it.

import { CiteLetElement } from './cite-let-element.js';
import { placeWidget } from './on-demand.js';

if (globalThis.customElements) {
  if (!customElements.get('cite-let')) customElements.define('cite-let', CiteLetElement);
  const placing = document.querySelector('script[data-place]');
  if (placing) placeWidget(placing, CiteLetElement.observedAttributes);
}

export { CiteLetElement };
export { loadEngine } from './engine.js';
