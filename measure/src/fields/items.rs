//! The fields of a record: repaired, formatted in the four styles, and written as files.

use std::rc::Rc;

use citelet::engine::{CitationForm, DEFAULT_STYLES, Engine, FormatOptions};
use citelet::item::{Date, Item, Name};
use citelet::tidy::{self, Options};
use citelet::vocabulary::{ItemType, Locator, Variable};
use citelet::write::{self, ExportFormat};

use super::{Field, VARIABLES, Work};

/// The parts of a name, and of a date, as they are filled.
const PARTS: [&str; 6] =
    ["family", "given", "literal", "suffix", "non-dropping-particle", "dropping-particle"];

/// How a field of a record is filled.
#[derive(Clone, Copy)]
struct Place {
    variable: Variable,
    part: &'static str,
}

pub(super) fn fields() -> Vec<Field> {
    let engine = Rc::new(Engine::with_styles());
    let mut fields = Vec::new();
    for place in places() {
        let name = [place.variable.word(), " ", place.part].concat().trim_end().to_owned();
        fields.push(Field::new("tidy", &name, move |text| {
            let item = place.filled(text);
            Box::new(move || drop(tidy::tidy(&mut item.clone(), &Options::default())))
        }));
        for style in DEFAULT_STYLES {
            let engine = engine.clone();
            fields.push(Field::new(style, &name, move |text| {
                format(&engine, style, place.filled(text), FormatOptions::default())
            }));
        }
        for format in ExportFormat::ALL {
            fields.push(Field::new(format!("write {}", format.word()), &name, move |text| {
                let items = [place.filled(text)];
                Box::new(move || {
                    drop((write::export(&items, *format, true), write::export(&items, *format, false)))
                })
            }));
        }
    }
    for style in DEFAULT_STYLES {
        let engine = engine.clone();
        fields.push(Field::new(style, "locator", move |text| {
            let place = Place { variable: Variable::Page, part: "" };
            let locator = Some((Locator::Page, text.to_owned()));
            format(&engine, style, place.filled("12"), FormatOptions { locator, ..FormatOptions::default() })
        }));
    }
    fields
}

/// The variables, one list of names and one date.
fn places() -> Vec<Place> {
    let texts = VARIABLES.iter().map(|variable| Place { variable: *variable, part: "" });
    let names = PARTS.map(|part| Place { variable: Variable::Author, part });
    let dates = ["literal", "season"].map(|part| Place { variable: Variable::Issued, part });
    texts.chain(names).chain(dates).collect()
}

impl Place {
    fn filled(self, text: &str) -> Item {
        let mut item = Item::new("a", ItemType::ArticleJournal);
        item.set(Variable::Title, "On the Wells of Bergen");
        item.set(Variable::ContainerTitle, "Journal of Wells");
        item.set(Variable::Author, vec![Name::person("Berg", "Ann")]);
        item.set(Variable::Issued, Date::year(2020));
        let text = text.to_owned();
        let mut name = Name::person("Berg", "Ann");
        match self.part {
            "" => return self.with(item, text),
            "literal" if self.variable == Variable::Issued => {
                let date = Date { literal: text, ..Date::default() };
                item.set(self.variable, date);
                return item;
            }
            "season" => {
                let date = Date { season: text, ..Date::year(2020) };
                item.set(self.variable, date);
                return item;
            }
            "family" => name.family = text,
            "given" => name.given = text,
            "literal" => name = Name::literal(&text),
            "suffix" => name.suffix = text,
            "non-dropping-particle" => name.non_dropping_particle = text,
            _ => name.dropping_particle = text,
        }
        item.set(self.variable, vec![name]);
        item
    }

    fn with(self, mut item: Item, text: String) -> Item {
        item.set(self.variable, text);
        item
    }
}

fn format(engine: &Rc<Engine>, style: &'static str, item: Item, options: FormatOptions) -> Work {
    let engine = engine.clone();
    Box::new(move || {
        for form in
            [CitationForm::Reference, CitationForm::InText, CitationForm::Note, CitationForm::ShortNote]
        {
            drop(engine.format(&item, style, form, &options));
        }
        drop(engine.bibliography(std::slice::from_ref(&item), style, &options));
    })
}
