// The entry for pages: `<script type="module" src="cite-let.js"></script>` registers `<cite-let>`.
// Where a server renders the page, importing it has no effect. For another tag name, import the class from
// `cite-let-element.js` and define the element with it.

import { start } from './start.js';

if (globalThis.customElements) start();

export { CiteLetElement } from './cite-let-element.js';
export { loadEngine } from './engine.js';
