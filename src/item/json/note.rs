//! Fields that reference managers keep in a record's note, because their own forms have no place for them: Zotero's
//! "Extra" holds lines such as `original-date: 1899` or `reviewed-author: Hall || W. C.`, and anywhere in the text
//! `{:genre: Map}`. The test suite reads them as the fields they name.

use crate::item::{Item, Name, Value, date_parse, particles};
use crate::prelude::*;
use crate::text::split_once;
use crate::vocabulary::{ItemType, Variable, VariableKind};

/// Moves fields from the note into their variables. Lines count at the head of the note, after at most one other line. A
/// field that the record has already is not overwritten, and stays in the note.
pub(super) fn read_note_fields(item: &mut Item) {
    let Some(note) = item.text(Variable::Note).filter(|note| note.contains_char(':')).map(str::to_owned)
    else {
        return;
    };
    let mut reader = Reader { item, set: Vec::new() };
    let unbraced = reader.braced(&note);
    let mut rest: Vec<&str> = Vec::new();
    let mut heading = true;
    for (index, line) in unbraced.split_char('\n').enumerate() {
        let taken = heading && reader.field(line);
        heading &= taken || index == 0 || looks_like_a_field(line);
        if !taken {
            rest.push(line);
        }
    }
    let rest = crate::text::join(&rest, "\n");
    item.set(Variable::Note, rest.trim());
}

/// Whether a line is spelled like a field that CSL does not have (`collection-title-short: Series`). It stays in the
/// note, and those behind it count.
fn looks_like_a_field(line: &str) -> bool {
    let key = line.get(..line.find_any(":").unwrap_or(0)).unwrap_or("");
    !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'-' | b'_'))
}

struct Reader<'i> {
    item: &'i mut Item,
    /// The variables set from the note; further lines may add names to them.
    set: Vec<Variable>,
}

impl Reader<'_> {
    /// Reads fields in braces; the note without them.
    fn braced(&mut self, note: &str) -> String {
        let mut out = String::with_capacity(note.len());
        let mut rest = note;
        while let Some((before, tail)) = split_once(rest, "{:") {
            let Some((field, after)) = split_once(tail, "}") else { break };
            out.push_str(before);
            if !self.field(field) {
                ["{:", field, "}"].into_iter().for_each(|part| out.push_str(part));
            }
            rest = after;
        }
        out.push_str(rest);
        out
    }

    /// Reads one field; `false` where it is none, or where the record has it already.
    fn field(&mut self, line: &str) -> bool {
        let Some((key, value)) = split_once(line, ":") else { return false };
        let value = value.trim();
        if key == "type" {
            let known = ItemType::from_word(value);
            self.item.item_type = known.unwrap_or(self.item.item_type);
            return known.is_some();
        }
        let Some(variable) = Variable::from_word(key) else { return false };
        if self.item.get(variable).is_some() && !self.set.contains(&variable) {
            return false;
        }
        self.set.push(variable);
        match variable.kind() {
            VariableKind::Names => self.add_name(variable, value),
            VariableKind::Date => self.item.set(variable, date_parse::parse(value)),
            VariableKind::Standard | VariableKind::Number => self.item.set(variable, value),
        }
        true
    }

    /// A person is `Family || Given`; a name without bars stays whole.
    fn add_name(&mut self, variable: Variable, value: &str) {
        let mut name = match split_once(value, "||") {
            Some((family, given)) => Name::person(family.trim(), given.trim()),
            None => Name::literal(value),
        };
        particles::parse(&mut name);
        match self.item.get_mut(variable) {
            Some(Value::Names(names)) => names.push(name),
            _ => self.item.set(variable, vec![name]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item::Date;

    fn item_with_note(note: &str) -> Item {
        let mut item = Item::new("", ItemType::Book);
        item.set(Variable::Title, "Own");
        item.set(Variable::Note, note);
        read_note_fields(&mut item);
        item
    }

    #[test]
    fn fields_leave_the_note() {
        for (note, genre, rest) in [
            ("genre: Map", Some("Map"), None),
            ("genre:Map\n\nRest", Some("Map"), Some("Rest")),
            ("First\ngenre: Map\nRest", Some("Map"), Some("First\nRest")),
            ("First\nSecond\ngenre: Map", None, Some("First\nSecond\ngenre: Map")),
            ("Before {:genre: Map} after", Some("Map"), Some("Before  after")),
            ("Genre: Map", None, Some("Genre: Map")),
            ("serial: 7\ngenre: Map", Some("Map"), Some("serial: 7")),
            ("serial: 7\n\ngenre: Map", None, Some("serial: 7\n\ngenre: Map")),
            ("title: Other", None, Some("title: Other")),
            ("{:title: Other", None, Some("{:title: Other")),
        ] {
            let item = item_with_note(note);
            assert_eq!(item.text(Variable::Genre), genre, "{note}");
            assert_eq!(item.text(Variable::Note), rest, "{note}");
            assert_eq!(item.text(Variable::Title), Some("Own"));
        }
    }

    #[test]
    fn names_dates_and_types_are_read() {
        let item = item_with_note(
            "editor: Hall || W. C.\neditor: The Group\noriginal-date: 1899-02-03/1901-05-06\ntype: article-journal",
        );
        let editors = [Name::person("Hall", "W. C."), Name::literal("The Group")];
        assert_eq!(item.names(Variable::Editor), editors);
        let date = Date { end: Date::ymd(1901, 5, 6).start, ..Date::ymd(1899, 2, 3) };
        assert_eq!(item.date(Variable::OriginalDate), Some(&date));
        assert_eq!(item.item_type, ItemType::ArticleJournal);
        assert_eq!(item.get(Variable::Note), None);
    }
}
