//! BibTeX and RIS as people and programs write them.

use citelet::Item;
use citelet::item::json::read_item;
use citelet::read::{ImportFormat, ReadResult, read_text};
use citelet::write;
use serde_json::{Value, json};

fn check(file: &str, format: ImportFormat, want: Value) -> Vec<ReadResult> {
    let readings = read_text(file, format);
    let shown = |items: &[Item]| write::export(items, write::ExportFormat::CslJson, false);
    let got: Vec<Item> = readings.iter().map(|reading| reading.item.clone()).collect();
    let wanted = want.as_array().map_or(std::slice::from_ref(&want), Vec::as_slice).iter();
    let wanted: Vec<Item> = wanted.map(|item| read_item(item, &mut Vec::new()).unwrap()).collect();
    assert_eq!(shown(&got), shown(&wanted), "{file}");
    readings
}

fn bibtex(file: &str, want: Value) -> Vec<ReadResult> {
    check(file, ImportFormat::Bibtex, want)
}

#[test]
fn classic_entries() {
    let readings = bibtex(
        r#"% A comment, and mail to me@example.org.
@STRING{acm = "ACM Transactions on " # {Graphics}}
@preamble{"\newcommand{\x}{y}"}
@Article{knuth84,
  AUTHOR = "Donald~E. Knuth and Ludwig van Beethoven and King, Jr., Martin Luther and {The {\TeX} Users Group} and others",
  title  = {Literate {Programming} in {{\'E}tudes}: {\em on} H$_2$O \& {C\#}},
  journal = acm, volume = 27, number = {2}, pages = {97--111},
  year = 1984, month = 10 # "~" # jan, note = {Reprinted}, doi = {https://doi.org/10.1093/comjnl/27.2.97},
  url = "http://x.org/a\_b~c", issn = {1234-5679},
}
@incollection(ch, crossref = {vol}, author = {A. Roe}, title = {A Part}, pages = 7, chapter = 3)
@book{vol, editor = {Doe, J.}, title = {The Whole}, publisher = {P}, address = {Bern}, year = {2001}, edition = {Second},
  series = {Notes}, volume = {5}, isbn = {978}}
@phdthesis{t, author = {Poe, B.}, title = {On it}, school = {ETH}, year = {in press}}
"#,
        json!([
            {"id": "knuth84", "type": "article-journal",
                "title": "Literate Programming in Études: <i>on</i> H<sub>2</sub>O & C#",
                "author": [{"family": "Knuth", "given": "Donald E."},
                    {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},
                    {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
                    {"literal": "The TeX Users Group"}, {"literal": "others"}],
                "container-title": "ACM Transactions on Graphics", "volume": "27", "issue": "2", "page": "97-111",
                "issued": {"date-parts": [[1984, 1, 10]]}, "note": "Reprinted", "DOI": "10.1093/comjnl/27.2.97",
                "URL": "http://x.org/a_b~c", "ISSN": "1234-5679"},
            {"id": "ch", "type": "chapter", "title": "A Part", "author": [{"family": "Roe", "given": "A."}],
                "page": "7", "chapter-number": "3", "container-title": "The Whole", "publisher": "P",
                "publisher-place": "Bern", "issued": {"date-parts": [[2001]]}, "edition": "2",
                "editor": [{"family": "Doe", "given": "J."}], "collection-title": "Notes", "collection-number": "5",
                "ISBN": "978"},
            {"id": "vol", "type": "book", "title": "The Whole", "editor": [{"family": "Doe", "given": "J."}],
                "publisher": "P", "publisher-place": "Bern", "issued": {"date-parts": [[2001]]}, "edition": "2",
                "collection-title": "Notes", "collection-number": "5", "ISBN": "978"},
            {"id": "t", "type": "thesis", "title": "On it", "author": [{"family": "Poe", "given": "B."}],
                "publisher": "ETH", "issued": {"literal": "in press"}, "genre": "PhD thesis"},
        ]),
    );
    assert!(readings.iter().all(|reading| reading.warnings.is_empty()), "{readings:?}");
}

#[test]
fn entries_of_biblatex_and_other_programs() {
    bibtex(
        r"@online{o, author = {family=Berg, given=Jan, prefix=van der}, title = {Site}, subtitle = {Sub}, date = {2020-05-12},
  url = {https://x.org/}, urldate = {2021-01-02}, langid = {ngerman}}
@inproceedings{p, title = {T}, booktitle = {Proc.}, eventtitle = {Conf}, venue = {Rome}, eventdate = {2018-01-02/2018-01-04},
  year = 2018, organization = {IEEE}, eid = {17}, translator = {Doe, J.}}
@article{a, title = {T}, journaltitle = {J}, shortjournal = {Jour.}, date = {2019/2020}, eid = {e12}, keywords = {a, b}, pmid = {7}}
@misc{m, title = {T}, eprint = {2301.00001}, archivePrefix = {arXiv}, year = {2023}}
@article{g, title = {T}, journal = {arXiv preprint arXiv:1412.6980}, year = {2014}}
@misc{h, title = {T}, howpublished = {\url{https://x.org/a}}, note = {Accessed: 2020}}
@thesis{th, type = {mathesis}, title = {T}, institution = {U}, date = {1999}}
@dataset{d, title = {T}, publisher = {Zenodo}, version = {2}, year = 2020, month = mar}
@book{b, title = {{The Whole Title}}, year = {c. 1999}, month = {Spring}}",
        json!([
            {"id": "o", "type": "webpage", "author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}],
                "title": "Site: Sub", "issued": {"date-parts": [[2020, 5, 12]]}, "URL": "https://x.org/",
                "accessed": {"date-parts": [[2021, 1, 2]]}, "language": "de"},
            {"id": "p", "type": "paper-conference", "title": "T", "container-title": "Proc.", "event-title": "Conf",
                "event-place": "Rome", "event-date": {"date-parts": [[2018, 1, 2], [2018, 1, 4]]},
                "issued": {"date-parts": [[2018]]}, "publisher": "IEEE", "number": "17",
                "translator": [{"family": "Doe", "given": "J."}]},
            {"id": "a", "type": "article-journal", "title": "T", "container-title": "J", "container-title-short": "Jour.",
                "issued": {"date-parts": [[2019], [2020]]}, "number": "e12", "keyword": "a, b", "PMID": "7"},
            {"id": "m", "type": "article", "title": "T", "number": "arXiv:2301.00001", "publisher": "arXiv",
                "URL": "https://arxiv.org/abs/2301.00001", "issued": {"date-parts": [[2023]]}},
            {"id": "g", "type": "article", "title": "T", "number": "arXiv:1412.6980", "publisher": "arXiv",
                "URL": "https://arxiv.org/abs/1412.6980", "issued": {"date-parts": [[2014]]}},
            {"id": "h", "type": "webpage", "title": "T", "URL": "https://x.org/a", "note": "Accessed: 2020"},
            {"id": "th", "type": "thesis", "genre": "Master’s thesis", "title": "T", "publisher": "U",
                "issued": {"date-parts": [[1999]]}},
            {"id": "d", "type": "dataset", "title": "T", "publisher": "Zenodo", "version": "2",
                "issued": {"date-parts": [[2020, 3]]}},
            {"id": "b", "type": "book", "title": "The Whole Title", "issued": {"date-parts": [[1999, 13]], "circa": true}},
        ]),
    );
}

#[test]
fn broken_entries_cost_no_other() {
    let file = "@article{one, title = {Open {brace, year = 2001\n@book{two, title = \"Fine\", year = 2002}\n@hologram{three, title = {T}}\n\
        @book{four, publisher = unknown, title = {T}, title = {U} oops\n@misc{five title = {No comma} year = 2003}\n@book{six, title = {T}";
    let readings = bibtex(
        file,
        json!([
            {"id": "one", "type": "article-journal"},
            {"id": "two", "type": "book", "title": "Fine", "issued": {"date-parts": [[2002]]}},
            {"id": "three", "type": "document", "title": "T"},
            {"id": "four", "type": "book", "title": "T", "publisher": "unknown"},
            {"id": "five", "type": "document", "title": "No comma", "issued": {"date-parts": [[2003]]}},
            {"id": "six", "type": "book", "title": "T"},
        ]),
    );
    let warnings: Vec<usize> = readings.iter().map(|reading| reading.warnings.len()).collect();
    assert_eq!(warnings, [2, 0, 1, 3, 0, 1], "{readings:#?}");
    assert_eq!(read_text("", ImportFormat::Bibtex), []);
    assert_eq!(read_text("no entry, but me@home.org and @comment{@book{x}}", ImportFormat::Bibtex), []);
}

#[test]
fn parents_may_be_circular_or_missing() {
    let readings = read_text(
        "@inbook{a, crossref = {B}}@book{b, crossref = {a}, title = {T}}@inbook{c, crossref={c}}@inbook{d, crossref={z}}",
        ImportFormat::Bibtex,
    );
    assert_eq!(readings.len(), 4);
}

fn ris(file: &str, want: Value) -> Vec<ReadResult> {
    check(file, ImportFormat::Ris, want)
}

#[test]
fn ris_of_every_dialect() {
    let readings = ris(
        "\u{feff}TY  - JOUR\r\nT1  - A title that\r\n  goes on\r\nA1  - King, Martin Luther, Jr.\r\nAU  - van der Berg, Jan\r\n\
         AU  - World Health Organization\r\nY1  - 1998/05//\r\nJF  - The Journal\r\nJA  - J.\r\nVL  - 3\r\nIS  - 2\r\nSP  - 12\r\n\
         EP  - 15\r\nSN  - 1234-5679\r\nM3  - doi:10.1/x\r\nUR  - https://x.org\r\nKW  - one\r\nKW  - two\r\nN2  - We see.\r\nER  - \r\n\
         \r\nTY  - CHAP\nTI  - Part\nBT  - Whole\nED  - Doe, J.\nA4  - Poe, B.\nPY  - 2001\nDA  - 2001/03/09/\nSN  - 978-0-306-40615-7\n\
         CY  - Bern\nPB  - P\nET  - 2\nER  -\nTY  - BOOK\nTI  - Book\nT2  - Series\nPY  - 2004///Winter\n\
         TY - RPRT\nTI - Report\nSN - TR-7\nY2 - 2020/01/02/\nZZ  - what\nTY  - HOLO\nTI  - T\nPY  - n.d.",
        json!([
            {"type": "article-journal", "title": "A title that goes on",
                "author": [{"family": "King", "given": "Martin Luther", "suffix": "Jr."},
                    {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
                    {"literal": "World Health Organization"}],
                "issued": {"date-parts": [[1998, 5]]}, "container-title": "The Journal", "container-title-short": "J.",
                "volume": "3", "issue": "2", "page": "12-15", "ISSN": "1234-5679", "DOI": "10.1/x", "URL": "https://x.org",
                "keyword": "one, two", "abstract": "We see."},
            {"type": "chapter", "title": "Part", "container-title": "Whole", "editor": [{"family": "Doe", "given": "J."}],
                "translator": [{"family": "Poe", "given": "B."}], "issued": {"date-parts": [[2001, 3, 9]]},
                "ISBN": "978-0-306-40615-7", "publisher-place": "Bern", "publisher": "P", "edition": "2"},
            {"type": "book", "title": "Book", "collection-title": "Series", "issued": {"date-parts": [[2004, 16]]}},
            {"type": "report", "title": "Report", "number": "TR-7", "accessed": {"date-parts": [[2020, 1, 2]]}},
            {"type": "document", "title": "T", "issued": {"literal": "n.d."}},
        ]),
    );
    assert_eq!(readings.iter().map(|reading| reading.warnings.len()).sum::<usize>(), 1);
    // A journal's short title alone, a page that is an article's number, and lines that are no RIS.
    ris(
        "Provider: x\nTY  - JOUR\nJO  - Jour.\nSP  - e0123\nDO  - https://doi.org/10.1/y\nER  - \n\nEnd.\n\
         TY  - EDBOOK\nAU  - Doe, J.\nEP  - 9\nSP  - 7\nER  - ",
        json!([{"type": "article-journal", "container-title": "Jour.", "number": "e0123", "DOI": "10.1/y"},
            {"type": "book", "editor": [{"family": "Doe", "given": "J."}], "page": "7-9"}]),
    );
    assert_eq!(read_text("", ImportFormat::Ris), []);
    assert_eq!(read_text("no RIS", ImportFormat::Ris), []);
}
