// What each project must do: the citation of the page's article, without an error, a failed request or a path of the machine.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

import { citation, openPage } from './browser.mjs';
import { PAPERS } from './papers.mjs';

const TYPES = {
  ...{ '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript' },
  ...{ '.json': 'application/json', '.txt': 'text/plain', '.wasm': 'application/wasm' },
};

/** How long a page of a site may take to show another paper's citation. */
const CHANGE_TIME = 8000;
/** How long the right citation must stay, so that a late one of another paper is noticed. */
const STAY = 250;

/**
 * @param {import('./project.mjs').Project} project
 * @param {object} run
 * @param {string[]} [run.succeeds] a command in place of all else
 * @param {string[]} [run.prints] a command in place of all else, which prints `run.expected`
 * @param {string[]} [run.build] a command
 * @param {string} [run.copy] a line of shell after it
 * @param {string} [run.folder] the folder of files to serve
 * @param {string[]} [run.serve] the command of a server, in place of a folder
 * @param {string} [run.path] of the page
 * @param {boolean} [run.walk] whether to go from page to page of a site
 * @param {string} [run.lang] a language in which the page is opened once more
 */
export async function check(project, run, browser) {
  if (run.succeeds) return void (await project.run(run.succeeds));
  if (run.prints) return assert.equal((await project.run(run.prints)).trim(), run.expected);
  if (run.build) await project.run(run.build, run.env);
  if (run.copy) await project.run(['sh', '-c', run.copy]);
  if (run.folder && !project.exists(join(run.folder, 'index.html'))) project.copy('index.html', run.folder);
  const server = run.serve ? await project.serve(run.serve, run.env) : await serveFolder(join(project.folder, run.folder));
  try {
    const address = server.origin + (run.path ?? '/');
    await checkPage(project, run, browser, address);
    if (run.lang) await checkLanguage(browser, address, run.lang);
    if (run.walk) await walk(browser, address);
  } catch (error) {
    error.message += server.output ? `\n${server.output().slice(-1500)}` : '';
    throw error;
  } finally {
    await server.stop();
  }
  if (run.build && run.folder) noPaths(project, filesBelow(join(project.folder, run.folder)));
}

async function checkPage(project, run, browser, address) {
  const { page, problems, bodies, close } = await openPage(browser, address);
  try {
    const shown = await citation(page, PAPERS[0].apa);
    assert.deepEqual({ shown, problems: problems.filter(isOurs) }, { shown: PAPERS[0].apa, problems: [] });
    if (run.build) noPaths(project, bodies);
  } finally {
    await close();
  }
}

/** Development servers connect to their page, which Chromium refuses where the test has changed the page. */
const isOurs = (problem) => !/websocket|ws:\/\//i.test(problem);

/** What is known of the page's language and the widget's words in it are files that are loaded on demand. */
async function checkLanguage(browser, address, lang) {
  const { page, problems, close } = await openPage(browser, address, { lang });
  try {
    await citation(page, PAPERS[0].apa);
    const label = await page.evaluate(() => document.querySelector('cite-let').shadowRoot?.querySelector('[part~=copy]')?.textContent.trim());
    assert.deepEqual({ label, problems: problems.filter(isOurs) }, { label: 'Kopieren', problems: [] });
  } finally {
    await close();
  }
}

/** Goes through a site by its links, ten times, and compares each page's citation. */
async function walk(browser, address) {
  const { page, problems, close } = await openPage(browser, address);
  try {
    await citation(page, PAPERS[0].apa);
    await page.evaluate(() => (window.sameDocument = true));
    for (const paper of PAPERS.slice(1)) {
      await page.click(`a[href*="${paper.slug}"]`);
      assert.equal(await citation(page, paper.apa, CHANGE_TIME), paper.apa, `after the link to ${paper.slug}`);
      await new Promise((resolve) => setTimeout(resolve, STAY));
      assert.equal(await citation(page, paper.apa, 1), paper.apa, `a moment after the link to ${paper.slug}`);
    }
    assert.ok(await page.evaluate(() => window.sameDocument), 'the links must not load the page anew');
    // Between two pages a site may have no metadata for a moment, of which the widget warns.
    const failures = problems.filter((problem) => isOurs(problem) && !/^console warning: cite-let: .*no metadata/.test(problem));
    assert.deepEqual(failures, []);
  } finally {
    await close();
  }
}

/** No file that a browser gets may name the folder in which the project was built. */
function noPaths(project, files) {
  const found = [...files].filter(([, bytes]) => bytes.includes(project.folder)).map(([name, bytes]) => {
    const at = bytes.indexOf(project.folder);
    return `${name}: …${bytes.subarray(Math.max(0, at - 60), at + project.folder.length + 60)}…`;
  });
  assert.deepEqual(found, [], 'paths of the machine');
}

function filesBelow(folder) {
  const files = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(file.slice(folder.length + 1), readFileSync(file));
  }
  return files;
}

/** Serves the files of a folder, and the folder's index. */
async function serveFolder(folder) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    const name = [path, `${path}/index.html`, `${path}.html`].find((name) => isFile(join(folder, name)));
    if (!name) return response.writeHead(404).end('There is no such file.');
    response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' });
    response.end(readFileSync(join(folder, name)));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = async () => (server.closeAllConnections(), server.close());
  return { origin: `http://localhost:${server.address().port}`, stop };
}

function isFile(path) {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}
