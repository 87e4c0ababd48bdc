//! The words between the names and the numbers: title, container, editors, publisher; and the type that they tell.

use super::draft::{Draft, READ, bare, find_phrase, unwrapped};
use super::locator::{self, Locator};
use super::{groups, names, segments, words};
use crate::prelude::*;
use crate::read::pages;
use crate::text::{self, listed};
use crate::vocabulary::{ItemType, Variable};

/// A stretch of the text, as offsets.
type Span = (usize, usize);

/// Reads all that stands behind the names and the date.
pub(super) fn read(draft: &mut Draft, from: usize) {
    groups::brackets(draft, from);
    groups::editions(draft, from);
    let title = quoted_title(draft, from);
    let from = title.map_or(from, |title| title.1);
    editors_named(draft, from);
    let numbers = numbers(draft, from);
    let end = numbers.as_ref().map_or(draft.text.len(), |numbers| numbers.start);
    let titled = title.is_some() || draft.item.get(Variable::Title).is_some();
    if theses(draft, from, end, titled) {
        return;
    }
    let journal =
        numbers.as_ref().is_some_and(|numbers| !numbers.volume.is_empty() || !numbers.issue.is_empty());
    if let Some((before, inside)) = marker(draft, from, end, titled) {
        in_container(draft, from, before, inside, end, titled, journal);
    } else if numbers.as_ref().is_some_and(Locator::has_place) && !(titled && has_imprint(draft, from, end)) {
        article(draft, from, end, titled);
    } else {
        separate(draft, from, end, titled);
    }
}

/// Takes the title in quotation marks at the head of the text: where it begins, and where the text goes on.
fn quoted_title(draft: &mut Draft, from: usize) -> Option<Span> {
    let rest = draft.text.get(from..)?;
    let (open, start, end, after) = segments::quoted(rest)?;
    let lead = rest.get(..open)?;
    if lead.contains(char::is_alphanumeric) {
        return None;
    }
    // 'Title' in single marks, and then more words of the same title: the marks are the title's own.
    let next = rest.get(after..)?.trim_start_matches([' ', ')']);
    let inner = rest.get(start..end)?;
    let closed = next.is_empty()
        || next.starts_with([',', '.', ';', ':', '(', '[', READ])
        || inner.len() < rest.get(..after)?.trim_end_matches(['”', '"', '’', '\'', '»', '“']).len() - start
        || next.starts_with(char::is_uppercase)
        || next.starts_with("in ")
        || next.starts_with(|c: char| c.is_ascii_digit())
        || rest.get(end..after).is_some_and(|marks| marks.contains([',', '.']));
    // “Mini-mental state”. A practical method: the title goes on behind its first words.
    let goes_on = next.starts_with('.')
        && segments::sentences(next, true).len() > 1
        && locator::read(next, draft.dated).is_some_and(|numbers| {
            segments::sentences(next.get(..numbers.start).unwrap_or(""), true).len() > 1
        });
    if !closed || goes_on {
        return None;
    }
    let title = inner.trim().to_owned();
    draft.fill(Variable::Title, &title);
    Some((from + open, from + after))
}

/// Reads the numbers at the end into their fields.
fn numbers(draft: &mut Draft, from: usize) -> Option<Locator> {
    let rest = draft.text.get(from..)?;
    let mut found = locator::read(rest, draft.dated)?;
    found.start += from;
    found.end += from;
    // The dot behind an abbreviation is the words' own.
    let dot = draft.text.get(found.start..).is_some_and(|rest| rest.starts_with('.'));
    if dot && segments::is_initial(segments::last_word(draft.slice(from, found.start))) {
        found.start += 1;
    }
    // All that is left are numbers: then they are the title's.
    if !draft.slice(from, found.start).contains(char::is_alphabetic)
        && draft.item.get(Variable::Title).is_none()
    {
        return None;
    }
    for (variable, value) in [
        (Variable::Volume, &found.volume),
        (Variable::Issue, &found.issue),
        (Variable::Number, &found.number),
        (Variable::NumberOfPages, &found.total),
    ] {
        draft.fill(variable, value);
    }
    if !found.pages.is_empty() && draft.item.get(Variable::Page).is_none() {
        pages::place(&mut draft.item, &found.pages);
    }
    if let Some(date) = &found.date
        && !draft.dated
    {
        draft.dated = true;
        draft.item.set(Variable::Issued, date.clone());
        draft.item.set(Variable::YearSuffix, found.suffix.as_str());
    }
    if found.spare {
        draft.doubt(Variable::Page, "Not every number at the end could be told to be volume, issue or page.");
    }
    Some(found)
}

/// Words that announce editors or translators by name, the longer ones first.
const NAMED: &str = "edited and translated by=e|edited by=e|ed. by=e|eds. by=e|hrsg. von=e|herausgegeben von=e|hg. von=e|editado por=e|\
    a cura di=e|sous la direction de=e|dirigé par=e|coordinado por=e|organizado por=e|translated by=t|transl. by=t|\
    übersetzt von=t|traducido por=t|traducción de=t|traduit par=t|tradução de=t|trans.=t|trad.=t|eds.=e|ed.=e";

/// Takes out "edited by Imre Lakatos and Alan Musgrave" and the like.
fn editors_named(draft: &mut Draft, from: usize) {
    for (phrase, role) in text::rows(NAMED) {
        let Some(at) = find_phrase(&draft.text, phrase, from) else { continue };
        let before = draft.slice(from, at).trim_end();
        let apart =
            before.is_empty() || before.ends_with([',', '.', ';', READ, '(', ':', '”', '"', '’', '?', '!']);
        let rest = draft.text.get(at + phrase.len()..).unwrap_or("");
        let length = natural_list(rest);
        // "Eds., Book title": the editors stand before.
        let own = rest.starts_with(' ')
            && rest.trim_start().starts_with(|c: char| c.is_uppercase() || c.is_lowercase());
        if !apart || length == 0 || !own {
            continue;
        }
        let people = names::read(rest.get(..length).unwrap_or(""));
        if people.names.is_empty() || people.names.iter().all(|name| !name.literal.is_empty()) {
            continue;
        }
        let variable = if role == "t" { Variable::Translator } else { Variable::Editor };
        draft.item.set(variable, people.names);
        draft.mask(at, at + phrase.len() + length);
    }
}

/// How much of a text is a list of names in natural order: up to a bracket, a mask or the end of the sentence, and of
/// the parts between commas only as far as the last joining word binds them.
fn natural_list(text: &str) -> usize {
    let Some((start, end)) = segments::sentences(text, false).first().copied() else { return 0 };
    let sentence = text.get(..end).unwrap_or("");
    let sentence = sentence.get(..sentence.find(['(', '[', ';']).unwrap_or(end)).unwrap_or("");
    let mut at = 0;
    let mut length = 0;
    for part in sentence.split(',') {
        let part_end = at + part.len();
        let joined =
            [" and ", " & ", " et ", " und ", " y ", " e "].iter().any(|word| text::contains(part, word))
                || part.trim_start().starts_with("and ");
        if at == 0 || joined && part.split(' ').count() < 12 {
            length = part_end;
        }
        if at > 0 && joined || words::is_press(part) {
            break;
        }
        at = part_end + 1;
    }
    if start < length { length } else { 0 }
}

/// Finds the words for a thesis among the sentences.
fn theses(draft: &mut Draft, from: usize, end: usize, titled: bool) -> bool {
    if draft.item.item_type == ItemType::Thesis {
        let rest = pieces(draft, from, end);
        title_from(draft, &rest, titled, rest.len().saturating_sub(1).max(1));
        if draft.item.get(Variable::Publisher).is_none()
            && rest.len() > usize::from(!titled)
            && let Some(last) = rest.last()
        {
            let words = draft.slice(last.0, last.1).to_owned();
            institution(draft, &words);
        }
        return true;
    }
    let pieces = pieces(draft, from, end);
    for (at, piece) in pieces.iter().enumerate() {
        let words = draft.slice(piece.0, end).to_owned();
        if (at > 0 || titled) && groups::thesis(draft, &words) {
            if draft.item.get(Variable::Publisher).is_none()
                && let Some(next) = pieces.get(at + 1)
            {
                let words = draft.slice(next.0, next.1).to_owned();
                institution(draft, &words);
            }
            title_from(draft, pieces.get(..at).unwrap_or(&[]), titled, at);
            return true;
        }
    }
    // "Title, Ph.D. thesis, University": the words stand behind a comma.
    let text = draft.slice(from, end).to_owned();
    for (comma, _) in text.match_indices(',') {
        let rest = text.get(comma + 1..).unwrap_or("").trim_start().to_owned();
        if groups::thesis(draft, &rest) {
            let before = (from, from + comma);
            title_from(draft, &[before], titled, 1);
            return true;
        }
    }
    false
}

/// The institution of a thesis, with its place or not.
fn institution(draft: &mut Draft, words: &str) {
    if place_and_publisher(words).is_some() {
        publisher(draft, words);
    } else {
        draft.fill(Variable::Publisher, groups::institution_in(words));
    }
}

/// The sentences between two offsets, each without what surrounds it.
fn pieces(draft: &Draft, from: usize, end: usize) -> Vec<Span> {
    let text = draft.slice(from, end);
    segments::sentences(text, false).iter().map(|span| (from + span.0, from + span.1)).collect()
}

/// Sets the title from the first sentences, all of which are its own.
fn title_from(draft: &mut Draft, pieces: &[Span], titled: bool, count: usize) {
    if titled || draft.item.get(Variable::Title).is_some() {
        return;
    }
    let pieces = pieces.get(..count.min(pieces.len())).unwrap_or(&[]);
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return };
    // A mask inside ends the title.
    let whole = draft.slice(first.0, last.1);
    let title = whole.split(READ).next().unwrap_or("");
    let title = clean_title(title).to_owned();
    draft.fill(Variable::Title, &title);
}

/// A title without the marks around it.
fn clean_title(title: &str) -> &str {
    let title = title.trim().trim_start_matches(['.', ',', ':', ';', ' ']);
    unwrapped(title.trim_end_matches([',', ';', ':', ' '])).trim()
}

/// Finds the word `In` that announces the work around: where it begins, and where that work's words do.
fn marker(draft: &Draft, from: usize, end: usize, titled: bool) -> Option<(usize, usize)> {
    for word in ["in", "en", "em", "dans"] {
        let mut at = from;
        while let Some(found) = find_phrase(draft.slice(0, end), word, at) {
            at = found + word.len();
            let rest = draft.slice(at, end);
            let before = draft.slice(from, found).trim_end();
            let colon = rest.starts_with(':');
            let inside = rest.trim_start_matches([':', ' ']);
            let fresh = before.ends_with(['.', '?', '!', READ, '”', '"', '’', '\'', ';', '…', ')', ']', '»'])
                || before.is_empty() && titled
                || before.ends_with(',') && (titled || colon);
            let capital = inside.starts_with(|c: char| {
                c.is_uppercase() || matches!(c, '“' | '"' | '‘' | '«' | '(') || c.is_ascii_digit()
            }) || inside.starts_with(READ)
                || inside.starts_with("de ")
                || inside.starts_with("van ");
            let written = draft.slice(found, at);
            let upper = written.starts_with(char::is_uppercase) || titled || before.ends_with([',', ';']);
            let sure =
                word == "in" || colon || has_editors(inside) || draft.item.get(Variable::Page).is_some();
            if fresh
                && (capital || colon)
                && upper
                && sure
                && rest.starts_with([':', ' '])
                && (before.contains(char::is_alphabetic) || titled)
            {
                return Some((found, end - inside.len()));
            }
        }
    }
    None
}

/// Whether the words hold a mark of editors: `(Eds.)`, `, editors.`
fn has_editors(text: &str) -> bool {
    editors_mark(text).is_some()
}

/// The mark of editors: where it begins and ends.
fn editors_mark(text: &str) -> Option<Span> {
    let marks = "(eds.)|(ed.)|(eds)|(ed)|(editors)|(editor)|(hrsg.)|(hg.)|(hrsg)|(coords.)|(coord.)|(orgs.)|(org.)|(dirs.)|(dir.)|(éds.)|(éd.)|\
        (a cura di)|(ed.).|, editors|, editor|, eds.|, ed.|, eds|, (eds.)|, (ed.)|[eds.]|(comps.)|(comp.)|(ed. & trans.)";
    let lower = text.to_ascii_lowercase();
    let mut best: Option<Span> = None;
    for mark in marks.split('|') {
        let Some(at) = text::find(&lower, mark) else { continue };
        let end = at + mark.len();
        let apart = !lower.get(end..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        if apart && best.is_none_or(|best| at < best.0 || at == best.0 && end > best.1) {
            best = Some((at, end));
        }
    }
    best
}

/// A work inside another: a chapter, a paper, an entry, or an article whose journal follows "In".
fn in_container(
    draft: &mut Draft,
    from: usize,
    before: usize,
    inside: usize,
    end: usize,
    titled: bool,
    journal: bool,
) {
    let head = pieces(draft, from, before);
    title_from(draft, &head, titled, head.len());
    let mut start = inside;
    let body = draft.slice(inside, end).to_owned();
    if let Some((mark, after)) = editors_mark(&body) {
        let list = body.get(..mark).unwrap_or("");
        let whole = list.split(READ).next().unwrap_or("");
        // IEEE puts the editors behind the title: "in Book, A. Editor and B. Editor, Eds."
        let length = names_before(whole);
        if let Some((title, people)) = whole.split_once(';').filter(|(title, _)| !title.holds(',')) {
            // "In Comprehensive Organometallic Chemistry; Wilkinson, G., Stone, F. G. A., Eds.; …"
            draft.fill(Variable::ContainerTitle, bare(title));
            draft.item.set(Variable::Editor, names::read(people).names);
            start = inside + after;
        } else if length > 0 {
            let people = names::read(whole);
            draft.item.set(Variable::Editor, people.names);
            start = inside + after;
        } else if let Some((title, people)) = title_and_names(whole) {
            draft.fill(Variable::ContainerTitle, bare(title));
            draft.item.set(Variable::Editor, names::read(people).names);
            start = inside + after;
        }
    }
    groups::pages(draft, start);
    if !journal {
        groups::volumes(draft, start);
    }
    container_and_publisher(draft, start, end, journal);
    settle_container_type(draft, journal);
}

/// How much of the words before a mark of editors is their names: all of it, or nothing.
fn names_before(list: &str) -> usize {
    let people = super::leading::length(list);
    let natural = natural_list(list);
    let core = list.trim_end_matches([' ', ',', '.']).len();
    if people >= core
        || natural >= core && !text::contains(list, ". ")
        || list.split(' ').count() < 6 && !text::contains(list, ", ")
    {
        list.len()
    } else {
        0
    }
}

/// A title followed by names: the names are the shortest end of the list, from a comma on, that is all names.
fn title_and_names(list: &str) -> Option<(&str, &str)> {
    for (comma, _) in list.match_indices([',', '.', ';']) {
        let rest = list.get(comma + 1..)?;
        let core = rest.trim_start();
        if core.len() > 4 && super::leading::length(core) + 1 >= core.trim_end_matches([' ', ',', '.']).len()
        {
            return Some((list.get(..comma)?, core));
        }
    }
    None
}

/// The title of the work around, and its publisher.
fn container_and_publisher(draft: &mut Draft, start: usize, end: usize, journal: bool) {
    let all: Vec<Span> = segments::sentences(draft.slice(start, end), true)
        .iter()
        .map(|span| (start + span.0, start + span.1))
        .collect();
    let Some((first, rest)) = all.split_first() else { return };
    if draft.item.get(Variable::ContainerTitle).is_some() {
        let words = draft.slice(first.0, all.last().map_or(first.1, |last| last.1)).to_owned();
        publisher(draft, &words);
        return;
    }
    let mut last_of_title = *first;
    let mut rest = rest;
    // Italics tell where the title ends.
    if let Some(italic) = italics_from(draft, first.0) {
        last_of_title.1 = italic;
        while let Some((next, others)) = rest.split_first().filter(|(next, _)| next.0 < italic) {
            let _ = next;
            rest = others;
        }
    } else if rest.len() > 1 && !journal {
        // More sentences than one in front of the publisher are the title's.
        while let Some((next, others)) = rest.split_first().filter(|(next, others)| {
            !others.is_empty()
                && !words::may_publish(draft.slice(next.0, next.1))
                && gap_is_plain(draft, last_of_title.1, next.0)
        }) {
            last_of_title.1 = next.1;
            rest = others;
        }
    }
    let container = clean_title(draft.slice(first.0, last_of_title.1)).to_owned();
    let (container, comma) = without_imprint(&container);
    let (container, place) = without_venue(container);
    draft.fill(Variable::ContainerTitle, container);
    draft.fill(Variable::EventPlace, place);
    if !comma.is_empty() {
        publisher(draft, comma);
    }
    if let (Some(begin), Some(last)) = (rest.first(), rest.last()) {
        let words = draft.slice(begin.0, last.1).to_owned();
        publisher(draft, &words);
    }
}

/// Whether nothing was read between two sentences.
fn gap_is_plain(draft: &Draft, from: usize, to: usize) -> bool {
    !draft.slice(from, to).holds(READ)
}

/// Where the italics that begin at an offset end.
fn italics_from(draft: &Draft, start: usize) -> Option<usize> {
    draft
        .italics
        .iter()
        .find(|span| span.0 <= start + 1 && span.1 > start + 3 && span.0 + 4 > start)
        .map(|span| span.1)
}

/// A title and the publisher behind a comma: `Book Title, Cambridge UP`.
fn without_imprint(text: &str) -> (&str, &str) {
    for (comma, _) in text.match_indices(", ") {
        let (before, after) = text::parted(text, comma);
        let after = after.trim_start_matches([',', ' ']);
        let first = after.split(',').next().unwrap_or("");
        if words::is_press(first) && first.split(' ').count() < 6 && before.contains(char::is_alphabetic) {
            return (before, after);
        }
    }
    (text, "")
}

/// Countries, and how they are cut down, that end the place of a meeting.
const COUNTRIES: &str = "usa u.s.a. us uk u.k. canada germany france italy spain china japan india australia austria switzerland \
    netherlands belgium sweden norway denmark finland portugal brazil mexico korea singapore greece turkey ireland poland \
    israel taiwan argentina chile colombia thailand malaysia indonesia scotland england wales hungary romania croatia \
    slovenia egypt morocco uae iceland estonia latvia lithuania czechia";

/// The name of a meeting and its place: `Proc. IEEE Conf., Las Vegas, NV, USA`.
fn without_venue(text: &str) -> (&str, &str) {
    let last = text.rsplit([',', ' ']).next().unwrap_or("");
    if !words::is_meeting(text) || !listed(COUNTRIES, &text::lower(last)) {
        return (text, "");
    }
    let commas = text::places(text, ", ");
    let country = commas.len();
    // City and country, with a state of two letters between them or not.
    let state =
        country > 2 && commas.get(country - 2).zip(commas.last()).is_some_and(|(from, to)| to - from == 4);
    let back = if state { 3 } else { 2 };
    match country.checked_sub(back).and_then(|at| commas.get(at)) {
        Some(at) => (text.get(..*at).unwrap_or(text), text.get(at + 2..).unwrap_or("")),
        None => (text, ""),
    }
}

/// The type of a work inside another.
fn settle_container_type(draft: &mut Draft, journal: bool) {
    let container = draft.item.text(Variable::ContainerTitle).unwrap_or("").to_owned();
    let published =
        draft.item.get(Variable::Publisher).is_some() || !draft.item.names(Variable::Editor).is_empty();
    draft.item.item_type = if words::is_meeting(&container) && !words::is_academy(&container)
        || words::is_meeting(&container) && !journal
    {
        ItemType::PaperConference
    } else if let Some(kind) = words::is_encyclopedia(&container) {
        ItemType::from_word(kind).unwrap_or(ItemType::Chapter)
    } else if journal && !published {
        ItemType::ArticleJournal
    } else {
        ItemType::Chapter
    };
    if draft.item.item_type != ItemType::ArticleJournal
        && draft.item.get(Variable::Page).is_none()
        && let Some(number) = draft.item.text(Variable::Number).map(str::to_owned)
        && number.bytes().all(|b| b.is_ascii_digit())
    {
        draft.item.remove(Variable::Number);
        draft.item.set(Variable::Page, number);
    }
}

/// Whether a publisher stands among the words behind a quoted title: then the work is part of a book.
fn has_imprint(draft: &Draft, from: usize, end: usize) -> bool {
    let volume = draft.item.get(Variable::Volume).is_some() || draft.item.get(Variable::Issue).is_some();
    let pieces = pieces(draft, from, end);
    let edited =
        !draft.item.names(Variable::Editor).is_empty() || !draft.item.names(Variable::Translator).is_empty();
    let last = pieces.last().map_or("", |last| draft.slice(last.0, last.1));
    let (_, comma) = without_imprint(last);
    !volume && (edited || pieces.len() > 1 && words::is_press(last) || !comma.is_empty())
}

/// An article: title, container, numbers.
fn article(draft: &mut Draft, from: usize, end: usize, titled: bool) {
    let head_end = from + draft.slice(from, end).trim_end_matches([' ', ',', '.', ';', ':', '(', READ]).len();
    let (title, container) = if titled {
        (None, Some(container_behind_quote(draft, from, head_end)))
    } else {
        article_parts(draft, from, head_end)
    };
    if let Some(title) = title {
        let words = clean_title(draft.slice(title.0, title.1).split(READ).next().unwrap_or("")).to_owned();
        draft.fill(Variable::Title, &words);
    }
    let container = container
        .map(|span| unwrapped(last_unread(draft.slice(span.0, span.1))).to_owned())
        .unwrap_or_default();
    let container = without_city(draft, container.trim_start_matches("In: "), end);
    draft.fill(Variable::ContainerTitle, with_dot(draft, &container, head_end).as_str());
    draft.item.item_type = article_type(draft, &container);
    if container.is_empty() {
        draft.doubt(Variable::ContainerTitle, "Which journal the numbers belong to was not found.");
    }
}

/// Brazil's standard (NBR 6023) puts the place behind the journal: `Ciência e Cultura, São Paulo, v. 24, n. 9`.
fn without_city(draft: &mut Draft, container: &str, end: usize) -> String {
    let labelled =
        draft.text.get(end..).is_some_and(|rest| rest.trim_start_matches([',', ' ']).starts_with("v. "));
    match container.rsplit_once(", ") {
        Some((name, city)) if labelled && looks_like_place(city) => {
            draft.fill(Variable::PublisherPlace, city);
            name.to_owned()
        }
        _ => container.to_owned(),
    }
}

/// The last stretch that was not read; the first is the title's.
fn last_unread(text: &str) -> &str {
    text.rsplit(READ).find(|piece| piece.contains(char::is_alphabetic)).unwrap_or(text)
}

/// A container cut down keeps the dot that `bare` and the numbers took: `Phys. Rev. Lett.`
fn with_dot(draft: &Draft, container: &str, end: usize) -> String {
    let dotted = draft.text.get(end..).is_some_and(|rest| rest.starts_with('.')) && container.holds('.');
    let word = segments::last_word(container);
    if dotted
        && !container.ends_with('.')
        && !container.is_empty()
        && (segments::keeps_dot(word) || container.split(' ').filter(|word| word.ends_with('.')).count() > 0)
    {
        text::joined(&[container, "."])
    } else {
        container.to_owned()
    }
}

/// The container behind a quoted title, without "in" in front of it and what stands in later sentences.
fn container_behind_quote(draft: &Draft, from: usize, end: usize) -> Span {
    let text = draft.slice(from, end);
    let lead = text.len() - text.trim_start_matches([' ', ',', '.', ';', ':', '”', '"', ')']).len();
    let text = text.get(lead..).unwrap_or("");
    let word = ["in ", "In ", "in: ", "In: "]
        .iter()
        .find(|word| text.starts_with(**word))
        .map_or(0, |word| word.len());
    (from + lead + word, end)
}

/// Title and container of an article without quotation marks.
fn article_parts(draft: &mut Draft, from: usize, end: usize) -> (Option<Span>, Option<Span>) {
    let lead = draft.slice(from, end);
    let from = from + lead.len() - lead.trim_start_matches([' ', ',', '.', ';', ':', READ]).len();
    if let Some(italic) = italic_container(draft, from, end) {
        return (Some((from, italic.0)), Some(italic));
    }
    let text = draft.slice(from, end);
    // Russia's standard (GOST R 7.0.5) parts the two by strokes.
    if let Some(at) = text::find(text, " // ") {
        return (Some((from, from + at)), Some((from + at + 4, end)));
    }
    let named = journal_behind_comma(text).filter(|_| segments::sentences(text, true).len() < 2);
    if let Some(at) = named {
        return (Some((from, from + at)), Some((from + at + 2, end)));
    }
    for cut_down in [true, false] {
        let text = draft.slice(from, end);
        let sentences = segments::sentences(text, cut_down);
        if let [rest @ .., last] = sentences.as_slice()
            && let (Some(first), Some(before)) = (rest.first(), rest.last())
        {
            let title = (from + first.0, from + before.1);
            return (Some(title), Some((from + last.0, from + last.1)));
        }
    }
    // "… in the U.S. American Journal of Public Health": the dot of the abbreviation ended the sentence too.
    let text = draft.slice(from, end);
    let dotted = text::places(text, ". ").into_iter().rev().find(|at| {
        let after = text.get(at + 2..).unwrap_or("");
        words::is_journal(after) && after.starts_with(char::is_uppercase)
    });
    if let Some(at) = dotted {
        return (Some((from, from + at + 1)), Some((from + at + 2, end)));
    }
    let comma = comma_before_container(text);
    if let Some(at) = comma {
        draft.doubt(
            Variable::ContainerTitle,
            "Only a comma parts the title from the journal, so where it ends is a guess.",
        );
        return (Some((from, from + at)), Some((from + at + 2, end)));
    }
    // Only one sentence: numbers of a journal without a title, or a title that ends in numbers.
    if words::is_journal(text) || segments::is_cut_down(text.split([' ', '.']).next().unwrap_or("")) {
        draft.doubt(Variable::Title, "No title was found: the words before the numbers name a journal.");
        return (None, Some((from, end)));
    }
    (Some((from, end)), None)
}

/// The last comma behind which the name of a journal begins.
fn journal_behind_comma(text: &str) -> Option<usize> {
    let places = text::places(text, ", ");
    let journal = |at: &usize| {
        let after = text.get(*at + 2..).unwrap_or("");
        let part = after.split(", ").next().unwrap_or("");
        let first = part.split([' ', '.']).next().unwrap_or("");
        let cut_down = segments::is_cut_down(first)
            && part.get(first.len()..).is_some_and(|rest| rest.starts_with(['.', ' ']));
        after.starts_with(char::is_uppercase)
            && (cut_down || words::is_journal(part) || words::is_meeting(part))
    };
    places.into_iter().rev().find(journal)
}

/// The last comma before a capital: where title and journal part if nothing better tells.
fn comma_before_container(text: &str) -> Option<usize> {
    let capital = |at: &usize| text.get(*at + 2..).is_some_and(|after| after.starts_with(char::is_uppercase));
    text::places(text, ", ").into_iter().rev().find(capital)
}

/// The italics that end where the numbers begin and leave words for a title.
fn italic_container(draft: &Draft, from: usize, end: usize) -> Option<Span> {
    let near = |span: &&Span| span.1 + 3 >= end && span.0 > from + 3 && span.0 < end && span.1 <= end + 6;
    let span = draft.italics.iter().find(near)?;
    let title = draft.slice(from, span.0).chars().filter(|c| c.is_alphabetic()).count();
    let end = span.1.min(end);
    (title > 3 && end > span.0 + 1).then_some((span.0, end))
}

fn article_type(draft: &Draft, container: &str) -> ItemType {
    if !matches!(draft.item.item_type, ItemType::Document) {
        return draft.item.item_type;
    }
    let volume = draft.item.get(Variable::Volume).is_some();
    let dayed =
        draft.item.date(Variable::Issued).and_then(|date| date.start).is_some_and(|start| start.day > 0);
    if words::is_meeting(container) && !words::is_academy(container) && !volume {
        ItemType::PaperConference
    } else if words::is_newspaper(container) && (!volume || dayed) {
        ItemType::ArticleNewspaper
    } else if words::is_magazine(container) && (dayed || text::contains(container, "Magazine")) {
        ItemType::ArticleMagazine
    } else {
        ItemType::ArticleJournal
    }
}

/// A work that stands by itself, or a piece of a newspaper or a site.
fn separate(draft: &mut Draft, from: usize, end: usize, titled: bool) {
    groups::pages(draft, from);
    groups::volumes(draft, from);
    let mut all = pieces(draft, from, end);
    if all.is_empty() {
        settle_type(draft, "");
        return;
    }
    report_number(draft, &mut all, titled);
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
            draft.doubt(Variable::Title, "Whether the last sentence belongs to the title is a guess.");
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
        if gap.holds(READ) {
            return at;
        }
    }
    let place = place_and_publisher(piece(last)).is_some();
    let container = words::is_newspaper(piece(last))
        || draft.item.get(Variable::Doi).is_some() && words::is_journal(piece(last));
    let addressed = draft.item.get(Variable::Url).is_some() && piece(last).split(' ').count() < 8;
    if place || container || addressed || words::may_publish(piece(last)) {
        // "Meeting notes. New York, NY: Wiley" — only the last; "Springer. New York" — both.
        let before = if last > 1 && words::is_press(piece(last - 1)) && !place { last - 1 } else { last };
        return before;
    }
    all.len()
}

/// A single sentence: a title, or title and publisher parted by commas.
fn alone(draft: &mut Draft, all: &[Span]) {
    let Some(only) = all.first() else { return };
    let text = draft.slice(only.0, only.1).to_owned();
    let (title, imprint) = comma_imprint(&text).unwrap_or_else(|| without_imprint(&text));
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

/// Title, place and publisher of one sentence: `Culture's Consequences, Beverly Hills, CA: Sage`.
fn comma_imprint(text: &str) -> Option<(&str, &str)> {
    let colon = text::places(text, ": ").last().copied()?;
    let name = text.get(colon + 2..)?;
    let before = text.get(..colon)?;
    let comma = before.rfind(", ")?;
    let place = before.get(comma + 2..)?;
    let short = place.len() < 3 || listed("USA UK U.S. U.K.", place);
    let comma = if short { before.get(..comma)?.rfind(", ")? } else { comma };
    let place = text.get(comma + 2..colon)?;
    let fits = looks_like_place(place)
        && place.split(' ').count() < 5
        && words::may_publish(name)
        && !name.contains(['?', '!']);
    fits.then_some((text.get(..comma)?, text.get(comma + 2..)?))
}

/// Takes "Working Paper No. 123" out of the sentences behind the title.
fn report_number(draft: &mut Draft, all: &mut Vec<Span>, titled: bool) {
    let first = usize::from(!titled);
    for at in first..all.len() {
        let Some(span) = all.get(at).copied() else { return };
        let piece = draft.slice(span.0, span.1).to_owned();
        let named = piece.split(',').next().unwrap_or("");
        let Some((genre, number)) = groups::report(named) else { continue };
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

/// The words behind the title of a work that stands by itself.
fn behind_title(draft: &mut Draft, rest: &str, quoted: bool) {
    let words: Vec<&str> =
        rest.split(READ).map(unwrapped).filter(|piece| piece.contains(char::is_alphanumeric)).collect();
    let whole = words.first().copied().unwrap_or("");
    if whole.is_empty() {
        settle_type(draft, "");
        return;
    }
    let addressed = draft.item.get(Variable::Url).is_some();
    let dayed =
        draft.item.date(Variable::Issued).and_then(|date| date.start).is_some_and(|start| start.month > 0);
    let doi = draft.item.get(Variable::Doi).is_some();
    let toms = matches!(draft.item.item_type, ItemType::Software | ItemType::Dataset);
    let coming = draft.item.get(Variable::Status).is_some()
        && !words::is_press(whole)
        && place_and_publisher(whole).is_none();
    let preprint =
        listed("arxiv biorxiv medrxiv psyarxiv socarxiv chemrxiv ssrn preprints.org", &text::lower(whole));
    let container = coming
        || doi && words::is_journal(whole)
        || words::is_newspaper(whole)
        || words::is_magazine(whole) && dayed
        || quoted && !words::is_press(whole) && place_and_publisher(whole).is_none()
        || addressed && !words::is_press(whole) && place_and_publisher(whole).is_none()
        || words::is_meeting(whole) && quoted;
    if preprint {
        draft.fill(Variable::Publisher, whole);
        draft.item.item_type = ItemType::Article;
        return;
    }
    if !container || toms || draft.item.item_type == ItemType::Report {
        let named = words.iter().copied().find(|piece| words::is_press(piece));
        publisher(draft, named.unwrap_or(whole));
        settle_type(draft, "");
        return;
    }
    let whole = whole.trim_start_matches("in ").trim_start_matches("In ").to_owned();
    let sentences = segments::sentences(&whole, true);
    let name = sentences.first().and_then(|first| whole.get(first.0..first.1)).unwrap_or(&whole);
    let (name, imprint) = without_imprint(name);
    draft.fill(Variable::ContainerTitle, name);
    if !imprint.is_empty() {
        publisher(draft, imprint);
    } else if let Some(next) =
        words.get(1).copied().or_else(|| sentences.get(1).and_then(|next| whole.get(next.0..next.1)))
    {
        publisher(draft, next);
    }
    settle_type(draft, name);
}

/// The type of a work that no "In" and no number tells.
fn settle_type(draft: &mut Draft, container: &str) {
    let kept = !matches!(draft.item.item_type, ItemType::Document);
    if kept {
        return;
    }
    let has = |variable: Variable| draft.item.get(variable).is_some();
    let dayed =
        draft.item.date(Variable::Issued).and_then(|date| date.start).is_some_and(|start| start.month > 0);
    let published = draft.item.text(Variable::Publisher).unwrap_or("");
    let numbered = draft
        .item
        .text(Variable::Number)
        .is_some_and(|number| number.to_ascii_lowercase().starts_with("arxiv"));
    let edited = !draft.item.names(Variable::Editor).is_empty();
    let report = draft
        .item
        .text(Variable::Title)
        .is_some_and(|title| text::lower(title).split([' ', ':']).any(|word| word == "report"));
    let organised = draft.item.names(Variable::Author).first().is_some_and(|name| !name.literal.is_empty());
    draft.item.item_type = if numbered {
        ItemType::Article
    } else if container.is_empty() && report && organised {
        ItemType::Report
    } else if !container.is_empty() && has(Variable::Status) {
        ItemType::ArticleJournal
    } else if words::is_newspaper(container) {
        ItemType::ArticleNewspaper
    } else if words::is_magazine(container) && dayed {
        ItemType::ArticleMagazine
    } else if !container.is_empty() && words::is_meeting(container) {
        ItemType::PaperConference
    } else if !container.is_empty() && (has(Variable::Publisher) || edited) {
        ItemType::Chapter
    } else if !container.is_empty()
        && has(Variable::Doi)
        && (!has(Variable::Url) || words::is_journal(container))
    {
        ItemType::ArticleJournal
    } else if !container.is_empty() && has(Variable::Url) {
        ItemType::Webpage
    } else if !container.is_empty() && words::is_journal(container) {
        ItemType::ArticleJournal
    } else if !published.is_empty() {
        published_type(draft, published, dayed)
    } else if has(Variable::Url) && !has(Variable::Isbn) && !has(Variable::Edition) {
        ItemType::Webpage
    } else if has(Variable::Edition) || has(Variable::Isbn) || has(Variable::NumberOfPages) {
        ItemType::Book
    } else {
        ItemType::Document
    };
}

/// A publisher makes a book; an organisation that is none makes a report, or a page where there is an address and a day.
fn published_type(draft: &Draft, published: &str, dayed: bool) -> ItemType {
    let corporate = names::is_corporate(published) && !words::is_press(published)
        || published.len() < 7 && published.chars().all(char::is_uppercase);
    let edited = !draft.item.names(Variable::Editor).is_empty();
    let addressed = draft.item.get(Variable::Url).is_some();
    if edited {
        ItemType::Book
    } else if addressed && dayed {
        ItemType::Webpage
    } else if corporate
        && draft.item.get(Variable::Isbn).is_none()
        && draft.item.get(Variable::Edition).is_none()
    {
        ItemType::Report
    } else {
        ItemType::Book
    }
}

/// Reads publisher and place: `Place: Publisher`, `Publisher, Place`, `Publisher`.
pub(super) fn publisher(draft: &mut Draft, words: &str) {
    let words =
        words.split(READ).map(unwrapped).find(|piece| piece.contains(char::is_alphabetic)).unwrap_or("");
    let words = bare(words);
    let words = words.trim_start_matches("Published by ").trim_start_matches(['-', '–', '—', ' ']);
    if words.is_empty() || draft.item.get(Variable::Publisher).is_some() {
        return;
    }
    if let Some((place, name)) = place_and_publisher(words) {
        draft.fill(Variable::PublisherPlace, bare(place));
        draft.fill(Variable::Publisher, bare(name));
        return;
    }
    let sentences = segments::sentences(words, false);
    if let [first, second] = sentences.as_slice() {
        let (first, second) =
            (words.get(first.0..first.1).unwrap_or(""), words.get(second.0..second.1).unwrap_or(""));
        if words::is_press(first) {
            draft.fill(Variable::Publisher, first);
            draft.fill(Variable::PublisherPlace, second);
            return;
        }
    }
    if let Some((name, place)) = words.split_once(", ") {
        let (name, place) = (name.trim(), place.trim());
        let told = words::is_press(name) && !words::is_press(place);
        if told && looks_like_place(place) {
            draft.fill(Variable::Publisher, name);
            draft.fill(Variable::PublisherPlace, bare(place));
            return;
        }
        if words::is_press(place) && !words::is_press(name) && looks_like_place(name) && !place.holds(',') {
            draft.fill(Variable::PublisherPlace, name);
            draft.fill(Variable::Publisher, bare(place));
            return;
        }
    }
    draft.fill(Variable::Publisher, words);
}

/// Whether words may name a place: few, and in capitals.
fn looks_like_place(text: &str) -> bool {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let capital = |word: &&str| {
        word.starts_with(|c: char| c.is_uppercase() || c == '[' || c == '&')
            || listed("and am de la of an der i. br. a. m. and/or et y und /", word)
    };
    words.len() < 8 && words.iter().all(capital) && !text.contains(|c: char| c.is_ascii_digit() || c == '?')
}

/// Place and publisher around a colon; the publisher stands first where only the first is one.
fn place_and_publisher(text: &str) -> Option<(&str, &str)> {
    let (place, name) = text::cut(text, ": ").or_else(|| text::cut(text, " : "))?;
    if !looks_like_place(place) || place.split(' ').count() > 6 {
        return None;
    }
    let swapped = words::is_press(place) && !words::is_press(name) && looks_like_place(name);
    if swapped {
        return Some((name, place));
    }
    let fits = words::is_press(name)
        || names::is_corporate(name)
        || name.split(' ').count() < 6 && name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    fits.then_some((place, name))
}
