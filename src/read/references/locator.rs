//! Volume, issue, pages and a late year: `11(1), 211–238`, `2024;11(1):211-38`, `vol. 11, no. 1, 2024, pp. 211–38`.

use super::draft::READ;
use super::{late, when};
use crate::item::Date;
use crate::prelude::*;
use crate::text::{self, list_contains};

/// What the numbers at the end of a reference say.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Locator {
    /// Where the numbers begin.
    pub(super) start: usize,
    /// Where they end.
    pub(super) end: usize,
    pub(super) volume: String,
    pub(super) issue: String,
    pub(super) pages: String,
    /// The number of an article.
    pub(super) number: String,
    /// How many pages a book has.
    pub(super) total: String,
    pub(super) date: Option<Date>,
    pub(super) suffix: String,
    /// Whether a label or a bracket tells volume, issue or pages, so that nothing is guessed.
    pub(super) told: bool,
    /// Numbers that no rule reads.
    pub(super) spare: bool,
}

impl Locator {
    /// Whether there is more than a date.
    pub(super) fn has_place(&self) -> bool {
        !(self.volume.is_empty() && self.issue.is_empty() && self.pages.is_empty() && self.number.is_empty())
    }
}

/// Labels and what they announce, in small letters without their dot: volume, issue, pages, article number.
const LABELS: &str = "vol=v|vols=v|volume=v|volumen=v|bd=v|band=v|jg=v|jahrg=v|jahrgang=v|t=v|tome=v|tomo=v|v=v|год=v|\
    no=i|nos=i|nr=i|number=i|iss=i|issue=i|n=i|nº=i|n°=i|num=i|núm=i|número=i|numero=i|numéro=i|h=i|heft=i|fasc=i|№=i|\
    n.º=i|pp=p|p=p|pages=p|page=p|pag=p|pág=p|págs=p|pags=p|s=p|seiten=p|str=p|ss=p|pgs=p|pg=p|hlm=p|сс=p|с=p|т=v|том=v|вып=i|\
    article=a|art=a|articles=a|artículo=a|artigo=a|id=a|paper=a|suppl=u|supplement=u|supp=u|special=u|spec=u|pt=u|part=u";

/// Names of months and seasons that a late date may hold, whole or cut down.
const MONTHS: &str = "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct \
    october nov november dec december spring summer autumn fall winter januar februar märz mai juni juli oktober dezember \
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre janvier février mars avril \
    juin juillet août septembre octobre novembre décembre janeiro fevereiro março maio junho julho setembro outubro \
    novembro dezembro gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre fev abr mai ago set out dez ene dic";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Number,
    Label(u8),
    Month,
    Mark(char),
    Other,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
    pub(super) kind: Kind,
}

impl Token<'_> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub(super) fn is(&self, marks: &str) -> bool {
        matches!(self.kind, Kind::Mark(mark) if marks.contains_char(mark))
    }
}

/// A number with what stands before it.
#[derive(Clone, Debug)]
struct Piece<'a> {
    text: &'a str,
    start: usize,
    label: u8,
    /// The mark before it, a bracket included.
    before: char,
    range: bool,
    /// The mark after it.
    after: char,
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = c.is_letter_or_number() || matches!(c, 'º' | '°' | '№');
        match start {
            None if inside => start = Some(at),
            Some(from) if !inside => {
                push_word(&mut tokens, text.get(from..at).unwrap_or(""), from);
                start = None;
            }
            _ => {}
        }
        if !inside && !c.is_whitespace() {
            let mark = text.get(at..at + c.len_utf8()).unwrap_or("");
            tokens.push(Token { text: mark, start: at, kind: Kind::Mark(c) });
        }
    }
    tokens
}

fn push_word<'a>(tokens: &mut Vec<Token<'a>>, word: &'a str, start: usize) {
    // "vol11", "pp123", "p12" are written without a blank.
    let digits = word.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let (label, number) = text::split_at(word, digits);
    let glued =
        digits > 0 && list_contains("vol no nr pp p", label) && number.bytes().all(|b| b.is_ascii_digit());
    if glued {
        tokens.push(Token { text: label, start, kind: kind(label) });
        tokens.push(Token { text: number, start: start + digits, kind: Kind::Number });
    } else {
        tokens.push(Token { text: word, start, kind: kind(word) });
    }
}

fn kind(word: &str) -> Kind {
    let lower = text::to_lowercase(word);
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let letters = word.char_count() - digits;
    if digits > 0 {
        let ordinal = ["st", "nd", "rd", "th"].iter().any(|ending| lower.ends_with(ending)) && letters == 2;
        return if letters < 4 && digits < 12 && !ordinal || word.len() < 13 && word.starts_with("gk") {
            Kind::Number
        } else {
            Kind::Other
        };
    }
    if list_contains(MONTHS, &lower)
        && (letters > 3 || word.starts_with(char::is_uppercase_letter) || lower != "set")
    {
        return Kind::Month;
    }
    match text::table_get(LABELS, &lower).and_then(|label| label.bytes().next()) {
        Some(label) => Kind::Label(label),
        None => Kind::Other,
    }
}

/// Whether a word names a month or a season.
pub(super) fn is_month(word: &str) -> bool {
    list_contains(MONTHS, &text::to_lowercase(word))
}

/// The marks that may stand between the numbers.
const MARKS: &str = ",;:.()[]–-—−‐‑/&\u{1}";

/// Reads the numbers that end a text. In a text whose date is known no number is taken for a year.
pub(super) fn read(text: &str, dated: bool) -> Option<Locator> {
    let tokens = tokens(text);
    let first = run_start(&tokens);
    let run = tokens.get(first..)?;
    let before = first.checked_sub(1).and_then(|at| tokens.get(at));
    let mut locator = Locator { start: run.first()?.start, end: text.len(), ..Locator::default() };
    if let Some(before) = before {
        locator.start = before.end();
    }
    let mut taken: Vec<bool> = vec![false; run.len()];
    if dated {
        late::repeated_dates(run, &mut taken);
    } else {
        late::late_date(run, &mut taken, &mut locator);
    }
    let pieces = pieces(text, run, &taken);
    if pieces.is_empty() && locator.date.is_none() {
        return None;
    }
    assign(&pieces, &mut locator);
    if !locator.total.is_empty() && !locator.told && !locator.volume.is_empty() {
        // "Edições 70, 1977. 225 p.": a book has no volume without a label, so the number is the publisher's.
        let volume = core::mem::take(&mut locator.volume);
        let place = text.get(locator.start..).and_then(|rest| text::find(rest, &volume));
        locator.start += place.map_or(0, |at| at + volume.len());
    }
    let lone = lone_number(&pieces, &locator, dated);
    (!lone).then_some(locator)
}

/// Where the numbers begin: behind the last word that is none and no label of one.
fn run_start(tokens: &[Token<'_>]) -> usize {
    let mut start = tokens.len();
    while let Some(token) = start.checked_sub(1).and_then(|at| tokens.get(at)) {
        let next_is_number = tokens.get(start..).is_some_and(numbered);
        let belongs = match token.kind {
            Kind::Number => true,
            Kind::Label(_) => {
                (next_is_number || totals(tokens, start)) && is_written_label(token, tokens.get(start))
            }
            Kind::Month => {
                let behind = start
                    .checked_sub(2)
                    .and_then(|at| tokens.get(at))
                    .is_some_and(|before| before.kind == Kind::Number);
                next_is_number || behind || tokens.get(start).is_none_or(|next| next.is("-–—/)"))
            }
            Kind::Mark(mark) => MARKS.contains_char(mark),
            Kind::Other => {
                token.text.chars().all(|c| "IVXLC".contains_char(c))
                    && tokens.get(start).is_some_and(|next| next.is(",(:"))
                    && start.checked_sub(2).and_then(|at| tokens.get(at)).is_some_and(|before| before.is(","))
            }
        };
        if !belongs {
            break;
        }
        start -= 1;
    }
    after_strays(tokens, start)
}

/// A capital alone is a label only with its dot: "U of Chicago P, 1962" has none.
fn is_written_label(token: &Token<'_>, next: Option<&Token<'_>>) -> bool {
    let capital = token.text.char_count() == 1 && token.text.chars().all(char::is_uppercase_letter);
    !capital || next.is_some_and(|next| next.is("."))
}

/// Whether a number stands at the head of these tokens, marks and labels aside.
fn numbered(rest: &[Token<'_>]) -> bool {
    let mut rest = rest.iter().filter(|token| !token.is(".,()[]:"));
    let first = rest.next();
    let second = rest.next();
    let is_number = |token: Option<&Token<'_>>| {
        token.is_some_and(|token| matches!(token.kind, Kind::Number | Kind::Month))
    };
    is_number(first) || first.is_some_and(|token| matches!(token.kind, Kind::Label(_))) && is_number(second)
}

/// Whether a label closes the text behind a number: `257 p.`
fn totals(tokens: &[Token<'_>], next: usize) -> bool {
    let rest = tokens.get(next..).unwrap_or(&[]);
    let number =
        next.checked_sub(2).and_then(|at| tokens.get(at)).is_some_and(|token| token.kind == Kind::Number);
    number && rest.iter().all(|token| token.is(".\u{1},;"))
}

/// Leaves to the words what is theirs: a bracket that closes one opened before, and the mark that ends them.
fn after_strays(tokens: &[Token<'_>], start: usize) -> usize {
    let mut depth = 0i32;
    let mut at = start;
    let mut begin = start;
    while let Some(token) = tokens.get(at) {
        at += 1;
        if token.is("([") {
            depth += 1;
        } else if token.is(")]") {
            depth -= 1;
            if depth < 0 {
                depth = 0;
                begin = at;
            }
        }
    }
    begin
}

/// The numbers with their labels; ranges are one piece, and so is a supplement with its number.
fn pieces<'a>(text: &'a str, run: &[Token<'a>], taken: &[bool]) -> Vec<Piece<'a>> {
    let mut pieces: Vec<Piece<'a>> = Vec::new();
    let (mut label, mut before) = (0, ' ');
    for (at, token) in run.iter().enumerate() {
        if taken.get(at).copied().unwrap_or(false) {
            label = 0;
            continue;
        }
        let previous = at.checked_sub(1).and_then(|at| run.get(at));
        match token.kind {
            Kind::Month if before != '(' => {}
            Kind::Number | Kind::Other | Kind::Month => {
                let ranged = previous.is_some_and(|mark| mark.is("-–—−‐‑/&"));
                let supplement = label == b'u';
                match pieces.last_mut().filter(|_| ranged || supplement) {
                    Some(piece) => {
                        piece.range |= ranged;
                        piece.after = ' ';
                        piece.text = text.get(piece.start..token.end()).unwrap_or(piece.text);
                    }
                    None => pieces.push(Piece {
                        text: token.text,
                        start: token.start,
                        label,
                        before,
                        range: false,
                        after: ' ',
                    }),
                }
                (label, before) = (0, ' ');
            }
            Kind::Label(b'u') => {
                // "11(1 Suppl 2)": the supplement belongs to the number before it in the same brackets.
                let inside = pieces.last_mut().filter(|piece| piece.before == '(' && piece.after == ' ');
                match inside {
                    Some(piece) => piece.text = text.get(piece.start..token.end()).unwrap_or(piece.text),
                    None => {
                        pieces.push(Piece {
                            text: token.text,
                            start: token.start,
                            label: b'u',
                            before,
                            range: false,
                            after: ' ',
                        });
                    }
                }
                (label, before) = (b'u', ' ');
            }
            Kind::Label(b'p')
                if run.get(at + 1..).is_some_and(|rest| rest.iter().all(|token| token.is(".\u{1},;)"))) =>
            {
                if let Some(piece) = pieces.last_mut().filter(|piece| piece.label == 0) {
                    piece.label = b't';
                }
            }
            Kind::Label(found) => label = found,
            Kind::Mark(READ) => (label, before) = (0, ' '),
            Kind::Mark('.' | '-' | '–' | '—' | '−' | '‐' | '‑' | '/' | '&') => {}
            Kind::Mark(mark) => {
                before = mark;
                if let Some(piece) = pieces.last_mut().filter(|piece| piece.after == ' ') {
                    piece.after = mark;
                }
                if label == b'u' {
                    label = 0;
                }
            }
        }
    }
    pieces
}

/// Says of each number what it is.
fn assign(pieces: &[Piece<'_>], locator: &mut Locator) {
    for (at, piece) in pieces.iter().enumerate() {
        let later = pieces.get(at + 1..).unwrap_or(&[]);
        let slot = slot(piece, later, locator);
        locator.told |= piece.label != 0 && piece.label != b't'
            || piece.before == '('
            || piece.before == ':'
            || piece.range;
        let field = match slot {
            b'v' => &mut locator.volume,
            b'i' => &mut locator.issue,
            b'p' => &mut locator.pages,
            b'a' => &mut locator.number,
            b't' => &mut locator.total,
            _ => {
                locator.spare = true;
                continue;
            }
        };
        if field.is_empty() {
            piece.text.clone_into(field);
        } else {
            locator.spare = true;
        }
    }
}

/// Which field a number belongs to.
fn slot(piece: &Piece<'_>, later: &[Piece<'_>], locator: &Locator) -> u8 {
    let numbered = !locator.volume.is_empty() || !locator.issue.is_empty();
    match piece.label {
        0 => {}
        b'u' if locator.issue.is_empty() => return b'i',
        b'u' => return b'x',
        label => return label,
    }
    if matches!(piece.before, '(' | '[') {
        return if locator.issue.is_empty() { b'i' } else { b'x' };
    }
    if piece.before == ':' && (numbered || locator.date.is_some()) {
        return b'p';
    }
    let placed = !locator.pages.is_empty() || !locator.number.is_empty();
    if placed {
        return b'x';
    }
    let pages_follow =
        later.iter().any(|piece| piece.label == b'p' || piece.label == 0 && piece.before != '(');
    if locator.volume.is_empty()
        && (!piece.range || piece.after == '(' || pages_follow)
        && locator.issue.is_empty()
    {
        return b'v';
    }
    if numbered && locator.issue.is_empty() && pages_follow && !piece.text.starts_with(['e', 'S']) {
        return b'i';
    }
    b'p'
}

/// Whether a single number stands at the end of a text that is no volume: the words run into it, or it is a year.
fn lone_number(pieces: &[Piece<'_>], locator: &Locator, dated: bool) -> bool {
    let [piece] = pieces else { return false };
    // "A history, 2015–2019": the years are the title's.
    if piece.label != 0 || locator.date.is_some() || matches!(piece.before, '(' | '[') {
        return piece.label == b'u';
    }
    let years = piece.text.split(['-', '–', '—', '/']).all(|part| when::year(part.trim()).is_some());
    piece.before == ' ' || dated && years
}
