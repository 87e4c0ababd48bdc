//! citeproc-js as a black box: one Node process per style, its answers kept on disk.
//!
//! Setting the processor up costs one to two seconds with today's big styles, so a second run over the same records
//! reads the answers from the cache. They are filed under a hash of all that decides them: style, locale, script,
//! release, and the request itself.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::{fs, thread};

use serde_json::{Map, Value, json};

use super::request::{Answer, Request};
use xtask::styles::Library;
use xtask::{Outcome, project, run, setup};

const SCRIPT: &str = include_str!("../../js/citeproc.mjs");

/// Answers all requests, style by style, as many styles at a time as there are cores.
pub(super) fn answer(requests: &[Request]) -> Outcome<Vec<Answer>> {
    let mut styles: Vec<&str> = requests.iter().map(|request| request.style.as_str()).collect();
    styles.sort_unstable();
    styles.dedup();
    let library = Library::open(project::root())?;
    let what = format!("asking citeproc-js, {} styles", styles.len());
    let of_styles =
        run::step(&what, || run::on_all_cores(&styles, |style| answer_style(&library, style, requests)));
    let mut answers: Vec<Option<Answer>> = vec![None; requests.len()];
    for of_style in of_styles {
        for (at, answer) in of_style? {
            answers[at] = Some(answer);
        }
    }
    let missing = || Err("citeproc-js gave no answer".to_owned());
    Ok(answers.into_iter().map(|answer| answer.unwrap_or_else(missing)).collect())
}

/// The answers to the requests for one style, with their places.
fn answer_style(library: &Library, style: &str, requests: &[Request]) -> Outcome<Vec<(usize, Answer)>> {
    let mut cache = Cache::open(library, style)?;
    let of_style = requests.iter().enumerate().filter(|(_, request)| request.style == style);
    let keyed: Vec<(usize, String, Value)> = of_style
        .map(|(at, request)| (at, request.to_json()))
        .map(|(at, request)| (at, hash(&request.to_string()), request))
        .collect();
    cache.fill(&keyed)?;
    let known = |(at, key, _): (usize, String, Value)| Some((at, cache.answers.get(&key).cloned()?));
    Ok(keyed.into_iter().filter_map(known).collect())
}

/// Where npm put citeproc-js.
///
/// # Errors
/// When Node or the package is missing; says how to get it.
pub fn module() -> Outcome<PathBuf> {
    match setup::node_tools()? {
        setup::Node::Ready => Ok(project::root().join("node_modules/citeproc")),
        setup::Node::Missing(reason) => Err(format!("citeproc-js cannot be run: {reason}.")),
    }
}

/// The answers for one style.
struct Cache {
    style: String,
    /// The XML of every locale by its language.
    locales: Value,
    file: PathBuf,
    answers: HashMap<String, Answer>,
}

impl Cache {
    fn open(library: &Library, name: &str) -> Outcome<Cache> {
        let style = library.style_xml(name).ok_or_else(|| format!("There is no CSL style “{name}”."))?;
        let langs = library.langs().into_iter();
        let locales: Value =
            langs.map(|lang| (lang.clone(), json!(library.locale_xml(&lang)))).collect::<Map<_, _>>().into();
        let release = project::read_text(&project::root().join("package.json"))?;
        let folder = project::root().join(".cache/citeproc-js");
        project::make_folder(&folder)?;
        let decided_by = hash(&[SCRIPT, &style, &locales.to_string(), &release].join("\0"));
        let file = folder.join(format!("{name}-{decided_by}.jsonl"));
        let lines = fs::read_to_string(&file).unwrap_or_default();
        let answers = lines.lines().filter_map(read_answer).collect();
        Ok(Cache { style, locales, file, answers })
    }

    /// Asks citeproc-js what is not known yet.
    fn fill(&mut self, requests: &[(usize, String, Value)]) -> Outcome<()> {
        let unknown: Vec<&(usize, String, Value)> =
            requests.iter().filter(|(_, key, _)| !self.answers.contains_key(key)).collect();
        if unknown.is_empty() {
            return Ok(());
        }
        let mut lines = self.head()?.to_string() + "\n";
        for (_, key, request) in unknown {
            let mut request = request.clone();
            request["key"] = json!(key);
            lines += &(request.to_string() + "\n");
        }
        let answered = converse(lines)?;
        let mut file = fs::OpenOptions::new().create(true).append(true).open(&self.file);
        for line in answered {
            if let Ok(file) = &mut file {
                // A cache that cannot be written costs time, nothing else.
                let _ = writeln!(file, "{line}");
            }
            self.answers.extend(read_answer(&line));
        }
        Ok(())
    }

    fn head(&self) -> Outcome<Value> {
        Ok(json!({ "module": module()?, "style": self.style, "locales": self.locales }))
    }
}

fn read_answer(line: &str) -> Option<(String, Answer)> {
    let answer: Value = serde_json::from_str(line).ok()?;
    let text = |name: &str| answer[name].as_str().map(str::to_owned);
    let html = text("html").map(Ok).or_else(|| text("error").map(Err))?;
    Some((text("key")?, html))
}

/// Starts the script, tells it `lines` and returns what it says.
fn converse(lines: String) -> Outcome<Vec<String>> {
    let (mut child, mut to, from) = start()?;
    let writer = thread::spawn(move || to.write_all(lines.as_bytes()));
    let said: Result<Vec<String>, _> = BufReader::new(from).lines().collect();
    // When the script stops early, writing to it fails; its exit status tells why.
    let _ = writer.join();
    let status = child.wait().map_err(|error| format!("citeproc-js was lost: {error}."))?;
    if !status.success() {
        return Err(format!(
            "The script that runs citeproc-js failed ({status}); what it said stands above."
        ));
    }
    said.map_err(|error| format!("citeproc-js cannot be understood: {error}."))
}

fn start() -> Outcome<(Child, ChildStdin, ChildStdout)> {
    let script = project::root().join("measure/js/citeproc.mjs");
    let mut node = run::command("node");
    node.arg(script).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = node.spawn().map_err(|error| format!("Cannot run node: {error}."))?;
    match (child.stdin.take(), child.stdout.take()) {
        (Some(to), Some(from)) => Ok((child, to, from)),
        _ => Err("Cannot talk to node.".to_owned()),
    }
}

fn hash(text: &str) -> String {
    // SipHash with its fixed default keys: the same in every run.
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
