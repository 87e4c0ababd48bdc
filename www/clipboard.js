// Puts a citation on the clipboard with its italics.

/**
 * Copies rich and plain text in one go.
 *
 * @param {{text: string, html?: string}} content
 * @param {Element} shown the element that shows the text; it is selected where the browser copies selections only
 * @returns {Promise<boolean>} false when nothing could be copied; the text is then selected, for the reader to copy
 */
export async function copy(content, shown) {
  return (await write(content)) || copyBySelection(content, shown);
}

/** The modern way. It fails without a secure context, without permission, and in older browsers. */
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

/** The old way: the browser is told to copy, and a listener says what. WebKit asks for a selection first. */
function copyBySelection({ text, html }, shown) {
  let heard = false;
  const listener = (event) => {
    event.clipboardData.setData('text/plain', text);
    if (html) event.clipboardData.setData('text/html', html);
    event.preventDefault();
    event.stopImmediatePropagation();
    heard = true;
  };
  const selection = getSelection();
  const before = selection.rangeCount ? selection.getRangeAt(0) : undefined;
  selection.selectAllChildren(shown);
  document.addEventListener('copy', listener, true);
  let done = false;
  try {
    done = document.execCommand('copy') && heard;
  } catch {
    // A browser without the command: the selection stays for the reader.
  } finally {
    document.removeEventListener('copy', listener, true);
  }
  if (done) {
    selection.removeAllRanges();
    if (before) selection.addRange(before);
  }
  return done;
}
