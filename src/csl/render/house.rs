//! House rules: what the manuals print and CSL cannot say. Each is explained in the lists of `csl/compile/house/`.

use super::renderer::{Renderer, wrap};
use crate::csl::content::{Content, Tag, markup};
use crate::csl::program::{Class, GroupNode, HouseRule, Position, Rendering};
use crate::extent::FULL;
use crate::item::Name;
use crate::prelude::*;
use crate::text::{self, concat, title_case};
use crate::vocabulary::{ItemType, Term, Variable};
use alloc::borrow::Cow;

/// Titles of one word that tell nothing without what follows their colon.
const GENERIC: &str =
    "comment correction discussion editorial erratum introduction letter preface reply response review";

/// Universities that are called by their initials, so that their presses are academic.
const UNIVERSITIES: &str = "CUNY LSU MIT NYU SUNY";

/// What is shortened in publishers, in this order; what follows the first is for universities and their presses.
const SHORT: [(&str, &str); 5] = [
    (" & ", " and "),
    ("University Press", "UP"),
    ("University", "U"),
    (" Press ", " P "),
    (" Press,", " P,"),
];

/// A number with so many digits is no page.
const LONGEST_PAGE: usize = 5;

impl<'a> Renderer<'a> {
    /// The publisher or the title of the container, unless that is the name of the author (APA 9.29). Of periodicals the
    /// title is printed again.
    pub(super) fn other_than_author(&self, variable: Variable) -> Option<Cow<'a, str>> {
        let own = self.item.text(variable);
        let owner = self.owner();
        if owner.is_none() {
            let site = matches!(self.item.item_type, ItemType::Webpage | ItemType::Post);
            let once = (variable == Variable::Publisher || site)
                && self.context.follows(HouseRule::AuthorIsPublisher)
                && same_organisation(self.sole_organisation(), own);
            return own.filter(|_| !once).map(Cow::Borrowed);
        }
        let printed = own.is_some()
            || variable != Variable::Publisher
            || same_organisation(owner, self.item.text(Variable::ContainerTitle));
        if printed { own } else { owner }.map(Cow::Borrowed)
    }

    /// The owner of a web page, who stands after its title in notes instead of being its author; in short notes only if the
    /// site has the same name.
    pub(super) fn owner(&self) -> Option<&'a str> {
        let in_note = self.context.style.class == Class::Note && !self.context.in_bibliography;
        let owned = in_note && self.item.item_type == ItemType::Webpage;
        if !owned || !self.context.follows(HouseRule::OwnerAfterTitle) {
            return None;
        }
        let owner = self.sole_organisation();
        let first = self.cite.position == Position::First;
        owner.filter(|_| first || same_organisation(owner, self.item.text(Variable::ContainerTitle)))
    }

    /// The name of the only author, if it is an organisation.
    fn sole_organisation(&self) -> Option<&'a str> {
        match self.item.names(Variable::Author) {
            [Name { given, family, literal, .. }] if given.is_empty() => {
                Some(if literal.is_empty() { family } else { literal })
            }
            _ => None,
        }
    }

    /// Whether a name is the author's in another role, in which the family name is enough.
    pub(super) fn is_author_again(&self, name: &Name) -> bool {
        let same = |author: &Name| {
            author.family == name.family && author.given == name.given && !core::ptr::eq(author, name)
        };
        self.context.follows(HouseRule::SurnameAgain) && self.item.names(Variable::Author).iter().any(same)
    }

    /// The value of a variable in the manual's spelling.
    pub(super) fn in_house<'v>(&self, variable: Variable, value: Cow<'v, str>) -> Cow<'v, str> {
        let follows = |rule| self.context.follows(rule);
        let item_type = self.item.item_type;
        Cow::Owned(match variable {
            Variable::Publisher | Variable::OriginalPublisher if follows(HouseRule::ShortPress) => {
                short_press(&value)
            }
            Variable::Genre
                if item_type == ItemType::Thesis
                    && !self.context.in_bibliography
                    && follows(HouseRule::SmallThesis) =>
            {
                small_beginning(&value)
            }
            Variable::Page
                if item_type == ItemType::ArticleJournal
                    && is_article_number(&value)
                    && follows(HouseRule::ArticleNumber) =>
            {
                concat(&[self.context.lang.word(Term::ArticleLocator), " ", &value])
            }
            // A code keeps its case: “No. w33843”.
            Variable::Number
                if FULL
                    && text::before_any(&value, " ").contains_any(text::DIGITS)
                    && follows(HouseRule::OneNumber) =>
            {
                concat(&["<span class=\"nocase\">", &value, "</span>"])
            }
            _ => return value,
        })
    }

    /// A value, and what is printed after it outside its italics or quotation marks: the translation of a title, and what
    /// tells that a site is a blog.
    pub(super) fn split_apart<'v>(
        &self,
        variable: Variable,
        value: &'v str,
        short: bool,
    ) -> (&'v str, Option<Content>) {
        let foreign = || self.item.has(Variable::Language) && !self.english();
        match (variable, value.strip_suffix(']').and_then(|inside| inside.rfind_any("["))) {
            (Variable::Title, Some(at)) if foreign() && self.context.follows(HouseRule::TranslatedTitle) => {
                let (title, translation) = text::split_at(value, at);
                let after = if short { "" } else { translation };
                (title.trim_end_any(" "), apart(after))
            }
            (Variable::ContainerTitle, _)
                if self.item.item_type == ItemType::PostWeblog
                    && self.context.follows(HouseRule::Blog)
                    && !text::contains(&text::to_lowercase(value), "blog") =>
            {
                (value, apart("(blog)"))
            }
            _ => (value, None),
        }
    }

    /// Whether an address is printed without its scheme. DOIs keep theirs.
    pub(super) fn is_bare(&self, address: &str) -> bool {
        self.context.follows(HouseRule::BareUrl) && !text::contains(address, "doi.org/")
    }

    /// The short title of a work whose record has none: without the subtitle and the article at its beginning.
    pub(super) fn short_title(&self) -> Option<Cow<'a, str>> {
        let title = self.item.text(Variable::Title)?;
        let wanted = !self.context.in_bibliography && self.context.follows(HouseRule::ShortTitle);
        // A post's title has no headline capitals, which would raise the first letter.
        let english = self.english() && self.item.item_type != ItemType::Post;
        wanted.then(|| Cow::Borrowed(short_title(title, english)))
    }

    /// The delimiter of a group. A volume alone and its pages are closed up: 2:12–29.
    pub(super) fn delimiter<'g>(&self, group: &'g GroupNode, children: &[Content]) -> &'g str {
        let is_number = |child: &Content| text::parse_u32(&child.plain()).is_some();
        let tight = group.delimiter == ": "
            && self.context.follows(HouseRule::TightColon)
            && children.iter().find(|child| !child.is_empty()).is_some_and(is_number);
        if tight { ":" } else { &group.delimiter }
    }
}

/// A text after a title, with a blank before it.
fn apart(text: &str) -> Option<Content> {
    let children = markup::parse(&concat(&[" ", text]));
    (!text.is_empty()).then(|| wrap(children, &Rendering::default(), "", Tag::Apart))
}

/// Whether two names are of one organisation: without case, article and “Inc.”
fn same_organisation(one: Option<&str>, other: Option<&str>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => bare_organisation(one) == bare_organisation(other),
        _ => false,
    }
}

fn bare_organisation(name: &str) -> String {
    let lower = text::to_lowercase(name);
    let bare = lower.strip_prefix("the ").unwrap_or(&lower).trim_end_any(". ");
    bare.strip_suffix("inc").unwrap_or(bare).trim_end_any(", ").to_owned()
}

/// A publisher as the MLA abbreviates it: “U of Chicago P”, “Oxford UP”, “MIT P”. Only presses of universities are
/// shortened.
fn short_press(name: &str) -> String {
    let mut out = text::replace(&concat(&[name, " "]), "Univ. ", "University ");
    let academic =
        text::contains(&out, "University") || text::list_contains(UNIVERSITIES, text::before_any(name, " "));
    let ends = if academic { SHORT.len() } else { 1 };
    for (long, short) in SHORT.iter().take(ends) {
        out = text::replace(&out, long, short);
    }
    out.trim_end_any(" ").to_owned()
}

/// A text that begins with a small letter, unless it begins with an abbreviation: “master’s thesis”, “PhD diss.”
fn small_beginning(value: &str) -> String {
    let rest = text::after_first(value);
    let word = text::before_any(rest, " ");
    if word.is_empty() || word.any_char(char::is_uppercase_letter) {
        return value.to_owned();
    }
    let (first, rest) = text::split_at(value, value.len() - rest.len());
    concat(&[&text::to_lowercase(first), rest])
}

/// Whether a page is the number of an article: `e123`, `104743`.
fn is_article_number(page: &str) -> bool {
    let number = page.trim_start_any("eE");
    let most = if number.len() + 1 == page.len() { 1 } else { LONGEST_PAGE };
    number.len() > most && text::parse_u32(number).is_some()
}

fn short_title(title: &str, english: bool) -> &str {
    let main = main_title(title);
    let (word, rest) = text::split_once(main, " ").unwrap_or((main, ""));
    let article = english && !rest.is_empty() && text::list_contains("a an the", &text::to_lowercase(word));
    if article { rest } else { main }
}

/// A title without its subtitle, unless what is left tells nothing or ends in the middle of something.
fn main_title(title: &str) -> &str {
    let Some(at) = [": ", "? ", "! "].iter().filter_map(|mark| text::find(title, mark)).min() else {
        return title;
    };
    let (main, rest) = text::split_at(title, at);
    let main = if rest.starts_with(':') { main } else { text::split_at(title, at + 1).0 };
    let lower = text::to_lowercase(main);
    let marks = main.chars().filter(|c| "<\"“”()[]".contains_char(*c)).count();
    let whole = marks.is_multiple_of(2)
        && !text::list_contains(GENERIC, &lower)
        && !title_case::is_stop_word(text::after_last_any(&lower, " "));
    if whole { main } else { title }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_presses_of_universities_are_shortened() {
        for (name, expected) in [
            ("Oxford University Press", "Oxford UP"),
            ("Oxford University Press, USA", "Oxford UP, USA"),
            ("University of California Press", "U of California P"),
            ("University Press of Florida", "UP of Florida"),
            ("State University of New York Press", "State U of New York P"),
            ("Belknap Press of Harvard University Press", "Belknap P of Harvard UP"),
            ("MIT Press", "MIT P"),
            ("Northwestern University", "Northwestern U"),
            (
                "University of Massachusetts Press / Center for the Book",
                "U of Massachusetts P / Center for the Book",
            ),
            ("Simon & Schuster", "Simon and Schuster"),
            ("Hogarth Press", "Hogarth Press"),
            ("CRC Press", "CRC Press"),
            ("Pressman University Games", "Pressman U Games"),
            ("Universities Press", "Universities Press"),
            ("Oxford Univ. Press", "Oxford UP"),
            ("Texas A&M University Press", "Texas A&M UP"),
        ] {
            assert_eq!(short_press(name), expected);
        }
    }

    #[test]
    fn short_titles_say_what_the_work_is() {
        for (title, expected) in [
            ("The Queen Mary Psalter", "Queen Mary Psalter"),
            ("The book by design: The story of an invention", "book by design"),
            ("Conundrum: A story about reading", "Conundrum"),
            ("How social is the animal? The human capacity for caring", "How social is the animal?"),
            ("Correction: Tides of the north", "Correction: Tides of the north"),
            ("Data from: Tides of the north", "Data from: Tides of the north"),
            ("<i>Moby-Dick: The film</i> and its sources", "<i>Moby-Dick: The film</i> and its sources"),
            ("Ratios of 3:1 in maize", "Ratios of 3:1 in maize"),
            ("The iPhone: A history", "iPhone"),
            ("The", "The"),
        ] {
            assert_eq!(short_title(title, true), expected);
        }
        assert_eq!(short_title("A vida: uma história", false), "A vida");
    }

    #[test]
    fn article_numbers_are_no_pages() {
        for page in ["e123", "E0209899", "104743"] {
            assert!(is_article_number(page), "{page}");
        }
        for page in ["12", "e1", "12345", "e12-e15", "S12", "104743-104750", "ee123", ""] {
            assert!(!is_article_number(page), "{page}");
        }
    }

    #[test]
    fn abbreviations_keep_their_capitals() {
        assert_eq!(small_beginning("Master’s thesis"), "master’s thesis");
        for genre in ["PhD diss.", "MA thesis", "doctoral thesis", "X", ""] {
            assert_eq!(small_beginning(genre), genre);
        }
    }
}
