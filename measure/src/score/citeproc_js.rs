//! citeproc-js as a black box: one Node process per style, its outputs cached on disk.
//!
//! Setting the processor up costs one to two seconds with today's big styles, so a second run over the same records
//! reads the outputs from the cache. The cache's key is a hash of everything that they depend on: style, locale, script,
//! release, and the request itself.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::{fs, thread};

use serde_json::{Map, Value, json};

use super::request::{Output, Request};
use xtask::styles::Library;
use xtask::{Outcome, project, run, setup};

const SCRIPT: &str = include_str!("../../js/citeproc.mjs");

/// The outputs for all requests, style by style, as many styles at a time as there are cores.
pub(super) fn outputs(requests: &[Request]) -> Outcome<Vec<Output>> {
    let mut styles: Vec<&str> = requests.iter().map(|request| request.style.as_str()).collect();
    styles.sort_unstable();
    styles.dedup();
    module()?;
    let library = Library::open(project::root())?;
    let what = format!("running citeproc-js, {} styles", styles.len());
    let of_styles =
        run::step(&what, || run::on_all_cores(&styles, |style| style_outputs(&library, style, requests)));
    let mut outputs: Vec<Option<Output>> = vec![None; requests.len()];
    for (style, of_style) in styles.iter().zip(of_styles) {
        match of_style {
            Ok(of_style) => of_style.into_iter().for_each(|(at, output)| outputs[at] = Some(output)),
            // One style that citeproc-js cannot set up does not end a run over all.
            Err(reason) => {
                let of_style =
                    requests.iter().zip(&mut outputs).filter(|(request, _)| request.style == *style);
                of_style.for_each(|(_, output)| *output = Some(Err(reason.clone())));
            }
        }
    }
    let missing = || Err("citeproc-js gave no output".to_owned());
    Ok(outputs.into_iter().map(|output| output.unwrap_or_else(missing)).collect())
}

/// The outputs for the requests of one style, each with the request's index.
fn style_outputs(library: &Library, style: &str, requests: &[Request]) -> Outcome<Vec<(usize, Output)>> {
    let mut cache = Cache::open(library, style)?;
    let of_style = requests.iter().enumerate().filter(|(_, request)| request.style == style);
    let keyed: Vec<(usize, String, Value)> = of_style
        .map(|(at, request)| (at, request.to_json()))
        .map(|(at, request)| (at, hash(&request.to_string()), request))
        .collect();
    cache.fill(&keyed)?;
    let known = |(at, key, _): (usize, String, Value)| Some((at, cache.outputs.get(&key).cloned()?));
    Ok(keyed.into_iter().filter_map(known).collect())
}

/// The installed citeproc-js, without installing anything.
///
/// # Errors
/// When Node or the package is missing; says how to get it.
pub fn installed() -> Outcome<PathBuf> {
    let module = project::root().join("node_modules/citeproc");
    if run::find("node").is_some() && module.is_dir() {
        Ok(module)
    } else {
        Err("citeproc-js is not installed; `npm ci` with Node installs it".to_owned())
    }
}

/// Where npm put citeproc-js, which is installed if it is missing.
///
/// # Errors
/// When Node or the package is missing; says how to get it.
pub fn module() -> Outcome<PathBuf> {
    match setup::node_tools()? {
        setup::Node::Ready => Ok(project::root().join("node_modules/citeproc")),
        setup::Node::Missing(reason) => Err(format!("citeproc-js cannot be run: {reason}.")),
    }
}

/// The cached outputs of one style.
struct Cache {
    style: String,
    /// The XML of every locale by its language.
    locales: Value,
    file: PathBuf,
    outputs: HashMap<String, Output>,
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
        let outputs = lines.lines().filter_map(read_output).collect();
        Ok(Cache { style, locales, file, outputs })
    }

    /// Runs citeproc-js for the requests that are not cached yet.
    fn fill(&mut self, requests: &[(usize, String, Value)]) -> Outcome<()> {
        let unknown: Vec<&(usize, String, Value)> =
            requests.iter().filter(|(_, key, _)| !self.outputs.contains_key(key)).collect();
        if unknown.is_empty() {
            return Ok(());
        }
        let mut lines = self.head()?.to_string() + "\n";
        for (_, key, request) in unknown {
            let mut request = request.clone();
            request["key"] = json!(key);
            lines += &(request.to_string() + "\n");
        }
        let printed = converse(lines)?;
        let mut file = fs::OpenOptions::new().create(true).append(true).open(&self.file);
        for line in printed {
            if let Ok(file) = &mut file {
                // A cache that cannot be written costs time, nothing else.
                let _ = writeln!(file, "{line}");
            }
            self.outputs.extend(read_output(&line));
        }
        Ok(())
    }

    fn head(&self) -> Outcome<Value> {
        Ok(json!({ "module": module()?, "style": self.style, "locales": self.locales }))
    }
}

fn read_output(line: &str) -> Option<(String, Output)> {
    let output: Value = serde_json::from_str(line).ok()?;
    let text = |name: &str| output[name].as_str().map(str::to_owned);
    let html = text("html").map(Ok).or_else(|| text("error").map(Err))?;
    Some((text("key")?, html))
}

/// Starts the script, writes `lines` to it and returns the lines that it prints.
fn converse(lines: String) -> Outcome<Vec<String>> {
    let (mut child, mut to, from) = start()?;
    let writer = thread::spawn(move || to.write_all(lines.as_bytes()));
    let printed: Result<Vec<String>, _> = BufReader::new(from).lines().collect();
    // When the script stops early, writing to it fails as well; the exit status is the better reason.
    let _ = writer.join();
    let status = child.wait().map_err(|error| format!("citeproc-js was lost: {error}."))?;
    if !status.success() {
        return Err(format!("The script that runs citeproc-js failed ({status}); its messages are above."));
    }
    printed.map_err(|error| format!("The output of citeproc-js cannot be read: {error}."))
}

fn start() -> Outcome<(Child, ChildStdin, ChildStdout)> {
    let script = project::root().join("measure/js/citeproc.mjs");
    let mut node = run::command("node");
    node.arg(script).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = node.spawn().map_err(|error| format!("Cannot run node: {error}."))?;
    match (child.stdin.take(), child.stdout.take()) {
        (Some(to), Some(from)) => Ok((child, to, from)),
        _ => Err("Cannot connect to node.".to_owned()),
    }
}

fn hash(text: &str) -> String {
    // SipHash with its fixed default keys: the same in every run.
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
