//! BibTeX, biber and LuaLaTeX over what was written: every warning of the former two, every error of the latter, and whose
//! it is.

use std::fs;
use std::path::Path;

use citelet::Item;
use citelet::vocabulary::Variable;

use xtask::{Outcome, project, run};

/// The styles that the entries are run through.
pub(super) const STYLES: [&str; 4] = ["plain", "abbrv", "apalike", "plainnat"];

/// A warning or an error, with the key of the entry that it names.
pub(super) struct Message {
    pub(super) key: String,
    pub(super) text: String,
}

/// Runs BibTeX with a style over `FILE.bib` in a folder, and returns what it warns of.
pub(super) fn bibtex(folder: &Path, file: &str, style: &str) -> Outcome<Vec<Message>> {
    let job = format!("{file}-{style}");
    let aux = format!("\\citation{{*}}\n\\bibdata{{{file}}}\n\\bibstyle{{{style}}}\n");
    project::write(&folder.join(format!("{job}.aux")), aux)?;
    // An error is in the log too, and there it has the entry's key.
    let _ = run::quiet(run::command("bibtex").arg(&job).current_dir(folder));
    let log = project::read(&folder.join(format!("{job}.blg")))?;
    let log = String::from_utf8_lossy(&log).replace("\n--", " --");
    let lines = log.lines().filter(|line| {
        line.starts_with("Warning--") || line.contains("---line ") || line.contains("error message")
    });
    let mut messages: Vec<Message> =
        lines.map(|line| Message { key: last_word(line), text: line.to_owned() }).collect();
    // Of the four styles this one prints the most fields.
    if style == "plainnat" {
        let body = format!("\\input{{{job}.bbl}}\n");
        messages.extend(latex(folder, &job, NATBIB, &body)?);
    }
    Ok(messages)
}

/// Runs biber, as biblatex's data model has it, over `FILE.bib` in a folder, and returns what it warns of.
pub(super) fn biber(folder: &Path, file: &str) -> Outcome<Vec<Message>> {
    for left_over in ["bbl", "bcf", "blg"] {
        let _ = fs::remove_file(folder.join(format!("{file}.{left_over}")));
    }
    let head = format!("\\usepackage[backend=biber]{{biblatex}}\n\\addbibresource{{{file}.bib}}\n");
    let body = "\\nocite{*}\n\\printbibliography\n";
    latex(folder, file, &head, body)?;
    let _ = run::quiet(run::command("biber").args(["--validate-datamodel", file]).current_dir(folder));
    let log = project::read_text(&folder.join(format!("{file}.blg")))?;
    let lines = log.lines().filter_map(|line| {
        let text = line.split_once("> ").map_or(line, |parts| parts.1);
        (text.starts_with("WARN - ") || text.starts_with("ERROR - ")).then(|| text.to_owned())
    });
    let lines = lines.filter(|line| !line.contains("WARNINGS: ") && !line.contains("ERRORS: "));
    let mut messages: Vec<Message> = lines.map(|text| Message { key: entry_of(&text), text }).collect();
    messages.extend(latex(folder, file, &head, body)?);
    Ok(messages)
}

/// Typesets a document and returns the errors, those in a `.bbl` with the key of the entry.
fn latex(folder: &Path, job: &str, head: &str, body: &str) -> Outcome<Vec<Message>> {
    let document =
        format!("\\documentclass{{article}}\n{head}\\begin{{document}}\n{body}\\end{{document}}\n");
    project::write(&folder.join(format!("{job}.tex")), document)?;
    let options = ["-interaction=nonstopmode", "-file-line-error", "-draftmode", job];
    let _ = run::quiet(run::command("lualatex").args(options).current_dir(folder));
    let log = project::read(&folder.join(format!("{job}.log")))?;
    let log = String::from_utf8_lossy(&log).into_owned();
    let bbl = project::read(&folder.join(format!("{job}.bbl"))).unwrap_or_default();
    let bbl = String::from_utf8_lossy(&bbl).into_owned();
    let lines = log.lines().filter(|line| line.starts_with('!') || line.starts_with("./"));
    let lines = lines.filter(|line| !line.contains("Missing character"));
    Ok(lines.map(|line| Message { key: entry_at(&bbl, line), text: line.to_owned() }).collect())
}

/// The key of the entry of a `.bbl` in which LaTeX found an error: `./job.bbl:12: …`.
fn entry_at(bbl: &str, error: &str) -> String {
    let number = error.split(".bbl:").nth(1).and_then(|rest| rest.split(':').next()?.parse().ok());
    let before: Vec<&str> = bbl.lines().take(number.unwrap_or(0)).collect();
    let items = bbl_keys(&before.join("\n"));
    items.last().cloned().unwrap_or_default()
}

/// The keys of a `.bbl`: `\bibitem[…]{key}`, whose label may go over several lines, and biblatex's `\entry{key}`.
fn bbl_keys(bbl: &str) -> Vec<String> {
    let after_label = |item: &str| {
        let rest = if item.starts_with('[') {
            item.split_once("]{").map(|parts| parts.1)
        } else {
            item.strip_prefix('{')
        };
        rest.and_then(|rest| rest.split('}').next()).map(str::to_owned)
    };
    let items = bbl.split("\\bibitem").skip(1).filter_map(after_label);
    items
        .chain(bbl.split("\\entry{").skip(1).filter_map(|item| item.split('}').next()).map(str::to_owned))
        .collect()
}

fn last_word(line: &str) -> String {
    line.split_whitespace().next_back().unwrap_or_default().to_owned()
}

/// The key in a message of biber: `Datamodel: book entry 'kuhn1962' (…): …`.
fn entry_of(text: &str) -> String {
    let after = text.split_once("ntry '").map_or("", |parts| parts.1);
    after.split('\'').next().unwrap_or_default().to_owned()
}

/// Why a message is about the record or about the program, and not about how the record was written; `None` where it is.
pub(super) fn explained(message: &Message, item: &Item) -> Option<&'static str> {
    let text = message.text.as_str();
    let has = |variable| item.has(variable);
    let lacks_all = |fields: &str, joint: &str| fields.split(joint).all(|field| lacks(item, field));
    if let Some(fields) = text.strip_prefix("Warning--empty ") {
        return lacks_all(fields.split(" in ").next().unwrap_or_default(), " and ").then_some(LACKS);
    }
    if text.starts_with("Warning--to sort, need ") {
        return (!has(Variable::Author)).then_some(LACKS);
    }
    if text.starts_with("Warning--there's a number but no volume") {
        return (!has(Variable::Volume)).then_some(LACKS);
    }
    if text.starts_with("Warning--can't use both author and editor") {
        return (has(Variable::Author) && has(Variable::Editor)).then_some(ONE_OF_TWO);
    }
    if text.starts_with("Warning--can't use both volume and number") {
        return (has(Variable::Volume) && has(Variable::CollectionNumber)).then_some(ONE_OF_TWO);
    }
    if let Some((_, fields)) = text.split_once("Missing mandatory field") {
        let fields = fields.split('\'').nth(1).unwrap_or_default();
        return lacks_all(fields, ", ").then_some(LACKS);
    }
    if text.contains("Invalid field '") {
        return AS_MISC
            .iter()
            .any(|entry| text.ends_with(&format!("entrytype '{entry}'")))
            .then_some(NO_FIELDS);
    }
    if text.contains("Invalid ISSN") {
        return has(Variable::Issn).then_some("the record's ISSN is invalid, or it has several");
    }
    if text.contains("Range field 'pages'") {
        return (item.text(Variable::Page) == Some("0")).then_some("biber takes the page 0 for none");
    }
    if text.contains("field 'volume' must be datatype 'integer'") {
        let number = item.text(Variable::Volume).and_then(|volume| volume.parse::<u32>().ok());
        return number.is_none().then_some("the record's volume is not a number, which biblatex expects");
    }
    None
}

/// With numbers natbib accepts records that have neither author nor year.
const NATBIB: &str = "\\usepackage[numbers]{natbib}\n\\usepackage{url}\n\\providecommand\\doi{\\url}\n";
const LACKS: &str = "the record has no such field";
const ONE_OF_TWO: &str = "BibTeX's styles print one of two fields that the record has; programs read both";
const NO_FIELDS: &str = "biblatex prints the entry type as misc and lists no fields for it";

/// The entry types that biblatex's data model has no fields for.
const AS_MISC: [&str; 12] = [
    "artwork",
    "audio",
    "image",
    "jurisdiction",
    "legal",
    "legislation",
    "letter",
    "movie",
    "music",
    "performance",
    "standard",
    "video",
];

/// Whether a record has nothing for a field of BibTeX or biblatex.
fn lacks(item: &Item, field: &str) -> bool {
    let has = |variable| item.has(variable);
    match field {
        "author" => !has(Variable::Author),
        "editor" => !has(Variable::Editor),
        "title" => !has(Variable::Title),
        "journal" | "journaltitle" => !has(Variable::ContainerTitle),
        "booktitle" => !has(Variable::ContainerTitle) && !has(Variable::EventTitle),
        "publisher" | "institution" | "school" => !has(Variable::Publisher),
        "pages" => !has(Variable::Page),
        "chapter" => !has(Variable::ChapterNumber),
        "number" => !has(Variable::Number),
        "year" | "date" => item.date(Variable::Issued).is_none_or(|date| date.start.is_none()),
        "note" => !has(Variable::Note),
        _ => false,
    }
}
