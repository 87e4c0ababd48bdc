// Times reading and mending a page in Chromium. Arguments: the page, then folders to serve, one over the other.
// Prints milliseconds: the best of 30 turns, as a reader's second visit has it, and their median.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.wasm': 'application/wasm' };
const [page, ...folders] = process.argv.slice(2);

async function find(path) {
  if (path === '/') return [await readFile(page), TYPES['.html']];
  for (const folder of folders) {
    try {
      return [await readFile(join(folder, path)), TYPES[extname(path)] ?? 'application/octet-stream'];
    } catch {
      // The next folder may have it.
    }
  }
  return undefined;
}

const server = createServer(async (request, response) => {
  const found = await find(new URL(request.url, 'http://host').pathname);
  response.writeHead(found ? 200 : 404, { 'content-type': found?.[1] ?? 'text/plain' });
  response.end(found?.[0]);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
try {
  const tab = await browser.newPage();
  await tab.goto(`http://localhost:${server.address().port}/`);
  const times = await tab.evaluate(async () => {
    const { default: init, Engine } = await import('/citelet.js');
    await init({ module_or_path: await WebAssembly.compileStreaming(fetch('/citelet.wasm')) });
    const engine = new Engine();
    return Array.from({ length: 30 }, () => {
      const start = performance.now();
      engine.readPage(document);
      return performance.now() - start;
    });
  });
  times.sort((a, b) => a - b);
  console.log(JSON.stringify({ best: times[0], median: times[15] }));
} finally {
  await browser.close();
  server.close();
}
