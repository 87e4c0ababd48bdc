// Measures in Chromium how long a page takes to show its citation when nothing is cached.
//
// The argument is JSON: {"page": path of the page, "builds": [{"folder": one like dist/web, "preloaded": files that the page
// preloads, "script"?: of another program, in place of the element}], "rounds": number, "conditions": [{"throughput"?: bytes a
// second, "latency"?: milliseconds of a round trip, "slowdown": number, "profiled": boolean}]}.
// Prints JSON, for each condition and build: {"shown": milliseconds[], "scripts": milliseconds[]}. `shown` is the time
// from the start of the navigation to the citation; `scripts` is what the profiler counts for the build's scripts and
// WebAssembly on the main thread. Profiles are taken in rounds of their own, because profiling takes time.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { brotliCompressSync, constants } from 'node:zlib';

import { chromium } from 'playwright-core';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.wasm': 'application/wasm' };
/** How long one page may take, in milliseconds. */
const TIMEOUT = 60_000;
/** Milliseconds between two questions whether the citation is shown. */
const INTERVAL = 20;
/** Microseconds between two samples of the profiler. */
const SAMPLING = 500;

/** The page with the element, preload hints, and a script that notes when the citation is shown. */
const withElement = (html, preloaded) =>
  html
    .replace(
      '</head>',
      `<script>addEventListener('cite-let-ready', () => (window.shownAt = performance.now()), true)</script>
${preloaded.map((file) => `<link rel="preload" as="fetch" crossorigin href="${file}">`).join('\n')}
<script type="module" src="cite-let.js"></script></head>`,
    )
    .replace('</body>', '<cite-let>The citation as the page has it.</cite-let></body>');

/** The page with another program's script, which notes the time itself. */
const withScript = (html, script) =>
  html
    .replace('</head>', `<script defer src="${script}"></script></head>`)
    .replace('</body>', '<div id="citation">The citation as the page has it.</div></body>');

const compressed = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } });

/** Serves build N under `/N/`, each with the page as its index, compressed as a good server would. */
async function serve(html, builds) {
  const answers = new Map();
  const answer = async (path) => {
    const [, build, name] = path.split('/');
    const { folder, preloaded, script } = builds[Number(build)];
    const bytes = name ? await readFile(join(folder, name)) : Buffer.from(script ? withScript(html, script) : withElement(html, preloaded));
    return { type: TYPES[name ? extname(name) : '.html'] ?? 'application/octet-stream', body: compressed(bytes) };
  };
  const server = createServer(async ({ url }, response) => {
    const path = new URL(url, 'http://host').pathname;
    if (!answers.has(path)) answers.set(path, answer(path).catch(() => undefined));
    const found = await answers.get(path);
    if (!found) return response.writeHead(404).end();
    const { type, body } = found;
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'br', 'content-length': body.length }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Opens the page in a browser context of its own, and returns the time to the citation or, profiled, that of the scripts. */
async function open(browser, address, { throughput, latency, slowdown }, profiled) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
    if (throughput) {
      const line = { offline: false, latency, downloadThroughput: throughput, uploadThroughput: throughput };
      await devtools.send('Network.emulateNetworkConditions', line);
    }
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    if (profiled) {
      await devtools.send('Profiler.enable');
      await devtools.send('Profiler.setSamplingInterval', { interval: SAMPLING });
      await devtools.send('Profiler.start');
    }
    await page.goto(address);
    const shown = await shownAt(devtools, address);
    return profiled ? selfTime((await devtools.send('Profiler.stop')).profile, address) : shown;
  } finally {
    await context.close();
  }
}

/**
 * The time that the page notes. It is asked for through the protocol, because Playwright's own functions first run a script of
 * 300 kB in the page, which a slowed processor is busy with for as long as with the widget.
 */
async function shownAt(devtools, address) {
  for (let waited = 0; waited < TIMEOUT; waited += INTERVAL) {
    const { result } = await devtools.send('Runtime.evaluate', { expression: 'window.shownAt', returnByValue: true });
    if (result.value) return result.value;
    await setTimeout(INTERVAL);
  }
  throw new Error(`${address} shows no citation after ${TIMEOUT / 1000} seconds.`);
}

/** Milliseconds that a profile counts for the scripts below an address, and for WebAssembly. */
function selfTime({ nodes, samples, timeDeltas }, address) {
  const isOurs = ({ callFrame: { url } }) => url.startsWith('wasm://') || (url.startsWith(address) && url !== address);
  const ours = new Set(nodes.filter(isOurs).map(({ id }) => id));
  // A sample lasts until the next one.
  return samples.reduce((sum, id, at) => sum + (ours.has(id) ? (timeDeltas[at + 1] ?? 0) : 0), 0) / 1000;
}

const { page, builds, rounds, conditions } = JSON.parse(process.argv[2]);
const server = await serve(await readFile(page, 'utf8'), builds);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const address = (build) => `http://localhost:${server.address().port}/${build}/`;
  // The server compresses each file on its first request, and the browser starts its processes with its first page.
  for (const build of builds.keys()) await open(browser, address(build), { slowdown: 1 }, false);
  const results = [];
  for (const condition of conditions) {
    const result = builds.map(() => ({ shown: [], scripts: [] }));
    for (const profiled of condition.profiled ? [false, true] : [false]) {
      for (let round = 0; round < rounds; round += 1) {
        // In turn, so that whatever else the machine does meets all builds alike.
        for (const build of builds.keys()) {
          const time = await open(browser, address(build), condition, profiled);
          result[build][profiled ? 'scripts' : 'shown'].push(time);
        }
      }
    }
    results.push(result);
  }
  console.log(JSON.stringify(results));
} finally {
  await browser.close();
  server.close();
}
