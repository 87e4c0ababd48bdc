// The papers of the projects' pages: the article that Citelet started from, and ten made up for sites of several pages.

import { readFileSync } from 'node:fs';

/** @type {{slug: string, tags: [string, string][], apa: string}[]} `apa` is what the widget must print */
export const PAPERS = JSON.parse(readFileSync(new URL('papers.json', import.meta.url), 'utf8'));
