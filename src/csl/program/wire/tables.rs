//! Styles and locales in the wire format: the tables around the rendering elements.

use super::codec::{Codec, codec, read, sparse};
use super::reader::Reader;
#[cfg(feature = "compile")]
use super::writer::Writer;
use crate::csl::locale::{Locale, LocaleDate, TermEntry};
use crate::csl::program::{Area, Bibliography, Citation, DateForm, NameOptions, SortKey, SortSource, Style};
use crate::prelude::*;
use crate::vocabulary::{Term, TermForm, Variable};

/// What a pack can hold as a whole.
pub(super) trait Pack: Codec {
    /// The kind byte.
    const KIND: u8;
    fn read_body(&mut self, reader: &mut Reader<'_>);
    #[cfg(feature = "compile")]
    fn write_body(&self, writer: &mut Writer);
}

/// The style's own terms and its macros come first, for what follows refers to them.
impl Pack for Style {
    const KIND: u8 = 0;

    fn read_body(&mut self, reader: &mut Reader<'_>) {
        reader.enter("table of own terms");
        self.own_terms.read(reader);
        reader.own_terms = self.own_terms.len();
        reader.enter("macro table");
        for _ in 0..reader.length() {
            self.macros.push(read(reader));
            reader.end_macro();
        }
        self.read(reader);
    }

    #[cfg(feature = "compile")]
    fn write_body(&self, writer: &mut Writer) {
        self.own_terms.write(writer);
        writer.length(self.macros.len());
        for nodes in &self.macros {
            nodes.write(writer);
            writer.end_macro();
        }
        self.write(writer);
    }
}

impl Pack for Locale {
    const KIND: u8 = 1;

    fn read_body(&mut self, reader: &mut Reader<'_>) {
        self.read(reader);
    }

    #[cfg(feature = "compile")]
    fn write_body(&self, writer: &mut Writer) {
        self.write(writer);
    }
}

sparse!(
    Style,
    "style",
    Style::default(),
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
    ],
    flags[no_initialize_with_hyphen]
);

sparse!(Citation, "citation", Citation::default(), [
    area, givenname_disambiguation_rule, collapse, cite_group_delimiter, year_suffix_delimiter,
    after_collapse_delimiter, near_note_distance,
], flags [disambiguate_add_names, disambiguate_add_givenname, disambiguate_add_year_suffix]);

sparse!(
    Bibliography,
    "bibliography",
    Bibliography::default(),
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
}, [term, single, multiple, form, gender, gender_form, matching], flags []);

sparse!(LocaleDate, "date of a locale",
    LocaleDate { form: DateForm::Text, delimiter: String::new(), parts: Vec::new() },
    [form, delimiter, parts], flags []);
