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

use crate::item::{Item, Repair, Rule, Value};
use crate::prelude::*;
use crate::text::{self, joined};
use crate::tidy::{Evidence, Report};
use crate::vocabulary::{ItemType, Variable};
use evidence::Source;
use title::{Choice, Stored, Why, Word};
use words::Shape;

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
    evidence::gather(&mut words, text(Variable::Abstract), Source::Abstract);
    evidence::gather(&mut words, text(Variable::Keyword), Source::Keywords);
    evidence::gather(&mut words, text(Variable::ContainerTitle), Source::Journal);
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
    let repairs = report.repairs.len();
    let mut restorer =
        Restorer { report, field: variable.word(), capitals: stored == Stored::Capitals, unsure: Vec::new() };
    let restored = restorer.restore(title, &words);
    if !title::has_small_letters(&title::words(&restored)) {
        // Nothing would tell it from a title stored in capitals any more.
        report.repairs.truncate(repairs);
        return None;
    }
    Some(restored)
}

/// Writes a title anew and reports what changed.
struct Restorer<'r> {
    report: &'r mut Report,
    field: &'static str,
    capitals: bool,
    /// Words that became small for no reason but that nothing shows them to be names, in quotation marks.
    unsure: Vec<String>,
}

impl Restorer<'_> {
    fn restore(&mut self, title: &str, words: &[Word<'_, '_>]) -> String {
        let mut out = String::with_capacity(title.len());
        let mut done = 0;
        let mut changed = false;
        for (at, word) in words.iter().enumerate() {
            let token = word.token;
            out.push_str(title.get(done..token.from).unwrap_or(""));
            done = token.from + token.text.len();
            let (choice, why) = title::choose(words, at, self.capitals);
            let written = self.written(word, choice);
            self.doubt(word, &written, why);
            let rule = self.rule(choice);
            if written == token.text || !self.report.options.allows(rule) {
                out.push_str(token.text);
                continue;
            }
            changed = true;
            if !self.capitals {
                self.report.repairs.push(Repair {
                    field: self.field.to_owned(),
                    from: token.text.to_owned(),
                    to: written.clone(),
                    rule,
                    evidence: reason(why),
                });
            }
            out.push_str(&written);
        }
        out.push_str(title.get(done..).unwrap_or(""));
        if self.capitals && changed {
            let repair = Repair {
                field: self.field.to_owned(),
                from: title.to_owned(),
                to: out.clone(),
                rule: Rule::AllCaps,
                evidence: "all letters are capitals".to_owned(),
            };
            self.report.repairs.push(repair);
        }
        if !self.unsure.is_empty() {
            let list = text::separated(&self.unsure, ", ");
            self.report.doubt(
                self.field,
                &["Nothing shows whether these words of the title are names: ", &list, "."],
            );
        }
        out
    }

    /// A word as it is to be written where it stands.
    fn written(&self, word: &Word<'_, '_>, choice: Choice<'_>) -> String {
        let text = word.token.text;
        let gap = word.token.gap;
        // After a dash either is right, so the stored capital stays.
        let dashed = gap.dash && words::shape(text) != Shape::Low;
        match choice {
            Choice::Keep if word.token.fixed => text.to_owned(),
            Choice::Keep if gap.begins && words::shape(text) == Shape::Low => cased(text, "X"),
            Choice::Keep => cased(text, text),
            Choice::Low if gap.begins || dashed => cased(text, "X"),
            Choice::Low => cased(text, ""),
            Choice::Capital => cased(text, "X"),
            Choice::Written(pattern) => cased(text, pattern),
        }
    }

    /// The rule that asks for a writing.
    fn rule(&self, choice: Choice<'_>) -> Rule {
        match choice {
            Choice::Written(_) => Rule::RestoreAcronym,
            Choice::Capital if self.capitals => Rule::ProperNoun,
            _ => Rule::SentenceCase,
        }
    }

    fn doubt(&mut self, word: &Word<'_, '_>, to: &str, why: Why<'_>) {
        match why {
            Why::Conflict(other) => {
                let message = ["“", to, "” is written “", other, "” as well."];
                self.report.doubt(self.field, &message);
            }
            Why::Nothing if to != word.token.text && !lexicon::is_common(&word.key) => {
                self.unsure.push(joined(&["“", to, "”"]));
            }
            _ => {}
        }
    }
}

/// What a repair relied on, in words.
fn reason(why: Why<'_>) -> String {
    let at = |source: Source| match source {
        Source::Abstract => "the abstract has “",
        Source::Keywords => "the keywords have “",
        Source::Cited => "a cited title has “",
        Source::Journal => "the journal’s name has “",
    };
    match why {
        Why::Evidence(source, written) => joined(&[at(source), written, "”"]),
        Why::Function => "a function word".to_owned(),
        Why::Known => "a name or abbreviation that is known".to_owned(),
        Why::Form => "its letters".to_owned(),
        Why::Conflict(_) => "most of the record’s texts write it so".to_owned(),
        Why::Nothing => "nothing shows that it is a name".to_owned(),
    }
}

/// A word with the case of a pattern, letter by letter; what the pattern does not cover is small.
fn cased(word: &str, pattern: &str) -> String {
    let base = words::base(word).len();
    let mut out = String::with_capacity(word.len());
    let mut pattern = pattern.chars();
    let mut at = 0;
    for c in word.chars() {
        let high = pattern.next().is_some_and(char::is_capital) && at < base;
        at += c.len_utf8();
        let other = if high { text::upper_char(c) } else { text::lower_char(c) };
        // A letter that changes into several, as `ß` does, stays.
        let mut letters = other.chars();
        out.push(letters.next().filter(|_| letters.next().is_none()).unwrap_or(c));
    }
    out
}
