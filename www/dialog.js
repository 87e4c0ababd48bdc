// The presentation as a button that opens the citation in a dialog. Loaded by elements with `presentation="button"`.

import { createElement } from './dom.js';
import { adoptStyleSheet } from './style-sheet.js';

const CSS = `
dialog { color: CanvasText; background: Canvas; border: 1px solid; border-radius: .5em; padding: 1em; inline-size: 44em; max-inline-size: calc(100vw - 2em); max-block-size: calc(100vh - 2em); overflow: auto; }
dialog::backdrop { background: rgb(0 0 0 / .4); }
[part=dialog-bar] { display: flex; align-items: center; justify-content: space-between; gap: 1em; margin-block-end: .75em; }
[part=dialog-bar] strong { font-size: 1.1em; }
`;

/**
 * What stands in place of the widget: a button, and a dialog with the widget in it.
 *
 * @param {ShadowRoot} root takes the style sheet
 * @returns {(strings: Record<string, string>) => {frame: Element, inside: Element}} what stands in place of the widget, and
 *   what in it takes the widget: the same on each call, with the strings
 */
export function dialogFrame(root) {
  adoptStyleSheet(root, CSS);
  const open = createElement('button', { part: 'button open', type: 'button', 'aria-haspopup': 'dialog' });
  const close = createElement('button', { part: 'button close', type: 'button' });
  const heading = createElement('strong', { id: 'dialog-title' });
  const bar = createElement('div', { part: 'dialog-bar' }, heading, close);
  const dialog = createElement('dialog', { part: 'dialog', 'aria-labelledby': 'dialog-title' }, bar);
  const frame = createElement('div', { part: 'frame' }, open, dialog);
  open.onclick = () => dialog.showModal();
  close.onclick = () => dialog.close();
  // A click beside the dialog's content closes it, as readers expect.
  dialog.onclick = ({ target }) => target === dialog && dialog.close();
  return (strings) => {
    open.textContent = strings.button;
    close.textContent = strings.close;
    heading.textContent = strings.title;
    return { frame, inside: dialog };
  };
}
