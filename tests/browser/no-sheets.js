// A browser, or a script of the page, whose constructed style sheets do not work.
globalThis.CSSStyleSheet = function CSSStyleSheet() {
  throw new TypeError('Illegal constructor');
};
