// The address of `citelet/inline`, which has none of its own in a bundle: that of the page.

export const pageAddress = globalThis.document?.baseURI;
