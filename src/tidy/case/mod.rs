//! Sentence case for titles, by evidence.
//!
//! CSL's titles are in sentence case: a style in Title Case derives that from it, and no style can do the opposite,
//! because the names among the capitals are lost. So a title stored in Title Case or in capitals is put into lower case,
//! all but what the record's other texts, or a lexicon, show to be a name or an abbreviation. A title stored as a
//! sentence stays as it is, and so does one in a language other than English, where capitals have other rules.
//!
//! [`words`] splits texts, [`title`] holds the words of the title with the evidence that [`evidence`] counts, and
//! [`choice`] decides for each word by evidence, lexicon and letters, in this order.

mod choice;
mod evidence;
mod fingerprint;
mod foreign;
mod language;
mod lexicon;
mod names;
mod people;
mod phrases;
mod places;
mod taxa;
mod title;
mod why;
mod words;

use crate::extent::FULL;
use crate::item::{Item, Rule, Value};
use crate::languages::Language;
use crate::prelude::*;
use crate::text::latin::begins_with_ij;
use crate::text::small_words::is_small_word;
use crate::text::{self, concat};
use crate::tidy::options::Evidence;
use crate::tidy::report::Report;
use crate::vocabulary::{ItemType, Variable};
use language::Rules;
use lexicon::Pattern;
use title::{Source, Word};
use why::Why;
use words::{Shape, Token};

/// Titles of more words stay as they are stored, which bounds the work for hostile records.
const LONGEST: usize = 150;

/// A title in capitals of so many words is no list of abbreviations, whatever its language is.
const PLAIN_SENTENCE: usize = 4;

/// Repairs the case of the title and of its short form.
pub(super) fn repair(report: &mut Report, item: &mut Item, evidence: &Evidence<'_>) {
    if item.item_type == ItemType::Software {
        return;
    }
    for variable in [Variable::Title, Variable::TitleShort] {
        let Some(Value::Text(title)) = item.remove(variable) else { continue };
        let mut part = |text: &str| repaired(report, variable, text, item, evidence);
        let repaired = match if FULL { capitals_before_subtitle(&title) } else { None } {
            None => part(&title),
            Some((main, subtitle)) => part(main).map(|main| {
                let repaired = part(subtitle);
                concat(&[&main, ": ", repaired.as_deref().unwrap_or(subtitle)])
            }),
        };
        item.set(variable, repaired.unwrap_or(title));
    }
}

/// A title in capitals and the ordinary subtitle behind it, as platforms join them that ask for two fields: `WATER IN SMALL
/// TOWNS: A case study`. Each is repaired by itself; pages do without.
fn capitals_before_subtitle(title: &str) -> Option<(&str, &str)> {
    title.rsplit_once(": ").filter(|(main, subtitle)| {
        let [words, others] = [main, subtitle].map(|part| title::words(part, true));
        let in_words = words.iter().any(|word| word.function || is_small_word(&word.key));
        let ordinary =
            subtitle.any_char(char::is_lowercase_letter) && !others.iter().any(choice::is_long_in_capitals);
        words.len() >= PLAIN_SENTENCE && in_words && choice::is_in_capitals(&words) && ordinary
    })
}

/// The title in sentence case; `None` where it stays.
fn repaired(
    report: &mut Report,
    variable: Variable,
    title: &str,
    item: &Item,
    evidence: &Evidence<'_>,
) -> Option<String> {
    let text = |variable| item.text(variable).unwrap_or("");
    let rules = language::rules(title, text(Variable::Language), text(Variable::Abstract));
    let english = rules == Some(Rules::English);
    let mut words = title::words(title, !english);
    if words.len() > LONGEST {
        return None;
    }
    let in_capitals = choice::is_in_capitals(&words);
    let small_words = !english && !in_capitals;
    if small_words && !foreign::is_in_title_case(&words, rules)
        || rules.is_none() && words.len() < PLAIN_SENTENCE
    {
        return None;
    }
    phrases::mark(&mut words);
    collect(&mut words, item, evidence, !english);
    // The title of a data set is often a phrase of the repository, the title of a paper, and words of the author's own.
    if item.item_type == ItemType::Dataset {
        choice::fix_sentences(&mut words);
    }
    if !small_words {
        people::mark(&mut words, in_capitals);
    }
    let stays = if in_capitals { !report.options.allows(Rule::AllCaps) } else { choice::is_sentence(&words) };
    if stays && !small_words {
        return None;
    }
    let rules = rules.unwrap_or(Rules::Other);
    let tag = if rules == Rules::German { "de" } else { text(Variable::Language) };
    TitleWriter {
        report,
        field: variable.word(),
        rules,
        language: if FULL && rules != Rules::English { evidence.languages.get(tag) } else { None },
        capitals: in_capitals,
        unsure: String::new(),
    }
    .write(title, &words)
}

/// Collects how the record's other texts and the cited works write the words of the title.
fn collect<'e>(words: &mut [Word<'_, 'e>], item: &'e Item, evidence: &Evidence<'e>, elided: bool) {
    for (variable, source) in [
        (Variable::Abstract, Source::Abstract),
        (Variable::Keyword, Source::Keywords),
        (Variable::ContainerTitle, Source::Journal),
    ] {
        // A book's title is in Title Case as a rule, and speaks of the same things as its chapters.
        if source != Source::Journal || item.item_type == ItemType::ArticleJournal {
            evidence::collect(words, item.text(variable).unwrap_or(""), source, elided);
        }
    }
    for cited in evidence.cited {
        evidence::collect(words, cited, Source::Cited, elided);
    }
}

/// Writes a title in sentence case and reports what changed.
struct TitleWriter<'w> {
    report: &'w mut Report,
    field: &'static str,
    rules: Rules,
    /// The language of a title that is not English, where its words are at hand.
    language: Option<Language<'w>>,
    /// Whether the title is stored in capitals.
    capitals: bool,
    /// Words that were put into lower case without evidence, in quotation marks.
    unsure: String,
}

impl TitleWriter<'_> {
    /// The title in sentence case; `None` where a word is undecided, or where that has no small letter, because it could
    /// not be distinguished from a title stored in capitals.
    fn write(&mut self, title: &str, words: &[Word<'_, '_>]) -> Option<String> {
        let mut out = String::with_capacity(title.len());
        let [repairs, warnings] = [self.report.repairs.len(), self.report.warnings.len()];
        let mut done = 0;
        let (mut has_lower, mut undecided) = (false, false);
        for (at, word) in words.iter().enumerate() {
            let token = word.token;
            out.push_str(title.get(done..token.from).unwrap_or(""));
            done = token.from + token.text.len();
            let mut choice = if FULL && self.rules != Rules::English && !self.capitals {
                foreign::small_word(word, self.rules)
            } else {
                choice::choose(words, at, self.capitals, self.rules)
            };
            if FULL
                && self.capitals
                && let Some(language) = self.language
            {
                choice = foreign::by_language(&word.key, choice, language);
            }
            let (pattern, why) = choice;
            undecided |= why == Why::Nothing && pattern.is_none();
            let mut written = self.written(word, pattern);
            self.warning(word, &written, why);
            let rule = self.rule(pattern);
            if !self.report.options.allows(rule) {
                written = token.text.to_owned();
            } else if written != token.text && !self.capitals {
                self.report.repaired(self.field, token.text, &written, rule, &reason(why));
            }
            has_lower |= written.any_char(char::is_lowercase_letter);
            out.push_str(&written);
        }
        if !has_lower || undecided {
            self.report.repairs.truncate(repairs);
            self.report.warnings.truncate(warnings);
            return None;
        }
        out.push_str(title.get(done..).unwrap_or(""));
        if self.capitals && out != title {
            self.report.repaired(self.field, title, &out, Rule::AllCaps, "all letters are capitals");
        }
        if !self.unsure.is_empty() {
            let list = self.unsure.trim_start_any(", ");
            let message = ["These words of the title may be names: ", list, "."];
            self.report.warning(self.field, &message);
        }
        Some(out)
    }

    /// A word as it is to be written in its place.
    fn written(&self, word: &Word<'_, '_>, pattern: Option<Pattern<'_>>) -> String {
        let Token { text, gap, fixed, from, .. } = word.token;
        let lower = words::shape(text) == Shape::Lower;
        // In Title Case only a function word is small at the beginning by mistake: `k·p Method`, `tidedata: A Tool`.
        let meant = from == 0 && lower && !word.function && !self.capitals;
        // Other languages than English have a small letter after a colon.
        let begins = gap.begins && !meant && (self.rules == Rules::English || from == 0 || gap.mark != ':');
        let pattern = match pattern {
            None if fixed => return text.to_owned(),
            None if begins && lower => Pattern::CAPITALIZED,
            None => Pattern::Like(text),
            // After a dash either is right, so the stored capital stays.
            Some(Pattern::LOWERCASE) if begins || gap.dash && !lower => Pattern::CAPITALIZED,
            Some(pattern) => pattern,
        };
        cased(text, pattern, self.rules == Rules::Turkish)
    }

    /// The rule that a repair to this pattern belongs to.
    fn rule(&self, pattern: Option<Pattern<'_>>) -> Rule {
        match pattern {
            Some(Pattern::CAPITALIZED) if self.capitals => Rule::ProperNoun,
            Some(Pattern::CAPITALIZED | Pattern::LOWERCASE) | None => Rule::SentenceCase,
            Some(_) => Rule::RestoreAcronym,
        }
    }

    fn warning(&mut self, word: &Word<'_, '_>, to: &str, why: Why<'_>) {
        match why {
            Why::Conflict(other) => {
                let message = ["“", to, "” is written “", other, "” as well."];
                self.report.warning(self.field, &message);
            }
            Why::Nothing
                if to != word.token.text
                    && self.rules == Rules::English
                    && !lexicon::is_common(&word.key) =>
            {
                self.unsure.push_str(&concat(&[", “", to, "”"]));
            }
            _ => {}
        }
    }
}

/// The evidence for a repair, in words.
fn reason(why: Why<'_>) -> String {
    let known = match why {
        Why::Evidence(source, form) => {
            let text = match source {
                Source::Abstract => "the abstract",
                Source::Keywords => "the keywords",
                Source::Cited => "a cited title",
                Source::Journal => "the journal’s name",
            };
            let verb = if source == Source::Keywords { " have “" } else { " has “" };
            return concat(&[text, verb, form, "”"]);
        }
        Why::Function => "a function word",
        Why::Known => "a known name or abbreviation",
        Why::Form => "its letters",
        Why::Conflict(_) => "most of the record’s texts write it so",
        Why::Nothing => "nothing shows that it is a name",
    };
    known.to_owned()
}

/// A word with the case of a pattern, letter by letter; what the pattern does not cover is in lower case.
fn cased(word: &str, pattern: Pattern<'_>, turkish: bool) -> String {
    let base = words::base(word).len();
    let mut out = String::with_capacity(word.len());
    let (mut capitals, mut like) = match pattern {
        Pattern::CAPITALIZED if begins_with_ij(word) => (2, "".chars()),
        Pattern::Capitals(count) => (count, "".chars()),
        Pattern::Like(form) => (0, form.chars()),
    };
    for (at, c) in word.char_indices() {
        let upper = capitals > 0 || like.next().is_some_and(char::is_uppercase_letter);
        capitals = capitals.saturating_sub(1);
        let other = match c {
            _ if upper && at < base => text::char_to_uppercase(c),
            'I' if turkish => "ı".to_owned(),
            'İ' if turkish => "i".to_owned(),
            // Greek has another small letter at the end of a word.
            'Σ' if at > 0 && at + c.len_utf8() == base => "ς".to_owned(),
            _ => text::char_to_lowercase(c),
        };
        // A letter whose other case is several letters, as with `ß`, stays.
        let mut letters = other.chars();
        out.push(letters.next().filter(|_| letters.as_str().is_empty()).unwrap_or(c));
    }
    out
}
