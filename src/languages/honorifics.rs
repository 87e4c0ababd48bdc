//! Forms of address and degrees around a name, by the words of the languages that count for it.
//!
//! What may be a name too counts only in a spelling that no name has. A name is never left without a letter.

use super::Context;
use super::phrase::{head, match_length};
use crate::prelude::*;
use crate::text::{self, after_first, contains_letter, split_at};

/// What stands between forms of address: "Dr.(Mrs.)", "Dr.-Ing.", "к.э.н., доцент".
const BETWEEN: &str = " ,.-–/()\u{a0}";

/// The separators of the words of a name.
const SEPARATORS: &str = " ,\u{a0}";

/// Longer texts are no names, in bytes.
pub const LONGEST: usize = 1_000;

/// The length of the forms of address before a name, in bytes; 0 where there are none, or where no name would be left.
pub fn leading(name: &str, context: &Context<'_>) -> usize {
    let bare = after_titles(name, context);
    if contains_letter(bare) { name.len() - bare.len() } else { 0 }
}

/// The text after the forms of address with which it begins.
///
/// Words of the line `rank` count before a title ("Assoc. Prof."), those of `field` after one ("Dr. med.").
fn after_titles<'a>(name: &'a str, context: &Context<'_>) -> &'a str {
    let head = head(name);
    let (mut rest, mut bare) = (name, name);
    loop {
        let start = rest.trim_start_any(BETWEEN);
        let head = split_at(&head, name.len() - start.len()).1;
        let longest = |key: &str| {
            let mut longest = 0;
            context.each_word(name, key, &mut |phrase| longest = longest.max(match_length(head, phrase)));
            longest
        };
        let mut length = longest("before");
        let first = bare.len() == name.len();
        if length == 0 && !first {
            length = longest("field");
        }
        let is_title = length > 0;
        if !is_title {
            length = longest("rank");
        }
        let (title, after) = split_at(start, length);
        if length == 0 || may_be_name(title, after, first) || name.len() > LONGEST {
            return bare;
        }
        rest = after;
        if is_title {
            bare = rest.trim_start_any(BETWEEN);
        }
    }
}

/// Whether what looks like a form of address may be a name: initials before one name (`MR Akram`), or where it is the `first`
/// word the family name before a comma and one given name (`Herr, Michael J.`, but not `Dr, Qudsia Akram`).
fn may_be_name(title: &str, after: &str, first: bool) -> bool {
    let length = title.char_count();
    if length < 4 {
        return title.all_chars(char::is_uppercase_letter)
            && after.any_char(char::is_lowercase_letter)
            && !after.trim().contains_any(SEPARATORS);
    }
    first
        && after.begins_with(|c| c == ',')
        && !title.ends_with('.')
        && text::split_any(after, SEPARATORS).iter().skip(1).all(|name| name.char_count() < 3)
}

/// Where the forms of address and degrees after a name begin, in bytes, with the comma or space before them; the name's
/// length where there are none, or where no name would be left.
pub fn trailing(name: &str, context: &Context<'_>) -> usize {
    let (mut rest, mut bare) = (name, name);
    let mut certain = false;
    // Behind a form of address and two words no given name follows a comma: "Dr. Eva Koch, M.A.", but "Dr. Koch, M.A."
    let titles = if name.contains_char(',') { leading(name, context) } else { 0 };
    let titled = |person: &str| titles > 0 && split_at(person, titles).1.trim().contains_any(SEPARATORS);
    loop {
        let head = rest.trim_end_any(SEPARATORS);
        let word = text::after_last_any(head, SEPARATORS);
        let (head, _) = split_at(head, head.len() - word.len());
        let before = head.trim_end_any(SEPARATORS);
        if before.is_empty() || name.len() > LONGEST {
            break;
        }
        let comma = split_at(head, before.len()).1.contains_char(',');
        let plain = text::to_lowercase(&text::remove_chars(word, "."));
        let degree = context.has_beside(name, "after", &plain);
        let written = degree || context.has_beside(name, "after-comma", &plain);
        if written && !looks_like_a_name(word) && (comma || !is_syllable(word)) {
            certain |= degree;
            // "Akram, Qudsia, MD" and "Qudsia Akram, MD", but not "Akram, M.A." or "Abdur Rahman, Md."
            let doctor = plain == "md" && before.contains_char(' ') && !word.contains_char('d');
            if certain || comma && (before.contains_char(',') || doctor || titled(before)) {
                bare = before;
            }
            rest = before;
        } else {
            let (person, part) = split_at(rest, rest.rfind_any(",").unwrap_or(rest.len()));
            let named = !part.is_empty() && person.trim().contains_any(SEPARATORS);
            if !named || !is_title(part, titled(person), context) {
                break;
            }
            (rest, bare) = (person, person);
        }
    }
    for word in context.words(name, "after-glued") {
        // "王博士" may be a name: a family name of one character and a given name of two.
        let shorter = bare.strip_suffix(word).map_or("", |name| name.trim_end_any(SEPARATORS));
        bare = if shorter.char_count() > 1 { shorter } else { bare };
    }
    if contains_letter(bare) { bare.len() } else { name.len() }
}

/// Whether a text behind a comma is forms of address and nothing else but the abbreviation of an institution; behind a name
/// that is `titled`, also that of a membership alone which is too long for initials: `MNSE`.
fn is_title(text: &str, titled: bool, context: &Context<'_>) -> bool {
    let text = text.trim_start_any(SEPARATORS);
    let bare = after_titles(text, context);
    let length = bare.char_count();
    let abbreviated = length < 6 && bare.all_chars(char::is_uppercase_letter);
    abbreviated && if bare.len() < text.len() { length != 1 } else { titled && length > 3 }
}

/// Whether a text is a form of address and nothing else: "Dr.", "Prof. Dr."
pub fn is_form_of_address(text: &str, context: &Context<'_>) -> bool {
    !text.is_empty() && after_titles(text, context).is_empty()
}

/// Whether a word is written like a name: a capital and lower-case letters with a vowel, no dot inside (`Sag`, `Med`; not
/// `PhD`, `Phd`, `S.Ag.`).
fn looks_like_a_name(word: &str) -> bool {
    let bare = word.trim_end_any(".");
    bare.begins_with(char::is_uppercase_letter)
        && after_first(bare).all_chars(char::is_lowercase_letter)
        && word.contains_any("aeiouy")
}

/// Whether a word in capitals may be a family name rather than a degree, for its second letter is a vowel: `MENG`, `SIP`.
fn is_syllable(word: &str) -> bool {
    after_first(word).starts_with_any("AEIOU") && word.all_chars(char::is_uppercase_letter)
}

#[cfg(test)]
#[cfg(feature = "languages")]
mod tests {
    use super::super::Languages;
    use super::*;

    fn before(tag: &str, name: &str, want: &str) {
        let context = Context::new(Languages::default(), vec![tag]);
        assert_eq!(&name[leading(name, &context)..], want, "{tag} {name}");
    }

    fn after(tag: &str, name: &str, want: &str) {
        let context = Context::new(Languages::default(), vec![tag]);
        assert_eq!(&name[..trailing(name, &context)], want, "{tag} {name}");
    }

    #[test]
    fn a_word_before_a_comma_is_the_family_name() {
        before("de", "Herr, Michael", "Herr, Michael");
        before("de", "Frau, Lena K.", "Frau, Lena K.");
        before("es", "Profesor, Ana", "Profesor, Ana");
        before("ru", "Академик, Пётр", "Академик, Пётр");
        before("en", "Dr, Qudsia Akram", "Qudsia Akram");
        before("en", "Prof., Michael", "Michael");
        before("en", "Professor, Mary Ann Jones", "Mary Ann Jones");
        before("ru", "доцент, к.ф.н. Иванов Пётр", "Иванов Пётр");
        before("en", "Dr MR Akram", "MR Akram");
        before("de", "Frau, Lena Ö.", "Frau, Lena Ö.");
        before("ru", "Академик, Пётр И.", "Академик, Пётр И.");
        before("en", "MS Smith J.", "Smith J.");
        before("ru", "д.э.н., профессор, Иванов", "Иванов");
        before("de", "Herr Michael Herr", "Michael Herr");
    }

    #[test]
    fn degrees_of_single_countries() {
        before("es", "Dr. en C. Pedro Ríos", "Pedro Ríos");
        before("es", "M. en C. Ana Ruiz", "Ana Ruiz");
        before("es", "M. Enrique Ruiz", "M. Enrique Ruiz");
        before("id", "Dr. H. Smith", "H. Smith");
        before("id", "H. Ahmad Fauzi", "H. Ahmad Fauzi");
        before("de", "Dipl.-Ing. (FH) Tom Ott", "Tom Ott");
        before("ru", "академик РАН Ильин П.П.", "Ильин П.П.");
    }

    #[test]
    fn forms_of_address_precede() {
        for (name, want) in [
            ("Dr Qudsia", "Qudsia"),
            ("Dr. Qudsia", "Qudsia"),
            ("Dr.Qudsia", "Qudsia"),
            ("Prof. Dr. Ingrid", "Ingrid"),
            ("Prof.Dr.Ingrid", "Ingrid"),
            ("Assoc. Prof. Dr. Ali", "Ali"),
            ("Associate Professor Mary", "Mary"),
            ("Dr.-Ing. Hans", "Hans"),
            ("Dipl.-Ing. Hans", "Hans"),
            ("Prof. Dr. h.c. Hans", "Hans"),
            ("Prof. Dr. h. c. Hans", "Hans"),
            ("Ms Noureen", "Noureen"),
            ("Ir. Budi", "Budi"),
            ("DR Qudsia Akram", "Qudsia Akram"),
            ("DR AKRAM", "AKRAM"),
            ("Dr.(Mrs.) Sudha", "Sudha"),
            ("Dr. (Smt) Sudha", "Sudha"),
            ("(Dr.) Sudha", "Sudha"),
            ("Prof.(Dr.) K. Sudha", "K. Sudha"),
        ] {
            before("", name, want);
        }
    }

    #[test]
    fn forms_of_address_of_many_languages_precede() {
        for (tag, name, want) in [
            ("ar", "أ.م.د. سعاد الجبوري", "سعاد الجبوري"),
            ("ar", "د/ خالد منصور", "خالد منصور"),
            ("", "الدكتورة هدى ناصر", "هدى ناصر"),
            ("bg", "доц. д-р Петя Колева", "Петя Колева"),
            ("cs", "doc. RNDr. Alena Malá", "Alena Malá"),
            ("sk", "prof. PaedDr. Alena Malá", "Alena Malá"),
            ("de", "Univ.-Prof. Mag. Dr. phil. Inge Moser", "Inge Moser"),
            ("de", "Dipl.-Kffr. Inge Moser", "Inge Moser"),
            ("de-AT", "Priv.-Doz.in", "Priv.-Doz.in"),
            ("de", "Dr.in Inge Moser", "Inge Moser"),
            ("da", "cand.scient. Mette Lund", "Mette Lund"),
            ("el", "Δρ. Ελένη Παππά", "Ελένη Παππά"),
            ("es", "Mtra. Rosa Peña", "Rosa Peña"),
            ("es", "Lic. Mg. Rosa Peña", "Rosa Peña"),
            ("fa", "دکتر مینا رضوی", "مینا رضوی"),
            ("fi", "dosentti Aino Salo", "Aino Salo"),
            ("fr", "Pr Anne Morel", "Anne Morel"),
            ("he", "ד\"ר רות לוי", "רות לוי"),
            ("hi", "डॉ. सुनीता वर्मा", "सुनीता वर्मा"),
            ("hi", "प्रो॰ सुनीता वर्मा", "सुनीता वर्मा"),
            ("hr", "izv. prof. dr. sc. Ana Babić", "Ana Babić"),
            ("hu", "Dr. habil. Szabó Anna", "Szabó Anna"),
            ("id", "apt. Rina Sari", "Rina Sari"),
            ("it", "Dott.ssa Giulia Bruni", "Giulia Bruni"),
            ("ms", "Prof. Madya Ts. Dr. Aminah", "Aminah"),
            ("nl", "prof.dr.ir. Saskia Bos", "Saskia Bos"),
            ("pl", "dr hab. n. med. Ewa Lis", "Ewa Lis"),
            ("pl", "prof. dr hab. inż. Ewa Lis", "Ewa Lis"),
            ("pt", "Prof.ª Dr.ª Inês Faria", "Inês Faria"),
            ("ro", "conf. univ. dr. Ioana Pop", "Ioana Pop"),
            ("ru", "канд. экон. наук, доц. Орлова", "Орлова"),
            ("ru", "д. ф.-м. н.", "д. ф.-м. н."),
            ("sr", "проф. др Ана Илић", "Ана Илић"),
            ("sv", "fil. dr Karin Öst", "Karin Öst"),
            ("th", "รศ.ดร.มานี มีนา", "มานี มีนา"),
            ("th", "นางสาวมานี มีนา", "มานี มีนา"),
            ("tr", "Dr. Öğr. Üyesi Elif Ak", "Elif Ak"),
            ("", "Öğr.Gör. Elif Ak", "Elif Ak"),
            ("uk", "д.е.н., професор Олена Бойко", "Олена Бойко"),
            ("ur", "پروفیسر ڈاکٹر عائشہ", "عائشہ"),
            ("vi", "GS.TSKH. Lê Thu", "Lê Thu"),
            ("vi", "PGS, TS Lê Thu", "Lê Thu"),
        ] {
            before(tag, name, want);
        }
    }

    #[test]
    fn names_that_look_like_titles_stay() {
        for name in [
            "Dr",
            "Dr.",
            "Drew",
            "Md. Rahim",
            "Ing Wei",
            "Er Chen",
            "C. Hans",
            "Mrinal",
            "Profit Ann",
            "Dean Ann",
            "Major Ann",
            "Pope Ann",
            "Prince Ann",
            "Sultan Ann",
            "Med Ann",
            "Doc Ann",
            "Said Ann",
            "Mag Ann",
            "Dr-Hassan",
            "Maria",
            "MR Akram",
            "MS Akram",
            "Gen Li",
            "Phil Ann",
            "Assoc Ann",
            "Hab Ann",
            "M. D. Ann",
            "Earl Ann",
            "King Ann",
            "Bishop Ann",
        ] {
            before("", name, name);
        }
        for (tag, name) in [
            ("ar", "السيد محمود"),
            ("ar", "مساعد العتيبي"),
            ("cs", "Docekal Jan"),
            ("de", "Magnus Roth"),
            ("de", "Ossian Roth"),
            ("es", "Esperanza Ruiz"),
            ("es", "Mestre Silva"),
            ("fi", "Tri Wahyuni"),
            ("id", "Dian Sari"),
            ("id", "Drajat Sari"),
            ("ms", "Puan Maharani"),
            ("hi", "श्रीकांत वर्मा"),
            ("pt", "Meire Faria"),
            ("ru", "К. Орлов"),
            ("ru", "Д. Н. Орлов"),
            ("ru", "Доценко Анна"),
            ("th", "นายิกา มีนา"),
            ("th", "อรุณ มีนา"),
            ("tr", "Okan Ak"),
            ("uk", "Професорук Ганна"),
            ("vi", "Tsan Lê"),
            ("zh", "王博"),
        ] {
            before(tag, name, name);
        }
    }

    #[test]
    fn degrees_follow() {
        for (tag, name, want) in [
            ("", "Qudsia Akram, PhD", "Qudsia Akram"),
            ("", "Qudsia Akram PhD", "Qudsia Akram"),
            ("", "Akram, Qudsia, MD", "Akram, Qudsia"),
            ("", "Qudsia Akram, M.D., Ph.D.", "Qudsia Akram"),
            ("", "Siti Aminah, S.Pd., M.Pd.", "Siti Aminah"),
            ("", "Siti Aminah, S.E., M.M., Ph.D", "Siti Aminah"),
            ("", "Siti Aminah, S.Ag.", "Siti Aminah"),
            ("", "Qudsia Akram, Dr.", "Qudsia Akram"),
            ("", "Akram, Qudsia, Prof. Dr.", "Akram, Qudsia"),
            ("id", "Siti Aminah, S.Tr.Keb., M.Keb.", "Siti Aminah"),
            ("cs", "Alena Malá, CSc.", "Alena Malá"),
            ("pl", "Ewa Lis, prof. UAM", "Ewa Lis"),
            ("de", "Inge Moser, Dipl.-Psych.", "Inge Moser"),
            ("ru", "Орлова А. И., к.э.н., доцент", "Орлова А. И."),
            ("es", "Rosa Peña, Mg.", "Rosa Peña"),
            ("zh", "王小明教授", "王小明"),
            ("ko", "홍길동 교수", "홍길동"),
        ] {
            after(tag, name, want);
        }
    }

    #[test]
    fn degrees_follow_a_comma_behind_a_form_of_address() {
        for (name, want) in [
            ("Dr. Eva Koch, M.A.", "Dr. Eva Koch"),
            ("Drs. H. Bambang Sutrisno, M.M.", "Drs. H. Bambang Sutrisno"),
            ("Engr. Musa Bello, MNSE", "Engr. Musa Bello"),
            ("Sam Low, M.Sc., B.Ed.", "Sam Low"),
            // A given name or initials.
            ("Dr. Koch, M.A.", "Dr. Koch, M.A."),
            ("Prof. Dr. Koch, Eva", "Prof. Dr. Koch, Eva"),
            ("Prof. Pérez Soto, Ana", "Prof. Pérez Soto, Ana"),
            ("Prof. Pérez Soto, AB", "Prof. Pérez Soto, AB"),
            ("Musa Bello, ANNA", "Musa Bello, ANNA"),
        ] {
            after("id", name, want);
        }
    }

    #[test]
    fn names_that_look_like_degrees_stay() {
        for name in [
            "Akram, M.A.",
            "Ruiz Ibáñez, M.A.",
            "Jack Ma",
            "Yo-Yo Ma",
            "Kim, S. E.",
            "PhD",
            "Li MENG",
            "Anna SIP",
            "Abdur Rahman, Md.",
            "Anna Med",
            "Anna Sag",
            "Akram, Prof. J.",
            "Akram, Dr.",
            "Prof. UW",
            "Chen, Er.",
        ] {
            after("", name, name);
        }
        for (tag, name) in [
            ("zh", "王博士"),
            ("ko", "이박사"),
            ("pl", "Lis, Prof. J."),
            ("id", "Anna MAK"),
            ("ru", "Орлова, А. И."),
        ] {
            after(tag, name, name);
        }
    }
}
