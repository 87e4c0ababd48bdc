/** A style of the library. */
export interface Style {
  /** The name by which it was asked for, such as `nature-physics`. */
  name: string;
  title: string;
  /** The independent style with the formatting, under whose name the engine has it: `nature`. Mostly the style itself. */
  style: string;
  /** The language in which it prints, unless a call states another. */
  locale: string;
  /** Whether only the full engine prints all of it. */
  full: boolean;
}

export interface LibraryOptions {
  /**
   * Where the folder `library/` of this package is: an address, in Node also a path. Beside the module by default, where
   * no bundler has moved the module.
   */
  base?: string | URL;
}

/**
 * The pack of a style, with its language where that is not American English: what an engine's `load` takes, which returns the
 * name of the style first. Names of dependent styles and former names lead to the independent style.
 *
 * @throws an error with the codes `style`, `network`, `missing-file` and `pack`
 */
export function loadStyle(name: string, options?: LibraryOptions): Promise<Uint8Array>;

/** The pack of a language, or of the closest one: `de` and `de-LU` lead to `de-DE`. */
export function loadLocale(tag: string, options?: LibraryOptions): Promise<Uint8Array>;

/** A style by its name, that of a dependent style or a former name; nothing where there is none. */
export function findStyle(name: string, options?: LibraryOptions): Promise<Style | undefined>;

/** The styles whose title or name has every word of a query, the closest first. */
export function searchStyles(query: string, options?: LibraryOptions): Promise<Style[]>;
