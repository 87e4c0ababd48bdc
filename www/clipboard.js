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

/** Uses the Clipboard API. It fails without a secure context, without permission, and in older browsers. */
async function write({ text, html }) {
  try {
    const parts = { 'text/plain': new Blob([text], { type: 'text/plain' }) };
    if (html) parts['text/html'] = new Blob([html], { type: 'text/html' });
    await navigator.clipboard.write([new ClipboardItem(parts)]);
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
