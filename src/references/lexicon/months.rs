//! Names of months.

use crate::text::{self, list_contains};

/// Names of months and seasons, whole or abbreviated, in small letters.
const MONTHS: &str = "\
    jan january feb february mar march apr april may jun june jul july aug august sep sept september oct \
    october nov november dec december spring summer autumn fall winter januar februar märz mai juni juli \
    oktober dezember enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre \
    diciembre janvier février mars avril juin juillet août septembre octobre novembre décembre janeiro \
    fevereiro março maio junho julho setembro outubro novembro dezembro gennaio febbraio aprile maggio \
    giugno luglio settembre ottobre dicembre fev abr mai ago set out dez ene dic";

/// Whether a word names a month or a season.
pub(in crate::references) fn is_month(word: &str) -> bool {
    list_contains(MONTHS, &text::to_lowercase(word))
}
