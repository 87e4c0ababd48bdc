// The engine reads from a real document what the same code reads natively from the file (`cargo xtask read`).

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folders of pages: those in the repository, and the data sets where they are present. */
const folders = (root, data) =>
  [join(root, 'tests/cases/pages'), join(data, 'pages'), join(data, 'real-pages')].filter((folder) => existsSync(folder));

/** Runs `cargo xtask read` on some paths. */
function read(root, ...paths) {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 };
  return execFileSync('cargo', ['run', '--quiet', '--package', 'xtask', '--', 'read', ...paths], options).trim();
}

/** Compiles `cargo xtask read`, which may take longer than a scenario. */
export const compileNative = (root) => void read(root);

/** What `cargo xtask read` prints for all pages in a folder. */
const native = (root, folder) => read(root, folder).split('\n').map((line) => JSON.parse(line));

/** Runs in the page: reads its metadata. */
async function readPage(module) {
  const { loadEngine } = await import(module);
  const engine = await loadEngine();
  return engine.readPage(document);
}

/** Without `id`: that of an item without one may be empty or missing. */
const plain = ({ item: { id, ...item }, repairs, warnings }) => ({ item, repairs, warnings });

export const readings = [
  {
    name: 'every page has the same record in the real DOM as natively',
    about: ['files'],
    async run({ browser, scene, root, data }) {
      for (const folder of folders(root, data)) {
        for (const { page, ...expected } of native(root, folder)) {
          const html = readFileSync(join(folder, page)).toString();
          const address = scene((path) => (path === '/page.html' ? html : undefined));
          await browser.goto(`${address}/page.html`);
          const found = await browser.run(readPage, `${address}/cite-let.js`);
          assert.deepEqual(plain(found), plain(expected), page);
        }
      }
    },
  },
];
