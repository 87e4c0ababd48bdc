//! Reads a fixture of the official CSL test suite.

use serde_json::Value;

/// A fixture's sections, typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fixture {
    /// The part of the name before `_`: what the fixture is about.
    pub category: String,
    /// What is printed.
    pub mode: Mode,
    /// What should be printed, without leading and trailing blank lines.
    pub result: String,
    /// The style.
    pub csl: String,
    /// The records, in CSL-JSON. Ids may be numbers.
    pub input: Vec<Value>,
    /// Records that are registered after the first run; fixtures with updates use them.
    pub input2: Vec<Value>,
    /// Lists of ids registered one after another; all of [`Fixture::input`] at once where absent.
    pub bibentries: Option<Vec<Vec<String>>>,
    /// A selection of entries for the bibliography.
    pub bibsection: Option<Value>,
    /// Citations outside a document, each printed on a line.
    pub citation_items: Option<Vec<Vec<Cite>>>,
    /// Citations of a document, processed one after another as a word processor would.
    pub citations: Option<Vec<Step>>,
    /// Abbreviations by jurisdiction, field and full form.
    pub abbreviations: Option<Value>,
    /// Switches of the processor.
    pub options: Option<Value>,
    /// Preferences among the languages of multilingual records.
    pub languages: Option<Value>,
}

/// What a fixture prints.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Citations.
    #[default]
    Citation,
    /// The bibliography; `sorted` is false with `bibliography-nosort`.
    Bibliography {
        /// Whether the style's sort keys count.
        sorted: bool,
    },
    /// The bibliography's parameters (`bibliography-header`).
    Header,
}

/// One cite of a cluster.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cite {
    /// The record.
    pub id: String,
    /// The place in the work.
    pub locator: String,
    /// Its type, in CSL's words; empty means a page.
    pub label: String,
    /// Printed before the cite.
    pub prefix: String,
    /// Printed after the cite.
    pub suffix: String,
    /// Whether the author is left out.
    pub suppress_author: bool,
    /// Whether only the author is printed.
    pub author_only: bool,
    /// The position, where the fixture fixes it: 0 first, 1 subsequent, 2 ibid, 3 ibid with locator.
    pub position: Option<u64>,
    /// Whether the cite is near an earlier one.
    pub near_note: bool,
    /// The number of the note that cites the record first.
    pub first_reference_note_number: Option<u64>,
}

/// A citation that is inserted into or replaced in the document, and its surroundings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// The citation's id.
    pub id: String,
    /// Its cites.
    pub cites: Vec<Cite>,
    /// The number of its note; 0 in the text.
    pub note_index: u64,
    /// What is printed of it: `composite`, `author-only`, `suppress-author`; empty means all.
    pub mode: String,
    /// The text between the names and the rest of a composite citation.
    pub infix: String,
    /// Ids and notes of the citations before it.
    pub before: Vec<(String, u64)>,
    /// Ids and notes of the citations after it.
    pub after: Vec<(String, u64)>,
}

impl Fixture {
    /// Reads a fixture; `name` is its file name.
    ///
    /// # Errors
    /// Names the section that is missing or malformed.
    pub fn read(name: &str, text: &str) -> Result<Fixture, String> {
        let text = text.replace("\r\n", "\n");
        let required =
            |section: &str| section_of(&text, section).ok_or(format!("section {section} is missing"));
        let json = |section: &str| json_of(&text, section);
        let parts = |section: &str| json(section).map(|value| value.map(|value| list(&value).to_vec()));
        let nested = |section: &str| parts(section).map(Option::unwrap_or_default);
        Ok(Fixture {
            category: name.split('_').next().unwrap_or(name).to_owned(),
            mode: mode(required("MODE")?.trim())?,
            result: required("RESULT")?.trim_matches('\n').to_owned(),
            csl: required("CSL")?.trim().to_owned(),
            input: { required("INPUT").and(nested("INPUT"))? },
            input2: nested("INPUT2")?,
            bibentries: parts("BIBENTRIES")?.map(|lists| lists.iter().map(ids).collect()),
            bibsection: json("BIBSECTION")?,
            citation_items: parts("CITATION-ITEMS")?.map(|clusters| clusters.iter().map(cites).collect()),
            citations: parts("CITATIONS")?.map(|steps| steps.iter().map(step).collect()),
            abbreviations: json("ABBREVIATIONS")?,
            options: json("OPTIONS")?,
            languages: json("LANGUAGES")?,
        })
    }

    /// Sections of this fixture that go beyond CSL-JSON and the specification.
    pub fn extensions(&self) -> Vec<&'static str> {
        let sections = [
            ("ABBREVIATIONS", self.abbreviations.is_some()),
            ("OPTIONS", self.options.is_some()),
            ("LANGUAGES", self.languages.is_some()),
            ("INPUT2", !self.input2.is_empty()),
        ];
        sections.into_iter().filter_map(|(name, present)| present.then_some(name)).collect()
    }
}

/// The text between `>>=== NAME ===>>` and `<<=== NAME ===<<`; the number of equals signs varies.
fn section_of<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let bounds = |open: &str, close: &str| {
        text.match_indices(open).find_map(|(at, _)| {
            let rest = text[at + open.len()..].trim_start_matches('=').strip_prefix(' ')?;
            let rest = rest.strip_prefix(name)?.strip_prefix(' ')?.trim_start_matches('=');
            let rest = rest.strip_prefix(close)?;
            Some((at, text.len() - rest.len()))
        })
    };
    let (_, from) = bounds(">>=", ">>")?;
    let (to, _) = bounds("<<=", "<<")?;
    text.get(from..to)
}

fn json_of(text: &str, section: &str) -> Result<Option<Value>, String> {
    let Some(found) = section_of(text, section) else { return Ok(None) };
    let value = serde_json::from_str(found);
    value.map(Some).map_err(|error| format!("section {section} is no JSON: {error}"))
}

fn mode(word: &str) -> Result<Mode, String> {
    match word {
        "citation" => Ok(Mode::Citation),
        "bibliography" => Ok(Mode::Bibliography { sorted: true }),
        "bibliography-nosort" => Ok(Mode::Bibliography { sorted: false }),
        "bibliography-header" => Ok(Mode::Header),
        other => Err(format!("there is no mode “{other}”")),
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// Ids and locators may be written as numbers.
pub(super) fn word(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

fn ids(value: &Value) -> Vec<String> {
    list(value).iter().map(word).collect()
}

fn cites(cluster: &Value) -> Vec<Cite> {
    list(cluster).iter().map(cite).collect()
}

fn cite(value: &Value) -> Cite {
    let text = |name: &str| word(&value[name]);
    let flag = |name: &str| value[name] == true || value[name].as_u64().is_some_and(|n| n > 0);
    Cite {
        id: text("id"),
        locator: text("locator"),
        label: text("label"),
        prefix: text("prefix"),
        suffix: text("suffix"),
        suppress_author: flag("suppress-author"),
        author_only: flag("author-only"),
        position: value["position"].as_u64(),
        near_note: flag("near-note"),
        first_reference_note_number: value["first-reference-note-number"].as_u64(),
    }
}

fn step(value: &Value) -> Step {
    let citation = &value[0];
    let neighbours = |value: &Value| {
        list(value).iter().map(|pair| (word(&pair[0]), pair[1].as_u64().unwrap_or(0))).collect()
    };
    Step {
        id: word(&citation["citationID"]),
        cites: cites(&citation["citationItems"]),
        note_index: citation["properties"]["noteIndex"].as_u64().unwrap_or(0),
        mode: word(&citation["properties"]["mode"]),
        infix: word(&citation["properties"]["infix"]),
        before: neighbours(&value[1]),
        after: neighbours(&value[2]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MADE: &str = "\
a note for people\r
>>===== MODE =====>>\r
citation\r
<<===== MODE =====<<\r
>>== RESULT ==>>
>>[0] One
..[1] Two
<<== RESULT ==<<
>>==== CITATIONS ====>>
[[{\"citationID\": \"C1\", \"citationItems\": [{\"id\": 7, \"locator\": \"3\", \"suppress-author\": 1}],
   \"properties\": {\"noteIndex\": 2, \"mode\": \"composite\", \"infix\": \"holds\"}}, [[\"C0\", 1]], []]]
<<==== CITATIONS ====<<
>>===== CSL =====>>
<style/>
<<===== CSL =====<<
>>===== INPUT =====>>
[{\"id\": 7}]
<<===== INPUT =====<<
";

    #[test]
    fn sections_are_read_whatever_their_marks_look_like() {
        let fixture = Fixture::read("position_Made", MADE).expect("a fixture");
        assert_eq!(fixture.category, "position");
        assert_eq!(fixture.mode, Mode::Citation);
        assert_eq!(fixture.result, ">>[0] One\n..[1] Two");
        assert_eq!(fixture.csl, "<style/>");
        assert_eq!(fixture.input.len(), 1);
        let cite = Cite { id: "7".into(), locator: "3".into(), suppress_author: true, ..Cite::default() };
        let step = Step {
            id: "C1".into(),
            cites: vec![cite],
            note_index: 2,
            mode: "composite".into(),
            infix: "holds".into(),
            before: vec![("C0".into(), 1)],
            after: vec![],
        };
        assert_eq!(fixture.citations, Some(vec![step]));
        assert_eq!(fixture.extensions(), [""; 0]);
    }

    #[test]
    fn faults_are_named() {
        let check = |text: &str, fault: &str| {
            assert_eq!(Fixture::read("x", text).map_err(|why| why.contains(fault)), Err(true), "{text}");
        };
        check(&MADE.replace("CSL", "LSC"), "section CSL is missing");
        check(&MADE.replace("[{\"id\": 7}]", "[{"), "section INPUT is no JSON");
        check(&MADE.replace("\ncitation", "\nfootnote"), "no mode “footnote”");
    }
}
