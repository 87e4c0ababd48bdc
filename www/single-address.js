// The address of cite-let.single.js, which has no `import.meta`: as a classic script it must not. Files that it does not have
// inside are looked for beside it; where its address is unknown, beside the page.

const script = document.currentScript ?? document.querySelector('script[src*="cite-let.single"]');

export const scriptAddress = /^(https?|file):/.test(script?.src) ? script.src : document.baseURI;
