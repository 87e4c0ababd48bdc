//! Words of journals, newspapers, proceedings and works of reference.

use crate::text::{self, list_contains};
use crate::vocabulary::ItemType;

/// Words of collections of papers given at a meeting.
const MEETINGS: &str = "\
    proceedings proc conference conf symposium symp workshop congress congreso congrès kongress meeting \
    actas actes colloquium colloque annals. tagung anais convention advances. icml iclr neurips nips cvpr \
    iccv eccv emnlp naacl aaai ijcai sigir kdd icra iros icassp interspeech miccai simposio jornadas \
    conférence conferencia conferência";

/// Whether a container is the proceedings of a meeting.
pub(in crate::references) fn is_proceedings(text: &str) -> bool {
    if text::to_lowercase(text).contains("information processing systems") {
        return true;
    }
    text.split([' ', '.', ',', ':', '\'', '’']).any(|word| list_contains(MEETINGS, &text::to_lowercase(word)))
}

/// Words of journals that are named after a meeting.
const SOCIETIES: &[&str] = &[
    "academy",
    "acad",
    "society",
    "royal soc",
    "soc.",
    "institution of",
    "ieee",
    "r. soc",
    "r soc",
    "mayo",
    "aristotelian",
    "american philosophical",
];

/// Whether a container that is named after a meeting is a journal all the same: `Proceedings of the National Academy of
/// Sciences`.
pub(in crate::references) fn is_society_journal(text: &str) -> bool {
    let lower = text::to_lowercase(text);
    SOCIETIES.iter().any(|words| lower.contains(words))
}

/// Words that newspapers' names contain.
const NEWSPAPERS: &str = "\
    times post guardian news herald tribune daily gazette zeitung monde país newspaper telegraph \
    independent dawn bbc reuters cnn jazeera express chronicle globe figaro corriere repubblica libération \
    mundo clarín folha estado bild welt süddeutsche frankfurter tagesspiegel nacion nación npr msnbc \
    bloomberg inquirer sentinel examiner mirror sun";

/// Words that magazines' names contain.
const MAGAZINES: &str = "\
    magazine atlantic yorker economist wired forbes newsweek spiegel time fortune harper's vogue esquire \
    slate salon nation smithsonian";

/// Whether a container is a newspaper.
pub(in crate::references) fn is_newspaper(text: &str) -> bool {
    has_word(text, NEWSPAPERS) && !is_journal(text)
}

/// Whether a container is a magazine.
pub(in crate::references) fn is_magazine(text: &str) -> bool {
    has_word(text, MAGAZINES) && text.split(' ').count() < 5
}

/// Words of journals.
const JOURNALS: &str = "\
    j rev journal revista revue zeitschrift annals review reviews studies quarterly bulletin letters \
    transactions rivista archives archiv acta jurnal dergisi cahiers tidsskrift tidskrift research science \
    sciences annales analyses analysis perspectives";

/// Whether a container is named as journals are.
pub(in crate::references) fn is_journal(text: &str) -> bool {
    let lower = text::to_lowercase(text);
    lower.split([' ', '.', ',']).any(|word| list_contains(JOURNALS, word))
}

/// The type of an entry in a container, if that is a work of reference.
pub(in crate::references) fn reference_entry(container: &str) -> Option<ItemType> {
    let lower = text::to_lowercase(container);
    let any = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if any(&["encyclop", "enciclop", "enzyklop", "britannica", "wikipedia"]) {
        Some(ItemType::EntryEncyclopedia)
    } else if any(&["dictionary", "wörterbuch", "diccionario", "dictionnaire"]) {
        Some(ItemType::EntryDictionary)
    } else {
        None
    }
}

/// Whether a name contains a word of a list.
fn has_word(name: &str, list: &str) -> bool {
    name.split([' ', '-', '.', ',']).any(|word| list_contains(list, &text::to_lowercase(word)))
}
