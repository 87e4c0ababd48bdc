// Types of `<cite-let>` in JSX: `import type {} from 'citelet/jsx'` in any file of the program.

import type { CiteLetElement } from './cite-let-element.js';

/** The attributes of `<cite-let>`. `data-csl-VARIABLE` overrules a field of the record. */
export interface CiteLetAttributes {
  styles?: string;
  'style-name'?: string;
  src?: string;
  locale?: string;
  repair?: 'on' | 'off';
  ascii?: boolean;
  presentation?: 'block' | 'button';
  official?: boolean;
  overrule?: boolean;
  doi?: string;
  search?: boolean;
  files?: string;
  library?: string;
  references?: boolean;
  report?: boolean;
  item?: object | null;
  strings?: CiteLetElement['strings'];
  registries?: CiteLetElement['registries'];
  id?: string;
  lang?: string;
  class?: string;
  className?: string;
  style?: unknown;
  children?: unknown;
  ref?: unknown;
  key?: string | number | null;
  [data: `data-${string}`]: string | undefined;
}

interface CiteLetElements {
  'cite-let': CiteLetAttributes;
}

declare global {
  namespace JSX {
    interface IntrinsicElements extends CiteLetElements {}
  }
}

// @ts-ignore: React need not be installed.
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends CiteLetElements {}
  }
}

// @ts-ignore: Preact need not be installed.
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends CiteLetElements {}
  }
}

export type { CiteLetElement };
