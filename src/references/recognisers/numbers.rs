//! Volume, issue, pages and a late year at the end: `11(1), 211–238`, `2024;11(1):211-38`,
//! `vol. 11, no. 1, 2024, pp. 211–38`.

use super::number_tokens::{Kind, NumberToken, Slot, number_tokens};
use super::trailing_date::{repeated_dates, trailing_date};
use crate::item::Date;
use crate::prelude::*;
use crate::read::values;
use crate::references::claims::Claim;
use crate::references::lexicon::publishers::is_publisher;
use crate::references::phrases::date::year;
use crate::references::phrases::imprint::place_and_publisher;
use crate::references::sentences::{is_initial, last_word, sentences};
use crate::references::tokens::{CLAIMED, Span, Tokens};
use crate::vocabulary::Variable;

/// The numbers at the end of a reference; empty texts where one was not found.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::references) struct Numbers {
    pub(in crate::references) span: Span,
    volume: String,
    issue: String,
    pages: String,
    article_number: String,
    /// How many pages a book has.
    page_count: String,
    date: Option<Date>,
    suffix: String,
    /// Whether a label or a bracket shows which number is volume, issue or pages, so that nothing is guessed.
    labelled: bool,
    /// Whether there are numbers that no rule reads.
    spare: bool,
}

/// The numbers that end the tokens from an offset on. If the date is known already (`dated`), no number is taken for a
/// year.
pub(in crate::references) fn recognise(tokens: &Tokens, from: usize, dated: bool) -> Option<Numbers> {
    let mut numbers = closing_numbers(tokens, from, dated)?;
    // The dot after an abbreviation is the words' own.
    let words = tokens.between(from, numbers.span.start);
    if tokens.after(numbers.span.start).starts_with('.') && is_initial(last_word(words)) {
        numbers.span.start += 1;
    }
    leave_publishers_number(&mut numbers, tokens, from);
    Some(numbers)
}

/// The same before a publisher's own number or the dot of an abbreviation is looked for.
pub(in crate::references) fn closing_numbers(tokens: &Tokens, from: usize, dated: bool) -> Option<Numbers> {
    let all = number_tokens(tokens, from);
    let first = run_start(&all);
    let run = all.get(first..)?;
    let before = first.checked_sub(1).and_then(|at| all.get(at));
    let start = before.map_or(run.first()?.start, NumberToken::end);
    let mut numbers = Numbers { span: Span::new(start, tokens.text().len()), ..Numbers::default() };
    let mut taken = Vec::new();
    if dated {
        taken = repeated_dates(run);
    } else if let Some(found) = trailing_date(run) {
        taken = found.tokens;
        numbers.date = Some(found.date);
        numbers.suffix = found.suffix;
    }
    let pieces = pieces(tokens, run, &taken);
    if pieces.is_empty() && numbers.date.is_none() {
        return None;
    }
    assign(&pieces, &mut numbers);
    if !numbers.page_count.is_empty() && !numbers.labelled {
        // "Edições 70, 1977. 225 p.": a book has no volume without a label, so the number is the publisher's.
        numbers.leave_volume(tokens);
    }
    (!is_lone_number(&pieces, &numbers, dated)).then_some(numbers)
}

impl Numbers {
    /// Whether there is more than a date.
    pub(in crate::references) fn has_place(&self) -> bool {
        self.has_volume() || !(self.pages.is_empty() && self.article_number.is_empty())
    }

    /// Whether there is a volume or an issue.
    pub(in crate::references) fn has_volume(&self) -> bool {
        !(self.volume.is_empty() && self.issue.is_empty())
    }

    /// Leaves the number that was taken for a volume to the words before it.
    fn leave_volume(&mut self, tokens: &Tokens) {
        let place = tokens.get(self.span).find(&self.volume);
        self.span.start += place.map_or(0, |at| at + self.volume.len());
        self.volume.clear();
    }

    /// The claims of the numbers. Pages count only where none were claimed before (`paged`).
    pub(in crate::references) fn claims(&self, paged: bool) -> Vec<Claim> {
        let texts = [
            (Variable::Volume, &self.volume),
            (Variable::Issue, &self.issue),
            (Variable::Number, &self.article_number),
            (Variable::NumberOfPages, &self.page_count),
        ];
        let mut claims: Vec<Claim> = texts
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(variable, text)| Claim::likely(variable, text.as_str(), self.span))
            .collect();
        if !self.pages.is_empty() && !paged {
            claims.push(Claim::stated(values::page_variable(&self.pages), self.pages.as_str(), self.span));
        }
        if let Some(date) = &self.date {
            claims.push(Claim::stated(Variable::Issued, date.clone(), self.span));
            claims.push(Claim::stated(Variable::YearSuffix, self.suffix.as_str(), self.span));
        }
        if self.spare {
            let reason = "Not every number at the end could be told to be volume, issue or page.";
            claims.push(Claim::warning(Variable::Page, reason, self.span));
        }
        claims
    }
}

/// "São Paulo: Editora 34, 1994": after a place and a publisher a number without a label is the publisher's.
fn leave_publishers_number(numbers: &mut Numbers, tokens: &Tokens, from: usize) {
    let lone = !numbers.volume.is_empty()
        && numbers.issue.is_empty()
        && numbers.pages.is_empty()
        && !numbers.labelled;
    let words = tokens.between(from, numbers.span.start);
    let last = sentences(words).last().and_then(|span| words.get(span.start..span.end)).unwrap_or("");
    if lone && place_and_publisher(last).is_some_and(|(_, publisher)| is_publisher(publisher)) {
        numbers.leave_volume(tokens);
    }
}

/// The marks that may be between the numbers.
const MARKS: &str = ",;:.()[]–-—−‐‑/&\u{1}";

/// The index of the first number: after the last word that is none and no label of one.
fn run_start(tokens: &[NumberToken<'_>]) -> usize {
    let mut start = tokens.len();
    while start.checked_sub(1).is_some_and(|at| belongs(tokens, at)) {
        start -= 1;
    }
    after_stray_brackets(tokens, start)
}

/// Whether the token at `at` belongs to the numbers, if all tokens after it do.
fn belongs(tokens: &[NumberToken<'_>], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    let rest = tokens.get(at + 1..).unwrap_or(&[]);
    let next = rest.first();
    let after_number = before.is_some_and(|before| before.kind == Kind::Number);
    match token.kind {
        Kind::Number => true,
        Kind::Label(_) => {
            // "257 p." closes the text with its label.
            let closes = after_number && rest.iter().all(|token| token.is(".\u{1},;"));
            (starts_with_number(rest) || closes) && is_written_label(token, next)
        }
        Kind::Month => starts_with_number(rest) || after_number || next.is_none_or(|next| next.is("-–—/)")),
        Kind::Mark(mark) => MARKS.contains(mark),
        // A volume in Roman numbers: ", XII, 3"
        Kind::Other => {
            token.text.chars().all(|c| "IVXLC".contains(c))
                && next.is_some_and(|next| next.is(",(:"))
                && before.is_some_and(|before| before.is(","))
        }
    }
}

/// Whether a label is one as it is written. A single capital is one only with its dot: "U of Chicago P, 1962" has none.
fn is_written_label(token: &NumberToken<'_>, next: Option<&NumberToken<'_>>) -> bool {
    let capital = token.text.chars().count() == 1 && token.text.chars().all(char::is_uppercase_letter);
    !capital || next.is_some_and(|next| next.is("."))
}

/// Whether tokens begin with a number, marks and one label aside.
fn starts_with_number(tokens: &[NumberToken<'_>]) -> bool {
    let mut tokens = tokens.iter().filter(|token| !token.is(".,()[]:"));
    let (first, second) = (tokens.next(), tokens.next());
    let is_number = |token: Option<&NumberToken<'_>>| {
        token.is_some_and(|token| matches!(token.kind, Kind::Number | Kind::Month))
    };
    is_number(first) || first.is_some_and(NumberToken::is_label) && is_number(second)
}

/// The index after the last bracket that closes one opened before `start`, which is the words'.
fn after_stray_brackets(tokens: &[NumberToken<'_>], start: usize) -> usize {
    let mut depth = 0;
    let mut first = start;
    for (at, token) in tokens.iter().enumerate().skip(start) {
        if token.is("([") {
            depth += 1;
        } else if token.is(")]") && depth > 0 {
            depth -= 1;
        } else if token.is(")]") {
            first = at + 1;
        }
    }
    first
}

/// A number, a range or a supplement with what surrounds it.
#[derive(Clone, Debug)]
struct Piece<'a> {
    text: &'a str,
    start: usize,
    label: Option<Slot>,
    /// The mark before it, a bracket included; a blank where there is none.
    before: char,
    is_range: bool,
    /// The mark after it; a blank where there is none.
    after: char,
}

/// The numbers with their labels. A range is one piece, and so is a supplement with its number.
fn pieces<'a>(tokens: &'a Tokens, run: &[NumberToken<'a>], taken: &[usize]) -> Vec<Piece<'a>> {
    let mut reader = PieceReader { tokens, pieces: Vec::new(), label: None, before: ' ' };
    for (at, token) in run.iter().enumerate() {
        if taken.contains(&at) {
            reader.label = None;
            continue;
        }
        match token.kind {
            Kind::Month if reader.before != '(' => {}
            Kind::Number | Kind::Other | Kind::Month => {
                let previous = at.checked_sub(1).and_then(|at| run.get(at));
                reader.number(token, previous.is_some_and(|mark| mark.is("-–—−‐‑/&")));
            }
            Kind::Label(Slot::Supplement) => reader.supplement(token),
            Kind::Label(Slot::Pages)
                if run.get(at + 1..).is_some_and(|rest| rest.iter().all(|token| token.is(".\u{1},;)"))) =>
            {
                // "257 p."
                if let Some(piece) = reader.pieces.last_mut().filter(|piece| piece.label.is_none()) {
                    piece.label = Some(Slot::PageCount);
                }
            }
            Kind::Label(slot) => reader.label = Some(slot),
            Kind::Mark(mark) => reader.mark(mark),
        }
    }
    reader.pieces
}

/// Collects pieces from tokens in order.
struct PieceReader<'a> {
    tokens: &'a Tokens,
    pieces: Vec<Piece<'a>>,
    /// The label before the next number.
    label: Option<Slot>,
    /// The mark before the next number.
    before: char,
}

impl<'a> PieceReader<'a> {
    /// A number, which may be the end of a range or the number of a supplement.
    fn number(&mut self, token: &NumberToken<'a>, ranged: bool) {
        let supplement = self.label == Some(Slot::Supplement);
        match self.pieces.last_mut().filter(|_| ranged || supplement) {
            Some(piece) => {
                piece.is_range |= ranged;
                piece.after = ' ';
                piece.text = self.tokens.between(piece.start, token.end());
            }
            None => self.push(token, self.label),
        }
        (self.label, self.before) = (None, ' ');
    }

    /// The word for a supplement. In "11(1 Suppl 2)" it belongs to the number before it in the same brackets.
    fn supplement(&mut self, token: &NumberToken<'a>) {
        match self.pieces.last_mut().filter(|piece| piece.before == '(' && piece.after == ' ') {
            Some(piece) => piece.text = self.tokens.between(piece.start, token.end()),
            None => self.push(token, Some(Slot::Supplement)),
        }
        (self.label, self.before) = (Some(Slot::Supplement), ' ');
    }

    fn mark(&mut self, mark: char) {
        match mark {
            CLAIMED => (self.label, self.before) = (None, ' '),
            '.' | '-' | '–' | '—' | '−' | '‐' | '‑' | '/' | '&' => {}
            _ => {
                self.before = mark;
                if let Some(piece) = self.pieces.last_mut().filter(|piece| piece.after == ' ') {
                    piece.after = mark;
                }
                if self.label == Some(Slot::Supplement) {
                    self.label = None;
                }
            }
        }
    }

    fn push(&mut self, token: &NumberToken<'a>, label: Option<Slot>) {
        let (text, start) = (token.text, token.start);
        self.pieces.push(Piece { text, start, label, before: self.before, is_range: false, after: ' ' });
    }
}

/// Assigns each piece to a field.
fn assign(pieces: &[Piece<'_>], numbers: &mut Numbers) {
    for (at, piece) in pieces.iter().enumerate() {
        let slot = slot(piece, pieces.get(at + 1..).unwrap_or(&[]), numbers);
        numbers.labelled |= piece.label.is_some_and(|label| label != Slot::PageCount)
            || matches!(piece.before, '(' | ':')
            || piece.is_range;
        let field = match slot {
            Some(Slot::Volume) => &mut numbers.volume,
            Some(Slot::Issue | Slot::Supplement) => &mut numbers.issue,
            Some(Slot::Pages) => &mut numbers.pages,
            Some(Slot::ArticleNumber) => &mut numbers.article_number,
            Some(Slot::PageCount) => &mut numbers.page_count,
            None => {
                numbers.spare = true;
                continue;
            }
        };
        if field.is_empty() {
            piece.text.clone_into(field);
        } else {
            numbers.spare = true;
        }
    }
}

/// Which field a piece belongs to; `None` where no rule applies.
fn slot(piece: &Piece<'_>, later: &[Piece<'_>], numbers: &Numbers) -> Option<Slot> {
    let issue_if_free = numbers.issue.is_empty().then_some(Slot::Issue);
    match piece.label {
        Some(Slot::Supplement) => return issue_if_free,
        Some(label) => return Some(label),
        None if matches!(piece.before, '(' | '[') => return issue_if_free,
        None => {}
    }
    let has_volume = numbers.has_volume();
    if piece.before == ':' && (has_volume || numbers.date.is_some()) {
        return Some(Slot::Pages);
    }
    if !numbers.pages.is_empty() || !numbers.article_number.is_empty() {
        return None;
    }
    let pages_follow = later
        .iter()
        .any(|piece| piece.label == Some(Slot::Pages) || piece.label.is_none() && piece.before != '(');
    if !has_volume && (!piece.is_range || piece.after == '(' || pages_follow) {
        return Some(Slot::Volume);
    }
    if has_volume && numbers.issue.is_empty() && pages_follow && !piece.text.starts_with(['e', 'S']) {
        return Some(Slot::Issue);
    }
    Some(Slot::Pages)
}

/// Whether the only number at the end belongs to the words: they run into it, or it is a year.
fn is_lone_number(pieces: &[Piece<'_>], numbers: &Numbers, dated: bool) -> bool {
    let [piece] = pieces else { return false };
    if piece.label.is_some() || numbers.date.is_some() || matches!(piece.before, '(' | '[') {
        return piece.label == Some(Slot::Supplement);
    }
    // "A history, 2015–2019": the years are the title's.
    let is_year = |part: &str| year(part.trim()).is_some();
    piece.before == ' ' || dated && piece.text.split(['-', '–', '—', '/']).all(is_year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_assigned_by_labels_marks_and_order() {
        let check = |text: &str, want: &str| {
            let found = recognise(&Tokens::new(text), 0, false).unwrap_or_default();
            let year = found.date.as_ref().and_then(|date| date.start).map(|start| start.year.to_string());
            let fields =
                [&found.volume, &found.issue, &found.pages, &found.article_number, &found.page_count];
            let fields = fields.map(String::as_str).join("|");
            assert_eq!(format!("{fields}|{}", year.unwrap_or_default()), want, "{text}");
        };
        check("Mind, 59(236), 433–460", "59|236|433–460|||");
        check("Mind. 1950;59(236):433-60.", "59|236|433-60|||1950");
        check("Mind, vol. 59, no. 236, 1950, pp. 433–60.", "59|236|433–60|||1950");
        check("Mind, vol. 59, art. 12, Oct. 1950", "59|||12||1950");
        check("Lancet 11(1 Suppl 2): S3–S9", "11|1 Suppl 2|S3–S9|||");
        check("Edições 70, 1977. 225 p.", "||||225|1977");
        check("U of Chicago P, 1962.", "|||||1962");
        check("A history", "|||||");
    }

    #[test]
    fn a_known_date_leaves_years_to_the_words() {
        assert_eq!(recognise(&Tokens::new("A history, 2015–2019"), 0, true), None);
    }
}
