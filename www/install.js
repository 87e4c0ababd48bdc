// The page of ways to install: shows the steps of one platform, and copies snippets. Without it all platforms are shown.

import { copy } from './clipboard.js';
import { createElement } from './dom.js';

/** How long a button says that it copied, in milliseconds. */
const MESSAGE_TIME = 3000;

const sections = [...document.querySelectorAll('[data-platform]')];
const select = document.querySelector('#platform');

/** Shows the platform of the address's fragment, else the first. */
function show() {
  const chosen = sections.find(({ id }) => id === location.hash.slice(1)) ?? sections[0];
  for (const section of sections) section.hidden = section !== chosen;
  select.value = chosen.id;
}

/** Adds the button that copies a snippet; what it did is read out by screen readers. */
function addCopyButton(snippet) {
  const pre = snippet.querySelector('pre');
  const button = createElement('button', { type: 'button', 'aria-label': `Copy: ${pre.getAttribute('aria-label')}` }, 'Copy');
  const status = createElement('span', { role: 'status', class: 'unseen' });
  let timer;
  button.onclick = async () => {
    const message = (await copy({ text: pre.textContent }, pre)) ? 'Copied' : 'Selected';
    button.textContent = status.textContent = message;
    clearTimeout(timer);
    timer = setTimeout(() => {
      button.textContent = 'Copy';
      status.textContent = '';
    }, MESSAGE_TIME);
  };
  snippet.querySelector('figcaption').append(button, status);
}

select.append(...sections.map((section) => createElement('option', { value: section.id }, section.querySelector('h2').textContent)));
select.onchange = () => {
  // Without a jump to the steps, which are below the picker already.
  history.replaceState(null, '', `#${select.value}`);
  show();
};
addEventListener('hashchange', show);
for (const snippet of document.querySelectorAll('.snippet')) addCopyButton(snippet);
document.querySelector('#chooser').hidden = false;
show();
