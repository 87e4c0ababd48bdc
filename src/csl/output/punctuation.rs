//! Punctuation and spaces where two pieces meet.
//!
//! Affixes, delimiters and fields bring their own punctuation, and often too much of it. Wherever one piece ends and
//! another begins, one table says which of two marks stays; formatting between them is looked through. Inside a
//! field nothing is touched.

use super::flatten::Event;
use super::{Mark, Piece};
use crate::prelude::*;

/// What becomes of two marks that meet.
#[derive(Clone, Copy, PartialEq)]
enum Stays {
    Left,
    Right,
    Both,
}
use Stays::{Both, Left, Right};

const MARKS: [char; 6] = ['.', ',', ';', ':', '!', '?'];

/// Rows: the mark before; columns: the mark after, both in the order of [`MARKS`]. The CSL specification leaves this
/// open; the table is that of the test suite (`punctuation_FullMonty*`).
const TABLE: [[Stays; 6]; 6] = [
    //  .     ,     ;     :      !      ?
    [Left, Both, Both, Both, Both, Both],   // .
    [Both, Left, Both, Both, Both, Both],   // ,
    [Left, Both, Left, Left, Right, Right], // ;
    [Left, Both, Both, Left, Right, Right], // :
    [Left, Both, Both, Left, Left, Both],   // !
    [Left, Both, Both, Left, Both, Left],   // ?
];

/// Which of two neighbouring characters stay; both, unless both are marks.
fn meet(before: char, after: char) -> Stays {
    let at = |mark| MARKS.iter().position(|m| *m == mark);
    match (at(before), at(after)) {
        (Some(row), Some(column)) => TABLE.get(row).and_then(|row| row.get(column)).copied().unwrap_or(Both),
        _ => Both,
    }
}

/// Mends the seams and turns quotation marks into text.
pub(super) fn mend(events: Vec<Event<'_>>, in_quote: bool) -> Vec<Piece> {
    let mut mender = Mender { pieces: Vec::with_capacity(events.len()), in_quote, ..Mender::default() };
    for event in events {
        match event {
            Event::Text { text, seam } => mender.text(text, seam),
            Event::OpenQuote(mark) => mender.open_quote(mark),
            Event::CloseQuote { mark, inside } => mender.close_quote(mark, inside),
            Event::Open(mark) => mender.open(mark),
            Event::Close => mender.close(),
        }
    }
    tidied(mender.pieces)
}

/// Takes out texts that lost their only character, and pairs with nothing between them.
fn tidied(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut kept: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match piece {
            Piece::Text(text) if text.is_empty() => {}
            Piece::Close if matches!(kept.last(), Some(Piece::Open(_))) => {
                kept.pop();
            }
            piece => kept.push(piece),
        }
    }
    kept
}

#[derive(Default)]
struct Mender {
    pieces: Vec<Piece>,
    /// Where the next text may meet another.
    seam: Option<Seam>,
    /// The seam before the latest text, where that text was a lone mark and may yet be replaced.
    before_mark: Option<Seam>,
    /// For every open mark whether it is a block.
    blocks: Vec<bool>,
    /// Whether full stops and commas move before closing quotation marks.
    in_quote: bool,
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

/// What a seam does with the text that follows.
enum Outcome {
    /// It is printed.
    Print,
    /// Its first character is dropped, or has been printed elsewhere.
    Skip,
}

impl Mender {
    fn open(&mut self, mark: Mark) {
        let block = matches!(mark, Mark::Display(_));
        self.edge(block);
        self.blocks.push(block);
        self.pieces.push(Piece::Open(mark));
    }

    fn close(&mut self) {
        let block = self.blocks.pop().unwrap_or(false);
        self.edge(block);
        self.pieces.push(Piece::Close);
    }

    fn edge(&mut self, block: bool) {
        let at = self.pieces.len();
        if let (true, Some(seam)) = (block, &mut self.seam) {
            seam.edge.get_or_insert(at);
        }
    }

    fn open_quote(&mut self, mark: &str) {
        self.seam = None;
        self.push(mark);
    }

    fn close_quote(&mut self, mark: &str, inside: usize) {
        let at = self.pieces.len().saturating_sub(inside);
        if let (false, Some(seam)) = (mark.is_empty(), &mut self.seam) {
            seam.quote.get_or_insert(at);
        }
        self.push(mark);
    }

    fn push(&mut self, text: &str) {
        if !text.is_empty() {
            self.pieces.push(Piece::Text(text.to_owned()));
        }
    }

    fn text(&mut self, text: &str, mendable: bool) {
        let rest = match self.seam {
            Some(seam) if mendable => self.mend(seam, text),
            _ => text,
        };
        if rest.is_empty() {
            return;
        }
        let mut chars = rest.chars();
        let lone_mark = chars.next().is_some_and(|c| MARKS.contains(&c)) && chars.next().is_none();
        self.before_mark = if lone_mark { self.seam } else { None };
        self.seam = Some(Seam { last: self.pieces.len(), moved: false, quote: None, edge: None });
        self.push(rest);
    }

    /// Lets the beginning of `text` meet what stands before it; returns what is still to be printed here.
    fn mend<'t>(&mut self, seam: Seam, text: &'t str) -> &'t str {
        let (Some(before), Some(first)) = (self.last_char(seam.last), text.chars().next()) else {
            return text;
        };
        if before == ' ' && first == ' ' && seam.quote.is_none() && seam.edge.is_none() {
            return text.trim_start_any(" ");
        }
        let rest = text.get(first.len_utf8()..).unwrap_or("");
        // Two equal marks are an ellipsis, or mean something else that is not ours to take apart.
        if !MARKS.contains(&first) || rest.starts_with(first) {
            return text;
        }
        let outcome = match seam.quote {
            Some(quote) if self.in_quote => self.move_in(seam, quote, before, first),
            Some(_) => self.move_out(seam, before, first),
            None => match meet(before, first) {
                Left => Outcome::Skip,
                Right => return self.replace(seam, text),
                Both => Outcome::Print,
            },
        };
        match (outcome, self.seam.and_then(|seam| seam.edge)) {
            (Outcome::Skip, _) => rest,
            (Outcome::Print, None) => text,
            // A mark at the beginning of a block belongs to what stands before the block.
            (Outcome::Print, Some(edge)) => {
                self.insert(edge, first, false);
                rest
            }
        }
    }

    /// Drops the mark before. Where it was all that stood after a closing quotation mark, its successor meets that.
    fn replace<'t>(&mut self, seam: Seam, text: &'t str) -> &'t str {
        self.drop_last_char(seam.last);
        match (self.before_mark.take(), self.last_char(seam.last)) {
            (Some(before), None) => {
                self.seam = Some(before);
                self.mend(before, text)
            }
            _ => text,
        }
    }

    /// American usage: `“x”` and `,` make `“x,”`. The test suite lets `!` and `?` follow the same way.
    fn move_in(&mut self, seam: Seam, quote: usize, before: char, first: char) -> Outcome {
        let moves = matches!(first, '.' | ',' | '!' | '?');
        match meet(before, first) {
            Left if moves || seam.moved || before == first => return Outcome::Skip,
            Right if moves => self.drop_last_char(seam.last),
            Both if moves => {}
            Left | Right | Both => return Outcome::Print,
        }
        self.insert(quote, first, true);
        Outcome::Skip
    }

    /// British usage: a field's own `,`, `;` or `:` leaves the quotation marks when another mark follows.
    fn move_out(&mut self, seam: Seam, before: char, first: char) -> Outcome {
        if !matches!(before, ',' | ';' | ':') {
            return if before == first { Outcome::Skip } else { Outcome::Print };
        }
        self.drop_last_char(seam.last);
        let stays = meet(before, first);
        if stays != Right {
            self.seam = Some(Seam { last: self.pieces.len(), moved: false, quote: None, edge: None });
            self.pieces.push(Piece::Text(before.into()));
        }
        if stays == Left { Outcome::Skip } else { Outcome::Print }
    }

    /// Prints a mark at an earlier place. Everything after that place is closing marks only, so they are few.
    fn insert(&mut self, at: usize, mark: char, moved: bool) {
        self.pieces.insert(at, Piece::Text(mark.into()));
        let later = |index: Option<usize>| index.filter(|index| *index >= at).map(|index| index + 1);
        if let Some(seam) = self.seam {
            self.seam = Some(Seam { last: at, moved, quote: later(seam.quote), edge: later(seam.edge) });
        }
    }

    fn last_char(&self, at: usize) -> Option<char> {
        match self.pieces.get(at) {
            Some(Piece::Text(text)) => text.chars().next_back(),
            _ => None,
        }
    }

    fn drop_last_char(&mut self, at: usize) {
        if let Some(Piece::Text(text)) = self.pieces.get_mut(at) {
            text.pop();
        }
    }
}
