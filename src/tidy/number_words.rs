//! Words before numbers, which a style adds itself: "Cilt 4", "No. 2", "第45卷", "3. szám".

use crate::item::{Item, Rule};
use crate::languages::{Context, Languages};
use crate::prelude::*;
use crate::text::{self, DIGITS};
use crate::tidy::report::Report;
use crate::vocabulary::Variable;

/// The letters of Roman numerals, and that of a supplement's number: `S1`.
const ROMAN: &str = "IVXLCDMS";

/// The words of one variable.
struct Words<'a> {
    context: &'a Context<'a>,
    words: Vec<&'a str>,
    /// Whether the number is a range of pages, for one page may be an extent where no word precedes it.
    range: bool,
}

/// Takes the words off volume, issue and pages. What names both volume and issue is divided, where the other field is
/// empty or agrees.
pub(super) fn remove(report: &mut Report, item: &mut Item, context: &Context<'_>, languages: Languages<'_>) {
    let variables = [Variable::Volume, Variable::Issue, Variable::Page];
    let texts = variables.map(|variable| item.text(variable).unwrap_or_default().to_owned());
    let [volumes, issues, pages] = variables.map(|variable| words(variable, &texts, context, languages));
    let [volume, issue, page] = &texts;
    let both = [volume, issue].map(|text| volume_and_issue(text, &volumes, &issues));
    let [[own_volume, volume_issue], [issue_volume, own_issue]] = both;
    let [bare_volume, bare_issue] = [(own_volume, volume), (own_issue, issue)]
        .map(|(bare, stored)| if bare.is_empty() { stored.as_str() } else { bare });
    let agree = |value: &str, stored: &str| value.is_empty() || stored.is_empty() || value == stored;
    if !own_volume.is_empty() && agree(volume_issue, bare_issue) {
        set(report, item, Variable::Volume, volume, own_volume);
        if issue.is_empty() {
            set(report, item, Variable::Issue, "", volume_issue);
        }
    }
    if !own_issue.is_empty() && agree(issue_volume, bare_volume) {
        set(report, item, Variable::Issue, issue, own_issue);
        if volume.is_empty() {
            set(report, item, Variable::Volume, "", issue_volume);
        }
    }
    if let Some((bare, "")) = pages.number(page) {
        set(report, item, Variable::Page, page, bare);
    }
}

/// The words of a variable in all languages at hand. A single letter counts in the languages of the record alone: in
/// others it means something else.
fn words<'a>(
    variable: Variable,
    texts: &[String],
    context: &'a Context<'a>,
    languages: Languages<'a>,
) -> Words<'a> {
    let key = variable.word();
    let mut words = context.words(&text::join(texts, " "), key);
    for language in languages.iter() {
        words.extend(language.words(key).into_iter().filter(|word| word.char_count() > 2));
    }
    Words { context, words, range: variable == Variable::Page }
}

/// Puts a number in the place of a text.
fn set(report: &mut Report, item: &mut Item, variable: Variable, from: &str, to: &str) {
    if from != to && report.options.allows(Rule::NumberWord) {
        report.repaired(variable.word(), from, to, Rule::NumberWord, "a style adds its own words to numbers");
        item.set(variable, to);
    }
}

/// The volume and the issue that a text names; empty where it names none, or has something else too.
fn volume_and_issue<'a>(text: &'a str, volumes: &Words<'_>, issues: &Words<'_>) -> [&'a str; 2] {
    let (volume, rest) = volumes.number(text).unwrap_or(("", text));
    let rest = rest.trim_start_any(" ,;:");
    let (mut issue, after) = issues.number(rest).unwrap_or(("", rest));
    // The number of the issue among all may follow: "№ 2 (34)".
    let whole = after.trim().strip_prefix('(').and_then(|after| after.strip_suffix(')'));
    if !issue.is_empty() && whole.is_some_and(|whole| whole.len() < 4 && text::is_digits(whole)) {
        issue = rest.get(rest.len() - after.len() - issue.len()..).unwrap_or("");
    } else if !after.is_empty() {
        return [""; 2];
    }
    [volume, issue]
}

impl Words<'_> {
    /// The number that one of the words precedes or follows at the start of a text, and the text after both.
    fn number<'a>(&self, text: &'a str) -> Option<(&'a str, &'a str)> {
        let ordinal = text.trim_start_any(ROMAN).starts_with_any(".");
        let at = text.find_any(DIGITS).unwrap_or(if ordinal { 0 } else { text.len() });
        let bare = text::split_at(text, at).0.trim_end_any(ROMAN);
        let at = if bare.ends_with_any(" .\u{a0}") { bare.len() } else { at };
        let (before, rest) = text::split_at(text, at);
        let end = rest.char_indices().find(|(_, c)| !c.is_ascii_alphanumeric() && !"-–/".contains_char(*c));
        let (number, rest) = text::split_at(rest, end.map_or(rest.len(), |(at, _)| at));
        let plain = |text: &str, set: &str| {
            let text = text::replace(&self.context.to_lowercase(text.trim(), text), " ", "_");
            text.trim_end_any(set).trim_start_any("._").to_owned()
        };
        let before = plain(before, "_:-");
        let after = if rest.starts_with_any(".") { plain(rest, "") } else { String::new() };
        let alone = before.is_empty();
        if number.is_empty() || alone && self.range && !number.contains_char('-') {
            return None;
        }
        // A dot may stand where a word has none.
        let is_word = |text: &str, word: &str| {
            !word.is_empty() && text.strip_prefix(word).is_some_and(|rest| matches!(rest, "" | "."))
        };
        self.words.iter().find_map(|word| match text::split_once(word, "#") {
            Some((first, last)) => (before == first).then(|| Some((number, rest.strip_prefix(last)?)))?,
            None if is_word(&before, word) => Some((number, rest)),
            // An ordinal number: "3. szám".
            None => (alone && is_word(&after, word)).then_some((number, "")),
        })
    }
}

#[cfg(test)]
#[cfg(feature = "languages")]
mod tests {
    use super::*;
    use crate::tidy::options::Options;
    use crate::vocabulary::ItemType;

    /// Volume, issue and pages after the repair of a record with these tags.
    fn repaired(tag: &str, texts: [&str; 3], options: Options) -> [String; 3] {
        let variables = [Variable::Volume, Variable::Issue, Variable::Page];
        let mut item = Item::new("", ItemType::ArticleJournal);
        for (variable, text) in variables.into_iter().zip(texts) {
            item.set(variable, text);
        }
        let languages = Languages::default();
        let mut report = Report::new(options);
        remove(&mut report, &mut item, &Context::new(languages, vec![tag]), languages);
        let changed =
            variables.into_iter().zip(texts).filter(|(v, text)| item.text(*v).unwrap_or("") != *text);
        assert_eq!(changed.count(), report.repairs.len(), "{texts:?}");
        variables.map(|variable| item.text(variable).unwrap_or_default().to_owned())
    }

    fn check(tag: &str, texts: [&str; 3], want: [&str; 3]) {
        assert_eq!(repaired(tag, texts, Options::default()), want, "{tag} {texts:?}");
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
            ("Vol. 3 No. 4", "Vol. 3 No. 4", ["3", "4"]),
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
