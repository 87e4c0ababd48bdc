//! Bytes as packs and records, and everything done with them: the one claim is that nothing panics and all comes back.
//! The fuzz targets and `tests/robust.rs` share it.

use citelet::csl::citation::{Citation, CitationMode, Cite};
use citelet::csl::output;
use citelet::csl::processor::Processor;
use citelet::csl::program::{Position, Style};
use citelet::engine::{CitationForm, Engine, FormatOptions};
use citelet::item::{Item, json};
use citelet::tidy;
use citelet::vocabulary::{ItemType, Locator, Variable, VariableKind};
use citelet::write::{self, ExportFormat};
use serde_json::{Map, Value, json};

/// Bytes read as choices; when they are used up, every choice is the first.
pub struct Choices<'b>(pub &'b [u8]);

impl Choices<'_> {
    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::from(self.byte()) % limit.max(1)
    }

    fn one<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }

    /// Pieces that mean something to some part of the engine, in any order.
    fn text(&mut self) -> String {
        const PIECES: &[&str] = &[
            "a",
            "The",
            " of ",
            "X",
            "1",
            "12",
            "99999999999999999999",
            "-",
            "–",
            "--",
            ", ",
            "; ",
            " & ",
            ".",
            ":",
            "?",
            "!",
            "\"",
            "'",
            "“",
            "”",
            "‘",
            "’",
            "«",
            "<i>",
            "</i>",
            "<b>",
            "</sup>",
            "<sup>",
            "<span class=\"nocase\">",
            "</span>",
            "(",
            "]",
            "vol. ",
            "no. 4",
            "§",
            "iv",
            "IV",
            "2nd",
            "S.",
            "é",
            "e\u{301}",
            "\u{202f}",
            "\u{a0}",
            "字",
            "ق",
            "\u{202e}",
            "ß",
            "ﬁ",
            "İ",
            "\u{0}",
            "\n",
            "\t",
            "{",
            "\\",
            "$",
            "https://",
            "10.1/x",
            "&amp;",
            "van ",
            "de la ",
            "d’",
            "Jr.",
            "A. B.",
            "J.-P.",
            "\u{1f4da}",
            "fo",
        ];
        let mut text = String::new();
        for _ in 0..self.below(12) {
            text.push_str(self.one(PIECES));
        }
        if self.byte() == 7 { text.repeat(50) } else { text }
    }

    fn name(&mut self) -> Value {
        const PARTS: [&str; 7] = [
            "family",
            "given",
            "suffix",
            "dropping-particle",
            "non-dropping-particle",
            "literal",
            "comma-suffix",
        ];
        let mut name = Map::new();
        for _ in 0..self.below(5) {
            name.insert(self.one(&PARTS).to_owned(), json!(self.text()));
        }
        Value::Object(name)
    }

    fn date(&mut self) -> Value {
        const NUMBERS: [i64; 13] = [0, 1, 2, 12, 13, 31, -1, -44, 99, 2020, 99_999, i64::MAX, i64::MIN];
        let parts =
            |choices: &mut Self| (0..choices.below(5)).map(|_| choices.one(&NUMBERS)).collect::<Vec<_>>();
        let parts: Vec<_> = (0..self.below(4)).map(|_| parts(self)).collect();
        match self.below(4) {
            0 => json!({ "literal": self.text() }),
            1 => json!({ "raw": self.text() }),
            2 => json!({ "date-parts": parts, "season": self.byte(), "circa": true }),
            _ => json!({ "date-parts": parts }),
        }
    }

    fn number(&mut self) -> Value {
        if self.below(2) == 0 { json!(self.text()) } else { json!(self.byte()) }
    }

    /// A record as a page might pass it.
    pub fn record(&mut self, id: usize) -> Value {
        let mut record = Map::new();
        record.insert("id".to_owned(), json!(id.to_string()));
        record.insert("type".to_owned(), json!(self.one(ItemType::WORDS)));
        for _ in 0..self.below(16) {
            let variable = self.one(Variable::ALL);
            let value = match variable.kind() {
                VariableKind::Standard => json!(self.text()),
                VariableKind::Number => self.number(),
                VariableKind::Date => self.date(),
                VariableKind::Names => (0..self.below(9)).map(|_| self.name()).collect(),
            };
            record.insert(variable.word().to_owned(), value);
        }
        Value::Object(record)
    }

    fn items(&mut self) -> Vec<Item> {
        let count = 1 + self.below(5);
        (0..count).filter_map(|at| json::read_item(self.record(at), &mut Vec::new())).collect()
    }

    fn cite(&mut self, items: &[Item]) -> Cite {
        let id = items.get(self.below(items.len() + 1)).map_or("unknown", |item| &item.id).to_owned();
        let locator = (self.below(2) == 0).then(|| (self.one(Locator::ALL), self.text()));
        let position = (self.below(3) == 0).then(|| self.one(Position::ALL));
        let (prefix, suffix) =
            if self.below(4) == 0 { (self.text(), self.text()) } else { Default::default() };
        Cite { id, locator, prefix, suffix, position, near_note: self.below(2) == 0, ..Cite::default() }
    }

    fn citation(&mut self, items: &[Item], id: usize) -> Citation {
        let cites = (0..self.below(5)).map(|_| self.cite(items)).collect();
        let mode = match self.below(5) {
            0 => CitationMode::AuthorOnly,
            1 => CitationMode::SuppressAuthor,
            2 => CitationMode::Narrative(self.text()),
            _ => CitationMode::Full,
        };
        Citation { id: id.to_string(), cites, note: self.below(4) as u32, mode }
    }
}

/// Loads a bundle and uses every style in it in every way; returns whether it loaded.
pub fn exercise(bundle: &[u8], choices: &mut Choices<'_>) -> bool {
    let mut engine = Engine::new();
    if engine.load_pack(bundle).is_err() {
        return false;
    }
    let items = choices.items();
    for style in engine.loaded_styles() {
        each_form(&engine, style, &items, choices);
        document(&engine, style, &items, choices);
    }
    files(items);
    true
}

fn each_form(engine: &Engine, style: &Style, items: &[Item], choices: &mut Choices<'_>) {
    for item in items {
        for form in [
            CitationForm::Reference,
            CitationForm::InText,
            CitationForm::Narrative,
            CitationForm::Note,
            CitationForm::ShortNote,
        ] {
            let locale = choices.one(&["", "en-US", "de-AT", "x", "zh"]).to_owned();
            let locator = (choices.below(2) == 0).then(|| (choices.one(Locator::ALL), choices.text()));
            // A style without a name, or with one that another has, is answered by an error.
            let _ = engine.format(
                item,
                &style.name,
                form,
                &FormatOptions { locale, locator, ..FormatOptions::default() },
            );
        }
    }
}

/// Items in a document: sorted, disambiguated, cited in any order.
fn document(engine: &Engine, style: &Style, items: &[Item], choices: &mut Choices<'_>) {
    let mut processor = Processor::new(style, engine.loaded_locales(), "");
    processor.set_items(items.to_vec());
    let mut citations: Vec<Citation> = (0..choices.below(6)).map(|id| choices.citation(items, id)).collect();
    processor.set_citations(citations.clone());
    let changed = choices.citation(items, 1);
    citations.retain(|known| known.id != changed.id);
    citations.insert(choices.below(8).min(citations.len()), changed);
    processor.set_citations(citations);
    let settings = processor.settings();
    let printed = (0..6).filter_map(|at| processor.printed(at));
    printed.for_each(|content| drop(output::html(&output::finish(content, &settings))));
    for entry in processor.bibliography() {
        let pieces = output::finish(&entry.content, &settings);
        drop((output::html(&pieces), output::suite_html(&pieces), output::runs(&pieces)));
    }
}

fn files(mut items: Vec<Item>) {
    for item in &mut items {
        tidy::tidy(item, &tidy::Options::default());
    }
    for format in ExportFormat::ALL {
        write::export(&items, *format, true);
    }
}
