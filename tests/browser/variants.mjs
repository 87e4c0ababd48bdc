// The ways in which a page runs the widget: each changes the pages and files of the scenarios, and leaves some scenarios out.

import { readdirSync } from 'node:fs';

/** The widget's script, with its attributes. */
const MODULE = /<script type="module" src="cite-let\.js"([^>]*)><\/script>/;

/** Answers for a scene with other HTML pages: `change` gets a page as `{body, headers}` and returns what differs. */
const withPages = (answer, change) => (path) => {
  const original = answer(path);
  if (!path.endsWith('.html') || original === undefined) return original;
  const page = typeof original === 'string' ? { body: original, type: 'text/html; charset=utf-8' } : original;
  return { ...page, ...change(page) };
};

/** A page with a script before all others. */
const withFirstScript = (html, script) => html.replace(/<head\b[^>]*>/i, (head) => `${head}<script src="${script}"></script>`);

/** Scenes in which the files of the release are missing, but for the single file, which takes the place of the module. */
const single = (script, folder) => {
  const released = new Set(readdirSync(folder));
  released.delete('cite-let.single.js');
  return (answer) => {
    const pages = withPages(answer, ({ body }) => ({ body: body.replace(MODULE, (_, attributes) => script.replace('>', `${attributes}>`)) }));
    return (path) => (released.has(path.slice(1)) ? { missing: true } : pages(path));
  };
};

/**
 * The ways: a name, the scene that a scenario's answers become, and the tags of scenarios that it leaves out. A scenario is
 * tagged with what it is about: `full` for the full engine, `wasm` for the WebAssembly module, `files` for the files of the
 * release, `alone` for a script without them.
 *
 * @param {string} folder of the release
 * @returns {{name: string, scene: (answer: Function) => Function, without: string[], needs?: string}[]}
 */
export const variants = (folder) => [
  { name: 'from its files', scene: (answer) => answer, without: ['alone'] },
  {
    name: 'without WebAssembly',
    scene: (answer) => withPages(answer, ({ body }) => ({ body: withFirstScript(body, '/no-webassembly.js') })),
    without: ['full', 'wasm', 'alone'],
    needs: 'citelet-nowasm.js',
  },
  {
    name: 'under a policy that forbids WebAssembly',
    scene: (answer) => withPages(answer, () => ({ headers: { 'content-security-policy': "script-src 'self' 'unsafe-inline'" } })),
    without: ['full', 'wasm', 'alone'],
    needs: 'citelet-nowasm.js',
  },
  {
    name: 'from one file, a classic script',
    scene: single('<script src="cite-let.single.js"></script>', folder),
    without: ['full', 'files'],
    needs: 'cite-let.single.js',
  },
  {
    name: 'from one file, a module',
    scene: single('<script type="module" src="cite-let.single.js"></script>', folder),
    without: ['full', 'files'],
    needs: 'cite-let.single.js',
  },
  {
    name: 'from the module of the package that has everything inside',
    scene: single('<script type="module" src="inline.js"></script>', folder),
    without: ['full', 'files'],
    needs: '../npm/inline.js',
  },
];
