// Runs every scenario in three browser engines: `node --test tests/browser/`. A missing browser is skipped with the reason.
// CITELET_BROWSER=chromium (or firefox, webkit) runs that one alone, CITELET_VARIANT=… the ways to run it with these words in
// their names. All scenarios run from separate files; in the other ways those of readers do, and with CITELET_ALL=1 all.
//
// A scenario has a `name`, maybe a data set that it `needs`, maybe tags that say what it is `about`, and a function `run` that
// gets the browser's page, `scene` to serve files, and the files below.

import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

import { browsers } from './browsers.mjs';
import { accessibility } from './scenarios-accessibility.mjs';
import { changes } from './scenarios-changes.mjs';
import { failures } from './scenarios-failure.mjs';
import { languages } from './scenarios-languages.mjs';
import { looks } from './scenarios-looks.mjs';
import { onDemand } from './scenarios-on-demand.mjs';
import { pages } from './scenarios-pages.mjs';
import { placing } from './scenarios-placing.mjs';
import { publicFace } from './scenarios-public-face.mjs';
import { reader } from './scenarios-reader.mjs';
import { compileNative, readings } from './scenarios-reading.mjs';
import { serve } from './server.mjs';
import { variants } from './variants.mjs';

/** How long one scenario may take, in milliseconds. */
const TIME = 90_000;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path) => readFileSync(join(ROOT, path));
const readIfThere = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

const WEB = join(ROOT, 'dist/web');
const built = existsSync(join(WEB, 'citelet.wasm'));
const data = process.env.CITELET_DATA ?? join(ROOT, '../shared');

const all = [
  ...[...reader, ...publicFace, ...accessibility, ...failures, ...onDemand, ...languages],
  ...[...pages, ...placing, ...changes, ...looks, ...readings],
];

/** The names of the methods of an interface in the types. */
function declaredMethods(types, name) {
  const [, body] = types.split(`export interface ${name} {`);
  return [...body.split('\n}')[0].matchAll(/^ {2}(\w+)\(/gm)].map(([, method]) => method);
}

describe('the widget', { skip: !built && 'dist/web is missing: run `cargo xtask build` first' }, () => {
  let server;
  let files;

  before(async () => {
    compileNative(ROOT);
    // The built files come first: www/cite-let.js is the source of one of them.
    server = await serve(['dist/web', 'www', 'dist/npm', 'tests/browser', 'node_modules/axe-core', 'target/web/pages'].map((folder) => join(ROOT, folder)));
    files = {
      hits: server.hits,
      wasm: read('dist/web/citelet.wasm'),
      pack: read('dist/web/citelet.pack'),
      demo: read('www/index.html').toString(),
      embed: read('www/embed.html').toString(),
      playground: read('www/playground.html').toString(),
      install: read('www/install.html').toString(),
      manifest: JSON.parse(read('www/custom-elements.json')).modules[0].declarations[0],
      methods: (name) => declaredMethods(read('www/index.d.ts').toString(), name),
      seed: readIfThere(join(data, 'pages/ojs-seed-article.html')),
      root: ROOT,
      data,
    };
  });
  after(() => server?.close());

  for (const { id, name, launch, absent } of browsers()) {
    if ((process.env.CITELET_BROWSER ?? id) !== id) continue;
    describe(`in ${name}`, { skip: absent }, () => {
      let browser;
      let scenes = 0;
      before(async () => {
        browser = await launch();
      });
      after(() => browser?.close());

      for (const [index, variant] of (built ? variants(WEB) : []).entries()) {
        if (!variant.name.includes(process.env.CITELET_VARIANT ?? '')) continue;
        const reason = variant.needs && !existsSync(join(WEB, variant.needs)) && `${variant.needs} is not built`;
        describe(variant.name, { skip: reason }, () => {
          const scenarios = index === 0 || process.env.CITELET_ALL ? all : reader;
          for (const scenario of scenarios) {
            if (scenario.about?.some((tag) => variant.without.includes(tag))) continue;
            it(scenario.name, { timeout: TIME }, async (test) => {
              if (scenario.needs && !files[scenario.needs]) return test.skip(`the data set ${scenario.needs} is not here`);
              const scene = (answer) => server.scene(`${name}-${(scenes += 1)}`, variant.scene(answer ?? (() => undefined)));
              try {
                await scenario.run({ ...files, id, browser, scene }, test);
              } finally {
                // The next scenario begins without a saved style.
                await browser.run(() => localStorage.clear());
              }
            });
          }
        });
      }
    });
  }
});
