//! `cs:date` (specification, "Date" and "Date Ranges").

use super::context::GroupState;
use super::page_range;
use super::renderer::{Renderer, push, wrap};
use super::sorting::sortable;
use crate::csl::content::{Content, Tag};
use crate::csl::program::{
    DateNode, DatePart, DatePartForm, DatePartName, DatePartsShown, Formatting, HouseRule, PLAIN, Rendering,
};
use crate::item::{Date, DateParts};
use crate::prelude::*;
use crate::text::{concat, to_decimal, to_lowercase};
use crate::vocabulary::{Term, TermForm, Variable};

/// So many figures of a year are its century.
const CENTURY: usize = 2;

/// A date part to print: that of the locale, with the overrides of the style.
struct ShownPart<'a> {
    name: DatePartName,
    form: Option<DatePartForm>,
    range_delimiter: &'a str,
    rendering: Rendering,
}

impl<'a> Renderer<'a> {
    pub(super) fn date(&mut self, node: &'a DateNode, out: &mut Vec<Content>) -> GroupState {
        let item = self.item;
        let date = if self.available(node.variable) { item.date(node.variable) } else { None };
        let Some(date) = date else { return GroupState::variable(false) };
        let (parts, delimiter) = self.shown_parts(node);
        if self.sort_names().is_some() {
            // In a sort key a date sorts by time, but only by the parts that it would print (specification, "Sorting").
            let shows = |name: DatePartName| parts.iter().any(|part| part.name == name);
            out.extend(Content::text(sortable(date, &shows)));
            return GroupState::variable(true);
        }
        let mut children = match (&date.start, date.literal.is_empty()) {
            (Some(start), true) => self.date_content(date, *start, &parts, delimiter, node.variable),
            // A literal date is printed in place of the year.
            (_, false) => match parts.iter().find(|part| part.name == DatePartName::Year) {
                Some(year) => self.literal_date(&date.literal, year, node.form.is_some()),
                None => Vec::new(),
            },
            (None, true) => Content::list(&date.season),
        };
        self.apply_term_options(&mut children, &node.rendering);
        self.printed(node.variable);
        let printed = push(out, children, &node.rendering, delimiter, Tag::Date(node.variable));
        GroupState::variable(printed || !date.literal.is_empty())
    }

    /// A literal date has a year suffix and the style's formatting of years, like a year. The affixes of a localised year
    /// (`年`) apply to digits only.
    fn literal_date(&mut self, literal: &str, year: &ShownPart<'_>, localized: bool) -> Vec<Content> {
        let mut children = crate::csl::content::markup::parse(literal);
        if !localized {
            self.apply_text_options(&mut children, &year.rendering);
        }
        children.extend(self.implicit_year_suffix());
        vec![match localized {
            true => Content::span(Tag::None, children),
            false => wrap(children, &year.rendering, "", Tag::None),
        }]
    }

    /// The parts to print, in order, and the delimiter between them.
    fn shown_parts(&self, node: &'a DateNode) -> (Vec<ShownPart<'a>>, &'a str) {
        let Some(form) = node.form else {
            let parts = node.parts.iter().map(|part| merged_part(part, None)).collect_vec();
            return (parts, &node.delimiter);
        };
        let Some(localized) = self.context.lang.date(form) else { return (Vec::new(), "") };
        let wanted = |part: &&DatePart| match node.date_parts {
            DatePartsShown::YearMonthDay => true,
            DatePartsShown::YearMonth => part.name != DatePartName::Day,
            DatePartsShown::Year => part.name == DatePartName::Year,
        };
        let parts = localized.parts.iter().filter(wanted).map(|part| {
            let own = node.parts.iter().find(|own| own.name == part.name);
            merged_part(part, own)
        });
        (parts.collect_vec(), &localized.delimiter)
    }

    /// A date or a range. Parts that are equal in both ends, and larger than all that differ, are printed once; parts that
    /// are not printed are not compared.
    fn date_content(
        &mut self,
        date: &Date,
        start: DateParts,
        parts: &[ShownPart<'a>],
        delimiter: &'a str,
        variable: Variable,
    ) -> Vec<Content> {
        let end = date.end.filter(|end| *end != start);
        let Some(end) = end else { return self.single_date(start, parts, variable, date) };
        let shows = |name: DatePartName| parts.iter().any(|part| part.name == name);
        let year = shows(DatePartName::Year) && start.year != end.year;
        let month = year || shows(DatePartName::Month) && start.month != end.month;
        let differs = |part: &ShownPart<'_>| match part.name {
            DatePartName::Year => year,
            DatePartName::Month => month,
            DatePartName::Day => month || start.day != end.day,
        };
        let first = parts.iter().position(|part| differs(part) && self.prints(part, start));
        let last = parts.iter().rposition(|part| differs(part) && self.prints(part, start));
        let (Some(first), Some(last)) = (first, last) else {
            return self.single_date(start, parts, variable, date);
        };
        let widest = |part: &&ShownPart<'_>| differs(part);
        let range_delimiter = parts
            .iter()
            .filter(widest)
            .max_by_key(|part| part.name.number())
            .map_or("\u{2013}", |part| part.range_delimiter);
        // Months alone are the two months of an issue.
        let months = last == first && parts.get(first).is_some_and(|part| part.name == DatePartName::Month);
        let range_delimiter =
            if months && self.context.follows(HouseRule::MonthSlash) { "/" } else { range_delimiter };
        let (before, rest) = parts.split_at_checked(first).unwrap_or((parts, &[]));
        let (ranged, after) = rest.split_at_checked(last - first + 1).unwrap_or((rest, &[]));
        let mut children = self.single_date(start, before, variable, date);
        let from = self.single_date(start, ranged, variable, date);
        let to = if date.open_ended() { Vec::new() } else { self.single_date(end, ranged, variable, date) };
        children.push(range(from, to, range_delimiter, delimiter));
        children.extend(self.single_date(start, after, variable, date));
        children
    }

    /// Some parts of one date.
    fn single_date(
        &mut self,
        at: DateParts,
        parts: &[ShownPart<'a>],
        variable: Variable,
        date: &Date,
    ) -> Vec<Content> {
        let mut out = Vec::new();
        for part in parts {
            let text = match part.name {
                DatePartName::Year => {
                    let year = self.year(at.year, part.form);
                    if parts.len() == 1 && date.end == Some(at) { self.last_year(date, year) } else { year }
                }
                DatePartName::Month => self.month(at, part.form, &date.season),
                DatePartName::Day if at.month == 0 || at.month > 12 => String::new(),
                DatePartName::Day => self.day(at, part.form),
            };
            let mut children = Content::list(&text);
            if children.is_empty() {
                continue;
            }
            self.apply_term_options(&mut children, &part.rendering);
            let mut tag = Tag::None;
            if part.name == DatePartName::Year {
                tag = Tag::Year(variable);
                children.extend(self.implicit_year_suffix());
            }
            push(&mut out, children, &part.rendering, "", tag);
        }
        out
    }

    /// Whether a date has a part.
    fn prints(&self, part: &ShownPart<'_>, at: DateParts) -> bool {
        match part.name {
            DatePartName::Year => true,
            DatePartName::Month => at.month != 0,
            DatePartName::Day => at.day != 0,
        }
    }

    /// The year suffix, after the first year that is printed, unless the style prints the variable itself.
    pub(super) fn implicit_year_suffix(&mut self) -> Option<Content> {
        let suffix = &self.cite.hints.year_suffix;
        if suffix.is_empty() || self.context.explicit_year_suffix || self.year_suffix_printed {
            return None;
        }
        self.year_suffix_printed = true;
        let children = vec![Content::Text(suffix.clone())];
        Some(Content::span(Tag::YearSuffix, children))
    }

    /// A year, with the term for its era if it is before 1000 (specification, "Date-part").
    fn year(&self, year: i32, form: Option<DatePartForm>) -> String {
        let digits = to_decimal(year.unsigned_abs());
        if year == 0 {
            return String::new();
        }
        if year < 0 {
            return concat(&[&digits, self.context.lang.word(Term::Bc)]);
        }
        if year < 1000 {
            return concat(&[&digits, self.context.lang.word(Term::Ad)]);
        }
        let short = form == Some(DatePartForm::Short);
        let shortened = if short { digits.get(digits.len().saturating_sub(2)..) } else { None };
        shortened.unwrap_or(&digits).to_owned()
    }

    /// The year that ends a range of years of one century, in the style's format of pages: 1962–64.
    fn last_year(&self, date: &Date, year: String) -> String {
        let first = to_decimal(date.start.map_or(0, |start| start.year.unsigned_abs()));
        match self.context.style.page_range_format {
            Some(format)
                if first.as_bytes().first_chunk::<CENTURY>() == year.as_bytes().first_chunk()
                    && self.context.follows(HouseRule::ShortYears) =>
            {
                page_range::second(&first, &year, format)
            }
            _ => year,
        }
    }

    /// A month or season.
    fn month(&self, at: DateParts, form: Option<DatePartForm>, season: &str) -> String {
        let Some(term) = Term::month(at.month) else { return season.to_owned() };
        let (lang, is_season) = (self.context.lang, at.month > 12);
        let name = match form {
            _ if is_season && !season.is_empty() && self.context.follows(HouseRule::RecordedSeason) => {
                return season.to_owned();
            }
            Some(DatePartForm::Numeric) if !is_season => return to_decimal(u32::from(at.month)),
            Some(DatePartForm::NumericLeadingZeros) if !is_season => return two_digits(at.month),
            Some(DatePartForm::Short) => lang.term(term, TermForm::Short, false).unwrap_or(""),
            _ => lang.word(term),
        };
        if is_season && lang.is_english() && self.context.follows(HouseRule::SmallSeasons) {
            return to_lowercase(name);
        }
        name.to_owned()
    }

    /// A day. Ordinal days agree with the month's gender; with `limit-day-ordinals-to-day-1` only the first is an ordinal.
    fn day(&self, at: DateParts, form: Option<DatePartForm>) -> String {
        if at.day == 0 {
            return String::new();
        }
        let digits = to_decimal(u32::from(at.day));
        match form {
            Some(DatePartForm::NumericLeadingZeros) => two_digits(at.day),
            Some(DatePartForm::Ordinal)
                if at.day == 1 || !self.context.lang.limit_day_ordinals_to_day_1() =>
            {
                let gender = Term::month(at.month).and_then(|month| self.context.lang.gender(month));
                concat(&[&digits, self.context.lang.ordinal_suffix(u32::from(at.day), gender)])
            }
            _ => digits,
        }
    }
}

fn two_digits(number: u8) -> String {
    let digits = to_decimal(u32::from(number));
    if number < 10 { concat(&["0", &digits]) } else { digits }
}

/// The locale's part, with the style's form, formatting and range delimiter where it states them. Affixes are the
/// locale's.
fn merged_part<'a>(part: &'a DatePart, own: Option<&'a DatePart>) -> ShownPart<'a> {
    let mut rendering = part.rendering.clone();
    if let Some(own) = own {
        let how = &own.rendering;
        rendering.format = Formatting {
            font_style: how.format.font_style.or(rendering.format.font_style),
            font_variant: how.format.font_variant.or(rendering.format.font_variant),
            font_weight: how.format.font_weight.or(rendering.format.font_weight),
            text_decoration: how.format.text_decoration.or(rendering.format.text_decoration),
            vertical_align: how.format.vertical_align.or(rendering.format.vertical_align),
        };
        rendering.text_case = how.text_case.or(rendering.text_case);
        rendering.strip_periods |= how.strip_periods;
    }
    let range_delimiter = own.and_then(|own| own.range_delimiter.as_deref());
    ShownPart {
        name: part.name,
        form: own.and_then(|own| own.form).or(part.form),
        range_delimiter: range_delimiter.or(part.range_delimiter.as_deref()).unwrap_or("\u{2013}"),
        rendering,
    }
}

/// Both ends of a range. The suffix of the first end and the prefix of the second are left out.
fn range(mut from: Vec<Content>, mut to: Vec<Content>, range_delimiter: &str, delimiter: &str) -> Content {
    if let Some(Content::Span(span)) = from.last_mut() {
        span.suffix.clear();
    }
    if let Some(Content::Span(span)) = to.first_mut() {
        span.prefix.clear();
    }
    let mut children =
        vec![wrap(from, &PLAIN, delimiter, Tag::None), Content::Text(range_delimiter.to_owned())];
    if !to.is_empty() {
        children.push(wrap(to, &PLAIN, delimiter, Tag::None));
    }
    Content::span(Tag::None, children)
}
