// Times one engine in this process, which the caller starts afresh for every figure that asks for it.
//
// stdin: {"engine": "citelet" | "citeproc-js", "task": "first" | "program" | "switch" | "warm", "items": CSL-JSON[],
//         "style", "styles"?, citelet: "glue", "wasm", "pack" (paths); citeproc-js: "module", "xml": {style: path}, "locale" (path)}
// stdout: {"ms": number[]}: first and program, the time to the first entry; switch, to the first entry in each of
//         `styles` after one in `style`; warm, for one bibliography of all items, after one of a tenth of them.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';

async function citelet({ glue, wasm, pack }) {
  const { Engine, initSync } = await import(pathToFileURL(glue).href);
  initSync({ module: await WebAssembly.compile(readFileSync(wasm)) });
  const engine = new Engine();
  engine.load(readFileSync(pack));
  return {
    entry: (item, style) => engine.format(item, style, 'reference').html,
    bibliography: (items, style) => engine.bibliography(items, style).length,
  };
}

function citeprocJs({ module, xml, locale }) {
  const CSL = createRequire(import.meta.url)(module);
  const locales = readFileSync(locale, 'utf8');
  const setUp = (style, items) => {
    const byId = new Map(items.map((item) => [item.id, item]));
    const sys = { retrieveLocale: () => locales, retrieveItem: (id) => byId.get(id) };
    return new CSL.Engine(sys, readFileSync(xml[style], 'utf8'));
  };
  const made = (engine, items) => {
    engine.updateItems(items.map((item) => item.id));
    return engine.makeBibliography()[1];
  };
  // Setting a style up is what a switch costs; a bibliography is timed with its engine ready.
  let ready = null;
  return {
    entry: (item, style) => made(setUp(style, [item]), [item])[0],
    prepare(items, style) { ready = setUp(style, items); },
    bibliography: (items) => made(ready, items).length,
  };
}

/** What was made and how long it took, in milliseconds. */
function timed(work, start = performance.now()) {
  const made = work();
  if (!made) throw new Error('nothing was made');
  return performance.now() - start;
}

let input = '';
for await (const chunk of process.stdin) input += chunk;
const job = JSON.parse(input);
const start = performance.now();
const engine = job.engine === 'citelet' ? await citelet(job) : citeprocJs(job);
const [item] = job.items;
const ms = [];
if (job.task === 'first' || job.task === 'program') {
  ms.push(timed(() => engine.entry(item, job.style), start));
} else if (job.task === 'switch') {
  engine.entry(item, job.style);
  for (const style of job.styles) ms.push(timed(() => engine.entry(item, style)));
} else {
  engine.prepare?.(job.items, job.style);
  engine.bibliography(job.items.slice(0, Math.ceil(job.items.length / 10)), job.style);
  ms.push(timed(() => engine.bibliography(job.items, job.style)));
}
process.stdout.write(JSON.stringify({ ms }));
