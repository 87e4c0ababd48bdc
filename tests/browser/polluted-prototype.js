// Adds to `Object.prototype`, as a vulnerable script of a page lets anybody do, every name that the widget reads.
const handler = "window.polluted = 'yes'";
const pollution = {
  autofocus: '', tabindex: '0', onfocus: handler, onclick: handler, style: 'color: red', class: 'main', part: 'main',
  wasm: 'https://attacker.example/a.wasm', pack: 'https://attacker.example/a.pack', repair: false, official: true,
  locale: 'de-DE', locator: '12', label: 'chapter', sort: false, ascii: true, href: 'https://attacker.example/',
  italic: true, bold: true, smallCaps: true, underline: true, sup: true, sub: true, hanging: true, html: '<b>x</b>',
  engine: null, forms: [], bibliography: null, language: 'xx', editor: [{ family: 'Attacker' }], evidence: 'none',
  crossref: 'https://attacker.example/', datacite: 'https://attacker.example/', reference: 'x', note: 'x', copied: 'x',
  constructed: true, apa: 'x', bibtex: 'x', de: {}, frame: () => document.body, lang: 'de', dir: 'rtl', doi: '10.1/x',
};
for (const [name, value] of Object.entries(pollution)) {
  Object.defineProperty(Object.prototype, name, { value, configurable: true, enumerable: true, writable: true });
}
