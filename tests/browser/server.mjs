// A small static server for the tests: several folders as one, with other answers for the paths that a test names.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const HTML = 'text/html; charset=utf-8';
const TYPES = {
  '.css': 'text/css',
  '.html': HTML,
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.pack': 'application/octet-stream',
  '.wasm': 'application/wasm',
};

/**
 * Serves files, each from the first of `folders` that has it.
 *
 * Every test has a scene, an address prefix of its own, so that no two tests share a cache.
 *
 * @param {string[]} folders
 * @returns {Promise<{scene: Function, hits: Function, close: Function}>}
 */
export async function serve(folders) {
  const scenes = new Map();
  const hits = new Map();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    hits.set(path, (hits.get(path) ?? 0) + 1);
    const [, scene, file] = /^\/([^/]+)(\/.*)$/.exec(path) ?? [];
    const answer = normalised(scenes.get(scene)?.(file));
    if (answer.abort) return void request.socket.destroy();
    if (answer.delay) await new Promise((resolve) => setTimeout(resolve, answer.delay));
    const body = answer.missing ? undefined : (answer.body ?? (await find(folders, file ?? path)));
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': answer.type ?? TYPES[extname(path)] ?? HTML,
      'cache-control': 'no-store',
      ...answer.headers,
    });
    response.end(body ?? 'There is no such file.');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Under this name every browser treats the page as a secure context, which the clipboard needs; not under a number.
  const origin = `http://localhost:${server.address().port}`;
  return {
    /**
     * Opens a scene and returns its address. `answer` gets a path and returns an HTML page as a string,
     * `{body, type, headers, missing, abort, delay}` for what differs from the file, or nothing.
     */
    scene(name, answer = () => undefined) {
      scenes.set(name, answer);
      return `${origin}/${name}`;
    },
    /** The number of requests for an address. */
    hits: (address) => hits.get(new URL(address).pathname) ?? 0,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const normalised = (answer = {}) => (typeof answer === 'string' ? { body: answer, type: HTML } : answer);

async function find(folders, path) {
  for (const folder of folders) {
    try {
      return await readFile(join(folder, normalize(path)));
    } catch {
      // The next folder may have it.
    }
  }
  return undefined;
}
