//! Where a name in natural order is split that the page prints nowhere else, by rules.

use crate::item::people;
use crate::languages::Context;
use crate::prelude::*;
use crate::text;

/// A word of a name and where it starts, in bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    start: usize,
}

impl Word<'_> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The words of a name.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut at = 0;
    for word in text.split_whitespace() {
        let start = at + text::find(text::split_at(text, at).1, word).unwrap_or(0);
        at = start + word.len();
        words.push(Word { text: word, start });
    }
    words
}

/// The text before the word at `at` and the text from there on. Of the white space between them one character is left
/// out; a repair reports any other.
pub(super) fn around<'a>(person: &'a str, all: &[Word<'_>], at: usize) -> (&'a str, &'a str) {
    let (before, after) = text::split_at(person, all.get(at).map_or(person.len(), |word| word.start));
    let mut before = before.chars();
    before.next_back();
    (before.as_str(), after)
}

/// Where a name is split.
#[derive(Default)]
pub(super) struct SplitPoint {
    /// The number of the word with which the second part begins.
    pub(super) at: usize,
    /// Whether the first part is the family name.
    pub(super) family_first: bool,
    /// Whether another split is as likely.
    pub(super) guessed: bool,
}

/// What the names of a page have in common, which is evidence for each of them.
#[derive(Debug, Default)]
pub(crate) struct PageOrder {
    /// Some names begin with the family name.
    family_first: bool,
    /// Some names begin with the given name.
    given_first: bool,
    /// Some names are Vietnamese and begin with the family name.
    vietnamese: bool,
    /// Family names are in capitals, so that a word of two capitals is one too.
    capitals: bool,
}

impl PageOrder {
    /// What these names, which have no comma, show.
    pub(super) fn of<'a>(names: impl Iterator<Item = &'a str>, context: &Context<'_>) -> PageOrder {
        let mut order = PageOrder::default();
        for name in names {
            let all = words(name);
            order.capitals |= by_capitals(&all, false).is_some();
            if let Some(point) = vietnamese(name, &all, context, false) {
                order.vietnamese |= point.family_first;
            } else if let Some(point) = shown(&all, context, false) {
                order.family_first |= point.family_first;
                order.given_first |= !point.family_first;
            }
        }
        order
    }
}

impl SplitPoint {
    /// The most likely split of a name of two words or more.
    pub(super) fn by_rules(
        person: &str,
        all: &[Word<'_>],
        context: &Context<'_>,
        page: &PageOrder,
    ) -> SplitPoint {
        let point = vietnamese(person, all, context, page.vietnamese);
        if let Some(point) = point.or_else(|| shown(all, context, page.capitals)) {
            return point;
        }
        if !page.given_first && (page.family_first || context.is("order", "family")) {
            let particles = all.iter().take_while(|word| begins_lowercase(word.text)).count();
            return SplitPoint::family(all.len().min(particles + 2) - 1, true);
        }
        SplitPoint::given(all, context)
    }

    /// A family name that ends before the word at `at`.
    fn family(at: usize, guessed: bool) -> SplitPoint {
        SplitPoint { at, family_first: true, guessed }
    }

    /// A family name at the end.
    fn given(all: &[Word<'_>], context: &Context<'_>) -> SplitPoint {
        let at = family_start(all, context);
        SplitPoint { at, family_first: false, guessed: is_guess(all, at, context) }
    }
}

/// The split that the words of a name show by themselves.
fn shown(all: &[Word<'_>], context: &Context<'_>, capitals: bool) -> Option<SplitPoint> {
    by_capitals(all, capitals)
        .or_else(|| by_initials(all))
        .or_else(|| by_patronymic(all, context))
        .or_else(|| by_given_names(all, context))
        .or_else(|| by_leading_initials(all, context))
}

/// The split by a family name in capitals: the only words in capitals begin the name or end it. `short` ones have two
/// letters.
fn by_capitals(all: &[Word<'_>], short: bool) -> Option<SplitPoint> {
    let (mut first, mut end, mut count) = (all.len(), 0, 0);
    for (at, word) in all.iter().enumerate() {
        if is_capitals(word.text, if short { 2 } else { 3 }) {
            first = first.min(at);
            end = at + 1;
            count += 1;
        }
    }
    let (begins, ends) = (first == 0, end == all.len());
    if end - first.min(end) != count || begins == ends {
        return None;
    }
    Some(SplitPoint { at: if begins { end } else { first }, family_first: begins, guessed: false })
}

/// The split by initials behind the family name, as in indexes: "Akram Q. S.", "Akram QS".
fn by_initials(all: &[Word<'_>]) -> Option<SplitPoint> {
    let initials = all.iter().rev().take_while(|word| are_initials(word.text)).count();
    let at = all.len() - initials;
    let named = all.iter().take(at).all(|word| is_spelled_out(word.text));
    (initials > 0 && at > 0 && named).then(|| SplitPoint::family(at, at > 1))
}

/// The split of a name with initials before the family name: "Q. S. Akram", "Qudsia S. Akram".
fn by_leading_initials(all: &[Word<'_>], context: &Context<'_>) -> Option<SplitPoint> {
    let (last, before) = all.split_last()?;
    let shown = is_spelled_out(last.text) && before.iter().any(|word| are_initials(word.text));
    shown.then(|| SplitPoint::given(all, context))
}

/// The split by a patronymic: "Орлов Иван Петрович", "Иван Петрович Орлов".
fn by_patronymic(all: &[Word<'_>], context: &Context<'_>) -> Option<SplitPoint> {
    let [first, second, last] = all else { return None };
    let ends = |word: &str, key: &str| {
        let word = text::to_lowercase(word);
        let ends = |end: &str| word.len() > end.len() && word.ends_with(end);
        context.words(&word, key).into_iter().any(ends)
    };
    if ends(second.text, "patronymics") && !ends(last.text, "patronymics") {
        return Some(SplitPoint { at: 2, ..SplitPoint::default() });
    }
    // Family names may end likewise: "Анна Мария Абрамович".
    let surname = ends(first.text, "patronymic-surnames") || !first.text.is_ascii();
    let shown = surname && ends(last.text, "patronymics") && !is_given(first.text, context);
    shown.then(|| SplitPoint::family(1, false))
}

/// The split by well-known given names of the languages that write names in both orders, and by two family names after
/// them where the page's language has two.
fn by_given_names(all: &[Word<'_>], context: &Context<'_>) -> Option<SplitPoint> {
    let [first, .., last] = all else { return None };
    let given = |word: &Word<'_>| is_given(word.text, context);
    match (given(first), given(last)) {
        (true, false) => {
            let names = all.iter().take_while(|word| given(word) || is_initials(word.text)).count();
            let two = context.is("double-surnames", "yes");
            let spelled =
                all.iter().skip(names).all(|word| is_spelled_out(word.text) && !begins_lowercase(word.text));
            if two && names + 2 == all.len() && spelled {
                return Some(SplitPoint { at: names, family_first: false, guessed: true });
            }
            Some(SplitPoint::given(all, context))
        }
        (false, true) if !context.words(last.text, "order").is_empty() => {
            let names = all.iter().rev().take_while(|word| given(word)).count();
            // A married woman's name in Hungarian: "Nagyné Kovács Éva".
            let married = first.text.ends_with("né");
            Some(SplitPoint::family(if married { all.len() - names } else { 1 }, all.len() > 2))
        }
        _ => None,
    }
}

/// Whether a word is a well-known given name of one of the languages.
fn is_given(word: &str, context: &Context<'_>) -> bool {
    let word = text::to_lowercase(word);
    context.has("given", &word)
}

/// The split of a Vietnamese name, which begins with one of few family names. Without its marks a name of another
/// language may begin likewise; the other names of the page or a middle name show the difference.
fn vietnamese(person: &str, all: &[Word<'_>], context: &Context<'_>, page: bool) -> Option<SplitPoint> {
    let [first, .., last] = all else { return None };
    let tagged = context.is("order", "surname");
    let marked = is_vietnamese(person) || tagged;
    let surname = |word: &Word<'_>, short: bool| {
        let bare = without_marks(word.text);
        context.has("surnames", &bare) || short && context.has("short-surnames", &bare)
    };
    let middle = all.get(1).is_some_and(|word| context.has("middle-names", word.text));
    let certain = marked || page || all.len() > 2 && middle;
    let long = all.len() > 2 || tagged || page;
    let first_is_last = surname(first, certain) && (marked && all.len() > 2 || !surname(last, true));
    (first_is_last && long).then(|| SplitPoint::family(1, true))
}

/// Whether a word is all capitals and has so many letters or more; shorter ones may be initials.
fn is_capitals(word: &str, shortest: usize) -> bool {
    word.chars().filter(|c| c.is_letter()).count() >= shortest
        && !word.contains_char('.')
        && word.chars().all(|c| !c.is_lowercase_letter())
        && word.chars().any(char::is_uppercase_letter)
}

/// Whether a word is initials without dots, as indexes put them after the family name: one to three capitals.
pub(super) fn is_bare_initials(word: &str) -> bool {
    (1..4).contains(&word.char_count())
        && word.chars().all(char::is_uppercase_letter)
        && !people::is_suffix(word)
}

/// Whether a word is one initial, or has a dot as initials have.
pub(super) fn is_initials(word: &str) -> bool {
    word.contains_char('.') || word.char_count() == 1
}

/// Whether a word is initials, with dots or without: `J.`, `J.-P.`, `Yu.`, `JP`.
pub(super) fn are_initials(word: &str) -> bool {
    let initial = |part: &str| {
        let mut chars = part.chars();
        chars.next().is_none_or(char::is_uppercase_letter)
            && chars.next().is_none_or(char::is_lowercase_letter)
            && chars.next().is_none()
    };
    let dotted = word.ends_with('.') && text::split_any(word, ".-").into_iter().all(initial);
    dotted && !people::is_suffix(word) || is_bare_initials(word)
}

/// Whether a word is a name in full: it has lower-case letters, and no dot at its end as an initial has.
fn is_spelled_out(word: &str) -> bool {
    word.chars().any(char::is_lowercase_letter) && !word.ends_with('.')
}

/// A word in lower case without the marks of its letters.
fn without_marks(word: &str) -> String {
    let letters = text::to_nfd(&text::to_lowercase(word));
    letters
        .chars()
        .filter(|c| !text::latin::is_mark(*c))
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect_string()
}

/// Whether a name has letters that only Vietnamese has.
fn is_vietnamese(name: &str) -> bool {
    name.chars().any(|c| matches!(c, '\u{1ea0}'..='\u{1ef9}' | 'ơ' | 'Ơ' | 'ư' | 'Ư'))
}

/// The number of the word with which the family name begins as a rule: the last word, with the particles before it
/// ("van der Berg"), with words that make one name with it ("bin Abdullah", "Le Scao", "Silva Neto"), and with a second name
/// joined to it ("Silva e Souza").
fn family_start(all: &[Word<'_>], context: &Context<'_>) -> usize {
    let word = |at: usize| all.get(at).map_or("", |word| word.text);
    let mut at = all.len() - 1;
    if at > 1 && people::is_agnomen(word(at)) {
        at -= 1;
    }
    if at > 2 && people::is_connective(word(at - 1)) {
        at -= 2;
    }
    while at > 1 && (begins_lowercase(word(at - 1)) || is_joined(word(at - 1), context)) {
        at -= 1;
    }
    at
}

/// Whether a word begins a family name of several words.
fn is_joined(word: &str, context: &Context<'_>) -> bool {
    people::is_joined(word) || context.has("joined", word)
}

/// Whether a word begins with a lower-case letter, as particles do.
fn begins_lowercase(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_lowercase_letter)
}

/// Whether another split is as likely as one before the word at `start`: two names or more precede it, or the word is a
/// particle in one culture and a name in another.
fn is_guess(all: &[Word<'_>], start: usize, context: &Context<'_>) -> bool {
    let mut names = 0;
    for word in all.iter().take(start) {
        names += usize::from(!is_initials(word.text));
    }
    names > 1 || all.get(start).is_some_and(|word| is_joined(word.text, context))
}
