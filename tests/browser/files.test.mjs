// The files beside the element agree with it: manifest, types, and the strings of every language. Its modules import each
// other without circles.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

import { ReflectingElement } from '../../www/attributes.js';
import { differences } from '../../www/differences.js';
import { partStrings } from '../../www/on-demand-strings.js';
import { ENGLISH as REPAIRS } from '../../www/repairs.js';

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

test('the manifest and the README have every attribute', () => {
  const observed = ReflectingElement.observedAttributes.filter((name) => name !== 'lang').sort();
  assert.deepEqual(names(manifest.attributes), observed);
  const listed = all(read('../README.md'), /^\| `([a-z-]+)` \|/gm);
  assert.deepEqual(observed.filter((name) => !listed.includes(name)), []);
});

test('every property of the manifest is typed', () => {
  const typed = types.slice(types.indexOf('export class CiteLetElement'));
  for (const { name } of manifest.members) assert.match(typed, new RegExp(`\\b${name}\\b.*:`), name);
});

test('every attribute of the manifest is one of JSX', () => {
  const attributes = read('jsx.d.ts').split('interface CiteLetAttributes')[1].split('\n}')[0];
  const typed = all(attributes, /^ {2}'?([a-z-]+)'?\?:/gm);
  assert.deepEqual(manifest.attributes.map(({ name }) => name).filter((name) => !typed.includes(name)), []);
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

/** The keys of the strings in English: those of the widget as they are typed, and those of its parts on demand. */
const stringKeys = () => {
  const parts = read('on-demand-strings.js').split('const ENGLISH = {')[1].split('\n};')[0];
  const ofParts = [...parts.matchAll(/^ {2}(\w+): \{(.*?)\n? *\},$/gms)].flatMap(([, part, body]) =>
    all(body, /(?:^|[ {,\n])(\w+): '/g).map((key) => `${part}-${key}`),
  );
  return [...all(declaration('interface Strings'), /^ {2}'?([a-z-]+)'?: string/gm), ...ofParts].sort();
};

/** The files of the languages in a folder: the tag of each and its texts. */
const translations = (name) =>
  readdirSync(new URL(`${name}/`, folder)).map((file) => [file.replace('.json', ''), JSON.parse(read(`${name}/${file}`))]);

/** Where a sentence has a value. */
const placeholders = (text) => all(text, /(\{\w+\})/g);

/** Checks that a folder has the same keys, each with a text, in all languages, and the placeholders of English. */
function checkTranslations(name, keys, english) {
  for (const [tag, texts] of translations(name)) {
    assert.deepEqual(Object.keys(texts).sort(), keys, tag);
    for (const key of keys) {
      assert.ok(texts[key].trim(), `${tag} ${key}`);
      assert.deepEqual(placeholders(texts[key]), placeholders(english(key)), `${tag} ${key}`);
    }
  }
}

test('every language has every string, with its placeholders', () => {
  const keys = stringKeys();
  assert.ok(keys.includes('copy') && keys.includes('report-copy') && keys.length > 30, 'the keys must be found');
  const english = (key) => {
    const [part, ...rest] = key.split('-');
    const own = partStrings(part, {})[rest.join('-')] ?? read('strings.js').match(new RegExp(`^  '?${key}'?: '(.*)',$`, 'm'))?.[1];
    assert.ok(own, `${key} in English`);
    return own;
  };
  checkTranslations('strings', keys, english);
});

test('every language has a sentence for every rule, and names of fields', () => {
  const keys = Object.keys(REPAIRS).sort();
  checkTranslations('repairs', keys, (key) => REPAIRS[key]);
  const tags = (name) => translations(name).map(([tag]) => tag);
  assert.deepEqual(tags('repairs'), tags('strings'));
  const [, rules] = readFileSync(new URL('../src/item/report.rs', folder), 'utf8').split('    Rule {');
  const found = all(rules.split('\n    }')[0], / = "([a-z-]+)"/g);
  assert.ok(found.length >= 20, 'the rules must be found');
  // Markup that a heading has is another sentence than markup that does not belong.
  assert.deepEqual(keys.filter((key) => key.startsWith('repair-')), [...found, 'heading'].map((rule) => `repair-${rule}`).sort());
});

test('the words in which two texts differ', () => {
  const check = (from, to, expected) => assert.deepEqual(differences(from, to), expected);
  check('In Post Us Withdrawal', 'in post US withdrawal', [['In Post Us Withdrawal', 'in post US withdrawal']]);
  check('A Rise In the Fall', 'A rise in the fall', [['Rise In', 'rise in'], ['Fall', 'fall']]);
  check('one  two ', 'one two', []);
  check('', '7', [['', '7']]);
  check('n/a', '', [['n/a', '']]);
  check('a b c', 'a c', [['b', '']]);
  const long = (word) => Array.from({ length: 2000 }, (_, index) => `${word}${index}`).join(' ');
  check(long('a'), long('b'), [[long('a'), long('b')]]);
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
