// The first script of a page: records the widget's events, and has functions for the scenarios' steps in the page.

const seen = { ready: [], error: [], copy: [], 'style-change': [], violations: [] };

for (const name of ['ready', 'error', 'copy', 'style-change']) {
  document.addEventListener(`cite-let-${name}`, ({ detail }) => seen[name].push(JSON.parse(JSON.stringify(detail))));
}
document.addEventListener('securitypolicyviolation', (event) => {
  seen.violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
});

/** Waits until `test` returns something truthy, and returns that. */
async function until(test, what) {
  for (const end = performance.now() + 15_000; performance.now() < end; ) {
    const value = test();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`timed out waiting for ${what}; errors: ${JSON.stringify(seen.error)}`);
}

const widget = (selector = 'cite-let') => document.querySelector(selector);

/** Waits until the widget shows a citation. */
const ready = (selector) => until(() => widget(selector)?.state === 'ready', 'the widget');

/** Waits until the widget has failed, and returns its error. */
const failed = async (selector) => {
  await until(() => widget(selector)?.state === 'failed', 'the failure');
  return widget(selector).error;
};

/** Parts of the widget, by a selector in its shadow tree. */
const inside = (what, selector) => [...widget(selector).shadowRoot.querySelectorAll(what)];

/** The citation shown. */
const citation = (selector) => inside('[part=citation]', selector)[0]?.textContent;

/** Shows another style and waits for it. */
async function show(style, selector) {
  const element = widget(selector);
  element.styleName = style;
  await until(() => inside('select', selector)[0].value === style, style);
}

/** Whether the element's own content is visible. */
const fallbackShows = (selector) => {
  const child = widget(selector).firstElementChild;
  return Boolean(child?.assignedSlot) && child.getBoundingClientRect().height > 0;
};

/** Scrolls an element into the window, and returns its centre. */
const middle = (element) => {
  element.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
};
