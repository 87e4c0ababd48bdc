//! `text-case` on content (specification, "Text-case").
//!
//! Words are found across formatted spans, so that `<i>E. coli</i>s` is one word. First the characters of the whole
//! content are copied to one row, then words are found and their changes decided, then the changes are applied to the
//! tree. Affixes and delimiters inside the content separate words; only `uppercase` and `lowercase` change them.

use crate::csl::content::{Content, Span, Tag};
use crate::csl::program::locale::DOTTED;
use crate::csl::program::{FontVariant, TextCase, VerticalAlign};
use crate::prelude::*;
use crate::text::{self, WordList, word_list};

/// What a text's language and the style want of letters.
#[derive(Clone, Copy, Debug, Default)]
pub struct Conventions {
    /// Whether the text is English. Title case applies to English only, and so does the lowering of words in sentence case.
    pub english: bool,
    /// Whether `i` and `ı` are two letters with the capitals `İ` and `I`, as in Turkish.
    pub dotted: bool,
    /// Whether what follows a prefix and a hyphen stays small in title case.
    pub prefixes: bool,
}

/// Prefixes that are no words by themselves.
const PREFIXES: WordList<'_> = word_list![
    "anti", "co", "de", "inter", "intra", "multi", "neo", "non", "pseudo", "re", "semi", "sub", "un",
];

/// The letters of the longest of them.
const LONGEST_PREFIX: usize = 6;

/// Applies `case` to `contents`. `nocase` spans are unchanged.
pub fn apply(contents: &mut [Content], case: TextCase, conventions: Conventions) {
    if DOTTED && conventions.dotted {
        contents.iter_mut().for_each(|content| change_all(content, apart));
    }
    match case {
        TextCase::Lowercase => {
            contents.iter_mut().for_each(|content| change_all(content, text::to_lowercase))
        }
        TextCase::Uppercase => {
            contents.iter_mut().for_each(|content| change_all(content, text::to_uppercase))
        }
        TextCase::Title if !conventions.english => {}
        _ => {
            let mut row = Row::default();
            contents.iter().for_each(|content| row.content(content, false));
            row.decide(case, conventions);
            row.apply_to(contents);
        }
    }
    if DOTTED && conventions.dotted {
        contents.iter_mut().for_each(|content| change_all(content, together));
    }
}

/// The text with the dot of `i` and `İ` apart from the letter, so that letters change as in any language.
fn apart(text: &str) -> String {
    let dotted = text::replace(&text::replace(text, "i", "i\u{307}"), "ı", "i");
    text::replace(&dotted, "İ", "I\u{307}")
}

/// The text with the letters that [`apart`] took apart.
fn together(text: &str) -> String {
    let dotless = text::replace(&text::replace(text, "i", "ı"), "ı\u{307}", "i");
    text::replace(&dotless, "I\u{307}", "İ")
}

/// Capitalises the first word after a colon, question mark or exclamation mark.
pub fn capitalize_subtitles(contents: &mut [Content]) {
    let mut row = Row::default();
    contents.iter().for_each(|content| row.content(content, false));
    let words = row.words();
    for at in 1..words.len() {
        if let Some(word) = words.get(at).filter(|_| row.begins_subtitle(&words, at)) {
            row.capitalize(*word);
        }
    }
    row.apply_to(contents);
}

fn change_all(content: &mut Content, change: fn(&str) -> String) {
    match content {
        Content::Text(text) => *text = change(text),
        Content::Span(span) if !is_fixed(span) => {
            for text in [&mut span.prefix, &mut span.suffix, &mut span.delimiter] {
                if !text.is_empty() {
                    *text = change(text);
                }
            }
            span.children.iter_mut().for_each(|child| change_all(child, change));
        }
        Content::Span(_) => {}
    }
}

/// Whether the letters of a span are unchanged: `nocase`, what is apart from the text, superscripts, subscripts, and small capitals of a field.
fn is_fixed(span: &Span) -> bool {
    let format = &span.format;
    span.nocase
        || span.tag == Tag::Apart
        || matches!(format.vertical_align, Some(VerticalAlign::Sup | VerticalAlign::Sub))
        || span.tag == Tag::Markup && format.font_variant == Some(FontVariant::SmallCaps)
}

/// The change of a character.
#[derive(Clone, Copy, PartialEq)]
enum Change {
    Keep,
    Up,
    Down,
}

/// A character of the content.
#[derive(Clone, Copy)]
struct Cell {
    c: char,
    /// Whether no rule changes it.
    fixed: bool,
    /// Whether it only separates words: a character of an affix or delimiter, or a quotation mark.
    between: bool,
    change: Change,
}

#[derive(Default)]
struct Row {
    cells: Vec<Cell>,
}

/// A word: a run of letters, digits, and the full stops, apostrophes and underscores between them.
#[derive(Clone, Copy)]
struct WordRange {
    from: usize,
    to: usize,
    /// Whether it is the first word, or follows a colon, question mark or exclamation mark.
    begins: bool,
    /// Whether no other word follows.
    last: bool,
    /// Whether a full stop inside it is followed by two letters, as in `CNN.com`, or it is joined to such a word, `@` or
    /// `#` without a blank.
    address: bool,
}

impl Row {
    /// Makes the changes that were decided.
    fn apply_to(&self, contents: &mut [Content]) {
        if self.cells.iter().any(|cell| cell.change != Change::Keep) {
            let mut cells = self.cells.iter();
            contents.iter_mut().for_each(|content| apply_changes(content, &mut cells));
        }
    }

    fn content(&mut self, content: &Content, fixed: bool) {
        match content {
            Content::Text(text) => self.text(text, fixed, false),
            Content::Span(span) if !content.is_empty() => self.span(span, fixed),
            Content::Span(_) => {}
        }
    }

    fn text(&mut self, text: &str, fixed: bool, between: bool) {
        self.cells.reserve(text.len());
        for c in text.chars() {
            self.cells.push(Cell { c, fixed, between, change: Change::Keep });
        }
    }

    fn span(&mut self, span: &Span, fixed: bool) {
        let fixed = fixed || is_fixed(span);
        let mark = if span.quotes { "\"" } else { "" };
        self.text(&span.prefix, true, true);
        self.text(mark, true, true);
        let mut first = true;
        for child in span.children.iter().filter(|child| !child.is_empty()) {
            if !first {
                self.text(&span.delimiter, true, true);
            }
            first = false;
            self.content(child, fixed);
        }
        self.text(mark, true, true);
        self.text(&span.suffix, true, true);
    }

    fn char(&self, at: usize) -> Option<char> {
        self.cells.get(at).map(|cell| cell.c)
    }

    fn decide(&mut self, case: TextCase, Conventions { english, prefixes, .. }: Conventions) {
        let words = self.words();
        let all_capitals = english && self.all_capitals(&words);
        for (at, word) in words.iter().enumerate() {
            let first = at == 0;
            match case {
                TextCase::Title if prefixes && self.follows_prefix(*word) => {}
                TextCase::Title => self.title(*word, first, all_capitals),
                TextCase::Sentence => self.sentence(*word, first, all_capitals, english),
                TextCase::CapitalizeAll => self.capitalize(*word),
                _ if first => self.capitalize(*word),
                _ => {}
            }
        }
    }

    fn words(&self) -> Vec<WordRange> {
        let mut words: Vec<WordRange> = Vec::new();
        let mut at = 0;
        let mut begins = true;
        // Whether the characters since the latest blank are an address.
        let mut address = false;
        while let Some(c) = self.char(at) {
            if !c.is_letter_or_number() {
                begins |= matches!(c, ':' | '?' | '!');
                address = !c.is_whitespace() && (address || matches!(c, '@' | '#'));
                at += 1;
                continue;
            }
            let to = self.word_end(at);
            address |= self.dotted(at, to) || self.is_scheme(to);
            words.push(WordRange { from: at, to, begins, last: false, address });
            begins = false;
            at = to;
        }
        if let Some(word) = words.last_mut() {
            word.last = true;
        }
        words
    }

    fn word_end(&self, from: usize) -> usize {
        let letter = |at| self.char(at).is_some_and(char::is_letter_or_number);
        let mut to = from + 1;
        while let Some(c) = self.char(to) {
            let joins = (matches!(c, '.' | '_') || is_apostrophe(c)) && letter(to + 1);
            if !c.is_letter_or_number() && !joins && !is_combining(c) {
                break;
            }
            to += 1;
        }
        to
    }

    /// Whether a full stop inside the word is followed by two letters.
    fn dotted(&self, from: usize, to: usize) -> bool {
        let letter = |at: usize| at < to && self.char(at).is_some_and(char::is_letter);
        (from..to).any(|at| self.char(at) == Some('.') && letter(at + 1) && letter(at + 2))
    }

    /// Whether a word that ends here is the scheme of an address: `://` follows.
    fn is_scheme(&self, to: usize) -> bool {
        "://".chars().enumerate().all(|(at, c)| self.char(to + at) == Some(c))
    }

    /// Whether all letters are capitals, in more than two words (unlike the name `PLOS ONE`), so that capitals carry no
    /// information.
    fn all_capitals(&self, words: &[WordRange]) -> bool {
        let free = || self.cells.iter().filter(|cell| !cell.between && !cell.fixed);
        let long =
            |word: &&WordRange| self.slice(**word).iter().filter(|cell| cell.c.is_letter()).count() > 1;
        words.iter().filter(long).count() > 2 && !free().any(|cell| cell.c.is_lowercase_letter())
    }

    fn slice(&self, word: WordRange) -> &[Cell] {
        self.cells.get(word.from..word.to).unwrap_or_default()
    }

    fn set(&mut self, from: usize, to: usize, change: Change) {
        for cell in self.cells.get_mut(from..to).unwrap_or_default() {
            if !cell.fixed {
                cell.change = change;
            }
        }
    }

    /// Whether a word has letters that may change, and no capital.
    fn lowercase(&self, word: WordRange) -> bool {
        let cells = self.slice(word);
        cells.iter().any(|cell| !cell.fixed) && !cells.iter().any(|cell| cell.c.is_uppercase_letter())
    }

    /// Capitalises a lowercase word.
    fn capitalize(&mut self, word: WordRange) {
        // A letter before a full stop (`o.O.`) counts as a word.
        let lowercase = self.lowercase(word) || self.char(word.from + 1) == Some('.');
        if !word.address && lowercase && !self.is_symbol(word) {
            self.set(word.from, word.from + 1, Change::Up);
        }
    }

    /// Whether a word is a single Greek letter, as in β-carotene.
    fn is_symbol(&self, word: WordRange) -> bool {
        word.to - word.from == 1 && matches!(self.char(word.from), Some('\u{370}'..='\u{3ff}'))
    }

    /// Decides title case for a word.
    fn title(&mut self, word: WordRange, first: bool, all_capitals: bool) {
        if word.address {
            return;
        }
        if all_capitals {
            self.set(word.from + 1, word.to, Change::Down);
        } else if !self.lowercase(word) {
            return;
        }
        let edge = first || word.begins || word.last;
        let small = match self.slice(word) {
            [one] => !first && self.stays_small(word, one.c),
            // French and Italian elisions: d’un, l’état.
            [_, apostrophe, ..] => !first && !word.begins && matches!(apostrophe.c, '’' | '\'' | '‘'),
            [] => true,
        };
        let abbreviation = !word.begins && self.slice(word).iter().any(|cell| cell.c == '.');
        // The first part of a compound is capitalised even when it is a preposition: `Pro-Environmental`.
        let heads = self.char(word.to) == Some('-') && !self.follows_hyphen(word);
        let stop = !edge && !heads && self.is_stop_word(word);
        if small || abbreviation || stop {
            self.set(word.from, word.from + 1, Change::Down);
        } else {
            self.capitalize_anyway(word);
        }
    }

    /// Capitalises a word even if it has capitals.
    fn capitalize_anyway(&mut self, word: WordRange) {
        if !self.is_symbol(word) {
            self.set(word.from, word.from + 1, Change::Up);
        }
    }

    /// Whether a word of one letter follows a hyphen or an apostrophe (`4-h`, `’n’`).
    fn stays_small(&self, word: WordRange, letter: char) -> bool {
        let before = word.from.checked_sub(1).and_then(|at| self.char(at));
        letter.is_letter() && before.is_some_and(|c| c == '-' || is_apostrophe(c))
    }

    /// Whether a word begins a subtitle, and is no particle of a name, which keeps its small letter.
    fn begins_subtitle(&self, words: &[WordRange], at: usize) -> bool {
        let Some(word) = words.get(at) else { return false };
        let is_particle = || {
            let text = self.slice(*word).iter().map(|cell| cell.c).collect_string();
            let next = words.get(at + 1);
            word_list!["van", "von", "de", "der", "den", "di", "da", "du", "la", "le", "al", "el"]
                .contains(&text)
                && next.is_some_and(|next| self.char(next.from).is_some_and(char::is_uppercase_letter))
        };
        word.begins && self.follows_blank(*word) && !is_particle()
    }

    /// Whether a blank or an opening quotation mark precedes a word, as after the colon of “On water: a study”; not in “10:a”.
    fn follows_blank(&self, word: WordRange) -> bool {
        let before = word.from.checked_sub(1).and_then(|at| self.char(at));
        before.is_some_and(|c| c.is_whitespace() || matches!(c, '"' | '\'' | '“' | '‘' | '«'))
    }

    fn follows_hyphen(&self, word: WordRange) -> bool {
        word.from.checked_sub(1).and_then(|at| self.char(at)) == Some('-')
    }

    /// Whether a small word follows a prefix and a hyphen.
    fn follows_prefix(&self, word: WordRange) -> bool {
        if !self.follows_hyphen(word) || !self.lowercase(word) {
            return false;
        }
        let mut prefix = String::new();
        let before = self.cells.get(..word.from - 1).unwrap_or_default().iter().rev();
        for cell in before.take(LONGEST_PREFIX + 1).take_while(|cell| cell.c.is_letter()) {
            prefix.insert(0, cell.c.to_ascii_lowercase());
        }
        // `Pre-Infection Levels` is before an infection, while `pre-training` is one word.
        let verb = || "gd".contains_char(self.char(word.to - 1).unwrap_or(' '));
        PREFIXES.contains(&prefix) || prefix == "pre" && verb()
    }

    fn is_stop_word(&self, word: WordRange) -> bool {
        let mut small = String::new();
        for cell in self.slice(word) {
            small.push(cell.c.to_ascii_lowercase());
        }
        text::title_case::is_stop_word(&small)
    }

    /// Decides sentence case for a word. The specification changes the first word only; the test suite lowers other words
    /// with one initial capital too. Words with other capitals (`NASA`, `iPhone`, `McDonald`, `I`) are unchanged.
    fn sentence(&mut self, word: WordRange, first: bool, all_capitals: bool, english: bool) {
        if word.address {
            return;
        }
        let cells = self.slice(word);
        let capitals = cells.iter().filter(|cell| cell.c.is_uppercase_letter()).count();
        let plain = match cells {
            [one] => one.c != 'I',
            [one, ..] => {
                capitals == 1 && one.c.is_uppercase_letter() && !cells.iter().any(|cell| cell.c == '.')
            }
            [] => false,
        };
        if first {
            if all_capitals {
                self.set(word.from + 1, word.to, Change::Down);
            } else {
                self.capitalize(word);
            }
        } else if all_capitals || english && plain {
            self.set(word.from, word.to, Change::Down);
        }
    }
}

/// Whether a character is an apostrophe, or one that is typed for it.
fn is_apostrophe(c: char) -> bool {
    "'’‘`´′".contains_char(c)
}

/// Whether a character is a combining mark, which belongs to the letter before.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Applies the changes to the tree, in the order in which the row was filled.
fn apply_changes<'a>(content: &mut Content, cells: &mut (impl Iterator<Item = &'a Cell> + Clone)) {
    match content {
        Content::Text(text) => {
            let mut out = String::with_capacity(text.len());
            for cell in cells.by_ref().take(text.char_count()) {
                match cell.change {
                    Change::Keep => out.push(cell.c),
                    Change::Up => out.push_str(&text::char_to_uppercase(cell.c)),
                    Change::Down => out.push_str(&text::char_to_lowercase(cell.c)),
                }
            }
            *text = out;
        }
        Content::Span(_) if content.is_empty() => {}
        Content::Span(span) => {
            for child in &mut span.children {
                while cells.clone().next().is_some_and(|cell| cell.between) {
                    cells.next();
                }
                apply_changes(child, cells);
            }
            while cells.clone().next().is_some_and(|cell| cell.between) {
                cells.next();
            }
        }
    }
}

#[cfg(test)]
mod tests;
