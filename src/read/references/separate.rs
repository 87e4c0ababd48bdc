//! A work that stands by itself, or a piece of a newspaper or a site.

use super::container::italics_from;
use super::draft::{Draft, READ};
use super::imprint::{
    comma_city, comma_imprint, ends_in_place, looks_like_place, place_and_publisher, publisher,
    without_imprint,
};
use super::kinds::{behind_title, settle_type};
use super::work::{Span, clean_title, pieces, title_from};
use super::{groups, words};
use crate::prelude::*;
use crate::text::{self, list_contains};
use crate::vocabulary::{ItemType, Variable};

/// "Paper presented at the International Conference on Water, Islamabad": the meeting and its place.
fn presented(draft: &mut Draft, all: &[Span]) -> bool {
    let Some(last) = all.last().filter(|_| all.len() > 1) else { return false };
    let words = draft.slice(last.0, last.1).to_owned();
    let lower = text::to_lowercase(&words);
    let opening = [
        "paper presented at ",
        "presented at ",
        "poster presented at ",
        "paper presented to ",
        "poster session presented at ",
    ];
    let Some(opening) = opening.iter().find(|opening| lower.starts_with(*opening)) else { return false };
    let meeting = words.get(opening.len()..).unwrap_or("");
    let meeting = meeting.strip_prefix("the ").unwrap_or(meeting);
    let (name, place) = meeting.split_once(", ").unwrap_or((meeting, ""));
    draft.fill(Variable::EventTitle, name);
    if looks_like_place(place) {
        draft.fill(Variable::EventPlace, place);
    }
    title_from(draft, all, false, all.len() - 1);
    draft.item.item_type = ItemType::Speech;
    true
}

/// A work that stands by itself, or a piece of a newspaper or a site.
pub(super) fn separate(draft: &mut Draft, from: usize, end: usize, titled: bool) {
    groups::pages(draft, from);
    groups::volumes(draft, from);
    let mut all = pieces(draft, from, end);
    if all.is_empty() {
        settle_type(draft, "");
        return;
    }
    if presented(draft, &all) {
        return;
    }
    report_number(draft, &mut all, titled);
    if !titled && commas_only(draft, &all) {
        return;
    }
    let first = usize::from(!titled);
    // A title in quotation marks or italics leaves all the rest to container and publisher.
    if !titled
        && let Some(italic) =
            italics_from(draft, all.first().map_or(from, |first| first.0)).filter(|italic| *italic < end)
    {
        let start = all.first().map_or(from, |first| first.0);
        let title = clean_title(draft.slice(start, italic).split(READ).next().unwrap_or("")).to_owned();
        draft.fill(Variable::Title, &title);
        let rest = draft.slice(italic, end).to_owned();
        behind_title(draft, &rest, false);
        return;
    }
    if all.len() == first && !titled {
        alone(draft, &all);
        return;
    }
    let last = all.last().copied().unwrap_or((from, end));
    let words = draft.slice(last.0, last.1).to_owned();
    if titled {
        let rest = draft.slice(from, end).to_owned();
        behind_title(draft, &rest, true);
        return;
    }
    let count = imprint_start(draft, &all);
    title_from(draft, &all, titled, count);
    if count == all.len() {
        settle_type(draft, "");
        if all.len() > 1 {
            draft.warning(Variable::Title, "Whether the last sentence belongs to the title is a guess.");
        }
        return;
    }
    let begin = all.get(count).copied().unwrap_or(last);
    let rest = if count + 1 == all.len() { words } else { draft.slice(begin.0, last.1).to_owned() };
    behind_title(draft, &rest, false);
}

/// Which sentence begins the publisher; all of them where none can be one.
fn imprint_start(draft: &Draft, all: &[Span]) -> usize {
    let piece = |at: usize| all.get(at).map_or("", |span| draft.slice(span.0, span.1));
    let last = all.len() - 1;
    // What follows a piece that was read, such as an edition, is no title any more.
    for at in 1..all.len() {
        let gap = draft.slice(all.get(at - 1).map_or(0, |span| span.1), all.get(at).map_or(0, |span| span.0));
        if gap.contains_char(READ) {
            return at;
        }
    }
    let place = place_and_publisher(piece(last)).is_some();
    let container = words::is_newspaper(piece(last))
        || draft.item.get(Variable::Doi).is_some() && words::is_journal(piece(last));
    let addressed = draft.item.get(Variable::Url).is_some() && piece(last).split(' ').count() < 8;
    if place || container || addressed || ends_in_place(piece(last)) || words::may_publish(piece(last)) {
        // "Meeting notes. New York, NY: Wiley" — only the last; "Springer. New York" — both.
        let before = if last > 1 && words::is_press(piece(last - 1)) && !place { last - 1 } else { last };
        return before;
    }
    all.len()
}

/// `La distinction. Critique sociale du jugement, Paris, Minuit`: commas part title, city and publisher.
fn commas_only(draft: &mut Draft, all: &[Span]) -> bool {
    let (Some(first), Some(last)) = (all.first(), all.last()) else { return false };
    let text = draft.slice(first.0, last.1).to_owned();
    let own = draft.slice(last.0, last.1);
    // With a sentence of its own, the imprint is read below.
    let Some((title, imprint)) =
        comma_city(&text).filter(|found| !text.contains_char(READ) && found.1.len() < own.len())
    else {
        return false;
    };
    let title = clean_title(title).to_owned();
    if !title.contains(char::is_letter) {
        return false;
    }
    draft.fill(Variable::Title, &title);
    publisher(draft, imprint);
    settle_type(draft, "");
    true
}

/// A single sentence: a title, or title and publisher parted by commas.
fn alone(draft: &mut Draft, all: &[Span]) {
    let Some(only) = all.first() else { return };
    let text = draft.slice(only.0, only.1).to_owned();
    let (title, imprint) =
        comma_imprint(&text).or_else(|| comma_city(&text)).unwrap_or_else(|| without_imprint(&text));
    if imprint.is_empty() {
        title_from(draft, all, false, 1);
        settle_type(draft, "");
        return;
    }
    let title = clean_title(title).to_owned();
    draft.fill(Variable::Title, &title);
    publisher(draft, imprint);
    settle_type(draft, "");
}

/// Takes "Working Paper No. 123" out of the sentences behind the title.
fn report_number(draft: &mut Draft, all: &mut Vec<Span>, titled: bool) {
    let first = usize::from(!titled);
    for at in first..all.len() {
        let Some(span) = all.get(at).copied() else { return };
        let piece = draft.slice(span.0, span.1).to_owned();
        let named = piece.split(',').next().unwrap_or("");
        let bare_genre = list_contains(
            "technical_report tech._report working_paper discussion_paper white_paper policy_brief research_report",
            &text::replace(&text::to_lowercase(named), " ", "_"),
        );
        let told = if bare_genre { Some((named, "")) } else { groups::report(named) };
        let Some((genre, number)) = told else { continue };
        draft.fill(Variable::Genre, genre);
        draft.fill(Variable::Number, number);
        draft.item.item_type = ItemType::Report;
        draft.mask(span.0, span.0 + named.len());
        if named.len() + 3 < piece.len() {
            if let Some(span) = all.get_mut(at) {
                span.0 += named.len();
            }
        } else {
            all.remove(at);
        }
        return;
    }
}
