// The page's engine, which is a third of the full one, for programs in browsers that format single records.

export { loadEngine, loadExporter } from './engine.js';
