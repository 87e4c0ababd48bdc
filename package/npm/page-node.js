// The page's engine and the exporter in Node, which read their files from disk.

import { readFile } from 'node:fs/promises';
import { exportRecords, initSync as initExporter } from './citelet-export.js';
import { Engine, initSync } from './citelet.js';
import { loader } from './from-disk.js';

export const loadEngine = loader({ Engine, initSync }, 'citelet.wasm');

export async function loadExporter({ wasm = new URL('citelet-export.wasm', import.meta.url) } = {}) {
  initExporter({ module: await WebAssembly.compile(await readFile(wasm)) });
  return { export: exportRecords };
}
