// The entry of cite-let.single.js, as `cite-let.js` is of cite-let.js. A classic script may run before the page is parsed, a
// module does not: what the parser adds to the page then is no change of it.

import { CiteLetElement } from './cite-let-element.js';
import { placeWidget } from './on-demand.js';
import { setContents } from './single-inside.js';
import { FILES, LANGUAGES, MASK } from './single-contents.js';

setContents(LANGUAGES, FILES, MASK);

function start() {
  if (!customElements.get('cite-let')) customElements.define('cite-let', CiteLetElement);
  const placing = document.querySelector('script[data-place]');
  if (placing) placeWidget(placing, CiteLetElement.observedAttributes);
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
