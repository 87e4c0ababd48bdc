"""Reads BibTeX and RIS with two libraries; input and output are those of read.mjs beside it."""

import json
import re
import sys

import rispy
from pybtex.database import parse_string
from pybtex.richtext import Text

# The library keeps the names of font commands in the text.
FONTS = re.compile(r"\\(emph|textbf|textsc|textsuperscript|textsubscript)\s*(?=\{)")


def plain(latex):
    return None if latex is None else str(Text.from_latex(FONTS.sub("", latex)))


def joined(*lists):
    return plain(" ".join(word for words in lists for word in words))


def name(person):
    given = person.first_names + person.middle_names
    family = person.prelast_names + person.last_names
    if not given and len(family) == 1 and family[0].startswith("{"):
        return {"literal": plain(family[0])}
    return {"family": joined(family), "given": joined(given), "suffix": joined(person.lineage_names)}


def from_pybtex(request):
    entries = list(parse_string(request["bibtex"], "bibtex").entries.values())
    if len(entries) != 1:
        raise ValueError(f"{len(entries)} entries")
    fields = entries[0].fields
    first = lambda *names: next((fields[name] for name in names if name in fields), None)
    return {
        "type": entries[0].type,
        "title": plain(first("title")),
        "authors": [name(person) for person in entries[0].persons.get("author", [])],
        "year": plain(first("year")),
        "container": plain(first("journal", "booktitle", "howpublished")),
        "volume": plain(first("volume")),
        "issue": plain(first("number")),
        "pages": plain(first("pages")),
        "doi": first("doi"),
        "url": first("url"),
        "publisher": plain(first("publisher", "institution", "school")),
    }


def ris_name(text):
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1:
        return {"literal": text}
    return {"family": parts[0], "given": parts[1], "suffix": ", ".join(parts[2:])}


def from_rispy(request):
    records = rispy.loads(request["ris"])
    if len(records) != 1:
        raise ValueError(f"{len(records)} records")
    record = records[0]
    first = lambda *names: next((record[name] for name in names if record.get(name)), None)
    pages = [record[name] for name in ("start_page", "end_page") if record.get(name)]
    urls = record.get("urls")
    return {
        "type": record.get("type_of_reference"),
        "title": first("title", "primary_title"),
        "authors": [ris_name(text) for text in record.get("authors", record.get("first_authors", []))],
        "year": first("year", "publication_year"),
        "container": first("secondary_title", "journal_name"),
        "volume": first("volume"),
        "issue": first("number"),
        "pages": "-".join(pages) or None,
        "doi": first("doi"),
        "url": urls[0] if urls else first("url"),
        "publisher": first("publisher"),
    }


for line in sys.stdin:
    request = json.loads(line)
    for parser, read in (("pybtex", from_pybtex), ("rispy", from_rispy)):
        answer = {"parser": parser, "name": request["name"]}
        try:
            answer["record"] = read(request)
        except Exception as error:  # Whatever a library raises is its answer.
            answer["error"] = f"{type(error).__name__}: {error}"
        print(json.dumps(answer))
