// Installs the package in a small project of each bundler and framework, builds and serves it, and opens it in Chromium.
//
//     node tests/consumers/run.mjs TARBALL FOLDER [NAME...]
//
// The projects are made anew in FOLDER. A project that cannot be installed is skipped with the reason; whatever fails later
// is a failure. Names choose projects by the start of their name.

import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { openBrowser } from './browser.mjs';
import { CONSUMERS } from './consumers.mjs';
import { Project } from './project.mjs';
import { check } from './checks.mjs';

const [tarball, folder, ...names] = process.argv.slice(2);
const chosen = CONSUMERS.filter(({ name }) => !names.length || names.some((start) => name.startsWith(start)));
if (!chosen.length) throw new Error(`No project has such a name; there are ${CONSUMERS.map(({ name }) => name).join(', ')}.`);

mkdirSync(folder, { recursive: true });
copyFileSync(tarball, join(folder, 'citelet.tgz'));
const browser = await openBrowser();
const rows = [];

const note = (result, name, detail = '') => {
  rows.push({ result, name });
  console.log(`${result.padEnd(8)} ${name}${detail && `: ${detail}`}`);
};

try {
  for (const consumer of chosen) {
    const project = new Project(consumer, resolve(folder));
    try {
      await project.install();
    } catch (error) {
      note('skipped', consumer.name, `it cannot be installed here: ${error.message}`);
      continue;
    }
    for (const run of consumer.runs) {
      const name = `${consumer.name}, ${run.name}`;
      if (run.skip) {
        note('skipped', name, run.skip);
        continue;
      }
      try {
        await check(project, run, browser);
        note('passed', name);
      } catch (error) {
        note('FAILED', name, error.message);
      }
    }
    if (!process.env.CITELET_KEEP) project.remove();
  }
} finally {
  await browser.close();
}

const count = (result) => rows.filter((row) => row.result === result).length;
console.log(`${count('passed')} passed, ${count('skipped')} skipped, ${count('FAILED')} failed`);
process.exitCode = count('FAILED') ? 1 : 0;
