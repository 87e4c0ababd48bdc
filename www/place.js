// Places the widget where a platform prints its own citation. Loaded by pages whose script has the attribute `data-place`.

/** Where platforms print the citation of an article or a data set. The first that is found is wrapped. */
const BLOCKS = [
  '.citation_display > .value', // Open Journal Systems 3, default theme
  '#citationOutput', // Open Journal Systems 3, other themes
  '#recommended_citation > p', // bepress Digital Commons
  'ds-item-page-citation-field', // DSpace 7
  '#recordCitation', // InvenioRDM
  '.citation-block .citation', // Dataverse
  '.citation-block',
  '.ep_summary_content_main > p', // EPrints
  '.wpcp-citation, .wp-cite-box, .wpcitation, .citationic', // plugins of WordPress
];

/** Headings of such blocks, as Janeway and others have them without a class or an id. */
const HEADING =
  /^(how to cite|cite (this|as)\b|(recommended|suggested|preferred) citation|zitier(weise|vorschlag|en)|c[oó]mo citar|citar como|comment citer|come citare|cara (mengutip|sitasi)|nasıl (alıntı|atıf)|jak (cytować|citovat)|як цитувати|как цитировать|cách trích dẫn)/i;

/** How much of the title the text below such a heading must have. */
const TITLE_LENGTH = 20;

/** How long the page must rest before it is searched again, in milliseconds. */
const REST = 100;

/**
 * Wraps the platform's citation in the widget, which shows it until it is ready and where it cannot start. Pages that build
 * their content later, or another article's, are searched again when they change. A page with a `<cite-let>` of its own is
 * left alone.
 *
 * @param {HTMLScriptElement} script its `data-place` may have the selector of the block; other attributes `data-NAME` become
 *   attributes of the widget
 * @param {string[]} attributes names of the widget's attributes
 */
export function placeWidget(script, attributes) {
  const document = script.ownerDocument;
  const attempt = () => {
    if (document.querySelector('cite-let')) return;
    const block = findBlock(document, script.dataset.place);
    if (block) wrap(block, script, attributes);
  };
  // A selector that is none fails here, once.
  attempt();
  let timer;
  new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(attempt, REST);
  }).observe(document, { childList: true, subtree: true });
}

function findBlock(document, selector) {
  if (selector) return document.querySelector(selector);
  for (const block of BLOCKS) {
    const found = document.querySelector(block);
    if (found?.textContent.trim()) return found;
  }
  return blockBelowHeading(document);
}

/** The element after a heading such as “How to cite”, if the article's title is in it. */
function blockBelowHeading(document) {
  const title = document.querySelector('meta[name="citation_title" i],meta[name="DC.Title" i]')?.content ?? document.title;
  const start = plain(title).slice(0, TITLE_LENGTH);
  const headings = [...document.querySelectorAll('h2,h3,h4,h5,h6,dt,summary')].filter((heading) => HEADING.test(heading.textContent.trim()));
  return headings.map((heading) => heading.nextElementSibling).find((block) => block && plain(block.textContent).includes(start));
}

/** Letters and digits alone, in lower case. */
const plain = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** A `dd` or `li` keeps its place in its list; its content is wrapped. */
function wrap(block, script, attributes) {
  const widget = document.createElement('cite-let');
  for (const name of attributes) {
    const value = script.getAttribute(`data-${name}`);
    if (value !== null) widget.setAttribute(name, value);
  }
  if (/^(dd|li|td)$/i.test(block.localName)) {
    widget.append(...block.childNodes);
    block.append(widget);
  } else {
    block.replaceWith(widget);
    widget.append(block);
  }
}
