// Puts a citation on the clipboard with its italics.

/**
 * Copies formatted and plain text at once.
 *
 * @param {{text: string, html?: string}} content
 * @param {Element} shown the element that shows the text; it is selected where the browser copies selections only
 * @returns {Promise<boolean>} false when the browser refused; the text is then selected, for the reader to copy
 */
export async function copy(content, shown) {
  return (await write(content)) || copyBySelection(content, shown);
}

/** How long the Clipboard API may take, in milliseconds: some browsers never settle what they are waiting to be allowed. */
const TIMEOUT = 3000;

/** Uses the Clipboard API. It fails without a secure context, without permission, and in older browsers. */
async function write({ text, html }) {
  try {
    const parts = { 'text/plain': new Blob([text], { type: 'text/plain' }) };
    if (html) parts['text/html'] = new Blob([html], { type: 'text/html' });
    const written = navigator.clipboard.write([new ClipboardItem(parts)]);
    await Promise.race([written, new Promise((_, reject) => setTimeout(reject, TIMEOUT))]);
    return true;
  } catch {
    return false;
  }
}

/** Uses `execCommand`, with a listener that supplies both texts. WebKit copies only where something is selected. */
function copyBySelection({ text, html }, shown) {
  let handled = false;
  const listener = (event) => {
    event.clipboardData.setData('text/plain', text);
    if (html) event.clipboardData.setData('text/html', html);
    event.preventDefault();
    event.stopImmediatePropagation();
    handled = true;
  };
  const selection = getSelection();
  const before = selection.rangeCount ? selection.getRangeAt(0) : undefined;
  selection.selectAllChildren(shown);
  document.addEventListener('copy', listener, true);
  let done = false;
  try {
    done = document.execCommand('copy') && handled;
  } catch {
    // A browser without the command: the text stays selected for the reader.
  } finally {
    document.removeEventListener('copy', listener, true);
  }
  if (done) {
    selection.removeAllRanges();
    if (before) selection.addRange(before);
  }
  return done;
}

/**
 * Gives what a reader copies by hand clean HTML; browsers add the page's fonts and colours.
 *
 * @param {ClipboardEvent} event `copy` on an element that shows a citation
 */
export function copyCleanly(event) {
  const shown = event.currentTarget;
  // Chromium has the selection of each shadow tree, Firefox one that reaches into them. WebKit copies as it likes.
  const selection = shown.getRootNode().getSelection?.() ?? getSelection();
  const range = selection.rangeCount && selection.getRangeAt(0);
  if (!range || !shown.contains(range.commonAncestorContainer)) return;
  const copied = document.createElement('div');
  copied.append(range.cloneContents());
  event.clipboardData.setData('text/plain', copied.textContent);
  event.clipboardData.setData('text/html', copied.innerHTML);
  event.preventDefault();
}
