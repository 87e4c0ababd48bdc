// The full engine in Node, which reads its files from disk.

import { Engine, initSync } from './citelet-full.js';
import { loader } from './from-disk.js';

export const loadEngine = loader({ Engine, initSync }, 'citelet-full.wasm');

export { Engine };
