//! The published reference forms: rows of the manuals, each with its record.

pub mod bibtex;
pub mod cells;
pub mod latex;

use std::path::Path;

use citelet::engine::CitationForm;
use serde_json::Value;

use self::cells::{cells, same_italics, text_of};
use super::data;
use super::ours::{self, Citelet};
use super::report::{Case, Report};
use super::request::{Output, Processor, Request};
use xtask::Outcome;

/// One row of the table.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its name.
    pub id: String,
    /// `apa`, `mla`, `chicago-author-date`, `chicago-notes` or `bibtex`.
    pub style: String,
    /// `bibliography`, `intext`, `narrative`, `note`, `short-note` or `entry`.
    pub form: String,
    /// The edition of the manual.
    pub edition: String,
    /// The whole row, with the record.
    row: Value,
}

/// Runs Citelet over a folder of tables.
pub fn run(dir: &Path) -> Outcome<Report> {
    run_with(dir, Processor::Ours)
}

/// Runs a processor over a folder of tables. citeproc-js writes no BibTeX; its rows are left out then.
pub fn run_with(dir: &Path, processor: Processor) -> Outcome<Report> {
    let mut rows = read(dir)?;
    if processor == Processor::CiteprocJs {
        rows.retain(|row| !row.is_bibtex());
    }
    let mut outputs = processor.outputs(&requests(&rows)?)?.into_iter();
    let mut report = Report::new("manual-examples");
    report.has_text_passes = true;
    for row in &rows {
        let case = match row.is_bibtex() {
            true => row.bibtex_case(),
            false => row.case(outputs.next().unwrap_or_else(|| Err("no output".to_owned()))),
        };
        report.cases.push(case);
    }
    Ok(report)
}

/// Citelet with the styles of the rows, for [`Row::judge`].
pub fn citelet(rows: &[Row]) -> Outcome<Citelet> {
    Citelet::for_requests(&requests(rows)?)
}

fn requests(rows: &[Row]) -> Outcome<Vec<Request>> {
    rows.iter().filter(|row| !row.is_bibtex()).map(Row::request).collect()
}

/// Reads every table of a folder.
pub fn read(dir: &Path) -> Outcome<Vec<Row>> {
    let mut rows = Vec::new();
    for file in data::files_with_ending(dir, ".json")? {
        let table = data::read_json(&file)?;
        let table = table.as_array().ok_or_else(|| format!("{} is no list of rows.", file.display()))?;
        rows.extend(table.iter().map(Row::new));
    }
    Ok(rows)
}

impl Row {
    fn new(row: &Value) -> Row {
        let text = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
        Row {
            id: text("id"),
            style: text("style"),
            form: text("form"),
            edition: text("edition"),
            row: row.clone(),
        }
    }

    /// The record.
    pub fn item(&self) -> &Value {
        &self.row["item"]
    }

    /// The official style for the row; rows of Chicago's 17th edition use the styles of that edition.
    pub fn official_style(&self) -> &'static str {
        match (self.style.as_str(), self.edition.as_str()) {
            ("mla", _) => "modern-language-association",
            ("chicago-author-date", "17") => "chicago-author-date-17th-edition",
            ("chicago-author-date", _) => "chicago-author-date",
            ("chicago-notes", "17") => "chicago-notes-bibliography-17th-edition",
            ("chicago-notes", _) => "chicago-notes-bibliography",
            _ => "apa",
        }
    }

    fn request(&self) -> Outcome<Request> {
        let form = match self.form.as_str() {
            "bibliography" => CitationForm::Reference,
            "intext" => CitationForm::InText,
            "narrative" => CitationForm::Narrative,
            "note" => CitationForm::Note,
            "short-note" => CitationForm::ShortNote,
            other => return Err(format!("{}: there is no form “{other}”.", self.id)),
        };
        let cite = &self.row["cite"];
        let locator = cite["locator"]
            .as_str()
            .map(|locator| (cite["label"].as_str().unwrap_or("page").to_owned(), locator.to_owned()));
        Ok(Request { style: self.official_style().to_owned(), form, item: self.item().clone(), locator })
    }

    /// Formats the record and judges the output.
    pub fn judge(&self, citelet: &Citelet) -> Case {
        if self.is_bibtex() {
            return self.bibtex_case();
        }
        self.case(self.request().and_then(|request| citelet.output(&request)))
    }

    fn is_bibtex(&self) -> bool {
        self.style == "bibtex"
    }

    fn ascii(&self) -> bool {
        self.row["options"]["ascii"] == true
    }

    fn unjudged(&self, want: &str, output: &Output) -> Case {
        let groups = vec![self.style.clone(), format!("{} {}", self.style, self.form)];
        let (got, notes) = match output {
            Ok(html) => (html.clone(), Vec::new()),
            Err(why) => (String::new(), vec![why.clone()]),
        };
        let want = self.row[want].as_str().unwrap_or_default().to_owned();
        Case { name: self.id.clone(), groups, want, got, notes, ..Case::default() }
    }

    /// A row is right when characters and italics are those of one of the permitted forms.
    fn case(&self, output: Output) -> Case {
        let mut case = self.unjudged("expected_html", &output);
        let Ok(html) = output else { return case };
        let got = cells(&html);
        let also = self.row["accepted_html"].as_array().into_iter().flatten();
        for permitted in also.chain([&self.row["expected_html"]]).filter_map(Value::as_str) {
            let want = cells(permitted);
            let same_text = text_of(&want) == text_of(&got);
            case.text_pass |= same_text;
            case.pass |= same_text && same_italics(&want, &got);
        }
        case
    }

    fn bibtex_case(&self) -> Case {
        let output = ours::bibtex(&self.row["item"], self.ascii());
        let mut case = self.unjudged("expected_bibtex", &output);
        let Ok(entry) = output else { return case };
        case.notes = bibtex::differences(&case.want, &entry, self.ascii());
        case.pass = case.notes.is_empty();
        case.text_pass = case.pass;
        case
    }
}
