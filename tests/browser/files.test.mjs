// The files beside the element agree with it: manifest, types, and the strings of every language. Its modules import each
// other without circles.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

import { loadStrings, stringsFor } from '../../www/strings.js';

const folder = new URL('../../www/', import.meta.url);
const read = (name) => readFileSync(new URL(name, folder), 'utf8');
const modules = readdirSync(folder).filter((name) => name.endsWith('.js'));
const [manifest] = JSON.parse(read('custom-elements.json')).modules[0].declarations;
const types = read('index.d.ts') + read('cite-let-element.d.ts');

/** All that the first group of a regular expression matches, each once, sorted. */
const all = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();
const names = (list) => list.map(({ name }) => name).sort();

/** The declaration in the types that begins with `start`. */
const declaration = (start) => types.slice(types.indexOf(start)).split(/\n}|;\n\n/)[0];

test('the manifest lists the events that are dispatched and typed', () => {
  const dispatched = all(read('controller.js'), /#emit\('([a-z-]+)'/g).map((name) => `cite-let-${name}`);
  assert.deepEqual(names(manifest.events), dispatched);
  assert.deepEqual(all(types, /'(cite-let-[a-z-]+)': CustomEvent/g), dispatched);
});

test('the manifest lists the custom properties that the style sheet reads', () => {
  assert.deepEqual(names(manifest.cssProperties), all(read('style-sheet.js'), /var\((--cite-let-[a-z]+)/g));
});

test('the manifest has the descriptions of the comment of the class', () => {
  const source = read('cite-let-element.js');
  const comment = source
    .slice(0, source.indexOf('export class'))
    .replaceAll(/\n \* {0,3}/g, ' ')
    .replaceAll(/ +/g, ' ');
  const tags = ['attributes', 'events', 'cssParts', 'cssProperties', 'slots'].flatMap((kind) => manifest[kind]);
  for (const { name, description } of tags) assert.ok(comment.includes(`${name} - ${description}`.trim()), description);
});

test('every property of the manifest is typed', () => {
  const typed = types.slice(types.indexOf('export class CiteLetElement'));
  for (const { name } of manifest.members) assert.match(typed, new RegExp(`\\b${name}\\b.*:`), name);
});

test('every error that is thrown or reported has a typed code', () => {
  const codes = all(modules.map(read).join(''), /new CiteletError\(\s*'([a-z-]+)'/g);
  assert.deepEqual(all(declaration('export type WidgetErrorCode'), /^ {2}\| '([a-z-]+)'/gm), codes);
});

test('the codes of the engine are those of its source', () => {
  const [, source] = readFileSync(new URL('../src/error.rs', folder), 'utf8').split('fn code(');
  const codes = all(source.split('\n    }')[0], /=> "([a-z-]+)"/g);
  // The compiler of styles is in no engine for JavaScript.
  const typed = [...all(declaration('export type EngineErrorCode'), /^ {2}\| '([a-z-]+)'/gm), 'invalid-style'].sort();
  assert.deepEqual(typed, codes);
});

test('every language has every string', async () => {
  const keys = all(declaration('interface Strings'), /^ {2}'?([a-z-]+)'?: string/gm);
  for (const lang of ['en', 'de', 'fr', 'es', 'pt', 'ar', 'ur']) {
    const element = { closest: () => ({ lang }) };
    await loadStrings(element);
    const found = stringsFor(element);
    assert.equal(found.lang, lang);
    assert.deepEqual(Object.keys(found.strings).sort(), keys, lang);
    assert.ok(Object.values(found.strings).every((text) => text.trim()), lang);
  }
});

test('modules import each other without circles', () => {
  const imports = new Map(modules.map((name) => [name, all(read(name), /(?:from |, import\()'\.\/([a-z-]+\.js)'/g)]));
  assert.ok(imports.get('cite-let-element.js').includes('controller.js'), 'the imports must be found');
  const visit = (name, path) => {
    assert.ok(!path.includes(name), `a circle: ${[...path, name].join(' → ')}`);
    for (const next of imports.get(name) ?? []) visit(next, [...path, name]);
  };
  for (const name of modules) visit(name, []);
});
