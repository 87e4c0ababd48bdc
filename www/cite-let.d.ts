export { CiteLetElement } from './cite-let-element.js';
export { loadEngine } from './index.js';
