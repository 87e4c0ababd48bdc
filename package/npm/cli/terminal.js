// What is printed to a terminal.

/** A text that does nothing to the terminal: pages and files choose it. */
export const plain = (text) => String(text).replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ');

/** A text with a blank for control characters: it may go to a terminal or into a file, and keeps marks of direction. */
export const withoutControls = (text) => text.replace(/\p{Cc}+/gu, ' ');
