// Drives citeproc-js, the reference processor, for one style after another.
//
// stdin:  first line {"module": path of citeproc, "locales": {language: XML}}; then for each style a line {"name", "style": XML}
//         and its requests, one a line,
//         {"key", "form": "reference" | "in-text" | "narrative" | "note" | "short-note", "item": CSL-JSON, "cite"?: {locator, label}}.
// stdout: for each style a line {"name"} and its answers in the order of the requests, one a line, {"key", "html"} or
//         {"key", "error"}.
//
// The engine of a style is set up once, and the process is kept for others: code that Node has not compiled yet makes a
// style take five times as long. Each item is alone in the registry, so that no answer depends on the items before it.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const ITEM = 'ITEM';
// citeproc-js numbers the values of `position`; 1 is "subsequent".
const SUBSEQUENT = 1;

/** An engine for one style whose only item is the one shown last. */
export function setUp({ module, style, locales }) {
  const CSL = createRequire(import.meta.url)(module);
  let current = null;
  const sys = { retrieveLocale: (lang) => locales[lang], retrieveItem: () => structuredClone(current) };
  const engine = new CSL.Engine(sys, style);
  engine.setOutputFormat('html');
  return {
    engine,
    show(item) {
      engine.updateItems([]);
      engine.restoreProcessorState([]);
      current = { ...item, id: ITEM };
      engine.updateItems([ITEM]);
    },
  };
}

function entryOf(engine) {
  const made = engine.makeBibliography();
  if (!made) throw new Error('the style has no bibliography');
  // A record of which the style prints nothing has no entry.
  const [entry = ''] = made[1];
  return entry.replace(/^\s*<div class="csl-entry">/, '').replace(/<\/div>\s*$/, '').trim();
}

/** The item shown last, in one form, as HTML. */
export function format({ engine }, form, cite) {
  const cited = { id: ITEM, ...(cite && { locator: cite.locator, label: cite.label }) };
  switch (form) {
    case 'reference': return entryOf(engine);
    case 'short-note': return engine.makeCitationCluster([{ ...cited, position: SUBSEQUENT }]);
    case 'narrative': {
      const citation = { citationItems: [cited], properties: { noteIndex: 0, mode: 'composite' } };
      return engine.previewCitationCluster(citation, [], [], 'html');
    }
    default: return engine.makeCitationCluster([cited]);
  }
}

/** The answer to one request; an error of setting the style up is the answer to all of them. */
function answer(processor, { key, form, item, cite }) {
  try {
    if (processor.failed) throw processor.failed;
    processor.show(item);
    return { key, html: format(processor, form, cite) };
  } catch (error) {
    return { key, error: String((error && error.message) || error) };
  }
}

function setUpOrFail(options) {
  try {
    return setUp(options);
  } catch (failed) {
    return { failed };
  }
}

async function main() {
  let common = null;
  let processor = null;
  const say = (line) => process.stdout.write(JSON.stringify(line) + '\n');
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (!line) continue;
    const request = JSON.parse(line);
    if (!common) {
      common = request;
    } else if (request.style) {
      processor = setUpOrFail({ ...common, style: request.style });
      say({ name: request.name });
    } else {
      say(answer(processor, request));
    }
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) await main();
