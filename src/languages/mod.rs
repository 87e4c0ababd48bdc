//! What is known of single languages: forms of address, words before numbers, words for kinds of theses, small words.
//!
//! Each language has one file, `src/languages/TAG.txt`; README.md there says what the lines mean. `mul.txt` has what is
//! used whatever the language. A program has all files (feature `languages`); a page loads those of its own languages.

use crate::prelude::*;
use crate::text;

/// The key of the first line of a file.
const FIRST_KEY: &str = "tag:";

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
        let starts = text::match_indices(text, FIRST_KEY);
        let starts = starts
            .into_iter()
            .filter(|at| text::split_at(text, *at).0.chars().next_back().is_none_or(|c| c == '\n'));
        let starts = starts.collect_vec();
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        starts.iter().zip(ends).filter_map(|(start, end)| text.get(*start..end)).collect_vec()
    }

    /// The language's BCP 47 tag; `mul` for what all languages share.
    pub fn tag(self) -> &'a str {
        self.line("tag")
    }

    /// The words of a line, which are separated by blanks; those of several words are joined by `_` there.
    pub fn words(self, key: &str) -> impl Iterator<Item = &'a str> {
        self.line(key).split_char(' ').filter(|word| !word.is_empty())
    }

    /// Whether a line has the word.
    pub fn has(self, key: &str, word: &str) -> bool {
        self.words(key).any(|listed| listed == word)
    }

    /// The text of a line behind its key; empty where there is no such line.
    pub fn line(self, key: &str) -> &'a str {
        let lines = self.text.split_char('\n');
        let values = lines.filter_map(|line| line.strip_prefix(key)?.strip_prefix(':'));
        values.map(str::trim).next().unwrap_or_default()
    }

    /// Whether a text has a letter of this language that few others have.
    fn has_letter_in(self, sample: &str) -> bool {
        let mut ranges = self.words("letters").filter_map(|range| {
            let mut ends = range.chars().filter(|c| *c != '-');
            let first = ends.next()?;
            Some(first..=ends.next().unwrap_or(first))
        });
        ranges.any(|range| sample.chars().any(|c| range.contains(&c)))
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

    /// The language with the primary subtag of a BCP 47 tag.
    pub fn get(self, tag: &str) -> Option<Language<'a>> {
        let primary = primary(tag);
        self.iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }
}

/// The languages at hand, and the tags of those that a page or a record is in.
#[derive(Clone, Debug, Default)]
pub struct Context<'a> {
    languages: Languages<'a>,
    tags: Vec<&'a str>,
}

impl<'a> Context<'a> {
    /// A context with these BCP 47 tags, of which some may be empty or unknown.
    pub fn new(languages: Languages<'a>, tags: Vec<&'a str>) -> Context<'a> {
        Context { languages, tags }
    }

    /// The languages whose words count in a text: what all languages share, those of the tags, and those whose letters are
    /// in the text.
    pub fn relevant(&self, text: &str) -> impl Iterator<Item = Language<'a>> {
        self.languages.iter().filter(move |language| {
            language.tag() == "mul"
                || self.tags.iter().any(|tag| language.tag().eq_ignore_ascii_case(primary(tag)))
                || language.has_letter_in(text)
        })
    }
}

/// The primary subtag of a BCP 47 tag.
fn primary(tag: &str) -> &str {
    text::split_at(tag, tag.find_any("-_").unwrap_or(tag.len())).0
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: &[&str] =
        &["tag: mul\n", "# A comment.\ntag: tr\nletters: ğ ı İ\nvolume: cilt c.\n", "tag: ru\nletters: а-я"];

    #[test]
    fn words_stand_behind_their_key() {
        let turkish = Languages::new(TEXTS).get("tr-TR").expect("Turkish");
        assert_eq!(turkish.words("volume").collect_vec(), ["cilt", "c."]);
        assert!(
            turkish.has("volume", "cilt") && !turkish.has("volume", "cil") && !turkish.has("vol", "cilt")
        );
        assert_eq!(turkish.words("issue").collect_vec(), [""; 0]);
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
            let context = Context::new(Languages::new(TEXTS), tags.to_vec());
            context.relevant(sample).map(Language::tag).collect_vec()
        };
        assert_eq!(tags(&["TR_tr"], ""), ["mul", "tr"]);
        assert_eq!(tags(&["en", ""], "Yıldız"), ["mul", "tr"]);
        assert_eq!(tags(&[], "Орлов"), ["mul", "ru"]);
        assert_eq!(tags(&["en"], "Yildiz"), ["mul"]);
    }

    #[test]
    #[cfg(feature = "languages")]
    fn every_file_names_its_language() {
        let tags = Languages::default().iter().map(Language::tag).collect_vec();
        assert!(tags.iter().all(|tag| !tag.is_empty()), "{tags:?}");
        assert_eq!(tags.iter().filter(|tag| **tag == "mul").count(), 1);
    }
}
