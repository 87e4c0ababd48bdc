// The entry of cite-let.single.js, as `cite-let.js` is of cite-let.js. A classic script may run before the page is parsed, a
// module does not: what the parser adds to the page then is no change of it.

import { setContents } from './single-inside.js';
import { ALPHABET, FILES, LANGUAGES } from './single-contents.js';
import { start } from './start.js';

setContents(LANGUAGES, ALPHABET, FILES);

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
