//! Words of organisations.

use crate::prelude::*;
use crate::read::values::has_shared_word;
use crate::text::{self, list_contains};

/// Words beside those of all languages that organisations' names contain and persons' do not.
const WORDS: &str = "\
    bank nations international union watch news times press service services academy academies \
    authority administration survey alliance forum league party court parliament government police world \
    global national federal european american african asian human rights health development security \
    research statistics fund museum gallery archive archives school college clinic studies royal states \
    republic media press trial";

/// How further words of organisations begin, in other languages.
const BEGINNINGS: &str = "\
    ministè ministér gobierno consejo comisi comiss secretar banco naciones nações observator \
    académ academ akadem bundes verband conseil tribunal senado superintend direcci prefeitur govern \
    kementerian badan statisti eurostat republ asamblea parlament cámara câmara office unesco unicef \
    comité redaktion redacc";

/// Whether a name is an organisation's: by its words, or an acronym by itself.
pub(in crate::references) fn is_organisation(name: &str) -> bool {
    let acronym = !name.contains(' ')
        && name.len() > 2
        && name.len() < 9
        && name.chars().all(char::is_uppercase_letter);
    acronym || has_organisation_word(name)
}

/// Whether a name contains words of an organisation.
pub(in crate::references) fn has_organisation_word(name: &str) -> bool {
    if !name.contains(' ') {
        return false;
    }
    let known = |word: &str| {
        let word = text::to_lowercase(word.trim_matches(|c: char| !c.is_letter_or_number()));
        !word.is_empty()
            && (list_contains(WORDS, &word) || BEGINNINGS.split(' ').any(|start| word.starts_with(start)))
    };
    has_shared_word(name) || name.split([' ', ',']).any(known)
}
