//! What is known of single languages: forms of address, words before numbers, words for kinds of theses, small words.
//!
//! Each language has one file, `src/languages/TAG.txt`; README.md there says what the lines mean. `mul.txt` has what is
//! used whatever the language. A program has all files (feature `languages`); a page loads those of its own languages.

pub mod honorifics;
mod phrase;

use crate::prelude::*;
use crate::text::{self, concat};

/// The key of the first line of a file.
const FIRST_KEY: &str = "tag:";

/// The tag of the file that has what all languages share.
const SHARED: &str = "mul";

/// The files inside the crate.
#[cfg(feature = "languages")]
const INCLUDED: &[&str] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));
#[cfg(not(feature = "languages"))]
const INCLUDED: &[&str] = &[include_str!("mul.txt")];

/// What is known of one language: the text of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language<'a> {
    text: &'a str,
}

impl<'a> Language<'a> {
    /// The files that a text holds one behind the other: each begins with its tag.
    pub fn in_text(text: &'a str) -> Vec<&'a str> {
        let mut files = Vec::new();
        let (mut start, mut end) = (0, 0);
        for line in text.split_char('\n') {
            if line.starts_with(FIRST_KEY) {
                files.extend(text.get(start..end).filter(|file| !file.is_empty()));
                start = end;
            }
            end += line.len() + 1;
        }
        let last = text::split_at(text, start).1;
        if last.starts_with(FIRST_KEY) {
            files.push(last);
        }
        files
    }

    /// The text of its file.
    pub fn text(self) -> &'a str {
        self.text
    }

    /// The language's BCP 47 tag; `mul` for what all languages share.
    pub fn tag(self) -> &'a str {
        self.line("tag")
    }

    /// The words of a line, which are separated by blanks; those of several words are joined by `_` there.
    pub fn words(self, key: &str) -> Vec<&'a str> {
        text::split_any(self.line(key), " ")
    }

    /// The text of a line behind its key; empty where there is no such line.
    pub fn line(self, key: &str) -> &'a str {
        for line in self.text.split_char('\n') {
            if let Some(value) = line.strip_prefix(key).and_then(|rest| rest.strip_prefix(':')) {
                return value.trim();
            }
        }
        ""
    }

    /// Whether this is the language of a BCP 47 tag, of a code of ISO 639-2, or of a name: `tr-TR`, `tur`, `Türkçe`, `Turkish`.
    fn is_named(self, tag: &str) -> bool {
        let names = [" ", self.tag(), " ", self.line("codes"), " ", self.line("names"), " "];
        let names = text::to_lowercase(&concat(&names));
        let tag = text::replace(&text::to_lowercase(tag), " ", "_");
        let listed = |tag: &str| !tag.is_empty() && text::contains(&names, &concat(&[" ", tag, " "]));
        listed(&tag) || listed(text::before_any(&tag, "-_"))
    }
}

/// A language that counts in texts with its letters.
#[derive(Clone, Debug)]
struct Other<'a> {
    language: Language<'a>,
    /// Letters that few other languages have, and ranges of them: `ğ`, `а-я`. They are split once, like the lines of the
    /// languages that always count.
    letters: Vec<&'a str>,
}

impl Other<'_> {
    fn counts_in(&self, sample: &str) -> bool {
        self.letters.iter().any(|range| {
            let mut ends = range.chars();
            let Some(first) = ends.next() else { return false };
            let last = ends.next_back().unwrap_or(first);
            sample.chars().any(|c| first <= c && c <= last)
        })
    }
}

/// The languages at hand.
#[derive(Clone, Copy, Debug)]
pub struct Languages<'a> {
    texts: &'a [&'a str],
}

/// Those inside the crate.
impl Default for Languages<'_> {
    fn default() -> Self {
        Languages { texts: INCLUDED }
    }
}

impl<'a> Languages<'a> {
    /// Languages by the texts of their files.
    pub fn new(texts: &'a [&'a str]) -> Languages<'a> {
        Languages { texts }
    }

    /// The texts of the files inside the crate, and these.
    pub fn texts_with(added: &'a [String]) -> Vec<&'a str> {
        INCLUDED.iter().copied().chain(added.iter().map(String::as_str)).collect_vec()
    }

    /// All of them.
    pub fn iter(self) -> impl Iterator<Item = Language<'a>> {
        self.texts.iter().map(|text| Language { text })
    }

    /// What all languages share.
    #[cfg(feature = "full")]
    pub fn shared(self) -> Option<Language<'a>> {
        self.iter().find(|language| language.tag() == SHARED)
    }

    /// The language of a BCP 47 tag, a code or a name.
    pub fn get(self, tag: &str) -> Option<Language<'a>> {
        self.iter().find(|language| language.is_named(tag))
    }
}

/// The languages at hand, and those of them that a page or a record is in.
#[derive(Clone, Debug)]
pub struct Context<'a> {
    /// The lines that count in every text: what all languages share, and those of the tags. They are split once, because
    /// every name of a page needs them.
    lines: Vec<Line<'a>>,
    /// The other languages, which count in texts with their letters.
    others: Vec<Other<'a>>,
}

/// A line of a language that counts in every text.
#[derive(Clone, Debug)]
struct Line<'a> {
    key: &'a str,
    words: Vec<&'a str>,
}

/// No tags, and the languages inside the crate.
impl Default for Context<'_> {
    fn default() -> Self {
        Context::new(Languages::default(), Vec::new())
    }
}

impl<'a> Context<'a> {
    /// A context with these BCP 47 tags, of which some may be empty or unknown.
    pub fn new(languages: Languages<'a>, tags: Vec<&str>) -> Context<'a> {
        let mut context = Context { lines: Vec::new(), others: Vec::new() };
        for language in languages.iter() {
            if language.tag() == SHARED || tags.iter().any(|tag| language.is_named(tag)) {
                for line in language.text.split_char('\n') {
                    let (key, words) = text::split_once(line, ":").unwrap_or_default();
                    context.lines.push(Line { key, words: text::split_any(words, " ") });
                }
            } else {
                context.others.push(Other { language, letters: language.words("letters") });
            }
        }
        context
    }

    /// The words of the lines of the languages that count in a text: what all languages share does, those of the tags, and
    /// those whose letters are in the text.
    pub fn words(&self, sample: &str, key: &str) -> Vec<&'a str> {
        let mut words = Vec::new();
        self.each_word(sample, key, &mut |word| words.push(word));
        words
    }

    /// Calls a function with each of [`Context::words`]. A list of them for each question would take most of the time that
    /// the names of a page take. (A function that returned a `bool` would have the type of those that print in the standard
    /// library, and the module would keep these, 1 kB.)
    pub fn each_word(&self, sample: &str, key: &str, call: &mut dyn FnMut(&'a str)) {
        for line in &self.lines {
            if line.key == key {
                line.words.iter().for_each(|word| call(word));
            }
        }
        if !sample.is_ascii() {
            for other in &self.others {
                if other.counts_in(sample) {
                    other.language.words(key).iter().for_each(|word| call(word));
                }
            }
        }
    }

    /// The words of a line of all languages at hand, each with whether its language counts in a text.
    pub fn all_words(&self, sample: &str, key: &str) -> Vec<(&'a str, bool)> {
        let mut words = Vec::new();
        for word in self.words(sample, key) {
            words.push((word, true));
        }
        for other in &self.others {
            if !other.counts_in(sample) {
                for word in other.language.words(key) {
                    words.push((word, false));
                }
            }
        }
        words
    }

    /// Whether a language of the tags has the word in a line.
    pub fn is(&self, key: &str, word: &str) -> bool {
        self.has_beside("", key, word)
    }

    /// Whether a language that counts in the word has it in a line.
    pub fn has(&self, key: &str, word: &str) -> bool {
        self.has_beside(word, key, word)
    }

    /// Whether a language that counts in the text beside the word has it in a line.
    pub fn has_beside(&self, beside: &str, key: &str, word: &str) -> bool {
        let mut has = false;
        self.each_word(beside, key, &mut |known| has |= known == word);
        has
    }

    /// A text in lower case by the rules of the languages that count for it and the text beside it: in Turkish `I` becomes
    /// `ı`.
    pub fn to_lowercase(&self, text: &str, beside: &str) -> String {
        let mut text = text.to_owned();
        for pair in self.words(beside, "lowercase") {
            let lower = text::after_first(pair);
            let upper = text::split_at(pair, pair.len() - lower.len()).0;
            text = text::replace(&text, upper, lower);
        }
        text::to_lowercase(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: &[&str] =
        &["tag: mul\n", "# A comment.\ntag: tr\nletters: ğ ı İ\nvolume: cilt c.\n", "tag: ru\nletters: а-я"];

    #[test]
    fn words_stand_behind_their_key() {
        let turkish = Languages::new(TEXTS).get("tr-TR").expect("Turkish");
        assert_eq!(turkish.words("volume"), ["cilt", "c."]);
        assert!(turkish.words("volume").contains(&"cilt") && turkish.words("vol").is_empty());
        assert_eq!(turkish.words("issue"), [""; 0]);
        assert_eq!(Languages::new(TEXTS).get("t"), None);
    }

    #[test]
    fn a_text_may_hold_several_files() {
        assert_eq!(
            Language::in_text("tag: ar\nx: a tag: b\ntag: bg\n"),
            ["tag: ar\nx: a tag: b\n", "tag: bg\n"]
        );
        assert_eq!(Language::in_text("<html>"), [""; 0]);
    }

    #[test]
    fn tags_and_letters_show_the_language() {
        let tags = |tags: &[&'static str], sample: &str| {
            Context::new(Languages::new(TEXTS), tags.to_vec()).words(sample, "tag")
        };
        assert_eq!(tags(&["TR_tr"], ""), ["mul", "tr"]);
        assert_eq!(tags(&["en", ""], "Yıldız"), ["mul", "tr"]);
        assert_eq!(tags(&[], "Орлов"), ["mul", "ru"]);
        assert_eq!(tags(&["en"], "Yildiz"), ["mul"]);
    }

    #[test]
    fn words_of_other_languages_are_marked() {
        let context = Context::new(Languages::new(TEXTS), vec!["tr"]);
        assert_eq!(context.words("", "volume"), ["cilt", "c."]);
        assert_eq!(context.all_words("", "tag"), [("mul", true), ("tr", true), ("ru", false)]);
        assert!(context.is("volume", "c.") && !context.is("volume", "volume") && !context.is("volume", ""));
    }

    #[test]
    #[cfg(feature = "languages")]
    fn every_file_names_its_language() {
        let tags = Languages::default().iter().map(Language::tag).collect_vec();
        assert!(tags.iter().all(|tag| !tag.is_empty()), "{tags:?}");
        assert_eq!(tags.iter().filter(|tag| **tag == SHARED).count(), 1);
        let named = Languages::default().iter().filter(|language| language.tag() != SHARED);
        for language in named {
            assert!(
                !language.words("names").is_empty() && !language.words("codes").is_empty(),
                "{language:?}"
            );
        }
    }

    #[test]
    #[cfg(feature = "languages")]
    fn every_line_has_a_key_of_the_readme() {
        let readme = include_str!("README.md");
        for language in Languages::default().iter() {
            let mut keys: Vec<&str> = Vec::new();
            for line in language.text.lines().filter(|line| !line.starts_with('#')) {
                let (key, words) = line.split_once(": ").expect(line);
                assert!(readme.contains(&format!("`{key}`")), "{key} in {}", language.tag());
                assert!(!keys.contains(&key), "{key} twice in {}", language.tag());
                assert!(!words.contains("  ") && words.trim() == words, "{line}");
                keys.push(key);
            }
        }
    }

    #[test]
    #[cfg(feature = "languages")]
    fn languages_have_codes_and_names() {
        let tag = |name: &str| Languages::default().get(name).map_or("", Language::tag);
        assert_eq!(
            ["por", "Turkish", "español", "zh-Hant", "GER", "русский"].map(tag),
            ["pt", "tr", "es", "zh", "de", "ru"]
        );
        assert_eq!(["", "x", "mu", "Klingon"].map(tag), [""; 4]);
    }
}
