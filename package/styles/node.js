// The library in Node, from files on disk.

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { library } from './styles.js';

const OWN = new URL('./library/', import.meta.url);

/** The address of a folder, which may be given as a path. */
const folder = (base) => (base instanceof URL || String(base).startsWith('file:') ? new URL(String(base).replace(/\/?$/, '/')) : pathToFileURL(`${resolve(base)}/`));

async function read(path, base) {
  return new Uint8Array(await readFile(new URL(path, base ? folder(base) : OWN)));
}

export const { findStyle, searchStyles, loadStyle, loadLocale } = library(read);
