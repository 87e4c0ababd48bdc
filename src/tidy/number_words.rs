//! Words before numbers, which a style adds itself: "Cilt 4", "No. 2", "第45卷", "3. szám".

use crate::extent::FULL;
use crate::item::{Item, Rule};
use crate::languages::Context;
use crate::prelude::*;
use crate::text::{self, DIGITS};
use crate::tidy::identifiers::single;
use crate::tidy::report::Report;
use crate::vocabulary::Variable;

/// The letters of Roman numerals, and that of a supplement's number: `S1`.
const ROMAN: &str = "IVXLCDMS";

/// The characters of a number.
const NUMBER: &str = "0123456789-–/IVXLCDMSABabcde";

/// Takes the words off volume, issue and pages. A field that names both volume and issue is divided, where the other is
/// empty or agrees.
pub(super) fn remove(report: &mut Report, item: &mut Item, context: &Context<'_>) {
    for own in [Variable::Issue, Variable::Volume, Variable::Page] {
        let text = item.text(own).unwrap_or("").to_owned();
        let (mut other, mut beside, mut rest) = (Variable::Issue, "", text.as_str());
        if own == Variable::Issue {
            other = Variable::Volume;
            (beside, rest) = number(rest, other, context);
        }
        let (value, mut rest) = number(rest, own, context);
        if own == Variable::Volume {
            (beside, rest) = number(rest, other, context);
        }
        let stored = item.text(other).unwrap_or("");
        let agrees = beside.is_empty() || stored.is_empty() || stored == beside;
        if rest.is_empty() && agrees && !value.is_empty() {
            set(report, item, own, if own == Variable::Page { single(value) } else { value });
            set(report, item, other, beside);
        }
    }
    // A report's number may have letters: "No. w33843". Files have such numbers, pages hardly.
    let text = item.text(Variable::Number).unwrap_or("").to_owned();
    let (label, number) = text::split_once(&text, " ").unwrap_or_default();
    let word = text::to_lowercase(label);
    if FULL && number.contains_any(DIGITS) && !number.contains_char(' ') && context.has("issue", &word) {
        set(report, item, Variable::Number, number);
    }
}

/// Gives a variable a number, if there is one.
fn set(report: &mut Report, item: &mut Item, variable: Variable, number: &str) {
    let stored = item.text(variable).unwrap_or("");
    if !number.is_empty() && stored != number && report.options.allows(Rule::NumberWord) {
        report.repaired(variable.word(), stored, number, Rule::NumberWord, "styles add such words");
        item.set(variable, number);
    }
}

/// The number at the start of a text that a word of the variable precedes or follows, and the text after both; the whole
/// text where there is none.
///
/// All languages at hand count, but a single letter only in those of the record: in others it means something else.
fn number<'a>(text: &'a str, variable: Variable, context: &Context<'_>) -> (&'a str, &'a str) {
    let text = text.trim_start_any(" ,;:");
    // "IV. köt."
    let roman = text.trim_start_any(ROMAN).starts_with_any(".");
    let at = text.find_any(DIGITS).unwrap_or(if roman { 0 } else { text.len() });
    let bare = text::split_at(text, at).0.trim_end_any(ROMAN);
    let at = if bare.ends_with_any(" .\u{a0}") { bare.len() } else { at };
    let (before, rest) = text::split_at(text, at);
    let mut after = rest.trim_start_any(NUMBER);
    // The number of the issue among all may follow: "№ 2 (34)". A year has four digits.
    if variable == Variable::Issue
        && after.trim_start().len() < 6
        && text::remove_chars(after, " 0123456789") == "()"
    {
        after = "";
    }
    let number = text::split_at(rest, rest.len() - after.len()).0;
    // "3. szám"
    let ordinal = before.is_empty() && after.starts_with_any(".");
    let (label, tail) = if ordinal { (after.trim_start_any(". "), "") } else { (before, after) };
    // In Arabic there is a blank between the letters of "pp.".
    let label = text::remove_chars(&context.to_lowercase(label, text), " \u{a0}:-");
    // One page before a word may be an extent, unless it is an ordinal: "10. o.".
    let extent = variable == Variable::Page && before.is_empty() && !ordinal && !number.contains_char('-');
    if !number.is_empty() && !extent {
        for (word, own) in context.all_words(text, variable.word()) {
            let (first, last) = text::split_once(word, "#").unwrap_or((word, ""));
            // A dot may stand where a word has none, and was taken off the end of pages.
            let is_label = label == first
                || label.strip_suffix('.') == Some(first)
                || ordinal && first.strip_suffix('.') == Some(label.as_str());
            if is_label
                && (own || word.char_count() > 2)
                && let Some(tail) = tail.strip_prefix(last)
            {
                return (number, tail);
            }
        }
    }
    ("", text)
}

#[cfg(test)]
#[cfg(feature = "languages")]
mod tests {
    use super::*;
    use crate::languages::Languages;
    use crate::tidy::options::Options;
    use crate::vocabulary::ItemType;

    /// Volume, issue and pages after the repair of a record with these tags.
    fn repaired(tag: &str, texts: [&str; 3], options: Options) -> [String; 3] {
        let variables = [Variable::Volume, Variable::Issue, Variable::Page];
        let mut item = Item::new("", ItemType::ArticleJournal);
        for (variable, text) in variables.into_iter().zip(texts) {
            item.set(variable, text);
        }
        let mut report = Report::new(options);
        remove(&mut report, &mut item, &Context::new(Languages::default(), vec![tag]));
        let changed =
            variables.into_iter().zip(texts).filter(|(v, text)| item.text(*v).unwrap_or("") != *text);
        assert_eq!(changed.count(), report.repairs.len(), "{texts:?}");
        variables.map(|variable| item.text(variable).unwrap_or_default().to_owned())
    }

    fn check(tag: &str, texts: [&str; 3], want: [&str; 3]) {
        assert_eq!(repaired(tag, texts, Options::default()), want, "{tag} {texts:?}");
    }

    #[test]
    fn labels_leave_pages() {
        check("en", ["", "", "pp. 211-238"], ["", "", "211-238"]);
        check("en", ["", "", "p. 5"], ["", "", "5"]);
    }

    #[test]
    fn words_leave_numbers() {
        for (tag, volume, issue, want) in [
            ("en", "Vol. 7", "No. 3", ["7", "3"]),
            ("en", "Volume 7", "Issue 3", ["7", "3"]),
            ("en", "VOLUME: 7", "ISSUE: 3", ["7", "3"]),
            ("en", "Volume-7", "Issue-3", ["7", "3"]),
            ("en", "Vol.7", "No.3", ["7", "3"]),
            ("en", "vol 7", "nr 3", ["7", "3"]),
            ("en", "Vol. XII", "No. S1", ["XII", "S1"]),
            ("en", "Vol.IV", "No. 3A", ["IV", "3A"]),
            ("en", "Cilt 7", "Sayı 3", ["7", "3"]),
            ("en", "Jahrgang 7", "Ausgabe 3", ["7", "3"]),
            ("en", "Том 7", "№3", ["7", "3"]),
            ("bg", "година 7", "кн. 3", ["7", "3"]),
            ("ca", "Any 7", "núm. 3", ["7", "3"]),
            ("cs", "roč. 7", "č. 3", ["7", "3"]),
            ("da", "Årg. 7", "Nr. 3", ["7", "3"]),
            ("de", "Jg. 7", "H. 3/4", ["7", "3/4"]),
            ("el", "Τόμος 7", "τχ. 3", ["7", "3"]),
            ("es", "Año 7", "N.º 3", ["7", "3"]),
            ("fa", "دوره 7", "شماره 3", ["7", "3"]),
            ("fi", "Vsk. 7", "Nro 3", ["7", "3"]),
            ("fr", "Tome 7", "n° 3", ["7", "3"]),
            ("he", "כרך 7", "חוברת 3", ["7", "3"]),
            ("hr", "God. 7", "br. 3-4", ["7", "3-4"]),
            ("hu", "XII. évf.", "3. szám", ["XII", "3"]),
            ("id", "Jilid 7", "Nomor 3", ["7", "3"]),
            ("it", "Anno VII", "Fasc. 3", ["VII", "3"]),
            ("ja", "7巻", "第3号", ["7", "3"]),
            ("ko", "제7권", "제3호", ["7", "3"]),
            ("ms", "Jil. 7", "Bilangan 3", ["7", "3"]),
            ("nl", "Jrg. 7", "afl. 3", ["7", "3"]),
            ("pl", "R. 7", "z. 3", ["R. 7", "3"]),
            ("pt", "v. 7", "nº 3", ["7", "3"]),
            ("ro", "Anul 7", "Numărul 3", ["7", "3"]),
            ("ru", "Т. 7", "Вып. 3 (112)", ["7", "3 (112)"]),
            ("ru", "Т. 7", "№ 3(112)", ["7", "3(112)"]),
            ("sr", "књ. 7", "св. 3", ["7", "3"]),
            ("th", "ปีที่ 7", "ฉบับที่ 3", ["7", "3"]),
            ("tr", "CİLT 7", "3. Sayı", ["7", "3"]),
            ("tr", "7. Cilt", "SAYI 3", ["7", "3"]),
            ("uk", "Т. 7", "Число 3", ["7", "3"]),
            ("vi", "Tập 7", "Số 3", ["7", "3"]),
            ("zh", "第7卷", "3期", ["7", "3"]),
        ] {
            check(tag, [volume, issue, ""], [want[0], want[1], ""]);
        }
    }

    #[test]
    fn words_of_pages_leave_them() {
        for (tag, stored, want) in [
            ("cs", "s. 12-20", "12-20"),
            ("es", "págs. 12-20", "12-20"),
            ("hu", "12-20. oldal", "12-20"),
            ("id", "hlm. 12-20", "12-20"),
            ("ja", "12-20頁", "12-20"),
            ("zh", "第12-20页", "12-20"),
            ("ru", "С. 12-20", "12-20"),
            ("tr", "ss. 12-20", "12-20"),
            ("de", "Seite 12", "12"),
        ] {
            check(tag, ["", "", stored], ["", "", want]);
        }
    }

    #[test]
    fn two_numbers_in_one_field_are_divided_where_the_other_agrees() {
        for (volume, issue, want) in [
            ("Vol. 3 No. 4", "", ["3", "4"]),
            ("Vol. 3 No. 4", "4", ["3", "4"]),
            ("Vol. 3, No. 4", "No. 4", ["3", "4"]),
            ("", "Vol. 3, Issue 4", ["3", "4"]),
            ("3", "Cilt 3, Sayı 4", ["3", "4"]),
            ("第3卷第4期", "", ["3", "4"]),
            ("제3권 제4호", "4", ["3", "4"]),
            ("Bd. 3, H. 4", "", ["3", "4"]),
            // They do not agree.
            ("Vol. 3 No. 4", "5", ["Vol. 3 No. 4", "5"]),
            ("2", "Vol. 3 No. 4", ["2", "Vol. 3 No. 4"]),
        ] {
            check("", [volume, issue, ""], [want[0], want[1], ""]);
        }
    }

    #[test]
    fn what_is_no_word_before_a_number_stays() {
        for (tag, volume, issue, page) in [
            ("en", "7", "3", "12-20"),
            ("en", "Volume in honour of A. Berg", "Special Issue", "S12"),
            ("en", "XIV", "Supplement 1", "S12-S20"),
            ("en", "Volume", "No.", "pp."),
            ("en", "A", "S1", "e12"),
            ("en", "2A", "Spring", "284 p."),
            ("en", "Series 2", "Special Issue 3", "12 p."),
            ("en", "Suppl. 2", "Issue 2 Supplement", "284 s."),
            ("en", "3 vol.", "2 no.", "12"),
            ("en", "No. 4", "Vol. 3", ""),
            ("en", "Vol. 3 (2020)", "No. 4 (2020)", ""),
            ("en", "Vol. 3(2020)", "No. 4(2020)", ""),
            ("en", "Vol. 12 Suppl 1", "Part 2", ""),
            ("en", "Volume 3 of the second series", "No. 2, May", ""),
            ("en", "C. 4", "S. 2", ""),
            ("en", "Novi 4", "Nova 2", ""),
            ("de", "Jahrbuch 2020", "Sonderheft 2", "284 S."),
            ("de", "Neue Folge 12", "Beiheft 3", ""),
            ("es", "Época 3", "Número especial", "284 págs."),
            ("fr", "Nouvelle série 3", "Hors-série 2", ""),
            ("hu", "Különszám", "Tavasz", "284 o."),
            ("id", "Edisi Khusus", "Khusus 2", ""),
            ("it", "Supplemento 4", "Numero speciale", ""),
            ("ja", "創刊号", "特集号", "284頁"),
            ("pl", "Seria 3", "Wydanie specjalne 2", "284 s."),
            ("ru", "Серия 3", "Спецвыпуск", "284 с."),
            ("tr", "Ek 4", "Özel Sayı", "284 s."),
            ("zh", "增刊1", "特刊", "284页"),
        ] {
            check(tag, [volume, issue, page], [volume, issue, page]);
        }
    }

    #[test]
    fn words_stay_where_the_rule_is_off() {
        let texts = ["Vol. 3 No. 4", "", "pp. 3-9"];
        assert_eq!(repaired("en", texts, Options::none()), texts);
    }
}
