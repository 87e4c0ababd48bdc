// The full engine in a browser. `<cite-let>` is in `citelet/element` and `citelet/define`.

export { Engine } from './citelet-full.js';
export { loadFullEngine as loadEngine } from './engine.js';
