// The lines of the short list of repairs and warnings, in sentences for readers. Loaded when a reader opens the list.

import { differences } from './differences.js';
import { createElement } from './dom.js';
import { fetchOptional } from './files.js';

/**
 * In English: the names of fields, and a sentence for each rule. `{text}` is what was removed or written otherwise. The
 * files `repairs-TAG.json` have the same keys.
 */
export const ENGLISH = {
  'field-author': 'Author',
  'field-editor': 'Editor',
  'field-translator': 'Translator',
  'field-title': 'Title',
  'field-title-short': 'Short title',
  'field-container-title': 'Journal or book',
  'field-collection-title': 'Series',
  'field-volume': 'Volume',
  'field-issue': 'Issue',
  'field-page': 'Pages',
  'field-number': 'Number',
  'field-publisher': 'Publisher',
  'field-publisher-place': 'Place',
  'field-issued': 'Date',
  'field-abstract': 'Abstract',
  'field-keyword': 'Keywords',
  'field-language': 'Language',
  'repair-whitespace': 'Stray spaces or dots were removed.',
  'repair-entity': 'HTML codes were replaced by the characters that they stand for.',
  'repair-honorific': '“{text}” is a form of address, not part of the name.',
  'repair-degree': '“{text}” is a degree, not part of the name.',
  'repair-name-case': 'The name was stored in capital letters.',
  'repair-doi': 'The bare DOI is enough, without an address around it.',
  'repair-pages': 'Page numbers stand alone, with a hyphen between them.',
  'repair-issn': 'An ISSN is two groups of four characters.',
  'repair-language': 'The language is given by its code.',
  'repair-sentence-case': 'Citation styles expect a title to be written like a sentence.',
  'repair-all-caps': 'The title was stored in capital letters.',
  'repair-restore-acronym': 'Usual spelling: {text}.',
  'repair-proper-noun': 'Names keep their capital: {text}.',
  'repair-markup': 'Codes and marks of the page are not part of this.',
  'repair-heading': 'The heading of the page sets these words so.',
  'repair-number-range': 'Years from and to have a dash between them.',
  'repair-particle': 'In the page’s own citation, the family name is “{text}”.',
  'repair-address': 'The publisher’s address is not part of its name.',
  'repair-placeholder': '“{text}” stands for nothing.',
  'repair-character': 'Characters were put into their usual form.',
  'repair-number-word': 'Citation styles add such words themselves.',
};

/** Rules that change single words of a title, and report each word by itself. */
const WORD_RULES = ['sentence-case', 'restore-acronym', 'proper-noun'];

/** Rules whose sentence says all: the two values add nothing, or differ by what nobody sees. */
const SAID_IN_WORDS = ['whitespace', 'honorific', 'degree', 'particle', 'placeholder'];

/** Two values of fewer letters together are short. */
const SHORT = 60;

/** What the engine's evidence for a word names, as a field. */
const SOURCES = { 'the abstract': 'abstract', 'the keywords': 'keyword', 'the journal’s name': 'container-title' };

/**
 * A list of the repairs and one of the warnings, without those that would be empty.
 *
 * @param {import('./index.js').ReadResult} result
 * @param {Record<string, string>} strings those of the widget, and the page's own
 * @param {Element} base the part of the widget that has its language and direction
 * @returns {Promise<Element[]>}
 */
export async function listsOf({ item, repairs, warnings }, strings, { lang, dir }) {
  const translated = lang === 'en' ? {} : await translation(lang);
  const words = { ...ENGLISH, ...translated, ...strings };
  const context = { words, item, foreign: translated && lang !== 'en', arrow: dir === 'rtl' ? ' ← ' : ' → ' };
  const places = grouped(repairs, placeOf);
  return [
    [strings.repaired, [...places].map(([place, repairs]) => repairLine(place, repairs, context))],
    [strings.warnings, warnings.map((warning) => warningLine(warning, context))],
  ]
    .filter(([, lines]) => lines.length)
    .map(([title, lines]) => list(title, lines, translated ? { dir: 'auto' } : { dir: 'auto', lang: 'en' }));
}

const list = (title, lines, attributes) =>
  createElement('ul', { 'aria-label': title }, ...lines.map((line) => createElement('li', attributes, ...line)));

/** The names and sentences in another language; without its file they are in English. */
const translation = (lang) => fetchOptional(`repairs-${lang}.json`, (response) => response.json());

/** `author[0]` of `author[0].given`. */
const placeOf = ({ field }) => field.split('.')[0];

/** The sentence of a rule; markup that the page's heading has is another matter than markup that does not belong. */
const sentenceOf = ({ rule, evidence }) => (rule === 'markup' && evidence?.startsWith('the visible h1') ? 'heading' : rule);

/** A list by keys, in the order of the first of each. `Map.groupBy` is too new for some browsers. */
function grouped(list, keyOf) {
  const groups = new Map(list.map((one) => [keyOf(one), []]));
  for (const one of list) groups.get(keyOf(one)).push(one);
  return groups;
}

/** All repairs of one place: `Title: In Post Us → in post US – Citation styles expect …` */
function repairLine(place, repairs, context) {
  const ofWords = repairs.filter(({ rule }) => WORD_RULES.includes(rule));
  const changes = repairs
    .filter(({ rule }) => !WORD_RULES.includes(rule) && !SAID_IN_WORDS.includes(rule))
    .flatMap(({ from, to }) => changedWords(from, to));
  if (ofWords.length) changes.push(...wordChanges(ofWords, context.item[place]));
  const values = changes.flatMap(([from, to], index) => [index ? ', ' : '', ...changed(from, to, context.arrow)]);
  return [...fieldName(place, context), ...values, ...(changes.length ? [' – '] : []), ...sentencesOf(repairs, context)];
}

/** The words that differ; of a short text all where words were only added or removed: `Vol. 7` and `7`. */
function changedWords(from, to) {
  const found = differences(from, to);
  const isShort = from && to && from.length + to.length < SHORT;
  return isShort && found.some((sides) => sides.includes('')) ? [[from, to]] : found;
}

/** `In Post Us → in post US`, with `del` and `ins` around the two values; each has its own direction. */
function changed(from, to, arrow) {
  const values = [from && createElement('del', { dir: 'auto' }, from), to && createElement('ins', { dir: 'auto' }, ...inlineMarkup(to))];
  return from && to ? [values[0], arrow, values[1]] : values.filter(Boolean);
}

/** CSL-JSON's inline markup as elements; a tag without its partner is left out. */
function inlineMarkup(text) {
  const parts = text.split(/<(i|b|sub|sup)>(.*?)<\/\1>/);
  const plain = (part) => part.replace(/<\/?(?:i|b|sub|sup)>/g, '');
  return parts.flatMap((part, index) => {
    if (index % 3 === 0) return plain(part);
    return index % 3 === 1 ? [createElement(part, {}, plain(parts[index + 1]))] : [];
  });
}

/** The changes of single words, those of neighbours together: `In Post Us` to `in post US`. */
function wordChanges(repairs, title) {
  const after = String(title ?? '');
  let [before, done] = ['', 0];
  for (const { from, to } of repairs) {
    const at = indexOfWord(after, to, done);
    // The title is not that of the repairs: a page may overrule it.
    if (at < 0) return repairs.map((repair) => [repair.from, repair.to]);
    before += after.slice(done, at) + from;
    done = at + to.length;
  }
  return differences(before + after.slice(done), after);
}

/** Where a word stands that is no part of another; -1 for nowhere. */
function indexOfWord(text, word, from) {
  const isLetter = (character) => /[\p{L}\p{N}]/u.test(character ?? '');
  let at = text.indexOf(word, from);
  while (at >= 0 && (isLetter(text[at - 1]) || isLetter(text[at + word.length]))) at = text.indexOf(word, at + 1);
  return at;
}

/** The sentences of the rules, each once. */
function sentencesOf(repairs, { words, foreign }) {
  return [...grouped(repairs, sentenceOf)].flatMap(([rule, repairs], index) => {
    const sentence = words[`repair-${rule}`];
    const gap = index ? [' '] : [];
    if (sentence) return [...gap, ...filled(sentence, subject(repairs, words))];
    const reason = [rule, repairs[0].evidence].filter(Boolean).join('; ');
    return [...gap, english(reason, foreign)];
  });
}

/** A sentence with a text in the place of `{text}`, which has its own direction. */
function filled(sentence, text) {
  const [before, after] = sentence.split('{text}');
  return after === undefined ? [before] : [before, createElement('bdi', {}, text), after];
}

/** What the sentence of a rule names: what was removed, what is written so, or the family name. */
function subject(repairs, words) {
  const texts = repairs.map(({ rule, from, to, evidence = '' }) => {
    if (rule === 'particle') return to.split(',')[0];
    if (!WORD_RULES.includes(rule)) return removed(from, to);
    const source = words[`field-${SOURCES[evidence.replace(/ ha(?:s|ve) “.*$/s, '')]}`];
    return source ? `${to} (${source})` : to;
  });
  return [...new Set(texts)].join(', ');
}

/** What one value has more than the other at its beginning or end. */
function removed(from, to) {
  const rest = from.endsWith(to) ? from.slice(0, from.length - to.length) : from.startsWith(to) ? from.slice(to.length) : from;
  return rest.replace(/^[\s,]+|\s+$/g, '');
}

/** A warning; its message is a sentence of the engine, in English. */
function warningLine({ field, message }, context) {
  return [...(field ? fieldName(field, context) : []), english(message, context.foreign)];
}

/** `Author 1: ` for `author[0].given`; what CSL writes in capitals is the same in all languages. */
function fieldName(field, { words, foreign }) {
  const [, name, index] = /^([^[.]*)(?:\[(\d+)\])?/.exec(field);
  const number = index === undefined ? '' : ` ${Number(index) + 1}`;
  const title = words[`field-${name}`];
  return [title ?? english(name, foreign && name !== name.toUpperCase()), `${number}: `];
}

/** A text that is English whatever the widget's language is. */
const english = (text, foreign) => (foreign ? createElement('span', { lang: 'en', dir: 'ltr' }, text) : text);
