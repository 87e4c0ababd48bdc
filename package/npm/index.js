// The full engine in a browser. The element, which loads the page's engine, is in `citelet/element` and `citelet/define`.

export { Engine } from './citelet-full.js';
export { loadFullEngine as loadEngine } from './engine.js';
