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

/// The text without any formatting.
pub fn text(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        if let Piece::Text(text) = piece {
            out.push_str(text);
        }
    }
    out
}

/// The text in runs; neighbours differ in formatting or address. Blocks make no difference.
pub fn runs(pieces: &[Piece]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut open: Vec<(Format, Option<&str>)> = Vec::new();
    let mut look = (Format::default(), None);
    for piece in pieces {
        match piece {
            Piece::Text(text) => match runs.last_mut() {
                Some(run) if run.format == look.0 && run.href.as_deref() == look.1 => run.text.push_str(text),
                _ => runs.push(Run { text: text.clone(), format: look.0, href: look.1.map(str::to_owned) }),
            },
            Piece::Open(mark) => {
                open.push(look);
                apply(mark, &mut look);
            }
            Piece::Close => look = open.pop().unwrap_or_default(),
        }
    }
    runs
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
