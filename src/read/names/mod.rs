//! Names as pages write them, split into family and given name.

mod east_asian;
mod list;
mod marks;
mod order;
mod organisation;

use crate::extent::FULL;
pub(crate) use crate::item::particles::split as split_particles;
use crate::item::{Name, people};
use crate::languages::{Context, honorifics};
use crate::prelude::*;
use crate::read::page_citation::PageCitation;
use crate::text::{self, WordList, word_list};
pub(crate) use east_asian::is_east_asian;
pub(crate) use list::{LONGEST_LIST, is_and, list};
pub(crate) use marks::strip_marks;
pub(crate) use order::PageOrder;
use order::{SplitPoint, Word, around, words};
#[cfg(feature = "full")]
pub(crate) use organisation::has_shared_word;
pub(crate) use organisation::{has_word, is_organisation};

/// A split name, with what is unsure about it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct SplitName {
    pub(crate) name: Name,
    /// Whether another split is as likely.
    pub(crate) guessed: bool,
    /// Whether the page's own citation has this split.
    pub(crate) in_citation: bool,
}

/// Splits a name: `Family, Given`, `Family, Given, Jr.`, or `Given Family`, whose split is taken from the page's own
/// citation where it prints the name, else by rules.
///
/// White space, forms of address and degrees stay: repairs remove them and report it.
#[cfg(feature = "full")]
pub(crate) fn split(raw: &str, citation: &PageCitation, context: &Context<'_>) -> SplitName {
    split_beside(raw, citation, context, &PageOrder::default())
}

/// The commas between family and given name: the usual one and the Arabic one.
const COMMAS: &str = ",،";

/// Adds what a name of a list shows of the order of each of them.
pub(crate) fn add_to_order(order: &mut PageOrder, name: &str, context: &Context<'_>) {
    let [_, core, _] = without_titles(name.trim(), context);
    if !core.contains_any(COMMAS) && !is_organisation(core, context) {
        order.add(core, context);
    }
}

/// The forms of address before a name, the name, and the degrees after it.
fn without_titles<'a>(raw: &'a str, context: &Context<'_>) -> [&'a str; 3] {
    let (whole, degrees) = text::split_at(raw, honorifics::trailing(raw, context));
    let (titles, core) = text::split_at(whole, honorifics::leading(whole, context));
    [titles, core, degrees]
}

/// [`split`] of a name in a list that has this order.
pub(crate) fn split_beside(
    raw: &str,
    citation: &PageCitation,
    context: &Context<'_>,
    page: &PageOrder,
) -> SplitName {
    let [titles, core, degrees] = without_titles(raw.trim(), context);
    let [person, mut comma, mut suffix] = split_suffix(core);
    let mut split = SplitName::default();
    let comma_at = person.find_any(COMMAS);
    let parts = match comma_at {
        None if is_organisation(person, context) && !is_given_and_word(person, context) => None,
        None if is_east_asian(person) => {
            let parts = east_asian::split(person, context);
            // Where nothing separates them, another split is as likely.
            split.guessed = parts.is_some_and(|[family, given]| family.len() + given.len() == person.len());
            parts
        }
        None => Some(split_natural(person, citation, context, page, &mut split)),
        // "University of Oslo, Department of Law"
        Some(at) if FULL && is_department(text::split_at(person, at), context) => None,
        Some(at) if comma_at == person.rfind_any(COMMAS) => {
            let (family, given) = text::split_at(person, at);
            let [family, _, own] = split_suffix(family.trim());
            suffix = if suffix.is_empty() { own } else { suffix };
            Some([family, given.trim_start_any(COMMAS).trim()])
        }
        Some(at) if FULL => {
            // "King, Jr., Martin Luther"
            let (family, rest) = text::split_at(person, at);
            let (own, given) = text::split_once(rest.trim_start_any(COMMAS), ",").unwrap_or_default();
            let follows = people::is_suffix(own.trim()) && !given.contains_any(COMMAS);
            (comma, suffix) = if follows { (",", own.trim()) } else { (comma, suffix) };
            follows.then(|| [family.trim(), given.trim()])
        }
        Some(_) => None,
    };
    let name = &mut split.name;
    let Some([family, given]) = parts else {
        name.literal = raw.trim().to_owned();
        return split;
    };
    *name = Name::person(family, given);
    split_particles(name);
    if !suffix.is_empty() {
        name.suffix = suffix.to_owned();
        // No comma precedes a numeral in natural order (CMOS 6.43).
        name.comma_suffix = comma.contains_char(',') && !suffix.starts_with('I');
    }
    // Titles and degrees stay, so that the repairs which drop them can report them.
    name.family.push_str(degrees);
    let given_first = !given.is_empty() && text::offset_of(core, given) == 0;
    let first = if given_first { &mut name.given } else { &mut name.family };
    first.insert_str(0, titles);
    split
}

/// Whether what is before a comma and what is behind it are organisations of several words.
fn is_department((before, behind): (&str, &str), context: &Context<'_>) -> bool {
    [before, behind.trim_start_any(COMMAS)].iter().all(|part| {
        let part = part.trim();
        part.contains(' ') && is_organisation(part, context)
    })
}

/// Beginnings of words for organisations that are named after persons: `Victoria University`.
const NAMED: WordList<'_> =
    word_list!["uni", "ins", "fou", "fun", "hos", "sti", "lab", "aka", "aca", "soc", "ass", "col"];

/// Whether a name is a well-known given name and one word: `Hans Verein`, whose family name is an organisation's word.
fn is_given_and_word(name: &str, context: &Context<'_>) -> bool {
    if !FULL {
        return false;
    }
    let name = text::to_lowercase(name);
    let (first, rest) = text::split_once(&name, " ").unwrap_or_default();
    let named = rest.contains_char(' ') || NAMED.iter().any(|start| rest.starts_with(start));
    !named && context.has("given", first)
}

/// A name, what stands before a suffix at its end, and the suffix: "Martin King, Jr.", "King Jr."
fn split_suffix(name: &str) -> [&str; 3] {
    let suffix = text::after_last_any(name, SEPARATORS);
    let (before, _) = text::split_at(name, name.len() - suffix.len());
    let person = before.trim_end_any(SEPARATORS);
    if person.is_empty() || !people::is_suffix(suffix) {
        return [name, "", ""];
    }
    [person, text::split_at(before, person.len()).1, suffix]
}

/// What separates a suffix.
const SEPARATORS: &str = " ,\u{a0}";

/// The family name and the given names of a person's name without commas: `Given Family`, or a mononym.
fn split_natural<'a>(
    person: &'a str,
    citation: &PageCitation,
    context: &Context<'_>,
    page: &PageOrder,
    split: &mut SplitName,
) -> [&'a str; 2] {
    let all = words(person, context);
    // A punctuation mark by itself is no family name: "Noor ." is a mononym.
    if all.len() < 2 || !text::after_last_any(person, " ").any_char(char::is_letter_or_number) {
        return [person, ""];
    }
    let cited = by_citation(person, &all, citation);
    split.in_citation = cited.is_some();
    let point = cited.unwrap_or_else(|| SplitPoint::by_rules(person, &all, context, page));
    split.guessed = point.guessed;
    let (before, after) = around(person, &all, point.at);
    if point.family_first { [before, after] } else { [after, before] }
}

/// Where the name is split in the page's own citation.
fn by_citation(person: &str, all: &[Word<'_>], citation: &PageCitation) -> Option<SplitPoint> {
    for family_first in [false, true] {
        // Longer texts are no names.
        for at in 1..all.len().min(12) {
            let (before, after) = around(person, all, at);
            let (given, family) = if family_first { (after, before) } else { (before, after) };
            if citation.has_name(family, given, family_first) {
                return Some(SplitPoint { at, family_first, guessed: false });
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::Languages;

    fn check(raw: &str, cited: &str, want: &str, guessed: bool) {
        let split = split(raw, &PageCitation::new(cited), &Context::default());
        let n = &split.name;
        let got =
            [&n.non_dropping_particle, &n.dropping_particle, &n.family, &n.given, &n.suffix, &n.literal];
        assert_eq!(got.map(String::as_str).join("|"), want, "{raw}");
        assert_eq!(split.guessed, guessed, "whether {raw} is a guess");
    }

    #[test]
    fn the_citation_decides() {
        let seed = "Akram, D. Q., & Asif, N. . (2024). Islamic State";
        check("Dr Qudsia Akram", seed, "||Akram|Dr Qudsia||", false);
        check("Noureen  Asif", seed, "||Asif|Noureen ||", false);
        let spanish =
            "Ruiz Ibáñez, M. del C., Puig i Ferrer, J., & da Silva e Souza, J. P. (2023). The Wetlands";
        check("María del Carmen Ruiz Ibáñez", spanish, "||Ruiz Ibáñez|María del Carmen||", false);
        check("Jordi Puig i Ferrer", spanish, "||Puig i Ferrer|Jordi||", false);
        check("João Pedro da Silva e Souza", spanish, "da||Silva e Souza|João Pedro||", false);
        check("Li Wei Chen", "Chen LW, Asif N. Title.", "||Chen|Li Wei||", false);
        check("Ana María López", "López, Ana María, and Bo Ek. “Title.”", "||López|Ana María||", false);
    }

    #[test]
    fn rules_decide_without_a_citation() {
        check("Sana Rizwan", "", "||Rizwan|Sana||", false);
        check("Susan F. Tapert", "", "||Tapert|Susan F.||", false);
        check("Johanna H. van der Berg", "", "van der||Berg|Johanna H.||", false);
        check("Ingrid von Münchhausen", "", "|von|Münchhausen|Ingrid||", false);
        check("Prof. Dr. Ingrid Holm", "", "||Holm|Prof. Dr. Ingrid||", false);
        check("Teven Le Scao", "", "||Le Scao|Teven||", true);
        check("Ahmad bin Abdullah", "", "bin||Abdullah|Ahmad||", true);
        check("Mati ul Rehman", "", "ul||Rehman|Mati||", false);
        check("María Ruiz Ibáñez", "", "||Ibáñez|María Ruiz||", true);
        check("Omar Al-Hassan", "", "||Al-Hassan|Omar||", false);
        check("Martin King Jr.", "", "||King|Martin|Jr.|", false);
        check("Suharto", "", "||Suharto|||", false);
        check("Qudsia AKRAM", "", "||AKRAM|Qudsia||", false);
        check("AKRAM Qudsia", "", "||AKRAM|Qudsia||", false);
        check("JH Smith", "", "||Smith|JH||", false);
        check("Akram QS", "", "||Akram|QS||", false);
        check("van der Berg JH", "", "van der||Berg|JH||", true);
        check("Lý Tiểu Long", "", "||Lý|Tiểu Long||", true);
        check("李小龙", "", "||李|小龙||", true);
        check("李 小龙", "", "||李|小龙||", false);
        check("The HARBOUR Study Group", "", "|||||The HARBOUR Study Group", false);
        check("Siti Aminah, S.Pd., M.Pd.", "", "||Aminah, S.Pd., M.Pd.|Siti||", false);
    }

    /// The names of a list with these language tags: `family|given`, separated by `; `.
    fn of_page(tag: &str, names: &[&str]) -> String {
        let context = Context::new(Languages::default(), vec![tag]);
        let mut order = PageOrder::default();
        names.iter().for_each(|name| add_to_order(&mut order, name, &context));
        let citation = PageCitation::default();
        let split = |name: &&str| {
            let name = split_beside(name, &citation, &context, &order).name;
            [name.family_with_particles(), name.given].join("|")
        };
        names.iter().map(split).collect::<Vec<_>>().join("; ")
    }

    fn check_pages(pages: &[(&str, &[&str], &str)]) {
        for (tag, names, want) in pages {
            assert_eq!(of_page(tag, names), *want, "{tag} {names:?}");
        }
    }

    #[test]
    fn surnames_precede_initials() {
        check_pages(&[
            ("en", &["Holmgren K.-E."], "Holmgren|K.-E."),
            ("en", &["Holmgren K E"], "Holmgren|K E"),
            ("en", &["van Dijk P. A."], "van Dijk|P. A."),
            ("en", &["Ruiz Vega M."], "Ruiz Vega|M."),
            ("uk", &["Бойко О.В.", "Коваль Г. І."], "Бойко|О.В.; Коваль|Г. І."),
            ("bg", &["Колева П."], "Колева|П."),
            ("ru", &["Ю. А. Котова", "Yu. A. Kotova"], "Котова|Ю. А.; Kotova|Yu. A."),
            // One name in this order shows the order of its neighbours.
            ("ru", &["Котова Ю. А.", "Дроздов Гурам"], "Котова|Ю. А.; Дроздов|Гурам"),
            ("en", &["Holmgren K.E.", "Lindqvist Birk"], "Holmgren|K.E.; Lindqvist|Birk"),
            // None of these has it.
            ("en", &["K. E. Holmgren"], "Holmgren|K. E."),
            ("en", &["Karin E. Holmgren", "J.-P. Morel"], "Holmgren|Karin E.; Morel|J.-P."),
            ("en", &["K E Holmgren"], "Holmgren|K E"),
            ("en", &["Karen Holmgren", "Holmgren K.E."], "Holmgren|Karen; Holmgren|K.E."),
            ("en", &["Holmgren K.E.", "Anna Lindqvist"], "Holmgren|K.E.; Lindqvist|Anna"),
            ("en", &["Holmgren K.E.", "P. Lindqvist", "Birk Ost"], "Holmgren|K.E.; Lindqvist|P.; Ost|Birk"),
        ]);
    }

    #[test]
    fn patronymics_follow_given_names() {
        check_pages(&[
            ("ru", &["Дроздов Олег Ильич"], "Дроздов|Олег Ильич"),
            ("ru", &["Котова Юлия Фоминична"], "Котова|Юлия Фоминична"),
            ("uk", &["Бойко Ганна Іванівна"], "Бойко|Ганна Іванівна"),
            ("uk", &["Ганна Іванівна Бойко"], "Бойко|Ганна Іванівна"),
            ("en", &["Drozdov Oleg Ivanovich"], "Drozdov|Oleg Ivanovich"),
            ("en", &["Oleg Ivanovich Drozdov"], "Drozdov|Oleg Ivanovich"),
            ("ru", &["Дроздов Олег"], "Дроздов|Олег"),
            ("ru", &["Олег Дроздов"], "Дроздов|Олег"),
            // Family names may end as patronymics do.
            ("ru", &["Анна Мария Абрамович"], "Абрамович|Анна Мария"),
            ("ru", &["Олег Ильич Абрамович"], "Абрамович|Олег Ильич"),
            ("en", &["Anna Maria Abramovich"], "Abramovich|Anna Maria"),
            ("en", &["Eva Abramovich"], "Abramovich|Eva"),
        ]);
    }

    #[test]
    fn hungarian_names_begin_with_the_family_name() {
        check_pages(&[
            ("hu", &["Szabó Réka"], "Szabó|Réka"),
            ("hu", &["Tóth Ákos Bence"], "Tóth|Ákos Bence"),
            ("hu", &["Tóthné Kiss Réka"], "Tóthné Kiss|Réka"),
            ("hu", &["Dr. Szabó Réka"], "Dr. Szabó|Réka"),
            ("hu", &["Márton Áron"], "Márton|Áron"),
            ("hu", &["Tóth J. Réka"], "Tóth|J. Réka"),
            ("hu", &["Szabó Réka", "Orsós Zejke"], "Szabó|Réka; Orsós|Zejke"),
            ("hu", &["Szabó, Réka"], "Szabó|Réka"),
            ("hu", &["Réka Szabó"], "Szabó|Réka"),
            ("hu", &["John Whitfield"], "Whitfield|John"),
            ("hu", &["Réka Szabó", "Zejke Orsós"], "Szabó|Réka; Orsós|Zejke"),
            ("en", &["Réka Szabó"], "Szabó|Réka"),
        ]);
    }

    #[test]
    fn vietnamese_names_begin_with_the_family_name() {
        check_pages(&[
            ("vi", &["Vũ Thu", "Đặng Quốc Anh"], "Vũ|Thu; Đặng|Quốc Anh"),
            ("en", &["Le Thi Thu", "Vo Anh"], "Le|Thi Thu; Vo|Anh"),
            ("en", &["Hoang Quoc Anh"], "Hoang|Quoc Anh"),
            ("en", &["Đặng Quốc Anh"], "Đặng|Quốc Anh"),
            ("vi", &["ThS. Vũ Thu"], "ThS. Vũ|Thu"),
            ("vi", &["Mary Whitfield"], "Whitfield|Mary"),
            ("en", &["Quoc Anh Hoang"], "Hoang|Quoc Anh"),
            ("en", &["Thu Tran"], "Tran|Thu"),
            ("en", &["Linda Nguyen"], "Nguyen|Linda"),
            ("en", &["Le Thi Thu", "Mary Whitfield"], "Le|Thi Thu; Whitfield|Mary"),
            ("fr", &["Ho Martin", "Do Rivera"], "Martin|Ho; Rivera|Do"),
            ("en", &["Kim Phan"], "Phan|Kim"),
        ]);
    }

    #[test]
    fn east_asian_names_begin_with_the_family_name() {
        check_pages(&[
            ("zh", &["司马光", "諸葛亮", "欧阳小明"], "司马|光; 諸葛|亮; 欧阳|小明"),
            ("zh", &["马光", "欧明", "诸亮"], "马|光; 欧|明; 诸|亮"),
            ("ko", &["남궁민", "남민수"], "남궁|민; 남|민수"),
            ("en", &["ZHAO Lin", "LI Na"], "ZHAO|Lin; LI|Na"),
            ("en", &["Lin ZHAO", "Na LI"], "ZHAO|Lin; LI|Na"),
            ("en", &["Na LI"], "Na|LI"),
        ]);
    }

    #[test]
    fn family_names_of_several_words() {
        check_pages(&[
            ("ar", &["سمر عبد الله"], "عبد الله|سمر"),
            ("ar", &["سمر عبدالله"], "عبدالله|سمر"),
            ("he", &["דנה בר לב"], "בר לב|דנה"),
            ("he", &["דנה לב"], "לב|דנה"),
        ]);
    }

    #[test]
    fn double_family_names_on_spanish_pages() {
        check_pages(&[
            ("es", &["Lucía Soto Ferrer"], "Soto Ferrer|Lucía"),
            ("es", &["José Luis Soto Ferrer"], "Soto Ferrer|José Luis"),
            ("es", &["José L. Soto Ferrer"], "Soto Ferrer|José L."),
            ("es", &["José Luis Soto"], "Soto|José Luis"),
            ("es", &["Lucía Soto"], "Soto|Lucía"),
            ("es", &["Lucía de la Vega"], "de la Vega|Lucía"),
            ("es", &["Soto Ferrer, Lucía"], "Soto Ferrer|Lucía"),
            ("en", &["Lucía Soto Ferrer"], "Ferrer|Lucía Soto"),
            ("pt", &["Lúcia Souto Ferreira"], "Ferreira|Lúcia Souto"),
            ("pt", &["Caio Souto Neto", "Neto, Caio"], "Souto Neto|Caio; Neto|Caio"),
        ]);
    }

    #[test]
    fn suffixes_are_found_wherever_they_are() {
        check("Holm Jr., Karl E.", "", "||Holm|Karl E.|Jr.|", false);
        check("Holm, Karl E. Jr.", "", "||Holm|Karl E.|Jr.|", false);
        check("Holm, Karl, IV", "", "||Holm|Karl|IV|", false);
        check("Karl Holm II", "", "||Holm|Karl|II|", false);
        check("Karl Holm, Jr., PhD", "", "||Holm, PhD|Karl|Jr.|", false);
        check("Jr, Karl", "", "||Jr|Karl||", false);
        check("Holm, V.", "", "||Holm|V.||", false);
        check("Holm, I.", "", "||Holm|I.||", false);
        check("Souto Neto, Caio", "", "||Souto Neto|Caio||", false);
    }

    #[test]
    fn inverted_names_have_one_reading() {
        check("Okafor, Chinelo Adaeze", "", "||Okafor|Chinelo Adaeze||", false);
        check("van der Berg, Johanna H.", "", "van der||Berg|Johanna H.||", false);
        check("O’Neill, Seán P., Jr.", "", "||O’Neill|Seán P.|Jr.|", false);
        check("Beethoven, Ludwig van", "", "|van|Beethoven|Ludwig||", false);
        check("李, 小龙", "", "||李|小龙||", false);
        check("Akram, Dr Qudsia", "", "||Akram|Dr Qudsia||", false);
    }

    #[test]
    fn several_names_in_one_tag() {
        let check =
            |text: &str, want: &[&str]| assert_eq!(list(text, false, &Context::default()), want, "{text}");
        check("Akram, Qudsia; Asif, Noureen", &["Akram, Qudsia", "Asif, Noureen"]);
        check("Qudsia Akram, Noureen Asif, Bo Ek", &["Qudsia Akram", "Noureen Asif", "Bo Ek"]);
        check("Akram, Qudsia & Asif, Noureen", &["Akram, Qudsia", "Asif, Noureen"]);
        check("Qudsia Akram and Noureen Asif", &["Qudsia Akram", "Noureen Asif"]);
        check("Qudsia Akram, Bo Ek, and Noureen Asif", &["Qudsia Akram", "Bo Ek", "Noureen Asif"]);
        check("Q. Akram, B. Ek", &["Q. Akram", "B. Ek"]);
        check("Орлов И.И., Бойко П.П.", &["Орлов И.И.", "Бойко П.П."]);
        check("Akram Q., Ek B., Asif N.", &["Akram Q.", "Ek B.", "Asif N."]);
        check("Akram, Q., Ek, B., & Asif, N.", &["Akram, Q.", "Ek, B.", "Asif, N."]);
        check("Qudsia Akram,1, Bo Ek,2", &["Qudsia Akram", "Bo Ek"]);
        check("Qudsia Akram, PhD, Bo Ek, MSc", &["Qudsia Akram, PhD", "Bo Ek, MSc"]);
        check("Karl Holm, Jr., Bo Ek, Qudsia Akram", &["Karl Holm, Jr.", "Bo Ek", "Qudsia Akram"]);
        check("王小明；李娜", &["王小明", "李娜"]);
        check("王小明, 李娜", &["王小明", "李娜"]);
        check("山田 太郎，鈴木 花子", &["山田 太郎", "鈴木 花子"]);
        check("山田 太郎", &["山田 太郎"]);
        check("李, 娜", &["李, 娜"]);
        check("欧阳, 小明", &["欧阳, 小明"]);
        check("Ministry of Health and Social Care", &["Ministry of Health and Social Care"]);
        check("Smith and Wesson", &["Smith and Wesson"]);
        check("Akram, Qudsia", &["Akram, Qudsia"]);
        check("O’Neill, Seán P., Jr.", &["O’Neill, Seán P., Jr."]);
        check("Akram, Q., Asif, N. A.", &["Akram, Q.", "Asif, N. A."]);
        check("Siti Aminah, S.Pd., M.Pd.", &["Siti Aminah, S.Pd., M.Pd."]);
        check("Ruiz Vega, María José", &["Ruiz Vega, María José"]);
        check("Ruiz V., María", &["Ruiz V., María"]);
        check("Ruiz Vega, M. J.", &["Ruiz Vega, M. J."]);
        check("Qudsia Akram, PhD", &["Qudsia Akram, PhD"]);
        check("Karl Holm, Jr.", &["Karl Holm, Jr."]);
    }

    #[test]
    fn words_for_and_in_many_languages() {
        let check = |tag: &str, text: &str, want: &[&str]| {
            let context = Context::new(Languages::default(), vec![tag]);
            assert_eq!(list(text, false, &context), want, "{tag} {text}");
        };
        check("es", "Rosa Peña y Luis Vega", &["Rosa Peña", "Luis Vega"]);
        check("es", "Rosa Peña, Ana Soto y Luis Vega", &["Rosa Peña", "Ana Soto", "Luis Vega"]);
        check("pt", "Rosa Prado e Luís Veiga", &["Rosa Prado", "Luís Veiga"]);
        check("fr", "Rose Morel et Luc Petit", &["Rose Morel", "Luc Petit"]);
        check("de", "Uta Roth und Jan Lenz", &["Uta Roth", "Jan Lenz"]);
        check("id", "Siti Aminah dan Budi Santosa", &["Siti Aminah", "Budi Santosa"]);
        check("tr", "Elif Ak ve Can Er", &["Elif Ak", "Can Er"]);
        check("ru", "Олег Дроздов и Юлия Котова", &["Олег Дроздов", "Юлия Котова"]);
        check("pl", "Ewa Lis i Jan Bąk", &["Ewa Lis", "Jan Bąk"]);
        check("en", "Rosa Peña et Luis Vega", &["Rosa Peña", "Luis Vega"]);
        check("es", "José Ortega y Gasset", &["José Ortega y Gasset"]);
        check("es", "Ortega y Gasset, José", &["Ortega y Gasset, José"]);
        check("ca", "Jordi Puig i Ferrer", &["Jordi Puig i Ferrer"]);
        check("pt", "João Silva e Souza", &["João Silva e Souza"]);
        check("en", "Rosa Peña y Vega Soto", &["Rosa Peña y Vega Soto"]);
        check("de", "Institut für Stadt und Land", &["Institut für Stadt und Land"]);
    }
}
