//! Plain text, and text in runs of equal formatting.

use super::{Mark, Piece};
use crate::csl::program::{FontStyle, FontVariant, FontWeight, Format, TextDecoration, VerticalAlign};
use crate::prelude::*;

/// A stretch of text with one formatting.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    /// The characters.
    pub text: String,
    /// How they look; what is as usual is `None`.
    pub format: Format,
    /// Where they link to; only `http:`, `https:` and `mailto:`.
    pub href: Option<String>,
}

/// The text of runs, without any formatting.
pub fn text(runs: &[Run]) -> String {
    let mut out = String::new();
    for run in runs {
        out.push_str(&run.text);
    }
    out
}

/// The text in runs; neighbours differ in formatting or address. Of blocks there remains a blank before them.
pub fn runs(pieces: &[Piece]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut open: Vec<(Format, Option<&str>)> = Vec::new();
    let mut look = (Format::default(), None);
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Text(text) => match runs.last_mut() {
                Some(run) if run.format == look.0 && run.href.as_deref() == look.1 => run.text.push_str(text),
                _ => runs.push(Run { text: text.clone(), format: look.0, href: look.1.map(str::to_owned) }),
            },
            Piece::Open(mark) => {
                if let (Mark::Display(_), Some(run), true) = (mark, runs.last_mut(), touches(pieces, at)) {
                    run.text.push(' ');
                }
                open.push(look);
                apply(mark, &mut look);
            }
            Piece::Close => look = open.pop().unwrap_or_default(),
        }
    }
    runs
}

/// Whether the texts before and after a place touch each other, without white space.
pub(super) fn touches(pieces: &[Piece], at: usize) -> bool {
    let blank = |c: Option<char>| c.is_some_and(char::is_whitespace);
    let text = |piece: &Piece| match piece {
        Piece::Text(text) => Some((blank(text.chars().next()), blank(text.chars().next_back()))),
        _ => None,
    };
    let before = pieces.iter().take(at).rev().find_map(text);
    let after = pieces.iter().skip(at).find_map(text);
    matches!((before, after), (Some((_, false)), Some((false, _))))
}

fn apply<'a>(mark: &'a Mark, look: &mut (Format, Option<&'a str>)) {
    let format = &mut look.0;
    match mark {
        Mark::Style(style) => format.font_style = Some(*style).filter(|style| *style != FontStyle::Normal),
        Mark::Variant(variant) => {
            format.font_variant = Some(*variant).filter(|variant| *variant != FontVariant::Normal);
        }
        Mark::Weight(weight) => {
            format.font_weight = Some(*weight).filter(|weight| *weight != FontWeight::Normal)
        }
        Mark::Decoration(decoration) => {
            format.text_decoration =
                Some(*decoration).filter(|decoration| *decoration != TextDecoration::None);
        }
        Mark::Vertical(align) => {
            format.vertical_align = Some(*align).filter(|align| *align != VerticalAlign::Baseline);
        }
        Mark::Display(_) => {}
        Mark::Link(address) => look.1 = Some(address),
    }
}
