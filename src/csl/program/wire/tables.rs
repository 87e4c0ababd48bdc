//! Styles and locales in the wire format: the tables around the rendering elements.

use super::codec::{Codec, Sparse, codec, fields, read, read_onto, sparse};
use super::reader::Reader;
#[cfg(feature = "compile")]
use super::writer::Writer;
use crate::csl::program::locale::{Locale, LocaleDate, TermEntry};
use crate::csl::program::{
    Area, BibliographyNode, CitationNode, DateForm, NameOptions, SortKey, SortSource, Style,
};
use crate::prelude::*;
use crate::vocabulary::{Term, TermForm, Variable};

/// The style's own terms and its macros precede the fields that refer to them.
impl Codec for Style {
    fn blank() -> Self {
        Style::default()
    }

    fn read(&mut self, reader: &mut Reader<'_>) {
        reader.open_style();
        reader.enter("table of own terms");
        self.own_terms.read(reader);
        reader.own_terms = self.own_terms.len();
        reader.enter("macro table");
        for _ in reader.times() {
            read_onto(&mut self.macros, reader);
            reader.end_macro();
            if reader.has_failed() {
                return;
            }
        }
        let flags = reader.flags("style", Self::FLAGS);
        self.fill(flags, reader);
    }

    #[cfg(feature = "compile")]
    fn write(&self, writer: &mut Writer) {
        writer.open_style();
        self.own_terms.write(writer);
        writer.length(self.macros.len());
        for (index, nodes) in self.macros.iter().enumerate() {
            nodes.write(writer);
            writer.end_macro(index);
        }
        writer.number(self.flags());
        self.write_fields(writer);
    }
}

fields!(
    Style,
    [
        name,
        old_names,
        title,
        class,
        default_locale,
        page_range_format,
        demote_non_dropping_particle,
        locales,
        citation,
        bibliography,
        house,
    ],
    flags[no_initialize_with_hyphen]
);

sparse!(CitationNode, "citation", CitationNode::default(), [
    area, givenname_disambiguation_rule, collapse, cite_group_delimiter, year_suffix_delimiter,
    after_collapse_delimiter, near_note_distance,
], flags [disambiguate_add_names, disambiguate_add_givenname, disambiguate_add_year_suffix]);

sparse!(
    BibliographyNode,
    "bibliography",
    BibliographyNode::default(),
    [
        area,
        second_field_align,
        line_spacing,
        entry_spacing,
        subsequent_author_substitute,
        subsequent_author_substitute_rule,
    ],
    flags[hanging_indent]
);

sparse!(Area, "layout", Area::default(), [names, sort, rendering, delimiter, layout], flags []);

sparse!(NameOptions, "name options", NameOptions::default(), [
    initialize, form, and, delimiter, delimiter_precedes_last, name_as_sort_order, sort_separator, initialize_with,
    et_al_min, et_al_use_first, et_al_use_last, et_al_subsequent_min, et_al_subsequent_use_first,
    delimiter_precedes_et_al, names_delimiter,
], flags []);

sparse!(
    SortKey,
    "sort key",
    SortKey { source: Codec::blank(), descending: false, names: NameOptions::default() },
    [source, names],
    flags[descending]
);

codec!(SortSource, SortSource::Variable(Variable::Title), reader => match reader.byte() {
    0 => SortSource::Variable(read(reader)),
    1 => SortSource::Macro(reader.macro_index()),
    _ => {
        reader.invalid();
        Codec::blank()
    }
}, (self, writer) => match self {
    SortSource::Variable(variable) => {
        writer.byte(0);
        variable.write(writer);
    }
    SortSource::Macro(index) => {
        writer.byte(1);
        writer.macro_index(*index);
    }
});

sparse!(Locale, "locale", Locale::default(), [
    lang, punctuation_in_quote, limit_day_ordinals_to_day_1, terms, dates,
], flags []);

sparse!(TermEntry, "term", TermEntry {
    term: Term(0), form: TermForm::Long, gender_form: None, gender: None, matching: None, single: String::new(),
    multiple: None,
}, [single, multiple, form, gender, gender_form, matching], flags []);

/// Terms are sorted; each is written as the difference from the number before. Most plurals are the singular with another
/// ending, so a plural is written as the number of bytes removed and the text added.
impl Codec for Vec<TermEntry> {
    fn blank() -> Self {
        Vec::new()
    }

    fn read(&mut self, reader: &mut Reader<'_>) {
        let mut term = Term(0);
        for _ in reader.times() {
            let step = reader.number();
            term = reader.term_of(step.checked_add(u32::from(term.0)));
            read_onto(self, reader);
            let Some(entry) = self.last_mut() else { return };
            entry.term = term;
            if let Some(ending) = &mut entry.multiple {
                let gone = reader.number() as usize;
                let kept = entry.single.len().checked_sub(gone).and_then(|kept| entry.single.get(..kept));
                match kept {
                    Some(kept) => ending.insert_str(0, kept),
                    None => reader.invalid(),
                }
            }
            if reader.has_failed() {
                break;
            }
        }
    }

    #[cfg(feature = "compile")]
    fn write(&self, writer: &mut Writer) {
        writer.length(self.len());
        let mut before = 0;
        for entry in self {
            writer.number(u32::from(entry.term.0.saturating_sub(before)));
            before = entry.term.0;
            let kept = entry.multiple.as_ref().map_or(0, |multiple| common_start(&entry.single, multiple));
            let ending =
                entry.multiple.as_ref().map(|multiple| multiple.chars().skip(kept).collect::<String>());
            let kept: usize = entry.single.chars().take(kept).map(char::len_utf8).sum();
            TermEntry { multiple: ending, ..entry.clone() }.write(writer);
            if entry.multiple.is_some() {
                writer.length(entry.single.len() - kept);
            }
        }
    }
}

/// How many characters the common beginning of two texts has.
#[cfg(feature = "compile")]
fn common_start(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count()
}

sparse!(LocaleDate, "date of a locale",
    LocaleDate { form: DateForm::Text, delimiter: String::new(), parts: Vec::new() },
    [form, delimiter, parts], flags []);
