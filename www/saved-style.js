// The style that the reader chose last on this site.

const KEY = 'cite-let-style';

/** The saved name; nothing where there is none or where the browser denies its storage. */
export function savedStyle() {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Saves a name, unless the browser denies its storage. */
export function saveStyle(name) {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // A private window or blocked storage: the choice then holds for this page only.
  }
}
