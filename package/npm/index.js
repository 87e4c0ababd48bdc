// The engine in a browser. `<cite-let>` is in `citelet/element` and `citelet/define`.

export { Engine } from './citelet.js';
export { loadEngine } from './engine.js';
