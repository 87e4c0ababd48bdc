// What a program or a page hands in may throw. The engine goes on, however often.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadEngine } from 'citelet';

/** References that an exception takes along would be used up after 512. All tests together throw more than ten thousand times. */
const TIMES = 1_500;

const fail = () => {
  throw new Error('not implemented');
};
const throwing = (...names) => {
  const object = {};
  for (const name of names) Object.defineProperty(object, name, { get: fail, enumerable: true });
  return object;
};
const list = (entry) => Object.assign([entry], { item: () => entry });
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
};

const DOCUMENTS = {
  'queries that throw': { querySelectorAll: fail },
  'a query that is a getter that throws': throwing('querySelectorAll'),
  'a list without a length': { querySelectorAll: () => throwing('length', '0') },
  'a list of nothing': { querySelectorAll: () => ({ length: 1, item: () => null }) },
  'lists whose items throw': { querySelectorAll: () => ({ length: 1, item: fail, get 0() { return fail(); } }) },
  'attributes that throw': { querySelectorAll: () => list({ getAttribute: fail }) },
  'attributes that are no texts': { querySelectorAll: () => list({ getAttribute: () => Symbol('a'), innerHTML: null, textContent: 7 }) },
  'properties that throw': { querySelectorAll: () => list(throwing('getAttribute', 'innerHTML', 'textContent')) },
};

const RECORDS = {
  'getters that throw': throwing('type', 'title', 'author'),
  'a list whose entries throw': { type: 'book', author: new Proxy([1], { get: fail }) },
  'a proxy that was revoked': { type: 'book', author: revoked() },
  'keys that throw': new Proxy({}, { ownKeys: fail }),
  'a conversion that throws': { type: 'book', title: { toJSON: fail }, get volume() { return fail(); } },
};

const title = (engine) => engine.format({ type: 'book', title: 'T' }, 'apa', 'reference').text;

for (const [what, document] of Object.entries(DOCUMENTS)) {
  test(`pages with ${what} do not use the engine up`, async () => {
    const engine = await loadEngine();
    const before = title(engine);
    for (let at = 0; at < TIMES; at += 1) {
      engine.readPage(document);
      if (at % 100 === 0) engine.references(document);
    }
    assert.equal(title(engine), before);
  });
}

for (const [what, record] of Object.entries(RECORDS)) {
  test(`records with ${what} do not use the engine up`, async () => {
    const engine = await loadEngine();
    const before = title(engine);
    for (let at = 0; at < TIMES; at += 1) {
      engine.tidy(record);
      engine.format(record, 'apa', 'reference', throwing('locale', 'locator'));
    }
    engine.export(record, 'bibtex', throwing('ascii'));
    engine.bibliography(record, 'apa');
    assert.equal(title(engine), before);
  });
}

test('functions that a page replaced do not use the engine up', async () => {
  const engine = await loadEngine();
  const before = title(engine);
  const places = [
    [String.prototype, 'toLowerCase'],
    [String.prototype, 'normalize'],
    [RegExp.prototype, 'test'],
    [Array.prototype, 'sort'],
  ];
  const kept = places.map(([object, name]) => object[name]);
  try {
    for (const [object, name] of places) object[name] = fail;
    for (let at = 0; at < TIMES; at += 1) engine.tidy({ type: 'book', title: 'Über Ärzte', author: [{ family: 'ÖBERG', given: 'Å.' }] });
  } finally {
    places.forEach(([object, name], at) => {
      object[name] = kept[at];
    });
  }
  assert.equal(title(engine), before);
});

test('every file that the package exports is in it', () => {
  const folder = new URL('node_modules/citelet/', import.meta.url);
  const { exports } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
  const files = Object.values(exports).flatMap((entry) => (typeof entry === 'string' ? [entry] : Object.values(entry)));
  assert.ok(files.length > 10);
  for (const file of files) assert.ok(readFileSync(new URL(file, folder)).length > 0, file);
});
