//! Records of Crossref and DataCite to items: made records of the kinds that few publishers deposit.

use citelet::item::json::read_item;
use citelet::read::{ImportFormat, ReadResult, read_json};
use citelet::write;
use serde_json::{Value, json};

fn read(record: &Value, format: ImportFormat) -> ReadResult {
    let mut readings = read_json(record, format);
    assert_eq!(readings.len(), 1);
    readings.remove(0)
}

/// Holds the item of a record to one in CSL-JSON, in every field.
fn check(record: Value, format: ImportFormat, want: Value) {
    let reading = read(&record, format);
    let want = read_item(&want, &mut Vec::new()).unwrap();
    let shown =
        |item: &citelet::Item| write::export(std::slice::from_ref(item), write::ExportFormat::CslJson, false);
    assert_eq!(shown(&reading.item), shown(&want), "{record}");
}

#[test]
fn works_of_every_kind() {
    let of = |kind: &str| json!({"type": kind, "title": ["T"], "DOI": "10.1/x"});
    for (kind, want) in [
        ("journal-article", "article-journal"),
        ("posted-content", "article"),
        ("edited-book", "book"),
        ("proceedings", "book"),
        ("book-series", "book"),
        ("book-part", "chapter"),
        ("reference-entry", "entry"),
        ("proceedings-article", "paper-conference"),
        ("journal-issue", "periodical"),
        ("peer-review", "review"),
        ("dissertation", "thesis"),
        ("report-component", "report"),
        ("standard", "standard"),
        ("database", "dataset"),
        ("component", "document"),
        ("grant", "document"),
    ] {
        check(of(kind), ImportFormat::Crossref, json!({"type": want, "title": "T", "DOI": "10.1/x"}));
    }
    let unknown = read(&of("hologram"), ImportFormat::Crossref);
    assert_eq!(unknown.item.item_type.word(), "document");
    assert!(unknown.warnings[0].message.contains("hologram"));
}

#[test]
fn fields_of_crossref_works() {
    check(
        json!({"status": "ok", "message": {
            "type": "book-chapter", "DOI": "10.1/X", "title": ["On <i>E. coli</i>\n   in H<sub>2</sub>O"],
            "subtitle": ["A <jats:bold>new</jats:bold> look"], "container-title": ["Lecture Notes", "All of Biology"],
            "volume": "7", "page": "12-15", "publisher": "P", "publisher-location": "Bern",
            "ISBN": ["http://id.crossref.org/isbn/9780000000002", "9780000000001"],
            "isbn-type": [{"value": "9780000000001", "type": "print"}, {"value": "9780000000002", "type": "electronic"}],
            "author": [{"family": "van der Berg", "given": "Jan", "suffix": "Jr.", "ORCID": "x", "sequence": "first"},
                {"name": "The Group"}, {"family": "Plato"}],
            "editor": [{"family": "Roe", "given": "A."}], "translator": [{"family": "Poe", "given": "B."}],
            "chair": [{"family": "Lee", "given": "C."}],
            "issued": {"date-parts": [[2019, 12]]}, "published-online": {"date-parts": [[2019, 12]]},
            "published-print": {"date-parts": [[2020, 1, 5]]}, "resource": {"primary": {"URL": "https://x.org/1"}},
            "event": {"name": "Conf", "location": "Rome", "start": {"date-parts": [[2018, 1, 2]]}, "end": {"date-parts": [[2018, 1, 4]]}},
            "abstract": "<jats:title>Abstract</jats:title><jats:p>We <jats:italic>see</jats:italic>.</jats:p>",
        }}),
        ImportFormat::Crossref,
        json!({
            "type": "chapter", "DOI": "10.1/X", "title": "On <i>E. coli</i> in H<sub>2</sub>O: A <b>new</b> look",
            "collection-title": "Lecture Notes", "container-title": "All of Biology", "volume": "7", "page": "12-15",
            "publisher": "P", "publisher-place": "Bern", "ISBN": "9780000000001", "URL": "https://x.org/1",
            "author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der", "suffix": "Jr."},
                {"literal": "The Group"}, {"family": "Plato"}],
            "editor": [{"family": "Roe", "given": "A."}], "translator": [{"family": "Poe", "given": "B."}],
            "chair": [{"family": "Lee", "given": "C."}], "issued": {"date-parts": [[2020, 1, 5]]},
            "available-date": {"date-parts": [[2019, 12]]}, "event-title": "Conf", "event-place": "Rome",
            "event-date": {"date-parts": [[2018, 1, 2], [2018, 1, 4]]}, "abstract": "We <i>see</i>.",
        }),
    );
    check(
        json!({"type": "grant", "award": "A-1", "publisher": "Fund", "issued": {"date-parts": [[null]]},
            "award-start": {"date-parts": [[2020, 9, 1]]},
            "project": [{"project-title": [{"title": "Why"}], "lead-investigator": [{"family": "Doe", "given": "J."}],
                "investigator": [{"family": "Roe", "given": "A."}]}]}),
        ImportFormat::Crossref,
        json!({"type": "document", "number": "A-1", "publisher": "Fund", "title": "Why",
            "issued": {"date-parts": [[2020, 9, 1]]},
            "author": [{"family": "Doe", "given": "J."}, {"family": "Roe", "given": "A."}]}),
    );
    check(
        json!({"type": "posted-content", "subtype": "working_paper", "title": ["T: An S"], "subtitle": ["An S"],
            "posted": {"date-parts": [[2021, 2, 3]]}, "institution": [{"name": "Server"}]}),
        ImportFormat::Crossref,
        json!({"type": "article", "genre": "Working paper", "title": "T: An S", "publisher": "Server",
            "issued": {"date-parts": [[2021, 2, 3]]}}),
    );
    check(
        json!({"type": "journal-article", "page": "e0123", "title": "Plain &amp;amp; &lt;i&gt;text&lt;/i&gt;",
            "publisher": "Taylor &amp; Francis", "author": [{"family": "O&#8217;Neil", "given": "J."}], "ISSN": "http://id.crossref.org/issn/1234-5679",
            "container-title": "J", "short-container-title": ["J."], "standards-body": {"name": "ISO"}}),
        ImportFormat::Crossref,
        json!({"type": "article-journal", "number": "e0123", "title": "Plain & <i>text</i>",
            "publisher": "Taylor & Francis", "author": [{"family": "O’Neil", "given": "J."}], "ISSN": "1234-5679",
            "container-title": "J", "authority": "ISO"}),
    );
}

#[test]
fn an_answer_may_hold_many() {
    let answer = json!({"message": {"items": [{"type": "book"}, {"type": "report"}]}});
    assert_eq!(read_json(&answer, ImportFormat::Crossref).len(), 2);
    assert_eq!(
        read_json(json!({"data": [{"attributes": {}}, {"attributes": {}}]}), ImportFormat::Datacite).len(),
        2
    );
    assert_eq!(read_json(json!([{"type": "book"}, {"type": "report"}]), ImportFormat::CslJson).len(), 2);
    for nothing in [json!(null), json!(7), json!("x"), json!([])] {
        assert_eq!(read_json(&nothing, ImportFormat::Crossref), []);
        assert_eq!(read_json(&nothing, ImportFormat::Datacite), []);
        assert_eq!(read_json(&nothing, ImportFormat::Bibtex), []);
    }
}

#[test]
fn kinds_of_data() {
    let of = |general: &str, specific: &str, offered: &str| {
        let types = json!({"resourceTypeGeneral": general, "resourceType": specific, "citeproc": offered});
        let record = json!({"id": "10.1/x", "attributes": {"doi": "10.1/x", "types": types}});
        read(&record, ImportFormat::Datacite).item.item_type.word()
    };
    for (general, specific, offered, want) in [
        ("Dataset", "", "dataset", "dataset"),
        ("Software", "", "article", "software"),
        ("ComputationalNotebook", "", "article", "software"),
        ("Audiovisual", "video conference", "article", "motion_picture"),
        ("Image", "Poster", "graphic", "graphic"),
        ("JournalArticle", "", "article-journal", "article-journal"),
        ("BookChapter", "", "chapter", "chapter"),
        ("Dissertation", "", "thesis", "thesis"),
        ("Preprint", "", "article", "article"),
        ("Text", "Thesis", "article-journal", "thesis"),
        ("Text", "Journal Article", "article-journal", "article-journal"),
        ("Text", "Working paper", "article-journal", "report"),
        ("Text", "", "article-journal", "article-journal"),
        ("Text", "", "", "document"),
        ("Text", "Journal contribution", "article-journal", "article-journal"),
        ("Text", "Project deliverable", "article-journal", "report"),
        ("Text", "Book review", "article-journal", "review-book"),
        ("Text", "Newsletter article", "article-journal", "article-journal"),
        ("Text", "Zeitschriftenartikel", "", "article-journal"),
        ("Other", "Presentation", "article", "speech"),
        ("Other", "", "article", "document"),
        ("PhysicalObject", "Bone", "article", "document"),
        ("Collection", "", "article", "collection"),
        ("", "", "", "document"),
    ] {
        assert_eq!(of(general, specific, offered), want, "{general}, {specific}");
    }
}

#[test]
fn fields_of_datacite_records() {
    check(
        json!({"data": {"id": "10.5/x", "attributes": {
            "doi": "10.5/x", "types": {"resourceTypeGeneral": "Dataset", "resourceType": "Survey"},
            "creators": [{"name": "van Loon, Ann", "nameType": "Personal", "familyName": "van Loon", "givenName": "Ann"},
                {"name": "Max Noe"}, {"name": "Dept. X, Univ. Y", "nameType": "Organizational"}, {"name": "Doe, J.; Roe, A."}],
            "contributors": [{"name": "Poe, B.", "contributorType": "Editor"}, {"name": "Q", "contributorType": "Sponsor"}],
            "titles": [{"title": "Anders", "titleType": "TranslatedTitle"}, {"title": "Other", "lang": "en"},
                {"title": "Sub", "titleType": "Subtitle"}],
            "publisher": {"name": "Zenodo"}, "publicationYear": 2013, "version": "v2", "language": "en",
            "dates": [{"date": "2013-04-03", "dateType": "Issued"}, {"date": "2012-01", "dateType": "Submitted"}],
            "container": {"type": "Series", "title": "Wrong"},
            "relatedItems": [{"relationType": "IsPublishedIn", "titles": [{"title": "J"}], "volume": "3", "issue": "1",
                "firstPage": "7", "lastPage": "9",
                "relatedItemIdentifier": {"relatedItemIdentifier": "1234-5679", "relatedItemIdentifierType": "ISSN"}}],
            "identifiers": [{"identifier": "978", "identifierType": "ISBN"}], "url": "https://z.org/1",
            "subjects": [{"subject": "a"}, {"subject": "b"}, {"subject": "a"}],
            "descriptions": [{"description": "Methods", "descriptionType": "Methods"}, {"description": "Why", "descriptionType": "Abstract"}],
        }}}),
        ImportFormat::Datacite,
        json!({
            "type": "dataset", "DOI": "10.5/x", "genre": "Survey", "title": "Other: Sub", "publisher": "Zenodo",
            "author": [{"family": "Loon", "given": "Ann", "non-dropping-particle": "van"}, {"family": "Noe", "given": "Max"},
                {"literal": "Dept. X, Univ. Y"}, {"family": "Doe", "given": "J."}, {"family": "Roe", "given": "A."}],
            "editor": [{"family": "Poe", "given": "B."}], "issued": {"date-parts": [[2013, 4, 3]]},
            "submitted": {"date-parts": [[2012, 1]]}, "version": "v2", "language": "en", "container-title": "J",
            "volume": "3", "issue": "1", "page": "7-9", "ISSN": "1234-5679", "ISBN": "978", "URL": "https://z.org/1",
            "keyword": "a, b", "abstract": "Why",
        }),
    );
    // The year of publication is the one to cite.
    let record = json!({"doi": "10.5/x", "types": {}, "publicationYear": "2017", "creators": [{"name": "Anonymous"}],
        "dates": [{"date": "2015-01-09", "dateType": "Issued"}, {"date": "07.04.2017", "dateType": "Available"}]});
    let reading = read(&record, ImportFormat::Datacite);
    let want = json!({"type": "document", "DOI": "10.5/x", "author": [{"literal": "Anonymous"}],
        "issued": {"date-parts": [[2017]]}, "available-date": {"date-parts": [[2017, 4, 7]]}});
    assert_eq!(reading.item, read_item(&want, &mut Vec::new()).unwrap());
    assert_eq!(reading.warnings.len(), 1, "{:?}", reading.warnings);
}
