// The widget in three browser engines: `node --test tests/browser/`. An absent browser is skipped, with the reason.
// CITELET_BROWSER=chromium (firefox, webkit) drives that one alone.

import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

import { browsers } from './browsers.mjs';
import { scenarios } from './scenarios.mjs';
import { contract } from './scenarios-element.mjs';
import { failures } from './scenarios-failure.mjs';
import { onDemand } from './scenarios-on-demand.mjs';
import { readings } from './scenarios-reading.mjs';
import { serve } from './server.mjs';

/** How long one scenario may take, in milliseconds. */
const TIME = 90_000;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path) => readFileSync(join(ROOT, path));
const readIfThere = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

const built = existsSync(join(ROOT, 'dist/web/citelet.wasm'));
const data = process.env.CITELET_DATA ?? join(ROOT, '../shared');

describe('the widget', { skip: !built && 'dist/web is missing: run `cargo xtask build` first' }, () => {
  let server;
  let given;

  before(async () => {
    // What pages load comes first: www/cite-let.js is the unbundled source of it.
    server = await serve(['dist/web', 'www', 'tests/browser', 'node_modules/axe-core', 'target/web/pages'].map((folder) => join(ROOT, folder)));
    given = {
      hits: server.hits,
      wasm: read('dist/web/citelet.wasm'),
      pack: read('dist/web/citelet.pack'),
      demo: read('www/index.html').toString(),
      embed: read('www/embed.html').toString(),
      manifest: JSON.parse(read('www/custom-elements.json')).modules[0].declarations[0],
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

      for (const scenario of [...scenarios, ...contract, ...failures, ...onDemand, ...readings]) {
        it(scenario.name, { timeout: TIME }, async (test) => {
          if (scenario.needs && !given[scenario.needs]) return test.skip(`the data set ${scenario.needs} is not here`);
          const scene = (answer) => server.scene(`${name}-${(scenes += 1)}`, answer);
          try {
            await scenario.run({ ...given, browser, scene });
          } finally {
            // The next scenario meets a reader who has not chosen yet.
            await browser.run(() => localStorage.clear());
          }
        });
      }
    });
  }
});
