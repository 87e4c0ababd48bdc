//! Where a name in natural order is split that the page prints nowhere else, by rules.

use crate::extent::FULL;
use crate::item::people;
use crate::languages::Context;
use crate::prelude::*;
use crate::text::{self, after_first};

/// A word of a name.
pub(super) struct Word<'a> {
    text: &'a str,
    /// What the word may be: the sum of some of the constants below.
    kinds: u8,
}

/// A well-known given name.
const GIVEN: u8 = 1;
/// A word that begins a family name of several words.
const JOINED: u8 = 2;
/// Two capitals or more.
const SHORT_CAPITALS: u8 = 4;
/// Three capitals or more.
const CAPITALS: u8 = 8;
/// A word that begins with a lower-case letter, as particles do.
const PARTICLE: u8 = 16;
/// A name in full.
const SPELLED: u8 = 32;
/// One initial, or a word with a dot.
const INITIAL: u8 = 64;
/// Initials with dots or without.
const INITIALS: u8 = 128;

/// The words of a name.
pub(super) fn words<'a>(text: &'a str, context: &Context<'_>) -> Vec<Word<'a>> {
    let mut words = Vec::new();
    for text in text::words(text) {
        let letters = count_capitals(text);
        let mut kinds = 0;
        for is in [
            are_initials(text),
            is_initial(text),
            text.any_char(char::is_lowercase_letter) && !text.ends_with('.'),
            text.begins_with(char::is_lowercase_letter),
            letters > 2,
            letters > 1,
            people::is_joined(text) || context.has("joined", text),
            context.has("given", &text::to_lowercase(text)),
        ] {
            kinds = kinds << 1 | u8::from(is);
        }
        words.push(Word { text, kinds });
    }
    words
}

/// How many words at the beginning, or at the end, are of some of these kinds.
fn run(all: &[Word<'_>], kinds: u8, at_end: bool) -> usize {
    let mut count = 0;
    while is_at(all, if at_end { all.len().wrapping_sub(count + 1) } else { count }, kinds) {
        count += 1;
    }
    count
}

/// Whether the word at a place is of some of these kinds.
fn is_at(all: &[Word<'_>], at: usize, kinds: u8) -> bool {
    all.get(at).is_some_and(|word| word.kinds & kinds != 0)
}

/// How many of the words are of some of these kinds.
fn count(all: &[Word<'_>], kinds: u8) -> usize {
    let mut count = 0;
    for word in all {
        count += usize::from(word.kinds & kinds != 0);
    }
    count
}

/// The text before the word at `at` and the text from there on. Of the white space between them one character is left
/// out; a repair reports any other.
pub(super) fn around<'a>(person: &'a str, all: &[Word<'_>], at: usize) -> (&'a str, &'a str) {
    let start = all.get(at).map_or(person.len(), |word| text::offset_of(person, word.text));
    let (before, after) = text::split_at(person, start);
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
    /// Adds what a name without a comma shows.
    pub(super) fn add(&mut self, name: &str, context: &Context<'_>) {
        let all = words(name, context);
        self.capitals |= by_capitals(&all, CAPITALS).is_some();
        if let Some(point) = vietnamese(name, &all, context, false) {
            self.vietnamese |= point.family_first;
        } else if let Some(point) = shown(&all, context, CAPITALS) {
            self.family_first |= point.family_first;
            self.given_first |= !point.family_first;
        }
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
        let capitals = if page.capitals { SHORT_CAPITALS } else { CAPITALS };
        let point = vietnamese(person, all, context, page.vietnamese);
        if let Some(point) = point.or_else(|| shown(all, context, capitals)) {
            return point;
        }
        if !page.given_first && (page.family_first || context.is("order", "family")) {
            return SplitPoint::family(all.len().min(run(all, PARTICLE, false) + 2) - 1, true);
        }
        SplitPoint::given(all)
    }

    /// A family name that ends before the word at `at`.
    fn family(at: usize, guessed: bool) -> SplitPoint {
        SplitPoint { at, family_first: true, guessed }
    }

    /// A family name that begins with the word at `at`.
    fn family_from(at: usize, guessed: bool) -> SplitPoint {
        SplitPoint { at, family_first: false, guessed }
    }

    /// A family name at the end. Another split is as likely where two names or more precede it, or where it begins with a
    /// particle in one culture that is a name in another.
    fn given(all: &[Word<'_>]) -> SplitPoint {
        let at = family_start(all);
        let before = all.get(..at).unwrap_or(all);
        SplitPoint::family_from(at, at - count(before, INITIAL) > 1 || is_at(all, at, JOINED))
    }
}

/// The split that the words of a name show by themselves.
fn shown(all: &[Word<'_>], context: &Context<'_>, capitals: u8) -> Option<SplitPoint> {
    by_capitals(all, capitals)
        .or_else(|| by_initials(all))
        .or_else(|| by_patronymic(all, context))
        .or_else(|| by_given_names(all, context))
        .or_else(|| {
            // Initials before the family name: "Q. S. Akram", "Qudsia S. Akram".
            let shown = run(all, SPELLED, true) > 0 && count(all, INITIALS) > 0;
            shown.then(|| SplitPoint::given(all))
        })
}

/// The split by a family name in capitals: the only words in capitals begin the name or end it.
fn by_capitals(all: &[Word<'_>], capitals: u8) -> Option<SplitPoint> {
    let count = count(all, capitals);
    if count == 0 || count == all.len() {
        None
    } else if run(all, capitals, false) == count {
        Some(SplitPoint::family(count, false))
    } else {
        (run(all, capitals, true) == count).then(|| SplitPoint::family_from(all.len() - count, false))
    }
}

/// The split by initials behind the family name, as in indexes: "Akram Q. S.", "Akram QS".
fn by_initials(all: &[Word<'_>]) -> Option<SplitPoint> {
    let at = all.len() - run(all, INITIALS, true);
    (at > 0 && at < all.len() && run(all, SPELLED, false) == at).then(|| SplitPoint::family(at, at > 1))
}

/// The split by a patronymic: "Орлов Иван Петрович", "Иван Петрович Орлов".
fn by_patronymic(all: &[Word<'_>], context: &Context<'_>) -> Option<SplitPoint> {
    let [first, second, last] = all else { return None };
    let patronymic = |word: &Word<'_>| ends_like(word.text, "patronymics", context);
    if patronymic(second) && !patronymic(last) {
        return Some(SplitPoint::family_from(2, false));
    }
    // Family names may end likewise: "Анна Мария Абрамович".
    let surname = !first.text.is_ascii() || ends_like(first.text, "patronymic-surnames", context);
    (surname && first.kinds & GIVEN == 0 && patronymic(last)).then(|| SplitPoint::family(1, false))
}

/// Whether a word has one of the endings of a line.
fn ends_like(word: &str, key: &str, context: &Context<'_>) -> bool {
    let word = text::to_lowercase(word);
    context.words(&word, key).into_iter().any(|end| word.len() > end.len() && word.ends_with(end))
}

/// The split by well-known given names of the languages that write names in both orders, and by two family names after
/// them where the page's language has two.
fn by_given_names(all: &[Word<'_>], context: &Context<'_>) -> Option<SplitPoint> {
    let [first, .., last] = all else { return None };
    let given = first.kinds & GIVEN != 0;
    if given == (last.kinds & GIVEN != 0) {
        None
    } else if given {
        let names = run(all, GIVEN | INITIAL, false);
        let two = names + 2 == all.len() && run(all, SPELLED, true) > 1 && count(all, PARTICLE) == 0;
        Some(if two && context.is("double-surnames", "yes") {
            SplitPoint::family_from(names, true)
        } else {
            SplitPoint::given(all)
        })
    } else if context.words(last.text, "order").is_empty() {
        None
    } else {
        // A married woman's name in Hungarian: "Nagyné Kovács Éva".
        let married = first.text.ends_with("né");
        let at = if married { all.len() - run(all, GIVEN, true) } else { 1 };
        Some(SplitPoint::family(at, all.len() > 2))
    }
}

/// The split of a Vietnamese name, which begins with one of few family names. Without its marks a name of another
/// language may begin likewise; the other names of the page or a middle name show the difference.
fn vietnamese(person: &str, all: &[Word<'_>], context: &Context<'_>, page: bool) -> Option<SplitPoint> {
    let [first, .., last] = all else { return None };
    let tagged = context.is("order", "surname");
    let marked = is_vietnamese(person) || tagged;
    let middle = all.get(1).is_some_and(|word| context.has("middle-names", word.text));
    let certain = marked || page || all.len() > 2 && middle;
    let long = all.len() > 2 || tagged || page;
    let shown = long
        && is_surname(first.text, certain, context)
        && (marked && all.len() > 2 || !is_surname(last.text, true, context));
    if !shown && is_western(all, marked || page, context) {
        return Some(SplitPoint::family_from(all.len() - 1, true));
    }
    shown.then(|| SplitPoint::family(1, true))
}

/// Whether a Vietnamese name has its family name at the end, behind a middle name that looks like a particle: "Binh Van Nguyen".
fn is_western(all: &[Word<'_>], short: bool, context: &Context<'_>) -> bool {
    let [_, .., middle, last] = all else { return false };
    FULL && context.has("middle-names", middle.text) && is_surname(last.text, short, context)
}

/// Whether a word is a Vietnamese family name, or a short one that names of other languages begin with too.
fn is_surname(word: &str, short: bool, context: &Context<'_>) -> bool {
    let mut bare = String::new();
    for c in text::to_nfd(&text::to_lowercase(word)).chars() {
        if !text::latin::is_mark(c) {
            bare.push(if c == 'đ' { 'd' } else { c });
        }
    }
    context.has("surnames", &bare) || short && context.has("short-surnames", &bare)
}

/// The number of letters of a word in capitals; 0 of any other. Few may be initials.
fn count_capitals(word: &str) -> usize {
    let mut letters = 0;
    if word.any_char(char::is_uppercase_letter)
        && !word.any_char(char::is_lowercase_letter)
        && !word.contains_char('.')
    {
        for c in word.chars() {
            letters += usize::from(c.is_letter());
        }
    }
    letters
}

/// Whether a word is initials without dots, as indexes put them after the family name: one to three capitals.
pub(super) fn is_bare_initials(word: &str) -> bool {
    (1..4).contains(&word.char_count())
        && word.all_chars(char::is_uppercase_letter)
        && !people::is_suffix(word)
}

/// Whether a word is one initial, or has a dot as initials have.
fn is_initial(word: &str) -> bool {
    word.contains_char('.') || word.char_count() == 1
}

/// Whether a word is initials, with dots or without: `J.`, `J.-P.`, `Yu.`, `JP`.
pub(super) fn are_initials(word: &str) -> bool {
    let initial = |part: &str| {
        let rest = after_first(part);
        part.begins_with(char::is_uppercase_letter)
            && rest.all_chars(char::is_lowercase_letter)
            && after_first(rest).is_empty()
    };
    let dotted = word.ends_with('.') && text::split_any(word, ".-").into_iter().all(initial);
    dotted && !people::is_suffix(word) || is_bare_initials(word)
}

/// Whether a name has letters that only Vietnamese has.
fn is_vietnamese(name: &str) -> bool {
    name.any_char(|c| matches!(c, '\u{1ea0}'..='\u{1ef9}' | 'ơ' | 'Ơ' | 'ư' | 'Ư'))
}

/// The number of the word with which the family name begins as a rule: the last word, with the particles before it
/// ("van der Berg"), with words that make one name with it ("bin Abdullah", "Le Scao", "Silva Neto"), and with a second name
/// joined to it ("Silva e Souza").
fn family_start(all: &[Word<'_>]) -> usize {
    let word = |at: usize| all.get(at).map_or("", |word| word.text);
    let mut at = all.len() - 1;
    if at > 1 && people::is_agnomen(word(at)) {
        at -= 1;
    }
    if at > 2 && people::is_connective(word(at - 1)) {
        at -= 2;
    }
    while at > 1 && is_at(all, at - 1, PARTICLE | JOINED) {
        at -= 1;
    }
    at
}
