//! BibTeX and biblatex files: the writer's tables, read in the other direction.
//!
//! Sources: Patashnik, *BibTeXing*, 1988; Lehman et al., *The biblatex Package*, sections 2.1 and 2.2. `scan` finds entries
//! and fields, `latex` decodes values, `names` splits names. Of a broken entry the readable part is kept, with a warning.

mod commands;
mod entry_type;
mod fields;
mod inherit;
mod latex;
mod names;
mod scan;
mod title;

use crate::item::{Item, Warning};
use crate::prelude::*;
use crate::read::result::ReadResult;
use crate::text;
use crate::vocabulary::{ItemType, Variable};
use entry_type::entry_type;
use latex::verbatim;
use scan::RawEntry;

/// Reads all entries of a file.
pub fn entries(file: &str) -> Vec<ReadResult> {
    let mut entries = scan::entries(file);
    inherit::inherit(&mut entries, 4 * file.len() + 4096);
    // An `@xdata` entry is no record: it has fields for others.
    entries.iter().filter(|entry| entry.entry_type != "xdata").map(read).collect()
}

/// Reads one entry.
fn read(entry: &RawEntry) -> ReadResult {
    let (entry_type, item_type) = entry_type(&entry.entry_type);
    let mut result = ReadResult::new(item_type.unwrap_or(ItemType::Document));
    result.item.id.clone_from(&entry.key);
    for fault in &entry.faults {
        let message = if entry.key.is_empty() { fault.clone() } else { format!("{}: {fault}", entry.key) };
        result.warnings.push(Warning::new("", message));
    }
    if item_type.is_none() {
        let message =
            format!("“{}” is no entry type that is known; it was read as “misc”.", entry.entry_type);
        result.warnings.push(Warning::new("type", message));
    }
    let item = &mut result.item;
    title::read(entry, item);
    fields::read(entry, entry_type, item);
    fields::read_dates(entry, item);
    preprint(entry, item);
    refine(&entry.entry_type, item);
    result
}

/// A preprint on arXiv: `eprint = {2301.00001}`, or `journal = {arXiv preprint arXiv:2301.00001}` as Google Scholar
/// writes it.
fn preprint(entry: &RawEntry, item: &mut Item) {
    let archive = entry.get("eprinttype").or_else(|| entry.get("archiveprefix")).unwrap_or_default();
    let mut number = entry.get("eprint").map(verbatim).filter(|_| archive.eq_ignore_ascii_case("arxiv"));
    let container = text::to_lowercase(item.text(Variable::ContainerTitle).unwrap_or_default());
    let in_journal = container.starts_with("arxiv");
    if in_journal {
        let after = container.split_once("arxiv:").map(|parts| parts.1);
        number = number.or_else(|| after.and_then(|rest| rest.split(' ').next()).map(str::to_owned));
        item.remove(Variable::ContainerTitle);
        item.remove(Variable::Volume);
    }
    // Published papers name their preprint too.
    if let Some(number) = number.filter(|_| !item.has(Variable::ContainerTitle)) {
        let bare = number.strip_prefix("arXiv:").unwrap_or(&number);
        if matches!(item.item_type, ItemType::Document | ItemType::ArticleJournal | ItemType::Webpage) {
            item.item_type = ItemType::Article;
        }
        fields::fill(item, Variable::Number, format!("arXiv:{bare}"));
        fields::fill(item, Variable::Publisher, "arXiv");
        if !item.has(Variable::Doi) {
            fields::fill(item, Variable::Url, format!("https://arxiv.org/abs/{bare}"));
        }
    } else if in_journal {
        item.item_type = ItemType::Article;
        fields::fill(item, Variable::Publisher, "arXiv");
    }
}

/// How notes begin that show the type of a `misc`.
const TYPES_BY_NOTE: &[(&str, ItemType)] = &[
    ("data set", ItemType::Dataset),
    ("dataset", ItemType::Dataset),
    ("computer software", ItemType::Software),
    ("software", ItemType::Software),
    ("preprint", ItemType::Article),
    ("video", ItemType::MotionPicture),
    ("film", ItemType::MotionPicture),
    ("blog", ItemType::PostWeblog),
    ("patent", ItemType::Patent),
];

/// The keys of biblatex that stand for words of its own: types of theses, reports and media, and states of publication
/// (*The biblatex Package*, section 4.9.2).
const KEYS: &[(&str, &str)] = &[
    ("phdthesis", "PhD thesis"),
    ("mathesis", "Master’s thesis"),
    ("mastersthesis", "Master’s thesis"),
    ("bathesis", "Bachelor’s thesis"),
    ("candthesis", "Candidate thesis"),
    ("techreport", "Technical report"),
    ("resreport", "Research report"),
    ("software", "Computer software"),
    ("datacd", "Data CD"),
    ("audiocd", "Audio CD"),
    ("patent", "Patent"),
    ("inpreparation", "in preparation"),
    ("submitted", "submitted"),
    ("forthcoming", "forthcoming"),
    ("inpress", "in press"),
    ("prepublished", "pre-published"),
];

/// The words that a key of biblatex stands for.
fn words_of(key: &str) -> Option<&'static str> {
    KEYS.iter().find(|row| row.0 == key).map(|row| row.1)
}

/// Sets the genre of a thesis from its entry type, and the item type of a `misc` from its note or address; puts words in
/// the place of biblatex's keys.
fn refine(entry_type: &str, item: &mut Item) {
    if let Some(status) = item.text(Variable::Status).and_then(words_of) {
        item.set(Variable::Status, status);
    }
    let own = matches!(entry_type, "phdthesis" | "mastersthesis").then_some(entry_type);
    let genre = item.text(Variable::Genre).or(own).and_then(words_of).unwrap_or_default();
    if !genre.is_empty() {
        item.set(Variable::Genre, genre);
    }
    if item.item_type != ItemType::Document {
        return;
    }
    let note = text::to_lowercase(item.text(Variable::Note).unwrap_or_default());
    if let Some((_, item_type)) = TYPES_BY_NOTE.iter().find(|row| note.starts_with(row.0)) {
        item.item_type = *item_type;
    } else if item.has(Variable::Url) && !item.has(Variable::Doi) {
        item.item_type = ItemType::Webpage;
    }
}
