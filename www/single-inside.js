// Takes the place of `inside.js` in cite-let.single.js, which has nearly all files of its release inside.

/**
 * Files that are not inside, besides the widget's strings in other languages: the full engine with what needs it, and the
 * translation of the page's engine. They are loaded from where the page says, or from beside the script.
 */
const OUTSIDE = ['citelet-full.js', 'citelet-full.wasm', 'citelet-nowasm.js', 'library.js', 'references.js', 'registry.js'];

/** The files of all languages, each from a line `tag: …`. */
let languages;
/** The characters for the bytes from 0 to 255. */
let alphabet;
/** Other files as texts with one character a byte, by name. */
let files;

/** Takes what is inside. The script has it at its end, where it compresses better. */
export function setContents(...contents) {
  [languages, alphabet, files] = contents;
}

/** Whether the script has a file inside, by the file's name. */
export const isInside = (name) => !OUTSIDE.includes(name) && !name.endsWith('.json');

/** The content of a file that the script has inside, by the file's address. @returns {Response|undefined} */
export function contentOf(url) {
  const name = String(url).split('/').pop();
  const [, tag] = /^language-(.+)\.txt$/.exec(name) ?? [];
  if (tag) return new Response(languages.split(/^(?=tag: )/m).find((text) => text.startsWith(`tag: ${tag}\n`)));
  return name in files ? new Response(bytesOf(files[name])) : undefined;
}

/** The address of the script, beside which is what it does not have inside. */
export const here = () => import.meta.url;

/** The bytes of a text with one character a byte. */
function bytesOf(text) {
  const byteOf = [];
  for (let i = 0; i < 256; i += 1) byteOf[alphabet.charCodeAt(i)] = i;
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = byteOf[text.charCodeAt(i)];
  return bytes;
}
