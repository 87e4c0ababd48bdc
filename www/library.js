// The library of all CSL styles: a folder of small packs with an index, as `cargo xtask styles --all` writes it.
// Loaded only by elements that need a style or a language beyond the shipped ones.

export { loadAll } from './library-styles.js';
export { searchPanel } from './style-search.js';
