//! Sentence case for titles, by evidence.
//!
//! Records hold titles in sentence case by CSL's convention: a style that wants Title Case makes it of that, and no
//! style can do the opposite, for it cannot know which capitals are names. So a title stored in Title Case or in
//! capitals is put into small letters, all but what the record's other texts, or a lexicon, show to be a name or an
//! abbreviation. A title stored as a sentence stays as it is, and so does one in a language other than English, where
//! capitals have other rules.

mod evidence;
mod language;
mod lexicon;
mod names;
mod title;
mod words;

use crate::item::{Item, Rule, Value};
use crate::prelude::*;
use crate::text::{self, concat};
use crate::tidy::{Evidence, Report};
use crate::vocabulary::{ItemType, Variable};
use evidence::Source;
use title::{Pattern, Stored, Why, Word};
use words::{Shape, Token};

/// The most words of a title that is looked at. No honest title reaches it.
const LONGEST: usize = 150;

/// Mends the case of the title and of its short form.
pub(super) fn mend(report: &mut Report, item: &mut Item, evidence: &Evidence<'_>) {
    if item.item_type == ItemType::Software {
        return;
    }
    for variable in [Variable::Title, Variable::TitleShort] {
        let Some(Value::Text(title)) = item.remove(variable) else { continue };
        let mended = mended(report, variable, &title, item, evidence);
        item.set(variable, mended.unwrap_or(title));
    }
}

/// The title as it should be; `None` where it stays.
fn mended(
    report: &mut Report,
    variable: Variable,
    title: &str,
    item: &Item,
    evidence: &Evidence<'_>,
) -> Option<String> {
    let mut words = title::words(title);
    let text = |variable| item.text(variable).unwrap_or("");
    let language = text(Variable::Language);
    if words.len() > LONGEST || !language::is_english(&words, language, text(Variable::Abstract)) {
        return None;
    }
    lexicon::mark(&mut words);
    for (variable, source) in [
        (Variable::Abstract, Source::Abstract),
        (Variable::Keyword, Source::Keywords),
        (Variable::ContainerTitle, Source::Journal),
    ] {
        evidence::gather(&mut words, text(variable), source);
    }
    for cited in evidence.cited {
        evidence::gather(&mut words, cited, Source::Cited);
    }
    // The title of a data set is often the repository's phrase, that of a paper, and words of the author's own.
    if item.item_type == ItemType::Dataset {
        title::fix_sentences(&mut words);
    }
    let stored = title::stored(&words);
    let shouted = stored == Stored::Capitals && !report.options.allows(Rule::AllCaps);
    if stored == Stored::Sentence || shouted {
        return None;
    }
    let capitals = stored == Stored::Capitals;
    Restorer { report, field: variable.word(), capitals, unsure: String::new() }.restore(title, &words)
}

/// Writes a title anew and reports what changed.
struct Restorer<'r> {
    report: &'r mut Report,
    field: &'static str,
    capitals: bool,
    /// Words that became small for no reason but that nothing shows them to be names, in quotation marks.
    unsure: String,
}

impl Restorer<'_> {
    /// The title as it should be; `None` where that has no small letter, for nothing would tell it from a title stored
    /// in capitals any more.
    fn restore(&mut self, title: &str, words: &[Word<'_, '_>]) -> Option<String> {
        let mut out = String::with_capacity(title.len());
        let repairs = self.report.repairs.len();
        let mut done = 0;
        let mut small = false;
        for (at, word) in words.iter().enumerate() {
            let token = word.token;
            out.push_str(title.get(done..token.from).unwrap_or(""));
            done = token.from + token.text.len();
            let (pattern, why) = title::choose(words, at, self.capitals);
            let mut written = written(word, pattern);
            self.warning(word, &written, why);
            let rule = self.rule(pattern);
            if !self.report.options.allows(rule) {
                written = token.text.to_owned();
            } else if written != token.text && !self.capitals {
                self.report.repaired(self.field, token.text, &written, rule, &reason(why));
            }
            small |= written.chars().any(char::is_lowercase_letter);
            out.push_str(&written);
        }
        if !small {
            self.report.repairs.truncate(repairs);
            return None;
        }
        out.push_str(title.get(done..).unwrap_or(""));
        if self.capitals && out != title {
            self.report.repaired(self.field, title, &out, Rule::AllCaps, "all letters are capitals");
        }
        if !self.unsure.is_empty() {
            let list = self.unsure.trim_start_any(", ");
            let message = ["Nothing shows whether these words of the title are names: ", list, "."];
            self.report.warning(self.field, &message);
        }
        Some(out)
    }

    /// The rule that asks for a writing.
    fn rule(&self, pattern: Pattern<'_>) -> Rule {
        match pattern {
            Some(title::CAPITAL) if self.capitals => Rule::ProperNoun,
            Some(title::CAPITAL | title::LOW) | None => Rule::SentenceCase,
            Some(_) => Rule::RestoreAcronym,
        }
    }

    fn warning(&mut self, word: &Word<'_, '_>, to: &str, why: Why<'_>) {
        match why {
            Why::Conflict(other) => {
                let message = ["“", to, "” is written “", other, "” as well."];
                self.report.warning(self.field, &message);
            }
            Why::Nothing if to != word.token.text && !lexicon::is_common(&word.key) => {
                self.unsure.push_str(&concat(&[", “", to, "”"]));
            }
            _ => {}
        }
    }
}

/// A word as it is to be written where it stands.
fn written(word: &Word<'_, '_>, pattern: Pattern<'_>) -> String {
    let Token { text, gap, fixed, .. } = word.token;
    let low = words::shape(text) == Shape::Low;
    let pattern = match pattern {
        None if fixed => return text.to_owned(),
        None if gap.begins && low => title::CAPITAL,
        None => text,
        // After a dash either is right, so the stored capital stays.
        Some(title::LOW) if gap.begins || gap.dash && !low => title::CAPITAL,
        Some(pattern) => pattern,
    };
    cased(text, pattern)
}

/// What a repair relied on, in words.
fn reason(why: Why<'_>) -> String {
    let known = match why {
        Why::Evidence(source, written) => {
            let text = match source {
                Source::Abstract => "the abstract",
                Source::Keywords => "the keywords",
                Source::Cited => "a cited title",
                Source::Journal => "the journal’s name",
            };
            let verb = if source == Source::Keywords { " have “" } else { " has “" };
            return concat(&[text, verb, written, "”"]);
        }
        Why::Function => "a function word",
        Why::Known => "a name or abbreviation that is known",
        Why::Form => "its letters",
        Why::Conflict(_) => "most of the record’s texts write it so",
        Why::Nothing => "nothing shows that it is a name",
    };
    known.to_owned()
}

/// A word with the case of a pattern, letter by letter; what the pattern does not cover is small.
fn cased(word: &str, pattern: &str) -> String {
    let base = words::base(word).len();
    let mut out = String::with_capacity(word.len());
    let mut pattern = pattern.chars();
    for (at, c) in word.char_indices() {
        let high = pattern.next().is_some_and(char::is_uppercase_letter) && at < base;
        let other = if high { text::char_to_uppercase(c) } else { text::char_to_lowercase(c) };
        // A letter that changes into several, as `ß` does, stays.
        let mut letters = other.chars();
        out.push(letters.next().filter(|_| letters.as_str().is_empty()).unwrap_or(c));
    }
    out
}
