// Reads BibTeX and RIS with two libraries.
//
// stdin:  a JSON object a line, {"name", "bibtex", "ris"}.
// stdout: for each of them and each library a JSON object a line, {"parser", "name", "record"} or {"parser", "name", "error"}.
//         A record has type, title, authors ({family, given, suffix} or {literal}), year, container, volume, issue, pages,
//         doi, url and publisher, each as the library gives it; all but the type may be absent.
import { createInterface } from 'node:readline';

import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { parse } from '@retorquere/bibtex-parser';

const { chain } = plugins.input;
// The plugin reads entries as BibLaTeX unless an option says that they are BibTeX.
plugins.config.get('@bibtex').parse.biblatex = false;

const joined = (...parts) => parts.filter(Boolean).join(' ');

function fromRetorquere({ bibtex }) {
  const { entries, errors } = parse(bibtex, { sentenceCase: false, caseProtection: false });
  if (errors.length || entries.length !== 1) throw new Error(errors[0]?.error ?? `${entries.length} entries`);
  const [{ type, fields }] = entries;
  const list = (value) => (Array.isArray(value) ? value.join(' and ') : value);
  return {
    type,
    title: fields.title,
    authors: fields.author?.map((name) =>
      name.name === undefined
        ? { family: joined(name.prefix, name.lastName), given: name.firstName ?? '', suffix: name.suffix ?? '' }
        : { literal: name.name },
    ),
    year: fields.year ?? fields.date,
    container: fields.journal ?? fields.journaltitle ?? fields.booktitle ?? fields.howpublished,
    volume: fields.volume,
    issue: fields.number,
    pages: fields.pages,
    doi: fields.doi,
    url: fields.url,
    publisher: list(fields.publisher ?? fields.institution ?? fields.school),
  };
}

function fromCsl(item) {
  return {
    type: item.type,
    title: item.title,
    authors: item.author?.map((name) =>
      name.literal === undefined
        ? {
            family: joined(name['dropping-particle'], name['non-dropping-particle'], name.family),
            given: name.given ?? '',
            suffix: name.suffix ?? '',
          }
        : { literal: name.literal },
    ),
    year: item.issued?.['date-parts']?.[0]?.[0]?.toString() ?? item.issued?.raw ?? item.issued?.literal,
    container: item['container-title'],
    volume: item.volume,
    issue: item.issue,
    pages: item.page,
    doi: item.DOI,
    url: item.URL,
    publisher: item.publisher,
  };
}

function fromCitationJs(text, forceType) {
  const items = chain(text, { forceType, generateGraph: false, strict: false });
  if (items.length !== 1) throw new Error(`${items.length} records`);
  return fromCsl(items[0]);
}

const PARSERS = {
  '@retorquere/bibtex-parser': fromRetorquere,
  '@citation-js/plugin-bibtex': ({ bibtex }) => fromCitationJs(bibtex, '@bibtex/text'),
  '@citation-js/plugin-ris': ({ ris }) => fromCitationJs(ris, '@ris/file'),
};

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const request = JSON.parse(line);
  for (const [parser, read] of Object.entries(PARSERS)) {
    const answer = { parser, name: request.name };
    try {
      answer.record = read(request);
    } catch (error) {
      answer.error = String(error?.message || error);
    }
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
}
