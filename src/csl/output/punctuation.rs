//! Punctuation and spaces where two texts meet.
//!
//! Affixes, delimiters and fields each have punctuation of their own. Wherever one text ends and another begins, one
//! table decides which of two marks is printed; formatting between them is ignored. The inside of a field is never
//! changed.

use super::event::{Event, Property};
use super::flatten::FlatEvent;
use crate::prelude::*;

/// Which of two adjacent marks is printed.
#[derive(Clone, Copy, PartialEq)]
enum Survivor {
    Left,
    Right,
    Both,
}
use Survivor::{Both, Left, Right};

const MARKS: [char; 6] = ['.', ',', ';', ':', '!', '?'];

/// Rows: the mark before; columns: the mark after, both in the order of [`MARKS`]. The CSL specification does not define
/// this; the table is that of the test suite (`punctuation_FullMonty*`).
const TABLE: [[Survivor; 6]; 6] = [
    //  .     ,     ;     :      !      ?
    [Left, Both, Both, Both, Both, Both],   // .
    [Both, Left, Both, Both, Both, Both],   // ,
    [Left, Both, Left, Left, Right, Right], // ;
    [Left, Both, Both, Left, Right, Right], // :
    [Left, Both, Both, Left, Left, Both],   // !
    [Left, Both, Both, Left, Both, Left],   // ?
];

/// Which of two neighbouring characters are printed: both, unless both are marks.
fn which_stays(before: char, after: char) -> Survivor {
    let at = |mark| MARKS.iter().position(|m| *m == mark);
    match (at(before), at(after)) {
        (Some(row), Some(column)) => TABLE.get(row).and_then(|row| row.get(column)).copied().unwrap_or(Both),
        _ => Both,
    }
}

/// Resolves punctuation at the seams between texts and turns quotation marks into text.
pub(super) fn resolve(events: Vec<FlatEvent<'_>>, in_quote: bool) -> Vec<Event> {
    let mut resolver = Resolver { events: Vec::with_capacity(events.len()), in_quote, ..Resolver::default() };
    let last = events.iter().rposition(|event| matches!(event, FlatEvent::Text { .. }));
    for (index, event) in events.into_iter().enumerate() {
        match event {
            FlatEvent::Text { text, seam } => {
                resolver.at_end = Some(index) == last;
                resolver.text(text, seam);
            }
            FlatEvent::OpenQuote(mark) => resolver.open_quote(mark),
            FlatEvent::CloseQuote { mark, inside } => resolver.close_quote(mark, inside),
            FlatEvent::Open(mark) => resolver.open(mark),
            FlatEvent::Close => resolver.close(),
        }
    }
    without_empty(resolver.events)
}

/// Removes texts that lost their only character, and pairs with nothing between them.
fn without_empty(events: Vec<Event>) -> Vec<Event> {
    let mut kept: Vec<Event> = Vec::with_capacity(events.len());
    for event in events {
        match event {
            Event::Text(text) if text.is_empty() => {}
            Event::Close if matches!(kept.last(), Some(Event::Open(_))) => {
                kept.pop();
            }
            event => kept.push(event),
        }
    }
    kept
}

#[derive(Default)]
struct Resolver {
    events: Vec<Event>,
    /// Where the next text may which_stays another.
    seam: Option<Seam>,
    /// The seam before the latest text, where that text was a single mark, which a later mark may replace.
    before_mark: Option<Seam>,
    /// For every open property, whether it is a block.
    blocks: Vec<bool>,
    /// Whether full stops and commas move before closing quotation marks.
    in_quote: bool,
    /// Whether no text follows the current one.
    at_end: bool,
}

/// The end of what is printed so far.
#[derive(Clone, Copy)]
struct Seam {
    /// The index of the latest text.
    last: usize,
    /// Whether its last character came from outside the quotation marks.
    moved: bool,
    /// The index of the innermost closing quotation mark after it.
    quote: Option<usize>,
    /// The index of the first edge of a block after it.
    edge: Option<usize>,
}

/// What happens to the first character of the text after a seam.
enum Outcome {
    /// It is printed.
    Print,
    /// It is dropped, or was printed elsewhere.
    Skip,
}

impl Resolver {
    fn open(&mut self, mark: Property) {
        let block = matches!(mark, Property::Display(_));
        self.edge(block);
        self.blocks.push(block);
        self.events.push(Event::Open(mark));
    }

    fn close(&mut self) {
        let block = self.blocks.pop().unwrap_or(false);
        self.edge(block);
        self.events.push(Event::Close);
    }

    fn edge(&mut self, block: bool) {
        let at = self.events.len();
        if let (true, Some(seam)) = (block, &mut self.seam) {
            seam.edge.get_or_insert(at);
        }
    }

    fn open_quote(&mut self, mark: &str) {
        self.seam = None;
        self.push(mark);
    }

    fn close_quote(&mut self, mark: &str, inside: usize) {
        let at = self.events.len().saturating_sub(inside);
        if let (false, Some(seam)) = (mark.is_empty(), &mut self.seam) {
            seam.quote.get_or_insert(at);
        }
        self.push(mark);
    }

    fn push(&mut self, text: &str) {
        if !text.is_empty() {
            self.events.push(Event::Text(text.to_owned()));
        }
    }

    fn text(&mut self, text: &str, at_seam: bool) {
        let rest = match self.seam {
            Some(seam) if at_seam => self.resolve(seam, text),
            _ => text,
        };
        if rest.is_empty() {
            return;
        }
        let mut chars = rest.chars();
        let lone_mark = chars.next().is_some_and(|c| MARKS.contains(&c)) && chars.next().is_none();
        self.before_mark = if lone_mark { self.seam } else { None };
        self.seam = Some(Seam { last: self.events.len(), moved: false, quote: None, edge: None });
        self.push(rest);
    }

    /// Compares the beginning of `text` with the end of what is printed. Returns what is still to be printed here.
    fn resolve<'t>(&mut self, seam: Seam, text: &'t str) -> &'t str {
        let (Some(before), Some(first)) = (self.last_char(seam.last), text.chars().next()) else {
            return text;
        };
        if matches!(before, ' ' | '\u{a0}') && first == before && seam.quote.is_none() && seam.edge.is_none()
        {
            return text.trim_start_any(" \u{a0}");
        }
        let rest = text.get(first.len_utf8()..).unwrap_or("");
        // Two equal marks are an ellipsis or have another meaning of their own; both stay.
        if !MARKS.contains(&first) || rest.starts_with(first) {
            return text;
        }
        let outcome = match seam.quote {
            Some(quote) if self.in_quote => self.move_in(seam, quote, before, first),
            // The specification does not define whether a full stop follows a quoted question at the end; as journals and
            // citeproc-js print it, none does.
            Some(_) if self.at_end && text == "." && matches!(before, '?' | '!') => Outcome::Skip,
            Some(_) => self.move_out(seam, before, first),
            None => match which_stays(before, first) {
                Left => Outcome::Skip,
                Right => return self.replace(seam, text),
                Both => Outcome::Print,
            },
        };
        match (outcome, self.seam.and_then(|seam| seam.edge)) {
            (Outcome::Skip, _) => rest,
            (Outcome::Print, None) => text,
            // A mark at the beginning of a block is moved before the block.
            (Outcome::Print, Some(edge)) => {
                self.insert(edge, first, false);
                rest
            }
        }
    }

    /// Drops the mark before. If it was the only character after a closing quotation mark, `text` is compared with what
    /// precedes that mark.
    fn replace<'t>(&mut self, seam: Seam, text: &'t str) -> &'t str {
        self.drop_last_char(seam.last);
        match (self.before_mark.take(), self.last_char(seam.last)) {
            (Some(before), None) => {
                self.seam = Some(before);
                self.resolve(before, text)
            }
            _ => text,
        }
    }

    /// American usage: `“x”` and `,` make `“x,”`. The test suite treats `!` and `?` in the same way.
    fn move_in(&mut self, seam: Seam, quote: usize, before: char, first: char) -> Outcome {
        let moves = matches!(first, '.' | ',' | '!' | '?');
        match which_stays(before, first) {
            Left if moves || seam.moved || before == first => return Outcome::Skip,
            Right if moves => self.drop_last_char(seam.last),
            Both if moves => {}
            Left | Right | Both => return Outcome::Print,
        }
        self.insert(quote, first, true);
        Outcome::Skip
    }

    /// British usage: a `,`, `;` or `:` at the end of a field moves behind the closing quotation mark when another mark
    /// follows.
    fn move_out(&mut self, seam: Seam, before: char, first: char) -> Outcome {
        if !matches!(before, ',' | ';' | ':') {
            return if before == first { Outcome::Skip } else { Outcome::Print };
        }
        self.drop_last_char(seam.last);
        let stays = which_stays(before, first);
        if stays != Right {
            self.seam = Some(Seam { last: self.events.len(), moved: false, quote: None, edge: None });
            self.events.push(Event::Text(before.into()));
        }
        if stays == Left { Outcome::Skip } else { Outcome::Print }
    }

    /// Prints a mark at an earlier place. Only closing events follow that place, so the insertion is cheap.
    fn insert(&mut self, at: usize, mark: char, moved: bool) {
        self.events.insert(at, Event::Text(mark.into()));
        let later = |index: Option<usize>| index.filter(|index| *index >= at).map(|index| index + 1);
        if let Some(seam) = self.seam {
            self.seam = Some(Seam { last: at, moved, quote: later(seam.quote), edge: later(seam.edge) });
        }
    }

    fn last_char(&self, at: usize) -> Option<char> {
        match self.events.get(at) {
            Some(Event::Text(text)) => text.chars().next_back(),
            _ => None,
        }
    }

    fn drop_last_char(&mut self, at: usize) {
        if let Some(Event::Text(text)) = self.events.get_mut(at) {
            text.pop();
        }
    }
}
