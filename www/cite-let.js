// The entry for pages: `<script type="module" src="cite-let.js"></script>` registers `<cite-let>`.
// A page that wants another tag name imports the class from `cite-let-element.js` and defines it itself.

import { CiteLetElement } from './cite-let-element.js';

if (!customElements.get('cite-let')) customElements.define('cite-let', CiteLetElement);

export { CiteLetElement };
export { loadEngine } from './engine.js';
