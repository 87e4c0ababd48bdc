//! The types of entries.

use crate::item::tables::bibtex::{ENTRIES, EntryType, OTHER_ENTRIES};
use crate::vocabulary::ItemType;

/// The type whose fields an entry has, and its item type.
pub(super) fn entry_type(word: &str) -> (EntryType, Option<ItemType>) {
    if let Some(known) = EntryType::from_word(word).filter(|known| *known != EntryType::Misc) {
        let written = if known == EntryType::Mastersthesis { EntryType::Phdthesis } else { known };
        return (known, ENTRIES.iter().find(|row| row.1 == written).map(|row| row.0));
    }
    match OTHER_ENTRIES.iter().find(|row| row.0 == word) {
        Some((_, entry_type, item_type)) => (*entry_type, Some(*item_type)),
        None => (EntryType::Misc, None),
    }
}
