// What the files beside the element say about it agrees with the element: manifest, types, words of every language.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { textsFor } from '../../www/texts.js';

const read = (name) => readFileSync(new URL(`../../www/${name}`, import.meta.url), 'utf8');
const [manifest] = JSON.parse(read('custom-elements.json')).modules[0].declarations;
const source = read('cite-let-element.js');
const types = read('index.d.ts') + read('cite-let-element.d.ts');

/** What a regular expression's first group matches, each once, sorted. */
const all = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();
const names = (list) => list.map(({ name }) => name).sort();

test('the manifest lists the events that are dispatched and typed', () => {
  const dispatched = all(source, /#emit\('([a-z-]+)'/g).map((name) => `cite-let-${name}`);
  assert.deepEqual(names(manifest.events), dispatched);
  assert.deepEqual(all(types, /'(cite-let-[a-z-]+)': CustomEvent/g), dispatched);
});

test('the manifest lists the custom properties that the style sheet reads', () => {
  assert.deepEqual(names(manifest.cssProperties), all(read('sheet.js'), /var\((--cite-let-[a-z]+)/g));
});

test('the manifest says what the comment of the class says', () => {
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

test('every problem that is reported has a typed code', () => {
  const reported = ['cite-let-element.js', 'engine.js', 'library.js', 'problem.js', 'record.js'].map(read).join('');
  assert.deepEqual(all(types, /^ {4}\| '([a-z-]+)'/gm), all(reported, /new Problem\(\s*'([a-z-]+)'/g));
});

test('every language has every word', () => {
  const keys = all(types.slice(types.indexOf('interface Texts')).split('\n}')[0], /^ {2}'?([a-z-]+)'?: string/gm);
  for (const lang of ['en', 'de', 'fr', 'es', 'pt', 'ar', 'ur']) {
    const found = textsFor({ closest: () => ({ lang }) });
    assert.equal(found.lang, lang);
    assert.deepEqual(Object.keys(found.texts).sort(), keys, lang);
    assert.ok(Object.values(found.texts).every((text) => text.trim()), lang);
  }
});
