// Pages and records for the scenarios, and the steps that several scenarios share.

/**
 * A page around `body`. The probe is its first script; `late` is at the end, and runs before the widget's module; `script`
 * has attributes for the widget's script.
 */
export function page(body, { head = '', late = '', html = 'lang="en"', script = '' } = {}) {
  return `<!DOCTYPE html>
<html ${html}>
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page of the tests</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="demo.css">
<script src="probe.js"></script>
${head}
<script type="module" src="cite-let.js"${script && ` ${script}`}></script>
</head>
<body><main><h1>A page of the tests</h1>${body}</main>${late}</body>
</html>`;
}

/** Any page with the probe added. */
export const probed = (html) => html.replace('<head>', '<head><script src="probe.js"></script>');

/** An element with a record inside it and the journal's citation. */
export function element(record, attributes = '') {
  const json = typeof record === 'string' ? record : JSON.stringify(record).replaceAll('<', '\\u003c');
  return `<cite-let ${attributes}><p>The journal’s own citation.</p><script type="application/json">${json}</script></cite-let>`;
}

export const RECORD = {
  type: 'article-journal',
  title: 'A mathematical theory of communication',
  author: [{ family: 'Shannon', given: 'C. E.' }],
  'container-title': 'Bell System Technical Journal',
  volume: '27',
  issue: '3',
  page: '379-423',
  issued: { 'date-parts': [[1948, 7]] },
  DOI: '10.1002/j.1538-7305.1948.tb01338.x',
};

/** A record with something to repair. */
export const DOCTOR = { ...RECORD, author: [{ family: 'Shannon', given: 'Dr C. E.' }] };

export const STYLES = [
  'apa',
  'modern-language-association',
  'chicago-author-date',
  'chicago-notes-bibliography',
  'bibtex',
];

/** Answers for a scene: a page as `index.html`, and other files by path. */
export const site = (html, routes = {}) => (path) => (path === '/index.html' ? html : routes[path]);

/** Opens a page around `body`, waits until the widget is ready, and returns the address of the scene. */
export async function open({ browser, scene }, body, { routes, ...options } = {}) {
  const address = scene(site(page(body, options), routes));
  await browser.goto(`${address}/index.html`);
  await browser.run(() => ready());
  return address;
}

/** Clicks a part of the widget with the mouse. */
export async function click(browser, selector) {
  const { x, y } = await browser.run((what) => middle(inside(what)[0]), selector);
  await browser.clickAt(x, y);
}
