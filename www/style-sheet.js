// The style sheets of the shadow tree. Fonts and colours are inherited from the page; lines are mixed from its colours.

/**
 * The style sheet of the widget itself. The arrow of the picker is drawn by it, because with its own WebKit would show
 * the page's text colour on the system's background.
 */
export const CSS = `
:host { display: block; margin-block: 1em; }
:host([hidden]), [hidden] { display: none !important; }
[part=base], [part=frame] {
  --line: var(--cite-let-border, rgb(128 128 128 / .4));
  --gap: var(--cite-let-gap, .75em);
  --round: var(--cite-let-radius, .375em);
}
[part=base] {
  background: var(--cite-let-background, none);
  border: 1px solid var(--line);
  border-radius: calc(var(--round) * 1.5);
  overflow-wrap: anywhere;
  text-align: start;
  text-indent: 0;
  text-transform: none;
  white-space: normal;
  letter-spacing: normal;
}
@supports (color: color-mix(in srgb, red, blue)) {
  [part=base], [part=frame] { --line: var(--cite-let-border, color-mix(in srgb, currentColor 22%, transparent)); }
}
[part=bar], .body, .foot { padding: var(--gap) calc(var(--gap) * 1.25); }
[part=bar], .foot, .downloads, [part=form] { display: flex; flex-wrap: wrap; align-items: center; gap: .5em; }
[part=bar] { padding-block-end: 0; }
select, button, input {
  font: inherit;
  line-height: 1.3;
  color: inherit;
  background: none;
  border: 1px solid var(--line);
  border-radius: var(--round);
  padding: .3em .7em;
  max-inline-size: 100%;
  margin: 0;
}
.picker { position: relative; flex: 99 1 6em; min-inline-size: 6em; max-inline-size: 14em; }
select { appearance: none; inline-size: 100%; padding-inline-end: 1.8em; text-overflow: ellipsis; cursor: pointer; }
.picker::after {
  content: "";
  position: absolute;
  inset-block-start: calc(50% - .35em);
  inset-inline-end: .75em;
  inline-size: .4em;
  block-size: .4em;
  border: solid currentColor;
  border-width: 0 2px 2px 0;
  transform: rotate(45deg);
  pointer-events: none;
}
option { color: CanvasText; background: Canvas; }
input { border-color: currentColor; }
button { cursor: pointer; position: relative; }
button:hover, select:hover { border-color: currentColor; }
:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
.main, [part=form] button { margin-inline-start: auto; }
.main { border-color: currentColor; color: var(--cite-let-accent, inherit); font-weight: 600; }
.done::after {
  content: "✓";
  content: "✓" / "";
  position: absolute;
  inset-block-start: -.6em;
  inset-inline-end: -.5em;
  inline-size: 1.3em;
  line-height: 1.3em;
  font-size: .8em;
  border-radius: 50%;
  color: Canvas;
  background: CanvasText;
  forced-color-adjust: none;
}
[part=status] { flex: 1 1 auto; min-inline-size: 0; text-align: end; }
[part=status], [part=form] :is(.name, button), .downloads, details { font-size: max(.875em, 11px); }
.reference { padding-inline-start: 1.5em; text-indent: -1.5em; }
.reference * { text-indent: 0; }
pre { margin: 0; white-space: pre-wrap; font-size: .9em; }
[part=citation] { max-block-size: max(20em, 60vh); overflow: auto; line-height: 1.5; }
a { color: inherit; text-decoration-thickness: from-font; text-underline-offset: .15em; }
.small-caps { font-variant: small-caps; }
.underline { text-decoration: underline; }
ul { list-style: none; margin: 0; padding: 0; }
[part=forms] { margin-block-start: var(--gap); border-block-start: 1px solid var(--line); }
[part=form] { padding-block: .45em; border-block-end: 1px solid var(--line); }
[part=form] .name { flex: 0 0 7.5em; }
[part=form] .text { flex: 1 1 8em; min-inline-size: 0; }
.foot { padding-block-start: 0; justify-content: space-between; }
details { flex: 0 1 auto; }
details[open] { flex-basis: 100%; }
summary { cursor: pointer; padding-block: .25em; }
details ul { padding-block: .25em; }
details li { padding-block: .15em; }
del { text-decoration-thickness: 1px; }
ins { text-decoration: none; font-weight: 600; }
@media (forced-colors: active) { button, select { border-color: ButtonBorder; } }
@media print {
  [part=bar], [part=search], .foot, button { display: none !important; }
  [part=citation] { max-block-size: none; overflow: visible; }
}
`;

/** The sheets by their text, for each document: one of another document is refused. */
const sheetsOf = new WeakMap();

/**
 * Adds a style sheet to a shadow root, and returns the root.
 *
 * All elements of a document share one constructed sheet, which no Content-Security-Policy forbids. In browsers without
 * constructed sheets each root gets a `style` element; where a policy forbids that too, the widget works unstyled.
 *
 * @param {ShadowRoot} root
 * @param {string} css
 * @returns {ShadowRoot}
 */
export function adoptStyleSheet(root, css) {
  try {
    root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, constructedSheet(root.ownerDocument, css)])];
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
  return root;
}

function constructedSheet(document, css) {
  const sheets = sheetsOf.get(document) ?? new Map();
  sheetsOf.set(document, sheets);
  if (!sheets.has(css)) {
    // A sheet belongs to the document of the window whose class makes it.
    const sheet = new document.defaultView.CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  return sheets.get(css);
}
