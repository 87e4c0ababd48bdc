//! Plain text, and text in runs of equal formatting.

use super::event::{Event, Property};
use crate::csl::program::{FontStyle, FontVariant, FontWeight, Formatting, TextDecoration, VerticalAlign};
use crate::prelude::*;

/// A stretch of text with one formatting.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    /// The characters.
    pub text: String,
    /// Their formatting; a property with its normal value is `None`.
    pub format: Formatting,
    /// The address they link to; only `http:`, `https:` and `mailto:`.
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

/// The text in runs; neighbours differ in formatting or address. A block becomes a blank before its text where the
/// two would touch.
pub fn runs(events: &[Event]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut open: Vec<(Formatting, Option<&str>)> = Vec::new();
    let mut active = (Formatting::default(), None);
    for (at, event) in events.iter().enumerate() {
        match event {
            Event::Text(text) => match runs.last_mut() {
                Some(run) if run.format == active.0 && run.href.as_deref() == active.1 => {
                    run.text.push_str(text)
                }
                _ => {
                    runs.push(Run { text: text.clone(), format: active.0, href: active.1.map(str::to_owned) })
                }
            },
            Event::Open(mark) => {
                if let (Property::Display(_), Some(run), true) = (mark, runs.last_mut(), touches(events, at))
                {
                    run.text.push(' ');
                }
                open.push(active);
                apply(mark, &mut active);
            }
            Event::Close => active = open.pop().unwrap_or_default(),
        }
    }
    runs
}

/// Whether the texts before and after an index touch each other without white space.
pub(super) fn touches(events: &[Event], at: usize) -> bool {
    let blank = |c: Option<char>| c.is_some_and(char::is_whitespace);
    let text = |event: &Event| match event {
        Event::Text(text) => Some((blank(text.chars().next()), blank(text.chars().next_back()))),
        _ => None,
    };
    let before = events.iter().take(at).rev().find_map(text);
    let after = events.iter().skip(at).find_map(text);
    matches!((before, after), (Some((_, false)), Some((false, _))))
}

fn apply<'a>(mark: &'a Property, active: &mut (Formatting, Option<&'a str>)) {
    let format = &mut active.0;
    match mark {
        Property::Style(style) => {
            format.font_style = Some(*style).filter(|style| *style != FontStyle::Normal)
        }
        Property::Variant(variant) => {
            format.font_variant = Some(*variant).filter(|variant| *variant != FontVariant::Normal);
        }
        Property::Weight(weight) => {
            format.font_weight = Some(*weight).filter(|weight| *weight != FontWeight::Normal)
        }
        Property::Decoration(decoration) => {
            format.text_decoration =
                Some(*decoration).filter(|decoration| *decoration != TextDecoration::None);
        }
        Property::Vertical(align) => {
            format.vertical_align = Some(*align).filter(|align| *align != VerticalAlign::Baseline);
        }
        Property::Display(_) => {}
        Property::Link(address) => active.1 = Some(address),
    }
}
